"""A batch that goes on where it was broken off, with the rows of one that never was."""

from __future__ import annotations

from dataclasses import dataclass

from importing.batch import Batch
from importing.delivery.delivered_page import Delivery
from importing.models import ImportRun
from importing.one_page import ReadAhead
from importing.tally import PageResult, loaded_result, refused_result


@dataclass(frozen=True)
class ResumedBatch(Batch):
    """Loads what no load of the same batch has settled, and tells again what became of the rest."""

    def _result_of(
        self, delivery: Delivery, ahead: ReadAhead | None = None
    ) -> PageResult:
        page = delivery.file
        run = self._settled(page.name)
        if run is None:
            return super()._result_of(delivery, ahead)
        if run.outcome == ImportRun.Outcome.REFUSED:
            return refused_result(page.name, run.message)
        return loaded_result(page.name, run)

    def _refused(self, name: str, reason: str) -> PageResult:
        run = self._settled(name)
        if run is None:
            return super()._refused(name, reason)
        return refused_result(name, run.message or reason)

    def _settled(self, name: str) -> ImportRun | None:
        """Return the load of this name that the batch has on record, None for none."""
        loads = ImportRun.objects.filter(
            batch=self.key,
            source_name=name[-255:],
        )
        return loads.select_related("page__issue__newspaper").first()
