"""Ask the index: filters, order, what each result shows, and what to try when there is none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, reduce
from operator import add
from typing import Any
from urllib.parse import urlencode

from django.db.models import (
    Case,
    Count,
    F,
    IntegerField,
    QuerySet,
    Value,
    When,
)
from django.db.models.functions import Least, Length, Replace, StrIndex
from django.db.models.lookups import GreaterThan

from articles.models import Publication
from events.models import Statement
from people.models import PublicPerson
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
# Enough for a sentence; a whole paragraph is better looked for by one of its sentences.
LONGEST_QUERY = 200


def find(q: str, **filters: Any) -> EntryQuerySet:
    """Return the entries that contain all words of ``q`` (all entries when it is empty) and pass
    the filters.

    Filters are those of ``EntryQuerySet.within``; one that is ``None`` or absent lets everything
    pass."""
    entries = Entry.objects.containing(q) if q else Entry.objects.all()
    return entries.within(**_given(filters))


def _given(filters: dict[str, Any]) -> dict[str, Any]:
    """Return the filters that have a value."""
    return {name: value for name, value in filters.items() if value is not None}


class ByRelevance:
    """The hits in order of relevance, as a paginator needs them: sliced into primary keys.

    A word counts ``HEADING_WEIGHT`` when it stands in a heading, and one for each of its first
    occurrences anywhere."""

    ordered = True

    def __init__(self, entries: EntryQuerySet, q: str) -> None:
        self.entries = entries
        self.words = words_of(q)

    def __getitem__(self, wanted: slice) -> list[int]:
        ranked = self._ranked[wanted]
        if wanted.stop <= CANDIDATES:
            return ranked
        first = max(wanted.start or 0, CANDIDATES)
        return ranked + list(self._newest[first : wanted.stop])

    @property
    def _newest(self) -> QuerySet[Entry, int]:
        return _keys_newest_first(self.entries)

    @cached_property
    def _ranked(self) -> list[int]:
        newest = list(self._newest[:CANDIDATES])
        candidates = Entry.objects.filter(pk__in=newest)
        score = reduce(add, map(_score, self.words), Value(0))
        best_first = candidates.order_by(score.desc(), "-date", "-pk")
        return _keys(best_first)


def _keys(entries: QuerySet[Entry]) -> list[int]:
    return list(entries.values_list("pk", flat=True))


def _keys_newest_first(entries: EntryQuerySet) -> QuerySet[Entry, int]:
    ordered = entries.newest_first()
    return ordered.values_list("pk", flat=True)


@dataclass(frozen=True, slots=True)
class Result:
    """What was found: its title and the passages that hold the words, these marked."""

    article: Publication
    title: list[MarkedRun]
    passages: list[list[MarkedRun]]


def results_of(pks: Iterable[int], q: str) -> list[Result]:
    """Return what to show of these articles, in the order given; what is not published is left
    out.
    """
    pks = list(pks)
    words = words_of(q)
    current = Publication.objects.current().with_page()
    found = {each.article_id: each for each in current.filter(article__in=pks)}
    return [_result(found[pk], words) for pk in pks if pk in found]


@dataclass(frozen=True, slots=True)
class NamedPerson:
    """A person whom hits name, and in how many articles."""

    person: PublicPerson
    hits: int


def people_in(entries: EntryQuerySet) -> list[NamedPerson]:
    """Return the people whom the newest hits name most, those named as often by pinyin."""
    newest = list(_keys_newest_first(entries)[:CANDIDATES])
    named = Statement.objects.filter(
        about="person",
        field=Statement.MENTION,
        publication__article__in=newest,
    )
    hits = Count("publication", distinct=True)
    by_person = named.order_by().values("subject").annotate(hits=hits)
    counted = dict(by_person.values_list("subject", "hits"))
    people = PublicPerson.objects.by_name().in_bulk(counted)
    found = [NamedPerson(each, counted[each.pk]) for each in people.values()]
    found.sort(key=lambda named: (-named.hits, named.person.sort_name))
    return found[:PEOPLE_SHOWN]


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
    if _given(filters):
        yield from _tried(q, {}, {}, unfiltered=True)
    pieces = _pieces(q)
    if len(pieces) > 1:
        together = " ".join(pieces)
        for query in dict.fromkeys([together, *pieces]):
            yield from _tried(query, filters, raw)


def _pieces(q: str) -> list[str]:
    """Return the words of a query; of a single one those it is made of."""
    words = q.split()
    if len(words) > 1:
        return words
    return [piece for piece in segments(q) if len(piece) > 1]


def _tried(
    q: str,
    filters: dict[str, Any],
    raw: dict[str, str],
    *,
    unfiltered: bool = False,
) -> Iterator[Easier]:
    count = find(q, **filters).count()
    if count:
        address = urlencode({"q": q, **raw})
        yield Easier(q, unfiltered, count, address)


def _result(publication: Publication, words: list[str]) -> Result:
    title = publication.title
    lines = [line for line in lines_of(publication) if line != title]
    passages = passages_of(lines, words) if words else []
    return Result(publication, marked(title, words), passages)


def _score(word: str) -> Any:
    """Return the points of a folded word, worked out by the database."""
    points = Least(
        _occurrences(word),
        Value(MOST_OCCURRENCES),
        output_field=IntegerField(),
    )
    return _points_of_heading(word) + points


def _points_of_heading(word: str) -> Case:
    place = StrIndex(F("heading"), Value(word))
    stands: Any = GreaterThan(place, 0)
    return Case(When(stands, then=HEADING_WEIGHT), default=0)


def _occurrences(word: str) -> Any:
    """Return how often the word stands in the text: what it takes up of it by its length."""
    without = Replace(F("text"), Value(word), Value(""))
    taken = Length(F("text")) - Length(without)
    return taken / Value(len(word))
