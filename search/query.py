"""Ask the index: filters, order, what each result shows, and what to try when there is none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, reduce
from operator import add
from typing import Any
from urllib.parse import urlencode

from django.db.models import Case, Count, F, IntegerField, Value, When
from django.db.models.functions import Least, Length, Replace, StrIndex
from django.db.models.lookups import GreaterThan

from articles.models import Article, Mention
from people.models import Person
from search.folding import words_of
from search.highlighting import MarkedRun, marked, passages_of
from search.index import lines_of
from search.keywords import segments
from search.models import Entry, EntryQuerySet

# Ranking reads each text: of more hits than these only the newest are ranked, the others follow by
# date.
CANDIDATES = 1000
HEADING_WEIGHT = 10
MOST_OCCURRENCES = 9
PEOPLE_SHOWN = 12


def find(q: str, **filters: Any) -> EntryQuerySet:
    """Return the entries that contain all words of ``q`` (all entries when it is empty) and pass
    the filters.

    Filters are those of ``EntryQuerySet.within``; one that is ``None`` or absent lets everything
    pass."""
    entries = Entry.objects.containing(q) if q else Entry.objects.all()
    return entries.within(
        **{name: value for name, value in filters.items() if value is not None}
    )


class ByRelevance:
    """The hits in order of relevance, as a paginator needs them: counted and sliced into primary
    keys.

    A word counts ``HEADING_WEIGHT`` when it stands in a heading, and one for each of its first
    occurrences anywhere."""

    ordered = True

    def __init__(self, entries: EntryQuerySet, q: str) -> None:
        self.entries = entries
        self.words = words_of(q)

    def __getitem__(self, wanted: slice) -> list[int]:
        ranked = self._ranked[wanted]
        later = slice(max(wanted.start or 0, CANDIDATES), wanted.stop)
        return (
            ranked + list(self._newest[later])
            if later.stop > CANDIDATES
            else ranked
        )

    def count(self) -> int:
        return self.entries.count()

    @property
    def _newest(self) -> EntryQuerySet:
        return self.entries.newest_first().values_list("pk", flat=True)

    @cached_property
    def _ranked(self) -> list[int]:
        candidates = Entry.objects.filter(
            pk__in=list(self._newest[:CANDIDATES])
        )
        score = reduce(add, map(_score, self.words), Value(0))
        return list(
            candidates.order_by((score).desc(), "-date", "-pk").values_list(
                "pk", flat=True
            )
        )


@dataclass(frozen=True, slots=True)
class Result:
    """An article that was found: its title and the passages that hold the words, these marked."""

    article: Article
    title: list[MarkedRun]
    passages: list[list[MarkedRun]]


def results_of(pks: Iterable[int], q: str) -> list[Result]:
    """Return what to show of these articles, in the order given; what is not published is left
    out.
    """
    pks = list(pks)
    words = words_of(q)
    articles = (
        Article.objects.published()
        .listed()
        .prefetch_related("photos")
        .in_bulk(pks)
    )
    return [_result(articles[pk], words) for pk in pks if pk in articles]


def people_in(entries: EntryQuerySet) -> list[Person]:
    """Return the people whom the newest hits name most, each with ``hits``: in how many
    articles.
    """
    newest = list(
        entries.newest_first().values_list("pk", flat=True)[:CANDIDATES]
    )
    mentions = Mention.objects.published().filter(article__in=newest)
    people = Person.objects.filter(mentions__in=mentions).annotate(
        hits=Count("mentions__article", distinct=True)
    )
    return list(people.order_by("-hits", "sort_name", "pk")[:PEOPLE_SHOWN])


@dataclass(frozen=True, slots=True)
class Easier:
    """Another query that finds something: its words, whether it drops the filters, and how many it
    finds.
    """

    q: str
    unfiltered: bool
    count: int
    address: str


def easier(
    q: str, filters: dict[str, Any], raw: dict[str, str]
) -> Iterator[Easier]:
    """Yield queries like this one that do find something; ``raw`` is the filters as they stand in
    the address.
    """
    if any(value is not None for value in filters.values()):
        yield from _tried(q, {}, {}, unfiltered=True)
    words = q.split()
    if len(words) > 1:
        pieces = words
    else:
        pieces = [piece for piece in segments(q) if len(piece) > 1]
    if len(pieces) > 1:
        for query in dict.fromkeys([" ".join(pieces), *pieces]):
            yield from _tried(query, filters, raw)


def _tried(
    q: str,
    filters: dict[str, Any],
    raw: dict[str, str],
    *,
    unfiltered: bool = False,
) -> Iterator[Easier]:
    if count := find(q, **filters).count():
        yield Easier(q, unfiltered, count, urlencode({"q": q, **raw}))


def _result(article: Article, words: list[str]) -> Result:
    lines = [line for line in lines_of(article) if line != article.title]
    return Result(
        article,
        marked(article.title, words),
        passages_of(lines, words) if words else [],
    )


def _score(word: str) -> Any:
    without = Replace(F("text"), Value(word), Value(""))
    occurrences = (Length(F("text")) - Length(without)) / Value(len(word))
    in_heading = Case(
        When(
            GreaterThan(StrIndex(F("heading"), Value(word)), 0),
            then=HEADING_WEIGHT,
        ),
        default=0,
    )
    return in_heading + Least(
        occurrences, Value(MOST_OCCURRENCES), output_field=IntegerField()
    )


# Enough for a sentence; a whole paragraph is better looked for by one of its sentences.
LONGEST_QUERY = 200
