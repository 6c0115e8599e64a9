"""What readers see follows a step that is undone, and reviews sign anew what it changes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import User
from django.db.models import Model, QuerySet

from articles.models import Article, Issue, Page, Publication
from editorial.change_log import note_changes
from editorial.models import StepRow
from editorial.office.counted_days import mark_counted_days
from editorial.public_records import seen_at_once
from editorial.publishing.announcing import tell_announced
from editorial.publishing.following import (
    readers_follow,
    readers_part,
    show_person,
)
from editorial.publishing.metadata import publish_in_place
from editorial.publishing.reopening import reopen_changed
from editorial.steps.tracked import tracked
from events.models.statement import About

# Of these, readers see what the record has.
SEEN_AT_ONCE = frozenset({"organization", "post", "newspaper", "issue", "page"})
MERGED = {"merged_person": About.PERSON, "merged_event": About.EVENT}


@dataclass(frozen=True, slots=True)
class ReadersSee:
    """The rows of a step that is undone, in an open ``logged()``."""

    rows: list[StepRow]

    def before(self) -> None:
        """Tell the log which records readers see otherwise at once, as they are stored now."""
        for record in self._records():
            note_changes(seen_at_once(record))

    def after(self, articles: list[int], by: User) -> None:
        """Let everything follow that publications do not hold, void the reviews of these articles
        that signed something else, and publish in their places what was printed elsewhere.
        """
        mark_counted_days(articles)
        reopen_changed(articles)
        moved: set[int] = set()
        for record in self._records():
            note_changes(seen_at_once(record))
            moved.update(_moved(record))
        publish_in_place(moved, by)
        for row in self.rows:
            if row.kind in MERGED:
                _follow_merged(row)
        for row in self.rows:
            if row.kind == "person":
                show_person(row.key)
        tell_announced(_announced_on(self.rows))

    def _records(self) -> Iterator[Model]:
        """Yield the records that stand and are seen at once."""
        for row in self.rows:
            if row.kind not in SEEN_AT_ONCE:
                continue
            found = tracked(row.kind).table.filter(pk=row.key).first()
            if found is not None:
                yield found


def _moved(record: Model) -> list[int]:
    """Return the keys of the articles that are printed where a record says."""
    articles = Article.objects.none()
    if isinstance(record, Issue):
        articles = Article.objects.filter(page__issue=record)
    if isinstance(record, Page):
        articles = Article.objects.filter(page=record)
    return list(articles.values_list("pk", flat=True))


def _announced_on(rows: list[StepRow]) -> QuerySet[Publication]:
    """Return the publications on which a correction is announced now, or is so no more."""
    states = [
        row.before or row.after or {}
        for row in rows
        if row.kind == "announced_correction"
    ]
    keys = [state["publication_id"] for state in states]
    return Publication.objects.filter(pk__in=keys)


def _follow_merged(row: StepRow) -> None:
    """Let readers see records that are parted again, or merged again, as what they are."""
    memory: Any = tracked(row.kind).table.filter(pk=row.key).first()
    values: dict[str, Any] = row.before or row.after or {}
    kind = MERGED[row.kind].value
    if "former" not in values:
        return
    if memory is None:
        readers_part(kind, values["stays_id"], [values["former"]])
    else:
        readers_follow(kind, memory.stays_id, [memory.former])
