"""All that a reviewer sees of an article."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from itertools import groupby
from operator import attrgetter
from typing import Any

from django.contrib.auth.models import User
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from articles.models import Article
from desk.facts_panel import StatedFact, stated_records
from desk.forms.editor_names import name_of
from desk.review_sheet.changed_words import ChangedStretch, changed_stretches
from editorial import publishing
from editorial.models import Review
from editorial.office.past_words import (
    PastWords,
    words_as_read,
    words_at,
    words_now,
    words_published,
)
from editorial.publishing.signed.article_content import content_of
from editorial.publishing.signed.canonical import content_digest
from editorial.reviewing import obstacle, step_to_sign

SINCE: dict[str, str | Promise] = {
    "signed": _("since your last signature"),
    "published": _("since the publication"),
    "read": _("since it was read"),
}


@dataclass(frozen=True, slots=True)
class StepLine:
    """One of the three steps: who signed it, if somebody has."""

    step: Review.Step
    review: Review | None
    is_next: bool


@dataclass(frozen=True, slots=True)
class StatedLine:
    """A fact to be judged: its number in the form, the record it is of."""

    number: int
    record: str
    fact: StatedFact

    @property
    def field(self) -> str:
        return f"fact-{self.number}"


@dataclass(frozen=True, slots=True)
class SavedChange:
    """What one save changed: who, when, why, and how many places."""

    by: str
    at: datetime
    reasons: str
    places: int


class ReviewSheet:
    """The sheet of one article for one reviewer."""

    def __init__(self, article: Article, user: User, since: str = "") -> None:
        self.article = article
        self.user = user
        self.content = content_of(article)
        self.now = words_now(article)
        self._find_pasts()
        if since not in self.pasts:
            since = next(iter(self.pasts))
        self.since = since

    def _find_pasts(self) -> None:
        """Find what the words of now can be held against, the nearest first."""
        pasts = {
            "signed": self._when_signed(),
            "published": words_published(self.article),
            "read": words_as_read(self.article),
        }
        self.pasts = {name: each for name, each in pasts.items() if each}

    def _when_signed(self) -> PastWords | None:
        last = self._last_signed()
        if last is None:
            return None
        return words_at(self.article, last.version)

    def _last_signed(self) -> Review | None:
        reviews = self.article.reviews
        mine = reviews.filter(by=self.user)
        newest_first = mine.order_by("-at", "-pk")
        return newest_first.first()

    @property
    def digest(self) -> str:
        return content_digest(self.content)

    @property
    def tabs(self) -> list[tuple[str, str | Promise]]:
        return [(name, SINCE[name]) for name in self.pasts]

    @property
    def since_words(self) -> str | Promise:
        return SINCE[self.since]

    def stretches(self, *, whole: bool) -> list[ChangedStretch]:
        """Return what changed; for who reads the whole text nothing is struck out."""
        old = self.pasts[self.since]
        if whole:
            old = self.now
        return changed_stretches(old, self.now)

    def facts(self) -> list[StatedLine]:
        lines: list[StatedLine] = []
        for record in stated_records(self.content):
            for fact in record.facts:
                number = len(lines)
                line = StatedLine(number, record.name, fact)
                lines.append(line)
        return lines

    def steps(self) -> list[StepLine]:
        reviews = self.article.reviews.approving()
        approvals = reviews.select_related("by")
        signed = {each.step: each for each in approvals}
        standing = signed.values()
        following = Review.next_step(standing)
        return [
            StepLine(step, signed.get(step), step == following)
            for step in Review.Step
        ]

    @cached_property
    def earlier(self) -> Sequence[Review]:
        """Return the reviews that count no longer, and returns, the newest first."""
        reviews = self.article.reviews.select_related("by")
        return [
            each
            for each in reviews.order_by("-at", "-pk")
            if each.voided or each.decision == Review.Decision.RETURNED
        ]

    def changes(self) -> list[SavedChange]:
        """Return what was corrected, save by save, the newest first."""
        made = self.article.corrections.select_related("by").order_by(
            "-version"
        )
        return [
            _change(list(group))
            for _version, group in groupby(made, attrgetter("version"))
        ]

    def _obstacle(self, step: str | None) -> str:
        """Return why this person cannot sign the step whose turn it is."""
        if step is None:
            return ""
        return obstacle(self.article, step, self.user)

    def _was_published(self) -> bool:
        """Tell whether readers ever saw the article, so that a correction can be noted."""
        return self.article.publications.exists()

    def context(self, *, whole: bool = False) -> dict[str, Any]:
        step = step_to_sign(self.article, self.user)
        status = self.article.status
        final = status == Article.Status.FINAL_REVIEWED
        may_publish = final and self.user.has_perm(publishing.PERMISSION)
        texts = self.now.parts.values()
        characters = sum(map(len, texts))
        return {
            "sheet": self,
            "whole": whole,
            "stretches": self.stretches(whole=whole),
            "facts": self.facts(),
            "photos": self.article.photos.in_order(),
            "characters": characters,
            "step": Review.Step(step) if step else None,
            "obstacle": self._obstacle(step),
            "may_publish": may_publish,
            "published_before": may_publish and self._was_published(),
        }


def _change(made: Sequence[Any]) -> SavedChange:
    first = made[0]
    name = name_of(first.by)
    return SavedChange(name, first.at, _reasons(made), len(made))


def _reasons(made: Sequence[Any]) -> str:
    given = (each.reason for each in made)
    once = dict.fromkeys(filter(None, given))
    return " ".join(once)
