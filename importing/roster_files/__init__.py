"""Rosters from files: a table is checked row by row, then stored whole or not at all."""
