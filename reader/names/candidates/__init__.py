"""Runs of characters that could be a name, each with points for what speaks for it."""
