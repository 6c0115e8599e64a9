"""The editors' work: loads, findings, corrections, reviews, and the reference tables the rules read."""

from desk.models.reference import FixedExpression, LookAlike, RosterEntry
from desk.models.work import Correction, Finding, ImportRun, Review

__all__ = ["Correction", "Finding", "FixedExpression", "ImportRun", "LookAlike", "Review", "RosterEntry"]
