"""Who is at what just now: the reservations of colleagues, in the words of what they hold."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from operator import attrgetter
from typing import Any

from django.contrib.auth.models import User
from django.urls import reverse

from articles.models import Article, Page, Photo
from editorial.models import Hold, WaitingStep
from people.models import Pair

# What a reservation begins with, what it is of, and where that is dealt with.
SUBJECTS: dict[str, tuple[type[Any], str]] = {
    "page": (Page, "desk-page"),
    "article": (Article, "desk-review"),
    "photo": (Photo, "desk-photo"),
    "asked": (WaitingStep, "desk-asked"),
    "pair": (Pair, ""),
}
FETCHED = {"page": ("issue__newspaper",), "pair": ("first", "second")}


@dataclass(frozen=True, slots=True)
class AtWork:
    """A colleague's reservation, what it is of and where that stands."""

    hold: Hold
    words: str
    address: str


def reserved_by_others(user: User) -> dict[str, Hold]:
    """Return the reservations of colleagues by what they are of; each has one at most."""
    others = Hold.objects.of_others(user)
    return {hold.subject: hold for hold in others.select_related("by")}


def colleagues_at_work(holds: Iterable[Hold]) -> list[AtWork]:
    """Return what is reserved and still there, the reservations soonest over first."""
    found = {hold.subject: hold for hold in holds}
    at_work = _still_there(found)
    return sorted(
        at_work,
        key=attrgetter("hold.until"),
    )


def _still_there(held: dict[str, Hold]) -> Iterator[AtWork]:
    for kind, keys in _by_kind(held):
        for record in _records(kind, keys):
            key = record.pk
            hold = held[f"{kind}:{key}"]
            words = str(record)
            yield AtWork(hold, words, _address(kind, key))


def _by_kind(subjects: Iterable[str]) -> Iterable[tuple[str, list[int]]]:
    """Return the keys of what is reserved, by what kind of thing it is."""
    kinds: dict[str, list[int]] = defaultdict(list)
    for subject in subjects:
        kind, _colon, key = subject.partition(":")
        kinds[kind].append(int(key))
    return kinds.items()


def _records(kind: str, keys: list[int]) -> Iterable[Any]:
    """Return the records of one kind that have these keys, with what their names are made of."""
    model, _screen = SUBJECTS[kind]
    found = model.objects.filter(pk__in=keys)
    fetched = FETCHED.get(kind)
    if fetched:
        return found.select_related(*fetched)
    return found


def _address(kind: str, key: int) -> str:
    _model, screen = SUBJECTS[kind]
    if not screen:
        asked = {"pair": key}
        return reverse("desk-near", query=asked)
    return reverse(
        screen,
        args=[key],
    )
