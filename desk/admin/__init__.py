"""The editors' admin: one module a noun; ``__all__`` names those that register something."""

from desk.admin import (
    article,
    event,
    finding,
    import_run,
    issue,
    marked_words,
    merge_confirmation,
    newspaper,
    page,
    person,
    photo,
    reference,
    review,
)

__all__ = [
    "article",
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
]
