"""Datelines, bylines and the names in a signature."""
