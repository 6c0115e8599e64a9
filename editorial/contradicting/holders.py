"""Two holders of one post at one time."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import permutations
from operator import attrgetter

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from articles.models import Article
from editorial.contradicting.contradiction import (
    Contradiction,
    in_reach,
    own_words,
    stated_by,
)
from editorial.models.rules import Rule
from people.models import Membership, Post
from records.partial_dates import PartialDate

# A function that one person has at a time wherever it is held; not 副书记, 常委, 处长, 秘书长, 代表.
FUNCTIONS_OF_ONE = frozenset(
    {
        "总书记",
        "书记",
        "省长",
        "市长",
        "州长",
        "县长",
        "区长",
        "乡长",
        "镇长",
        "检察长",
    }
)
# 中央书记处书记 are several.
BODIES_OF_SEVERAL = ("书记处",)


def two_holders(article: Article) -> Iterator[Contradiction]:
    """Yield the posts of one holder that the article gives a person on days on which another person
    is stated to hold them.

    A post has one holder where its record says so, else where its function tells and it belongs to
    an organization: 市长 alone may be that of any city. Only exact days count: those on which a
    paper states the post, and the first and the last day if they are given as days; between two of
    them the person held it. On the day of a change the old holder and the new one are both right.
    """
    for membership in _memberships(article):
        words = own_words(article, memberships=membership)
        if words is None:
            continue
        for other in _others(article, membership):
            day = day_of_both(membership, other)
            if day:
                message = _message(membership, other, day)
                yield Contradiction(Rule.TWO_HOLDERS, words, message)


def _memberships(article: Article) -> list[Membership]:
    """Return what the article states of posts that have one holder."""
    held = _held_by(Membership.objects.filter(stated_by(article)))
    return [one for one in held if is_of_one(one.post)]


def _others(article: Article, membership: Membership) -> list[Membership]:
    """Return who else holds the post by words in reach."""
    of_post = Membership.objects.filter(
        in_reach(article), post=membership.post_id
    )
    others = of_post.exclude(person=membership.person_id)
    return list(_held_by(others))


def _held_by(found: QuerySet[Membership]) -> QuerySet[Membership]:
    """Fetch each membership once, with its post and its person."""
    held = found.select_related("person", "post__organization")
    each_once = held.distinct()
    return each_once.order_by("pk")


def is_of_one(post: Post) -> bool:
    """Tell whether one person at a time holds a post, by its record or by its nature."""
    if post.has_one_holder is not None:
        return post.has_one_holder
    if post.role not in FUNCTIONS_OF_ONE:
        return False
    body = post.organization
    return body is not None and not body.name.endswith(BODIES_OF_SEVERAL)


@dataclass(frozen=True, slots=True)
class _Days:
    """The days on which somebody certainly held a post; ``begins`` and ``ends`` where they are the
    first and the last.
    """

    first: dt.date
    last: dt.date
    begins: dt.date | None
    ends: dt.date | None


def _days_of(membership: Membership) -> _Days | None:
    """Return what is known to the day of how long somebody held a post."""
    begins = _exact(membership.start_date)
    ends = _exact(membership.end_date)
    known = [day for day in (begins, ends, membership.stated_on) if day]
    if not known:
        return None
    return _Days(min(known), max(known), begins, ends)


def _exact(edtf: str) -> dt.date | None:
    """Return the day that a date means, None where it is left out or means no one day."""
    if not edtf:
        return None
    try:
        date = PartialDate.parse(edtf)
    except ValueError:
        return None
    return date.earliest if date.earliest == date.latest else None


def day_of_both(one: Membership, other: Membership) -> dt.date | None:
    """Return the first day on which both held the post, None where none is certain or it is the day
    on which the one followed the other.
    """
    mine = _days_of(one)
    others = _days_of(other)
    if mine is None or others is None:
        return None
    first = max(mine.first, others.first)
    last = min(mine.last, others.last)
    if first > last:
        return None
    if first == last and _is_change(first, (mine, others)):
        return None
    return first


def _is_change(day: dt.date, held: Iterable[_Days]) -> bool:
    """Tell whether this is the last day of one and the first of the other, and one of them says
    so.
    """
    return any(_follows(old, new, day) for old, new in permutations(held))


def _follows(old: _Days, new: _Days, day: dt.date) -> bool:
    """Tell whether the one ended on this day, or the other began, and not both alike."""
    if old.last != day or new.first != day:
        return False
    if old.ends == day:
        return new.ends != day
    return new.begins == day and old.begins != day


def _message(one: Membership, other: Membership, day: dt.date) -> str:
    """Name both holders, the one recorded first in front: told alike from either side."""
    first, second = sorted((one, other), key=attrgetter("pk"))
    message = _(
        "%(post)s is held by one person at a time: "
        "on %(day)s by %(one)s and by %(other)s."
    )
    return message % {
        "post": one.post,
        "day": day.isoformat(),
        "one": first.person,
        "other": second.person,
    }
