"""The front page: the newest day in print, ranked, and what stands beside it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery

from articles.models import Issue, Publication, PublicPhoto
from events.models import Statement
from people.models import PublicPerson

# Of one day at most so many articles are ranked, of photos and people shown.
MOST_ARTICLES = 30
MOST_PHOTOS = 7
MOST_BEFORE = 8
MOST_PEOPLE = 30
# Behind the lead so many with their beginnings, so many without; the others are lines.
SECONDS = 3
# How far back this day is looked for, and how many years are shown.
YEARS_BACK = 150
YEARS_SHOWN = 6


@dataclass(slots=True)
class FrontPage:
    """What is published of one day: the lead story with its photo, those behind it, the rest in the
    order of print; ``before`` are the newest of the days before.
    """

    day: dt.date
    lead: Publication
    photo: PublicPhoto | None
    seconds: list[Publication]
    briefs: list[Publication]
    photos: list[PublicPhoto] = field(default_factory=list)
    before: list[Publication] = field(default_factory=list)

    @property
    def articles(self) -> list[Publication]:
        return [self.lead, *self.seconds, *self.briefs]

    @property
    def issues(self) -> list[Issue]:
        """The issues of the day, each once."""
        return list(dict.fromkeys(each.page.issue for each in self.articles))


def front_page() -> FrontPage | None:
    """Return the front page of the newest day of which something is published, in three queries."""
    current = Publication.objects.current().newest_first()
    newest = list(current.values_list("pk", "day")[:MOST_ARTICLES])
    if not newest:
        return None
    _first, day = newest[0]
    keys = [key for key, printed in newest if printed == day]
    others = [key for key, printed in newest if printed != day]
    earlier = others[:MOST_BEFORE]
    listed = Publication.objects.listed()
    found = listed.in_bulk([*keys, *earlier])
    photos = PublicPhoto.objects.on(day).listed()
    shown = photos.newest_first()[:MOST_PHOTOS]
    printed_then = _of(keys, found)
    front = _ranked(day, printed_then, list(shown))
    front.before = _of(earlier, found)
    return front


def _of(
    keys: Sequence[int], found: Mapping[int, Publication]
) -> list[Publication]:
    standing = [key for key in keys if key in found]
    return [found[key] for key in standing]


def _ranked(
    day: dt.date, printed: Sequence[Publication], photos: list[PublicPhoto]
) -> FrontPage:
    illustrated = {photo.publication_id for photo in photos}
    pages = _places_of_pages(printed)
    ranks = {
        each.pk: _rank(each, pages[each.page_id], illustrated)
        for each in printed
    }
    stories = sorted(printed, key=lambda one: ranks[one.pk])
    lead = stories[0]
    photo = _photo_of(lead, photos)
    end = 1 + SECONDS
    seconds = stories[1:end]
    above = stories[:end]
    briefs = [each for each in printed if each not in above]
    others = [each for each in photos if each != photo]
    return FrontPage(
        day,
        lead,
        photo,
        seconds,
        briefs,
        others,
    )


def _photo_of(
    publication: Publication, photos: Sequence[PublicPhoto]
) -> PublicPhoto | None:
    key = publication.pk
    for photo in photos:
        if photo.publication_id == key:
            return photo
    return None


def _places_of_pages(printed: Iterable[Publication]) -> dict[int, int]:
    """Return which of the published pages of its issue each page is, from 0 on: newspapers call
    their first ones A1, 01 or C1.
    """
    by_issue: dict[int, list[int]] = {}
    for each in printed:
        pages = by_issue.setdefault(each.page.issue_id, [])
        if each.page_id not in pages:
            pages.append(each.page_id)
    return {
        page: place
        for pages in by_issue.values()
        for place, page in enumerate(pages)
    }


def _rank(
    publication: Publication, page: int, illustrated: set[int]
) -> tuple[Any, ...]:
    """Return where a story stands: the rest of one behind those that begin here, those without a
    headline of their own behind the others; then by page, those with a photo first, by place.
    """
    return (
        bool(publication.continued_from),
        not publication.headline,
        page,
        publication.pk not in illustrated,
        publication.position,
        publication.pk,
    )


def named_on(publications: Iterable[Publication]) -> list[PublicPerson]:
    """Return the people whom these articles name, by pinyin."""
    keys = [each.pk for each in publications]
    named = Statement.objects.filter(
        publication__in=keys,
        field=Statement.MENTION,
    )
    subjects = named.values("subject")
    people = PublicPerson.objects.filter(pk__in=subjects)
    first = people.by_name()[:MOST_PEOPLE]
    return list(first)


def this_day_in(day: dt.date) -> QuerySet[Any]:
    """Return the issues of this day of earlier years, the newest first, each with the title that
    stands first in it (``first_title``).
    """
    of_issue = Publication.objects.current().filter(
        newspaper=OuterRef("newspaper"),
        day=OuterRef("date"),
        edition=OuterRef("edition"),
    )
    first = of_issue.as_printed().values("title")[:1]
    issues = Issue.objects.published().filter(date__in=_years_before(day))
    told = issues.select_related("newspaper").annotate(
        first_title=Subquery(first)
    )
    in_order = told.order_by("-date", "newspaper", "edition")
    return in_order[:YEARS_SHOWN]


def _years_before(day: dt.date) -> list[dt.date]:
    years = range(day.year - 1, max(day.year - YEARS_BACK, 1), -1)
    days = []
    for year in years:
        try:
            days.append(day.replace(year=year))
        except ValueError:
            # A year without the 29th of February.
            continue
    return days
