"""The entries of a chronicle as files have them: plain sentences with their references."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from articles.citations.cited_article import CitedArticle, cited
from articles.citations.national_standard import GBT_2025
from articles.models import Publication
from events.chronicle import people_to_name, sentence_of
from events.models import PartOfDay, PublicEvent, Statement
from events.models.public_event import PublicEventQuerySet
from events.telling import sources_of
from people.models import PublicPerson
from public.congress.entries import (
    SOURCES_READ,
    heading_of,
    one_an_article,
)
from public.congress.plan import rank_of
from public.downloads.rights import (
    agency_of,
    each_once,
    photo_rights,
    text_rights,
)
from public.linked_data.graph import Absolute
from public.photo.event_photos import photos_by_event

# Made at once, so that an archive of any size takes the same memory.
LOT = 100


@dataclass(frozen=True, slots=True)
class ToldEntry:
    """An event of a chronicle: its sentence, the articles that tell it with the words and their
    address, and whose these and its photos are.
    """

    event: PublicEvent
    sentence: str
    articles: list[CitedArticle]
    words: list[tuple[str, str]]
    rights: list[str]
    address: str

    @property
    def heading(self) -> tuple[dt.date, str]:
        """What it stands under: its first day, or the month or year that is known."""
        return heading_of(self.event)

    @property
    def part(self) -> str:
        """The half of the day, empty where no source says it."""
        rank = rank_of(self.event)
        return str(list(PartOfDay)[rank - 1].label) if rank else ""

    @property
    def clock(self) -> str:
        """The hour in twenty-four, empty where no source says it."""
        time = self.event.time
        if time is None:
            return ""
        return f"{time:%-H:%M}"

    @property
    def references(self) -> list[str]:
        """The references to its articles, after the edition of GB/T 7714 that holds."""
        return [GBT_2025.online(each) for each in self.articles]


def told_entries(
    events: PublicEventQuerySet,
    absolute: Absolute,
    *,
    whole: PublicEvent | None = None,
    most: int | None = None,
) -> Iterator[ToldEntry]:
    """Yield the entries of these events in the order of time, ``most`` at most; ``whole`` is the
    congress they are part of, ``absolute`` makes a path a full address.
    """
    keys = events.in_time().values_list("pk", flat=True)[:most]
    rest = iter(list(keys))
    while lot := list(islice(rest, LOT)):
        found = PublicEvent.objects.filter(pk__in=lot)
        yield from _lot(list(found.in_time()), absolute, whole)


def _lot(
    events: Sequence[PublicEvent],
    absolute: Absolute,
    whole: PublicEvent | None,
) -> Iterator[ToldEntry]:
    people = PublicPerson.objects.in_bulk(people_to_name(events))
    sources = sources_of([each.pk for each in events], SOURCES_READ)
    photos = photos_by_event(events, sources)
    agencies = _agencies(sources.values())
    for event in events:
        runs = sentence_of(event, people, whole)
        words = one_an_article(sources.get(event.pk, ()))
        rights = [
            *(_text_rights(each, agencies) for each in words),
            *map(photo_rights, photos[event.pk]),
        ]
        yield ToldEntry(
            event,
            "".join(run.text for run in runs),
            [_cited(each, absolute) for each in words],
            [(each.exact, absolute(each.get_absolute_url())) for each in words],
            each_once(rights),
            absolute(event.get_absolute_url()),
        )


def _cited(words: Statement, absolute: Absolute) -> CitedArticle:
    publication = words.publication
    address = absolute(publication.get_absolute_url())
    return cited(publication, address)


def _agencies(sources: Iterable[Sequence[Statement]]) -> dict[int, str]:
    """Return the agency that each publication's dateline names."""
    keys = {each.publication_id for words in sources for each in words}
    telling = Publication.objects.filter(pk__in=keys)
    datelines = telling.order_by().values_list(
        "pk", "content__dateline__source"
    )
    return {key: agency_of(source or "") for key, source in datelines}


def _text_rights(words: Statement, agencies: dict[int, str]) -> str:
    newspaper = words.publication.page.issue.newspaper
    return text_rights(newspaper, agencies.get(words.publication_id, ""))
