"""Lists of names, in which the neighbours or the words around the list vouch for each name."""
