"""One person at two places, two events in one hall, at one hour."""

from __future__ import annotations

from collections.abc import Iterator
from operator import attrgetter

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from articles.models import Article, Evidence
from editorial.contradicting.contradiction import (
    Contradiction,
    in_reach,
    own_words,
    stated_by,
)
from editorial.contradicting.named_places import certainly_apart, is_one_hall
from editorial.models.rules import Rule
from events.models import Event, EventRole, Participation

# What a comparison of two events needs: the events above each, three deep.
ABOVE = "parent__parent__parent"


def two_places(article: Article) -> Iterator[Contradiction]:
    """Yield the people whom the article puts in one building at an exact clock time, and words in
    reach in another building at the very same time.

    Quiet where a day, a time or a place is missing, a time is about, a place is no building, one
    event is part of the other, or a role needs nobody's presence (the table of roles says so):
    morning and afternoon are two times, and nobody knows how long an event took.
    """
    absent = _roles_from_afar()
    own = Participation.objects.filter(stated_by(article))
    for part in _timed(own):
        if part.role.startswith(absent):
            continue
        for other in _elsewhere(article, part):
            if other.role.startswith(absent):
                continue
            message = _two_places(part, other)
            yield Contradiction(Rule.TWO_PLACES, part.evidence, message)


def _roles_from_afar() -> tuple[str, ...]:
    """Return the beginnings of the roles that people have who may be elsewhere."""
    roles = EventRole.objects.filter(needs_presence=False)
    return tuple(roles.values_list("label", flat=True))


def _timed(parts: QuerySet[Participation]) -> QuerySet[Participation]:
    """Keep the parts in events of an exact time and a place, and fetch what is compared."""
    exact = parts.filter(_exactly_timed("event__"))
    fetched = exact.select_related("person", "evidence", f"event__{ABOVE}")
    return fetched.order_by("pk")


def _exactly_timed(path: str) -> Q:
    """Return the condition of an event with a place, a day and a clock time that are not about."""
    exact = {
        f"{path}precision": Event.Precision.DAY,
        f"{path}time__isnull": False,
        f"{path}approximate": False,
    }
    return Q(**exact) & ~Q((f"{path}place", ""))


def _elsewhere(
    article: Article, part: Participation
) -> Iterator[Participation]:
    """Yield where else words in reach put the person at the time of this part."""
    event = part.event
    others = Participation.objects.filter(
        in_reach(article),
        person=part.person_id,
        event__earliest=event.earliest,
        event__time=event.time,
    )
    for other in _timed(others.exclude(event=event)):
        if _is_part(event, other.event):
            continue
        if certainly_apart(event.place, other.event.place):
            yield other


def _is_part(one: Event, other: Event) -> bool:
    """Tell whether one event is a part of the other, at whatever depth."""
    return other in _above(one) or one in _above(other)


def _above(event: Event) -> Iterator[Event]:
    above = event.parent
    while above is not None:
        yield above
        above = above.parent


def _two_places(part: Participation, other: Participation) -> str:
    """Name both events, the one recorded first in front: told alike from either side."""
    first, second = sorted((part.event, other.event), key=attrgetter("pk"))
    message = _(
        "%(person)s takes part at one hour, %(hour)s, "
        "in %(one)s (%(here)s) and %(other)s (%(there)s)."
    )
    return message % {
        "person": part.person,
        "hour": _hour(first),
        "one": first,
        "here": first.place,
        "other": second,
        "there": second.place,
    }


def _hour(event: Event) -> str:
    return f"{event.earliest:%Y-%m-%d} {event.time:%H:%M}"


# Halls


def one_hall(article: Article) -> Iterator[Contradiction]:
    """Yield the events that the article puts into a hall at an exact clock time at which words in
    reach put another event there.

    A hall is one room: a conference centre holds many events at once. Every city has its 市会堂, so
    one named without its city is the same only for the same newspaper. Quiet where one event is
    part of the other, and where a day, a time or a place is missing or about.
    """
    stated = Event.objects.filter(_exactly_timed(""), stated_by(article))
    for event in _with_those_above(stated):
        words = own_words(article, events=event)
        if words is None:
            continue
        for other in _in_the_hall(article, event):
            message = _in_one_hall(event, other)
            yield Contradiction(Rule.ONE_HALL, words, message)


def _with_those_above(events: QuerySet[Event]) -> QuerySet[Event]:
    """Fetch each event once, with those it is part of."""
    return events.select_related(ABOVE).distinct().order_by("pk")


def _in_the_hall(article: Article, event: Event) -> Iterator[Event]:
    """Yield the other events that words in reach put there at the same time."""
    others = Event.objects.filter(
        _exactly_timed(""),
        in_reach(article),
        earliest=event.earliest,
        time=event.time,
        place=event.place,
    )
    for other in _with_those_above(others.exclude(pk=event.pk)):
        if _is_part(event, other):
            continue
        papers = _papers_of(article, event) & _papers_of(article, other)
        if is_one_hall(event.place, by_one_paper=bool(papers)):
            yield other


def _papers_of(article: Article, event: Event) -> set[int]:
    """Return the newspapers whose words in reach state an event."""
    words = Evidence.objects.filter(in_reach(article, path=""), events=event)
    return set(words.values_list("article__newspaper", flat=True))


def _in_one_hall(event: Event, other: Event) -> str:
    first, second = sorted((event, other), key=attrgetter("pk"))
    message = _(
        "Two events in one hall, %(place)s, at one hour, %(hour)s: "
        "%(one)s and %(other)s."
    )
    return message % {
        "place": first.place,
        "hour": _hour(first),
        "one": first,
        "other": second,
    }
