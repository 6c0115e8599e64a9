"""Which articles' words or facts a step changed."""

from __future__ import annotations

from collections.abc import Iterable

from articles.models import Article, Evidence, Photo
from editorial.models import StepRow
from editorial.stating import articles_stating_any
from editorial.steps.stored_rows import Values
from editorial.steps.tracked import tracked
from records.grouping import grouped

OF_AN_ARTICLE = frozenset({"block", "byline", "photo", "mention", "evidence"})
STATED = frozenset({"election", "event", "membership", "post"})
WORDS = ("evidence_id", "attendance_evidence_id")


def articles_changed(rows: Iterable[StepRow]) -> set[int]:
    """Return the keys of the articles whose words or facts these rows change, as they were stated
    before or are stated now.
    """
    by_kind = grouped((row.kind, row) for row in rows if not row.computed)
    articles: set[int] = set()
    for kind, of_kind in by_kind.items():
        articles |= _of_kind(kind, of_kind)
    there = Article.every.filter(pk__in=articles)
    return set(there.values_list("pk", flat=True))


def _of_kind(kind: str, rows: list[StepRow]) -> set[int]:
    """Return the articles that records of one kind are a part of, or that state them."""
    if kind == "article":
        return {row.key for row in rows}
    if kind in OF_AN_ARTICLE:
        return _values(rows, "article_id")
    if kind == "photographer":
        return _with_photos(rows)
    # Of a person, articles say the name where they print none.
    stated = [row.key for row in rows if kind in STATED or _is_named(row)]
    articles = _stating(kind, rows)
    if not stated:
        return articles
    model = tracked(kind).model
    return articles | articles_stating_any(model, stated)


def _is_named(row: StepRow) -> bool:
    return row.kind == "person" and "name" in row.fields


def _with_photos(rows: list[StepRow]) -> set[int]:
    """Return the articles of the photos whose photographers these rows are."""
    photos = Photo.objects.filter(pk__in=_values(rows, "photo_id"))
    return set(photos.values_list("article", flat=True))


def _stating(kind: str, rows: list[StepRow]) -> set[int]:
    """Return the articles whose words state records, by a column of these."""
    columns = [name for name in WORDS if name in tracked(kind).names]
    words: set[int] = set()
    for column in columns:
        words |= _values(rows, column)
    if not words:
        return set()
    stating = Evidence.objects.filter(pk__in=words)
    return set(stating.values_list("article", flat=True))


def _values(rows: list[StepRow], column: str) -> set[int]:
    """Return what a column held before or holds now, as far as it points to something."""
    stored = tracked(rows[0].kind).table.filter(
        pk__in=[row.key for row in rows]
    )
    found = set(stored.values_list(column, flat=True))
    for values in _states(rows):
        found.add(values.get(column))
    return found - {None}


def _states(rows: Iterable[StepRow]) -> list[Values]:
    both = [state for row in rows for state in (row.before, row.after)]
    return [state for state in both if state]
