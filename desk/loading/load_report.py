"""What became of sent files: how far the load is, and each page of it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from django.db.models import Count, QuerySet

from importing.models import ImportRun, Upload
from importing.sent.in_background import LoadState, state_of
from importing.sent.load_upload import loads_of
from importing.sent.mend_upload import MENDED

REFUSED = ImportRun.Outcome.REFUSED
MOST_REFUSED = 100
MOST_LOADED = 50
TINTS = {
    ImportRun.Outcome.CREATED: "ok",
    ImportRun.Outcome.UPDATED: "s3",
    REFUSED: "s1",
}


@dataclass(frozen=True)
class LoadReport:
    """The loads of one delivery; counted by outcome, the refused first, but for those that a mended
    file has taken the place of.
    """

    upload: Upload

    @cached_property
    def state(self) -> LoadState | None:
        return state_of(self.upload)

    @property
    def is_at_work(self) -> bool:
        return self.state is not None and not self.state.is_over

    @cached_property
    def counts(self) -> list[tuple[str, str, int]]:
        """How many pages had each outcome, with its tint and its label."""
        loads = self._loads.order_by().values_list("outcome")
        by_outcome = loads.annotate(Count("pk"))
        counted = dict(by_outcome)
        return [
            (TINTS.get(outcome, ""), str(outcome.label), counted[outcome])
            for outcome in ImportRun.Outcome
            if outcome in counted
        ]

    @cached_property
    def refused(self) -> list[ImportRun]:
        loads = self._loads
        refused = loads.filter(outcome=REFUSED)
        first = refused[:MOST_REFUSED]
        return list(first)

    @cached_property
    def loaded(self) -> list[ImportRun]:
        loads = self._loads
        loaded = loads.exclude(outcome=REFUSED)
        first = loaded[:MOST_LOADED]
        return list(first)

    @property
    def count(self) -> int:
        return sum(count for _tint, _label, count in self.counts)

    @property
    def is_all_shown(self) -> bool:
        refused = len(self.refused)
        loaded = len(self.loaded)
        shown = refused + loaded
        return shown == self.count

    @property
    def _loads(self) -> QuerySet[ImportRun]:
        loads = loads_of(self.upload).exclude(counts__has_key=MENDED)
        return loads.defer(
            "replaced_text",
            "page__text",
        )
