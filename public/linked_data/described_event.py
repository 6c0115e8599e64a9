"""An event or a congress in schema.org's terms (Event)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from events.models import PublicEvent, Statement
from public.linked_data.described_article import listed_article
from public.linked_data.graph import Absolute, Node, node, person_node
from public.templatetags.event_tags import machine_time

# So many people, parts and articles are named.
MOST_NAMED = 100


def event_node(event: PublicEvent, absolute: Absolute, **more: Any) -> Node:
    """Return an event with its time and place, and what else is given."""
    if event.kind == event.Kind.CONGRESS:
        return congress_node(event, absolute, **more)
    first = machine_time(event)
    last = ""
    if event.precision == PublicEvent.Precision.INTERVAL:
        last = event.latest.isoformat()
    return node(
        "Event",
        name=event.title,
        startDate=first,
        endDate=last,
        location=_place(event.place),
        url=absolute(event.get_absolute_url()),
        **more,
    )


def congress_node(congress: Any, absolute: Absolute, **more: Any) -> Node:
    """Return a congress with its days, and what else is given."""
    first, last = congress.span
    return node(
        "Event",
        name=congress.title,
        startDate=first.isoformat(),
        endDate=last.isoformat(),
        location=_place(congress.place),
        url=absolute(congress.get_absolute_url()),
        **more,
    )


def _place(name: str) -> Node | None:
    return node("Place", name=name, address=name) if name else None


def attending(
    participations: Iterable[Statement], absolute: Absolute
) -> list[Node]:
    """Return the people who took part, each once, in printed order."""
    people = {
        each.object: each.person.name
        for each in participations
        if each.object and each.person
    }
    named = list(people.items())[:MOST_NAMED]
    return [person_node(key, name, absolute) for key, name in named]


def telling_articles(
    sources: Iterable[Statement], absolute: Absolute
) -> list[Node]:
    """Return the articles that tell of an event, each once."""
    publications = {each.publication_id: each.publication for each in sources}
    named = list(publications.values())[:MOST_NAMED]
    return [listed_article(each, absolute) for each in named]


def parts_of_event(
    events: Sequence[PublicEvent], absolute: Absolute
) -> list[Node]:
    """Return the first parts of an event."""
    return [event_node(each, absolute) for each in events[:MOST_NAMED]]


def steps_to_event(
    event: PublicEvent, whole: PublicEvent | None = None
) -> Iterator[tuple[str, str]]:
    """Yield the way to an event through the one it is part of, for breadcrumbs."""
    yield _("Congresses"), reverse("congresses")
    if whole is not None:
        yield whole.title, whole.get_absolute_url()
    yield event.title, event.get_absolute_url()
