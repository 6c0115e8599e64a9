"""Signatures that follow one another faster than anybody can read."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby, pairwise
from operator import attrgetter
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet
from django.db.models.functions import Length

from articles.models import Publication
from editorial.models import Review

# Characters in a second; who reads Chinese with practice and care takes in ten.
MOST_READ = 25
# Only how long they are is asked.
LONG_TEXTS = ("article__body", "article__read_body")


@dataclass(frozen=True, slots=True)
class FastSignature:
    """A signature, so many seconds behind the one before, under so many characters."""

    review: Review
    seconds: int
    characters: int


def fast_signatures(since: dt.datetime) -> list[FastSignature]:
    """Return the approvals since then that came sooner behind the same person's last review than
    the article can be read. Articles published before are left out: of them only changes are read.
    """
    reviews = Review.objects.filter(at__gte=since)
    ordered = reviews.order_by("by", "at", "pk")
    told = ordered.select_related("article").defer(*LONG_TEXTS)
    weighed = told.annotate(
        characters=Length("article__body"),
        was_public=Exists(_published_before()),
    )
    found: list[FastSignature] = []
    for _by, own in groupby(weighed, attrgetter("by_id")):
        found += _too_fast(own)
    return found


def _published_before() -> QuerySet[Publication]:
    earlier = {
        "article": OuterRef("article"),
        "at__lt": OuterRef("at"),
    }
    return Publication.objects.filter(**earlier)


def _too_fast(own: Iterator[Any]) -> Iterator[FastSignature]:
    """Yield those of one person's reviews, in their order."""
    for before, review in pairwise(own):
        taken = review.at - before.at
        seconds = int(taken.total_seconds())
        if not _is_unread(review, seconds):
            continue
        yield FastSignature(
            review,
            seconds,
            review.characters,
        )


def _is_unread(review: Any, seconds: int) -> bool:
    """Tell whether a review approves what cannot have been read in so many seconds."""
    is_approval = review.decision == Review.Decision.APPROVED
    if review.was_public or not is_approval:
        return False
    could_read = seconds * MOST_READ
    return review.characters > could_read
