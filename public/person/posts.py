"""The posts that publications state of a person, and what begins and ends them."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from events.models import PublicEvent, Statement
from people.models import PublicPost
from records.grouping import grouped

# The newest statements looked through, and the newest words shown of each post.
MOST_STATED = 1000
MOST_WORDS = 5
MOST_BOUNDS = 50


@dataclass(frozen=True, slots=True)
class PostInPrint:
    """A post as it is stated, the first and the last day of the issues that do, and the newest
    words.
    """

    label: str
    first_day: dt.date
    last_day: dt.date
    words: list[Statement]


def posts_of(person: int) -> list[PostInPrint]:
    """Return the posts of a person, the one stated last first."""
    posts = PublicPost.objects.filter(person=person)
    last_first = list(posts.order_by("-last_day", "post"))
    if not last_first:
        return []
    words = _newest_words(person)
    return [
        PostInPrint(
            post.label,
            post.first_day,
            post.last_day,
            words.get(post.post, []),
        )
        for post in last_first
    ]


def _newest_words(person: int) -> dict[int, list[Statement]]:
    """Return the newest words that state each post, by its key."""
    stated = Statement.objects.of_person(person)
    memberships = stated.memberships().newest_first()
    rows = memberships.values_list("object", "pk")[:MOST_STATED]
    by_post = grouped(rows).values()
    newest = [key for keys in by_post for key in keys[:MOST_WORDS]]
    words = Statement.objects.filter(pk__in=newest)
    return grouped(
        (each.object or 0, each) for each in words.with_article().newest_first()
    )


def bounds_of(person: int) -> list[tuple[Statement, PublicEvent]]:
    """Return what began and ended posts of a person, each with its event, the newest first."""
    stated = Statement.objects.filter(field=Statement.TENURE, object=person)
    newest = stated.with_article().newest_first()[:MOST_BOUNDS]
    told = list(newest)
    events = PublicEvent.objects.in_bulk({each.subject for each in told})
    return [
        (each, events[each.subject]) for each in told if each.subject in events
    ]
