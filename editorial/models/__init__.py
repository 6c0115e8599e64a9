"""What editors do to records: findings and their rules, corrections, reviews."""

from editorial.models.correction import Correction
from editorial.models.finding import Finding
from editorial.models.review import Review
from editorial.models.rules import PRINT_RULES, Rule, Severity

__all__ = ["PRINT_RULES", "Correction", "Finding", "Review", "Rule", "Severity"]
