"""The articles that somebody asks for, in the words of an editor."""

from __future__ import annotations

import datetime as dt
from typing import Any, Self

from django.db import models

from articles.models.states import StateOfWork, of_published

# The long texts of an article, which a list leaves in the database.
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


class StandingArticles(models.Manager[Any]):
    """The articles that have words of their own: none that was joined to another."""

    def get_queryset(self) -> models.QuerySet[Any]:
        every = super().get_queryset()
        return every.filter(joined_to=None)


# Of articles; to import their class here would lead in a circle.
class ArticleQuerySet(models.QuerySet[Any]):
    def published(self) -> Self:
        """Keep what readers may see; every public surface begins here."""
        return self.filter(of_published())

    def on(self, date: dt.date) -> Self:
        """Keep the articles of the issues of this date."""
        return self.filter(day=date)

    def with_page(self) -> Self:
        """Fetch page, issue and newspaper along: what an address and a citation need."""
        return self.select_related("page__issue__newspaper")

    def listed(self) -> Self:
        """Fetch what a list shows, address and bylines included, and leave the texts as read and
        delivered.
        """
        found = self.with_page().select_related("beginning")
        return found.prefetch_related("bylines").defer(*UNLISTED)

    def in_review(self) -> Self:
        """Keep the articles of which some reviews are signed and that are not published so."""
        status = StateOfWork
        signed = [
            status.FIRST_REVIEWED,
            status.SECOND_REVIEWED,
            status.FINAL_REVIEWED,
        ]
        return self.filter(status__in=signed)

    def locked(self, key: int) -> Any:
        """Return the article of this key, kept from others until the transaction ends."""
        return self.select_for_update(of=["self"]).get(pk=key)

    def in_order(self) -> Self:
        """Put the articles of one page in reading order."""
        return self.order_by("position")

    def newest_first(self) -> Self:
        return self.order_by("-day", "sort_label", "position", "pk")
