"""Rules that find what could be a name: by its surname, sounds, parts or the words around it."""
