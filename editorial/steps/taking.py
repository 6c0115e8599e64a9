"""Taking a step: a verb says which records it may change; what it changed is written with it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from uuid import UUID, uuid4

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Model

from articles.models import Article, Page
from editorial.asking.gate import HeldAct, asks_second, note_tried
from editorial.asking.seen_at_once import is_seen_at_once
from editorial.models import Step, StepRow
from editorial.steps.comparing import rows_of_a_step
from editorial.steps.stated_in import articles_changed
from editorial.steps.stored_rows import RowKey, Watched
from editorial.steps.tracked import tracked, tracked_kind


@dataclass(slots=True)
class TakingStep:
    """A step under way. ``step`` is None until it ends, and for good if nothing was changed;
    ``by_blocks`` tells that it lays blocks out.
    """

    kind: str
    by: User
    article: Article | None = None
    page: Page | None = None
    reason: str = ""
    undoes: Step | None = None
    confirmed_by: User | None = None
    step: Step | None = None
    by_blocks: bool = False
    _watched: Watched = field(default_factory=Watched)

    def watch(self, *records: Model, wholly: bool = False) -> None:
        """Watch stored records and what is deleted along with them; ``wholly``: and whatever else
        points to them. To be called before they are changed, and after they are locked.
        """
        for record in records:
            self._watched.watch(record, wholly=wholly)

    def watch_alone(self, *records: Model) -> None:
        """Watch stored records without what hangs on them."""
        self.watch_keys(
            (tracked_kind(type(record)), record.pk) for record in records
        )

    def watch_made(self, *records: Model) -> None:
        """Watch records that the step itself has made."""
        for record in records:
            self._watched.watch_made(record)

    def watch_made_alone(self, *records: Model) -> None:
        """Watch records that the step itself has made, without what hangs on them."""
        for record in records:
            self._watched.note_made(record)

    def watch_keys(self, keys: Iterable[RowKey]) -> None:
        """Watch these records alone, whether or not they are stored."""
        self._watched.watch_keys(keys)

    def join(self, kind: str, article: Article | None, reason: str) -> None:
        """Take up what a verb within says of itself: what is not known yet."""
        self.kind = self.kind or kind
        self.article = self.article or article
        self.reason = self.reason or reason

    def write(self) -> None:
        """Write the step with its rows, if anything was changed or it undoes another."""
        rows = rows_of_a_step(
            self._watched.before,
            self._watched.after(),
            by_blocks=self.by_blocks,
        )
        if not rows and self.undoes is None:
            return
        if asks_second():
            note_tried(self._held(rows), waits=is_seen_at_once(rows))
        self.step = self._written(rows)
        for row in rows:
            row.step = self.step
        StepRow.objects.bulk_create(rows)
        self.step.changed.set(articles_changed(rows))

    def _written(self, rows: list[StepRow]) -> Step:
        return Step.objects.create(
            kind=self._kind_of(rows),
            by=self.by,
            article=self.article,
            page_id=self._page,
            reason=self.reason,
            undoes=self.undoes,
            confirmed_by=self.confirmed_by,
            group=_group.get(),
        )

    def _held(self, rows: list[StepRow]) -> HeldAct:
        return HeldAct(
            kind=self._kind_of(rows),
            by=self.by,
            article=self.article,
            page=self.page,
            reason=self.reason,
            undoes=self.undoes,
            rows=rows,
        )

    def _kind_of(self, rows: list[StepRow]) -> str:
        return self.kind or tracked(rows[0].kind).step

    @property
    def _page(self) -> int | None:
        if self.article is not None:
            return self.article.page_id
        if self.page is not None:
            return self.page.pk
        return None


_taking: ContextVar[TakingStep | None] = ContextVar("taking", default=None)
_group: ContextVar[UUID | None] = ContextVar("group", default=None)


@contextmanager
def taking_step(
    kind: str,
    by: User,
    *,
    article: Article | None = None,
    page: Page | None = None,
    reason: str = "",
    undoes: Step | None = None,
    confirmed_by: User | None = None,
) -> Iterator[TakingStep]:
    """Open a transaction that is one step of a person; ``kind`` is a ``Step.Kind``, or "" to be
    seen from what is changed; ``confirmed_by`` is the second person whom it waited for.

    Verbs within join it. Whatever it leaves changed of the records that are watched is written as
    it ends; a step that changed nothing is none. To be opened within ``logged()``, whose counter
    is taken last."""
    outer = _taking.get()
    if outer is not None:
        outer.join(kind, article, reason)
        with transaction.atomic():
            yield outer
        return
    own = TakingStep(
        kind,
        by,
        article,
        page,
        reason,
        undoes,
        confirmed_by,
    )
    token = _taking.set(own)
    try:
        with transaction.atomic():
            yield own
            own.write()
    finally:
        _taking.reset(token)


@contextmanager
def grouped_steps() -> Iterator[None]:
    """Let the steps taken within be one group."""
    token = _group.set(uuid4())
    try:
        yield
    finally:
        _group.reset(token)
