"""The editors' work: loads, findings, corrections, reviews, and the reference tables the rules
read.
"""

from desk.models.reference import FixedExpression, LookAlike, RosterEntry
from desk.models.rules import PRINT_RULES, Rule
from desk.models.work import Correction, Finding, ImportRun, Review

__all__ = [
    "PRINT_RULES",
    "Correction",
    "Finding",
    "FixedExpression",
    "ImportRun",
    "LookAlike",
    "Review",
    "RosterEntry",
    "Rule",
]
