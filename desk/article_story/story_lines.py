"""The lines of an article's story: steps, versions and loads in one list, the newest first."""

from __future__ import annotations

import sys
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib.auth.models import User
from django.core.paginator import Page as ListPage
from django.core.paginator import Paginator
from django.db.models import Count, Max
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from articles.models import Article, Publication
from desk.forms.editor_names import name_of
from desk.step_panels import ShownStep, shown_steps
from editorial.models import Review, Step
from importing.models import ImportRun

LINES_ON_A_PAGE = 40
LOAD = "load"
LOADED = (ImportRun.Outcome.CREATED, ImportRun.Outcome.UPDATED)
# Of one moment, a version stands above the step that made it.
STEP = 0
VERSION = 1


@dataclass(frozen=True, slots=True)
class VersionLine:
    """The words as one change left them; ``signed`` says who signed them."""

    number: int
    is_now: bool
    signed: list[Review]


@dataclass(frozen=True, slots=True)
class StoryLine:
    """One line: a step with the review or the publication it made, a version, or a load."""

    at: datetime
    step: ShownStep | None = None
    review: Review | None = None
    publication: Publication | None = None
    version: VersionLine | None = None
    load: ImportRun | None = None


@dataclass(frozen=True, slots=True, order=True)
class _Place:
    """Where a line stands in the list, and the key of what it is about."""

    at: datetime
    rank: int
    key: int
    is_load: bool = False


class ArticleStory:
    """The story of an article as one person sees it, of one kind of step or of all."""

    def __init__(self, article: Article, user: User, kind: str = "") -> None:
        self.article = article
        self.user = user
        # Loads have lines of their own.
        self.steps = Step.objects.about(article.pk).of_people()
        self.kinds = self._kinds()
        self.kind = kind if kind in dict(self.kinds) else ""
        self.reviews = list(article.reviews.select_related("by"))

    def _kinds(self) -> list[tuple[str, str | Promise]]:
        """Return the kinds that the story has lines of."""
        found = set(self.steps.order_by().values_list("kind", flat=True))
        kinds = [each for each in Step.Kind.choices if each[0] in found]
        return [("", _("all")), *kinds, (LOAD, _("loading"))]

    def page(self, number: str | None) -> ListPage[Any]:
        """Return one page of the list, with its lines in place of their keys."""
        places = sorted(self._places(), reverse=True)
        paginator: Paginator[Any] = Paginator(places, LINES_ON_A_PAGE)
        page = paginator.get_page(number)
        page.object_list = self._lines(list(page))
        return page

    def hands(self) -> list[tuple[str, int]]:
        """Return who took how many steps, most first."""
        counted = self.steps.order_by().values_list("by")
        steps = dict(counted.annotate(Count("pk")))
        people = User.objects.in_bulk(steps)
        named = [(name_of(people[key]), steps[key]) for key in steps]
        return sorted(named, key=lambda each: -each[1])

    # Which lines

    def _places(self) -> Iterator[_Place]:
        taken = self.steps.order_by("pk").values_list("at", "pk", "kind")
        moments = list(taken)
        if self.kind != LOAD:
            for at, key, kind in moments:
                if self.kind in ("", kind):
                    yield _Place(at, STEP, key)
        if not self.kind:
            yield from self._versions([at for at, _key, _kind in moments])
        if self.kind in ("", LOAD):
            for at, key in self._loads().values_list("finished_at", "pk"):
                yield _Place(at, STEP, key, is_load=True)

    def _versions(self, moments: Sequence[datetime]) -> Iterator[_Place]:
        """Yield the versions, each at the moment of the step that made it, which is written after
        its corrections.
        """
        made = self.article.corrections.order_by().values_list("version")
        for version, at in made.annotate(Max("at")):
            place = bisect_left(moments, at)
            moment = moments[place] if place < len(moments) else at
            yield _Place(moment, VERSION, version)
        first = self._loads().order_by("finished_at").first()
        yield _Place(_read_at(self.article, first), VERSION, 1)

    def _loads(self) -> Any:
        runs = ImportRun.objects.filter(page=self.article.page_id)
        return runs.filter(outcome__in=LOADED)

    # What they show

    def _lines(self, places: Sequence[_Place]) -> list[StoryLine]:
        found = _Found(
            self._version_lines(),
            self._loads_of(places),
            self._steps_of(places),
            {each.pk: each for each in self.reviews},
            Publication.objects.of_article(self.article.pk).listed(),
        )
        return [found.line(place) for place in places]

    def _loads_of(self, places: Iterable[_Place]) -> dict[int, ImportRun]:
        keys = [each.key for each in places if each.is_load]
        runs = ImportRun.objects.select_related("by")
        return runs.defer("replaced_text").in_bulk(keys)

    def _steps_of(self, places: Iterable[_Place]) -> dict[int, ShownStep]:
        keys = [each.key for each in places if _is_step(each)]
        steps = Step.objects.filter(pk__in=keys)
        shown = shown_steps(steps, self.user)
        return {each.step.pk: each for each in shown}

    def _version_lines(self) -> dict[int, VersionLine]:
        """Return the versions of the words; what was signed of later ones was signed of these."""
        made = self.article.corrections.order_by().values_list(
            "version", flat=True
        )
        numbers = sorted({1, *made})
        ends = [*numbers[1:], sys.maxsize]
        return {
            number: VersionLine(
                number,
                end == sys.maxsize,
                self._signed(range(number, end)),
            )
            for number, end in zip(numbers, ends, strict=True)
        }

    def _signed(self, versions: range) -> list[Review]:
        """Return the approvals of these versions of the article."""
        return [
            each
            for each in self.reviews
            if each.decision == Review.Decision.APPROVED
            and each.version in versions
        ]


def _is_step(place: _Place) -> bool:
    return place.rank == STEP and not place.is_load


def _read_at(article: Article, first: ImportRun | None) -> datetime:
    """Return when an article was first read."""
    if first is None:
        return article.page.loaded_at
    return first.finished_at


def _review_made(shown: ShownStep) -> int:
    """Return the key of the review that a step made, 0 for none."""
    for row in shown.step.rows.all():
        if row.kind == "review" and row.before is None:
            return row.key
    return 0


@dataclass(frozen=True, slots=True)
class _Found:
    """What the lines of one page of the list show, by key; ``publications`` are those of the
    article, the newest first.
    """

    versions: dict[int, VersionLine]
    loads: dict[int, ImportRun]
    steps: dict[int, ShownStep]
    reviews: dict[int, Review]
    publications: Iterable[Publication]

    def line(self, place: _Place) -> StoryLine:
        if place.rank == VERSION:
            return StoryLine(place.at, version=self.versions[place.key])
        if place.is_load:
            return StoryLine(place.at, load=self.loads[place.key])
        step = self.steps[place.key]
        review = self.reviews.get(_review_made(step))
        return StoryLine(place.at, step, review, self._published_by(step))

    def _published_by(self, shown: ShownStep) -> Publication | None:
        """Return what a step published, which was written right before it."""
        if shown.step.kind != Step.Kind.PUBLICATION:
            return None
        moment = shown.step.at
        before = (each for each in self.publications if each.at <= moment)
        return next(before, None)
