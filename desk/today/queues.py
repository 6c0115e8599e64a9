"""The queues of the front page, each with what this very person may do of it, oldest first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib.auth.models import User
from django.db.models import QuerySet
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from articles.models import Article, Page, Photo
from editorial import deciding, publishing
from editorial.asking import asked_steps
from editorial.models import Review, WaitingStep
from editorial.models.finding import FindingQuerySet
from editorial.office import waiting
from editorial.pairs import pair_verdicts
from editorial.photos import photo_act
from people.models import Pair

# Beyond so many a queue is only said to be longer.
MOST_COUNTED = 999
SHOWN = 3
# Of the oldest so many, the first that no colleague holds is the next.
CANDIDATES = 20


@dataclass(frozen=True, slots=True)
class Waiting:
    """Something of a queue: what it is, where it is dealt with, since when it waits; ``subject`` is
    what a reservation calls it.
    """

    subject: str
    words: str
    address: str
    since: datetime
    photo: Photo | None = None


@dataclass(frozen=True, slots=True)
class QueueRow:
    """A queue: how much of it this person may do, how much is left to others, and its oldest.

    ``is_mine`` tells whether this person's role deals with it at all."""

    label: str | Promise
    count: int
    for_others: int
    oldest: list[Waiting]
    is_mine: bool

    @property
    def shown(self) -> list[Waiting]:
        return self.oldest[:SHOWN]

    @property
    def is_long(self) -> bool:
        return self.count > MOST_COUNTED

    @property
    def shown_count(self) -> int:
        return min(self.count, MOST_COUNTED)


STEP_QUEUES: dict[str, str | Promise] = {
    Review.Step.FIRST: _("To be signed: first review"),
    Review.Step.SECOND: _("To be signed: second review"),
    Review.Step.FINAL: _("To be signed: final review"),
}


def queues_of(user: User) -> list[QueueRow]:
    """Return the queues, this person's first."""
    rows = [*_of_editors(user), *_of_reviewers(user), _asked(user)]
    return sorted(rows, key=lambda row: not row.is_mine)


def _of_editors(user: User) -> Iterator[QueueRow]:
    may_change = user.has_perm("articles.change_article")
    may_decide = may_change and user.has_perm(deciding.PERMISSION)
    yield _articles(_("Returned"), waiting.returned(), may_change)
    yield _pages(_("To clear"), waiting.pages_to_clear(), may_decide)
    reported = waiting.pages_readers_doubt()
    reports = waiting.reports_of_readers()
    yield _pages(_("Reported by readers"), reported, may_decide, reports)
    withdrawn = waiting.withdrawn()
    yield _articles(_("Withdrawn, to sign again"), withdrawn, may_change)
    lost = waiting.stating_lost_words()
    yield _articles(_("Facts to check again"), lost, may_change)
    read_otherwise = waiting.pages_read_otherwise()
    clashes = waiting.clashes()
    yield _pages(_("Read otherwise"), read_otherwise, may_decide, clashes)
    may_settle = user.has_perm(pair_verdicts.PERMISSION)
    yield _pairs(_("Near names"), Pair.objects.waiting(), may_settle)
    missed = waiting.pages_missing_pictures()
    pictures = waiting.missing_pictures()
    yield _pages(_("Missing pictures"), missed, may_change, pictures)
    yield _photos(user)


def _of_reviewers(user: User) -> Iterator[QueueRow]:
    for step, label in STEP_QUEUES.items():
        may_sign = user.has_perm(f"editorial.{step}_review")
        whole = waiting.to_sign(step)
        mine = waiting.signable_by(whole, user) if may_sign else whole
        others = _count(whole) - _count(mine)
        yield _articles(label, mine, may_sign, others, "desk-review")
    may_publish = user.has_perm(publishing.PERMISSION)
    ready = waiting.publishable()
    yield _articles(_("To be published"), ready, may_publish, 0, "desk-review")


def _asked(user: User) -> QueueRow:
    """Return what waits for a second person: nobody confirms what they ask for."""
    may_confirm = user.has_perm(asked_steps.PERMISSION)
    waiting = WaitingStep.objects.waiting().order_by("pk")
    every = list(waiting.defer("acts", "records")[: MOST_COUNTED + 1])
    mine = [each for each in every if not may_confirm or each.by_id != user.pk]
    shown = [
        Waiting(
            f"asked:{each.pk}",
            each.subject,
            reverse("desk-asked", args=[each.pk]),
            each.at,
        )
        for each in mine[:CANDIDATES]
    ]
    return QueueRow(
        _("To be confirmed by a second person"),
        len(mine),
        len(every) - len(mine),
        shown,
        may_confirm,
    )


def _count(waiting_for: QuerySet[Any]) -> int:
    counted = MOST_COUNTED + 1
    unordered = waiting_for.order_by()
    return unordered[:counted].count()


def _articles(
    label: str | Promise,
    articles: QuerySet[Article],
    is_mine: bool,
    for_others: int = 0,
    screen: str = "admin:articles_article_change",
) -> QueueRow:
    oldest = articles.order_by("modified_at", "pk").only(
        *Article.TEXT_FIELDS, "position", "modified_at"
    )
    shown = [
        Waiting(
            f"article:{each.pk}",
            str(each),
            reverse(screen, args=[each.pk]),
            each.modified_at,
        )
        for each in oldest[:CANDIDATES]
    ]
    count = _count(articles)
    return QueueRow(
        label,
        count,
        for_others,
        shown,
        is_mine,
    )


def _pages(
    label: str | Promise,
    pages: QuerySet[Page],
    is_mine: bool,
    cases: FindingQuerySet | None = None,
) -> QueueRow:
    """Return a queue of pages; each is opened at the first of ``cases``, else where the workbench
    begins.
    """
    oldest = pages.select_related("issue__newspaper").order_by(
        "loaded_at", "pk"
    )
    if cases is not None:
        oldest = oldest.annotate(case=waiting.first_on_page(cases))
    shown = [
        Waiting(
            f"page:{each.pk}",
            str(each),
            _at_case(each),
            each.loaded_at,
        )
        for each in oldest[:CANDIDATES]
    ]
    count = _count(pages)
    return QueueRow(
        label,
        count,
        0,
        shown,
        is_mine,
    )


def _photos(user: User) -> QueueRow:
    """Return the pictures that nobody has described, each shown."""
    undescribed = waiting.photos_to_describe()
    oldest = undescribed.select_related("article").order_by("pk")
    shown = [_waiting_photo(each) for each in oldest[:CANDIDATES]]
    return QueueRow(
        _("Pictures to describe"),
        _count(undescribed),
        0,
        shown,
        user.has_perm(photo_act.PERMISSION),
    )


def _waiting_photo(photo: Photo) -> Waiting:
    return Waiting(
        f"photo:{photo.pk}",
        str(photo),
        reverse("desk-photo", args=[photo.pk]),
        photo.article.modified_at,
        photo,
    )


def _at_case(page: Page) -> str:
    """Return the address of a page's workbench, at a case where the queue is of one kind."""
    bench = reverse("desk-page", args=[page.pk])
    case = getattr(page, "case", None)
    return f"{bench}?case={case}" if case else bench


def _pairs(
    label: str | Promise, pairs: QuerySet[Pair], is_mine: bool
) -> QueueRow:
    oldest = pairs.select_related("first", "second").order_by("pk")
    near = reverse("desk-near")
    shown = [
        Waiting(
            f"pair:{each.pk}",
            str(each),
            f"{near}?pair={each.pk}",
            each.found_at,
        )
        for each in oldest[:CANDIDATES]
    ]
    count = _count(pairs)
    return QueueRow(
        label,
        count,
        0,
        shown,
        is_mine,
    )
