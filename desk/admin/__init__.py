"""The editors' desk: issues, articles with their findings and reviews, the work done on them, the
tables the rules read.
"""

from desk.admin import article, issue, merged, reference, work

__all__ = ["article", "issue", "merged", "reference", "work"]
