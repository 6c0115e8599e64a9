"""The articles and publications that somebody asks for, in the words of an editor."""

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
        return self.order_by("-day", "edition", "sort_label", "position", "pk")


class PublicationQuerySet(models.QuerySet[Any]):
    def current(self) -> Self:
        """Keep what readers see now; every public surface begins here."""
        return self.filter(is_current=True)

    def of_article(self, article: int) -> Self:
        """Keep the publications of the article of this key, the newest first."""
        return self.filter(article=article).order_by("-number")

    def published_at(self, address: dict[str, Any]) -> Self:
        """Keep what was ever published under an address: slug, date, edition and label of its page,
        and ``address_number``, as they were then.

        The current one comes first, then the newest."""
        found = self.filter(
            newspaper__slug=address["slug"],
            day=address["date"],
            edition=address["edition"],
            address_number=address["address_number"],
            label=address["label"],
        )
        return found.order_by("-is_current", "-at", "-number")

    def on(self, date: dt.date) -> Self:
        """Keep those of the issues of this date."""
        return self.filter(day=date)

    def in_edition(self, edition: str) -> Self:
        """Keep those of an edition, by the word for it in addresses; "" is the ordinary one."""
        return self.filter(edition=edition)

    def in_newspaper(self, newspaper: int) -> Self:
        return self.filter(newspaper=newspaper)

    def with_page(self) -> Self:
        """Fetch page, issue and newspaper along: what an address and a citation need."""
        found = self.select_related("page__issue__newspaper")
        return found.defer("page__text")

    def listed(self) -> Self:
        """Fetch what a list shows, and leave the texts."""
        return self.placed().defer("regions")

    def placed(self) -> Self:
        """Fetch what a list shows, and where it stands on the picture of its page."""
        return self.with_page().defer("content", "page__text")

    def noted(self) -> Self:
        """Keep those whose notes on corrections readers see."""
        standing = self.filter(withdrawn_at=None)
        return standing.exclude(correction_note="")

    def in_order(self) -> Self:
        """Put those of one page in reading order."""
        return self.order_by("position", "pk")

    def as_printed(self) -> Self:
        """Put those of one issue in the order of its pages."""
        return self.order_by("sort_label", "position", "pk")

    def newest_first(self) -> Self:
        return self.order_by("-day", "edition", "sort_label", "position", "pk")
