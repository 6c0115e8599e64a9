"""What the index holds of each published article."""

from __future__ import annotations

import datetime as dt
from typing import Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.models import Article, Newspaper
from events.models import Statement
from people.models import PublicPerson
from search.engine import engine_of
from search.folding import words_of


class EntryQuerySet(models.QuerySet["Entry"]):
    def containing(self, query: str) -> Self:
        """Keep the articles that contain all words of the query; none when it has no word."""
        words = words_of(query)
        if words:
            return self.filter(engine_of(self.db).containing(words))
        return self.none()

    def within(
        self,
        date_from: dt.date | None = None,
        date_to: dt.date | None = None,
        newspaper: Newspaper | None = None,
        person: PublicPerson | None = None,
    ) -> Self:
        """Keep the articles printed on these days (both included), in this newspaper, naming this
        person.
        """
        entries = self
        if date_from is not None:
            entries = entries.filter(date__gte=date_from)
        if date_to is not None:
            entries = entries.filter(date__lte=date_to)
        if newspaper is not None:
            entries = entries.filter(newspaper=newspaper)
        if person is not None:
            named = Statement.objects.naming(person.pk)
            entries = entries.filter(
                pk__in=named.values("publication__article")
            )
        return entries

    def newest_first(self) -> Self:
        return self.order_by("-date", "-pk")


class Entry(models.Model):
    """A published article as search sees it, written by ``search.index`` alone.

    ``text`` is all its words folded, a line a heading or paragraph. Date and newspaper repeat those
    of the issue, so that thousands of hits can be filtered and put in order without reading the
    articles."""

    article = models.OneToOneField(
        Article,
        models.CASCADE,
        primary_key=True,
        related_name="search_entry",
        verbose_name=_("article"),
    )
    newspaper = models.ForeignKey(
        Newspaper, models.CASCADE, related_name="+", verbose_name=_("newspaper")
    )
    date = models.DateField(_("date"))
    heading = models.TextField(_("headline"))
    text = models.TextField(_("text"))

    objects = EntryQuerySet.as_manager()

    class Meta:
        verbose_name = _("search entry")
        verbose_name_plural = _("search entries")
        indexes = [
            models.Index(
                fields=["-date", "-article", "newspaper"],
                name="search_entry_newest_first",
            )
        ]

    def __str__(self) -> str:
        return self.heading or self.text[:30]
