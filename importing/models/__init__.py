"""Loads, and the reference tables that the rules read."""

from importing.models.original import Original, originals
from importing.models.reference_tables import FixedExpression, LookAlike
from importing.models.run import ImportRun

__all__ = ["FixedExpression", "ImportRun", "LookAlike", "Original", "originals"]
