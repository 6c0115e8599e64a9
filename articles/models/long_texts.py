"""The long texts of an article, which a list leaves in the database."""

from __future__ import annotations

TEXTS_AS_READ = (
    "read_kicker",
    "read_headline",
    "read_subtitle",
    "read_body",
    "paragraph_sources",
    "heading_sources",
)
TEXTS_AS_DELIVERED = ("page__text", "page__blocks")


def unread(path: str) -> list[str]:
    """Name the long texts to leave in the database when only title and address of the article at
    ``path`` are shown.
    """
    own = ["body", *TEXTS_AS_READ]
    whole = [*own, *TEXTS_AS_DELIVERED]
    paths = [f"{path}__{name}" for name in whole]
    paths += [f"{path}__beginning__{name}" for name in own]
    return paths
