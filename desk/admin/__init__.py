"""The editors' admin: one module a noun; ``__all__`` names those that register something."""

from desk.admin import (
    accounts,
    event,
    finding,
    import_run,
    issue,
    merge_confirmation,
    newspaper,
    page,
    person,
    reference,
    review,
    step,
)
from desk.admin.articles import article, marked_words, photo
from desk.admin.facts import election, roster_row

__all__ = [
    "accounts",
    "article",
    "election",
    "event",
    "finding",
    "import_run",
    "issue",
    "marked_words",
    "merge_confirmation",
    "newspaper",
    "page",
    "person",
    "photo",
    "reference",
    "review",
    "roster_row",
    "step",
]
