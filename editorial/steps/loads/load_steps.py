"""What a load changes of records that were stored before it: a step of its own kind."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.contrib.auth.models import User
from django.db.models import Model

from articles.models import Page
from editorial.models import Step, StepRow
from editorial.steps.comparing import rows_of_a_step
from editorial.steps.stated_in import articles_changed
from editorial.steps.stored_rows import (
    RowKey,
    StoredRows,
    Values,
    keys_pointing,
    stored_rows,
)
from editorial.steps.tracked import tracked_kind

# What is read of an article, and changes as it is read again.
READ_OF_ARTICLES = ("byline", "photo", "mention", "evidence")


@dataclass(slots=True)
class LoadStep:
    """The records that a load changes, as they were before it.

    What the load itself makes has a row only if it ``tells_made``: a page read for the first time
    makes hundreds, and its run tells of them."""

    tells_made: bool = False
    _before: StoredRows = field(default_factory=dict)
    _made: set[RowKey] = field(default_factory=set)

    def watch(self, records: Iterable[Model]) -> None:
        """Watch stored records; to be called before they are saved or deleted."""
        keys = {_key_of(record) for record in records}
        self._watch_keys(keys - self._made)

    def watch_articles(self, articles: Iterable[int]) -> None:
        """Watch stored articles with all that is read of them."""
        keys = [("article", key) for key in articles]
        found = set(keys)
        for kind in READ_OF_ARTICLES:
            found |= keys_pointing(kind, "article_id", articles)
        self._watch_keys(found)

    def note_made(self, records: Iterable[Model]) -> None:
        """Note records that the load has made."""
        self._made |= {_key_of(record) for record in records}

    def write(self, page: Page, by: User | None) -> None:
        """Write the step with its rows, if the load of a page has changed anything."""
        rows = self._rows()
        if not rows:
            return
        step = Step.objects.create(kind=Step.Kind.LOAD, by=by, page=page)
        for row in rows:
            row.step = step
        StepRow.objects.bulk_create(rows)
        step.changed.set(articles_changed(rows))

    def _rows(self) -> list[StepRow]:
        before: dict[RowKey, Values | None] = {**self._before}
        if self.tells_made:
            before |= dict.fromkeys(self._made)
        after = stored_rows(before)
        return rows_of_a_step(before, after)

    def _watch_keys(self, keys: Iterable[RowKey]) -> None:
        unknown = [key for key in keys if key not in self._before]
        self._before |= stored_rows(unknown)


def _key_of(record: Model) -> RowKey:
    kind = tracked_kind(type(record))
    return kind, record.pk
