"""Patterns of the reader, one module per concern; a form is a row in a table, never a branch in
code.
"""
