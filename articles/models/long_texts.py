"""The long texts of an article, which a list leaves in the database."""

from __future__ import annotations

TEXTS_AS_READ = (
    "read_kicker",
    "read_headline",
    "read_subtitle",
    "read_body",
)
OWN_TEXTS = ("body", *TEXTS_AS_READ)
OF_BEGINNING = tuple(f"beginning__{name}" for name in OWN_TEXTS)
# What a list leaves: it shows the article's body, but not that of its beginning.
UNLISTED = (*TEXTS_AS_READ, "page__text", *OF_BEGINNING)


def unread(path: str) -> list[str]:
    """Name the long texts to leave in the database when only title and address of the article at
    ``path`` are shown.
    """
    return [f"{path}__{name}" for name in ("body", *UNLISTED)]
