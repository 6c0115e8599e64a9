"""Places that stay where they are when an edit changes characters one for one: full-width marks for
half-width ones are the same words, and what they state need not be checked again.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models import F

from articles.models import Article, Evidence, Mention
from articles.models.selector import TextRange
from editorial.anchoring import ASIDE
from editorial.models import Finding

MOVED = ["start", "end", "exact", "prefix", "suffix", "check_again"]


class HeldPlaces:
    """Where open findings, names and evidence of articles stand before such an edit."""

    def __init__(self, articles: Iterable[int]) -> None:
        self.articles = list(articles)
        placed = Finding.objects.open().filter(
            article__in=self.articles, start__isnull=False
        )
        self.findings = _places(placed)
        self.marks: list[tuple[type[Any], dict[int, TextRange]]] = [
            (
                model,
                _places(
                    model.objects.standing().filter(article__in=self.articles)
                ),
            )
            for model in (Mention, Evidence)
        ]

    def put_back(self) -> None:
        """Let those that the edit has moved or marked stand where they stood, with the characters
        that are there now.
        """
        texts = Article.objects.in_bulk(self.articles)
        self._put_findings_back(texts)
        for model, places in self.marks:
            self._put_marks_back(model, places, texts)

    def _put_findings_back(self, texts: dict[int, Article]) -> None:
        moved = Finding.objects.open().select_related("photo")
        for finding in moved.filter(pk__in=self.findings):
            start, end = self.findings[finding.pk]
            article = texts[finding.article_id or 0]
            finding.start = start
            finding.end = end
            finding.exact = finding.text_in(article)[start:end]
            finding.save(update_fields=["start", "end", "exact"])

    def _put_marks_back(
        self,
        model: type[Any],
        places: dict[int, TextRange],
        texts: dict[int, Article],
    ) -> None:
        lost = model.objects.filter(pk__in=places, check_again=True)
        marks = list(lost.select_related("photo"))
        for mark in marks:
            mark.article = texts[mark.article_id]
            mark.anchor(*places[mark.pk])
            mark.check_again = False
        lost.update(start=F("start") + ASIDE, end=F("end") + ASIDE)
        model.objects.bulk_update(marks, MOVED)


def _places(rows: Any) -> dict[int, TextRange]:
    found = rows.values_list("pk", "start", "end")
    return {key: (start, end) for key, start, end in found}
