"""Clues for names, each worth what fitting on labelled texts gave it."""
