"""The files of one run, each loaded with the same arguments."""

from __future__ import annotations

import logging
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property, partial
from pathlib import Path
from uuid import UUID, uuid4

from django.db import (
    InterfaceError,
    OperationalError,
    connection,
    reset_queries,
)
from django.utils.translation import gettext as _

from articles.models import Page
from articles.models.paper import sort_label_of
from importing.delivery.delivered_page import Delivery
from importing.delivery.files import Refused, Unit, gather, pages_in
from importing.delivery.identity import Identity, agreed, given, named
from importing.delivery.manifest import Manifest
from importing.delivery.reader_tables import ReaderTables
from importing.learning.model_file import ModelError
from importing.models import ImportRun
from importing.one_page import import_delivery, refuse
from importing.originals import Stored, kept_pages, stored_pages
from importing.refusal import ImportRefused
from importing.tally import PageResult, loaded_result, refused_result
from reader import PageError

# What is loaded in one go.
Loadable = Unit | Refused | Stored

logger = logging.getLogger(__name__)

# The store, the machine or the learned model is at fault: no other page would fare better.
LOST = (OperationalError, InterfaceError)
FATAL = (
    *LOST,
    OSError,
    MemoryError,
    ModelError,
)


@dataclass(frozen=True)
class Batch:
    """Loads one file after the other with the same arguments; the reference tables are read once.

    The loads of one batch are one ``batch``.
    """

    newspaper: str | None = None
    date: str | None = None
    page: str | None = None
    again: bool = False
    manifest: Manifest | None = None
    key: UUID = field(default_factory=uuid4)

    @cached_property
    def tables(self) -> ReaderTables:
        return ReaderTables.current()

    def groups(self, paths: Iterable[Path]) -> list[list[Loadable]]:
        """Return the files that paths mean, and what the manifest names and nobody can find.

        Files that are said to be the same page are together: one is loaded after the other, in the
        order given."""
        gathered = gather(paths)
        gathered += self._absent(gathered)
        groups: dict[Hashable, list[Loadable]] = {}
        for number, item in enumerate(gathered):
            page = self._page_of(item)
            group = groups.setdefault(page or number, [])
            group.append(item)
        return list(groups.values())

    def stored(self) -> list[list[Loadable]]:
        """Return the stored pages that are to be read again from their kept files."""
        known = given(self.newspaper, self.date, self.page)
        return [[page] for page in stored_pages(known)]

    def results_of(self, item: Loadable) -> Iterator[PageResult]:
        """Load the pages in files that are read in one go; what is refused is a result, so that the
        others still load.
        """
        if isinstance(item, Refused):
            yield self._refused(item.name, item.reason)
            return
        name = item.name if isinstance(item, Stored) else item.files[0].name
        try:
            yield from self._loaded(item)
        except ImportRefused as refusal:
            yield self._refused(name, str(refusal))
        except FATAL:
            raise
        except Exception as fault:  # noqa: BLE001 - whatever is wrong is wrong with this file
            yield self._failed(name, fault)

    def _loaded(self, item: Unit | Stored) -> Iterator[PageResult]:
        """Load the pages in files, or one page again as the page that it is on record."""
        if isinstance(item, Unit):
            for page in pages_in(item.files):
                yield self._result_of(Delivery(page, *self._given))
            return
        stored = Page.objects.select_related("issue__newspaper").get(
            pk=item.key
        )
        issue = stored.issue
        for page in kept_pages(stored):
            alone = replace(page, count=1)
            known = (issue.newspaper.name, issue.date, stored.label)
            yield self._result_of(Delivery(alone, *known))

    @property
    def _given(
        self,
    ) -> tuple[str | None, str | None, str | None, Manifest | None]:
        return self.newspaper, self.date, self.page, self.manifest

    def _absent(self, items: Iterable[Unit | Refused]) -> list[Refused]:
        """Return the files that the manifest names and nobody can find."""
        if not self.manifest:
            return []
        names = [file.name for item in items for file in item.files]
        return [
            Refused(
                self.manifest.name, _("%(file)s is not there") % {"file": row}
            )
            for row in self.manifest.absent(names)
        ]

    def _page_of(self, item: Unit | Refused) -> Hashable:
        """Return the page that a file's name and the manifest state, None when it must be opened to
        know.
        """
        if len(item.files) != 1:
            return None
        identity = self._stated(item.files[0].name)
        if not identity.date or not identity.page:
            return None
        label = sort_label_of(identity.page)
        return identity.newspaper, identity.date, label

    def _stated(self, name: str) -> Identity:
        """Return what manifest and name state of a file, nothing when they disagree."""
        listed = self.manifest.identity(name) if self.manifest else Identity()
        try:
            return agreed(("", listed), ("", named(name)))
        except ImportRefused:
            return Identity()

    def _result_of(self, delivery: Delivery) -> PageResult:
        # While DEBUG is on Django keeps every query; over a thousand pages that fills the memory.
        reset_queries()
        page = delivery.file
        try:
            run = self._imported(delivery)
        except (ImportRefused, PageError) as error:
            return refused_result(page.name, str(error))
        except FATAL:
            raise
        except Exception as fault:  # noqa: BLE001 - whatever is wrong is wrong with this page
            return self._failed(page.name, fault)
        return loaded_result(page.name, run)

    def _imported(self, delivery: Delivery) -> ImportRun:
        """Load a page; a connection to the database that was lost is opened anew, once."""
        load = partial(
            import_delivery,
            delivery,
            again=self.again,
            tables=self.tables,
            batch=self.key,
        )
        try:
            return load()
        except LOST:
            if connection.in_atomic_block:
                raise
            connection.close()
            return load()

    def _failed(self, name: str, fault: Exception) -> PageResult:
        """Refuse what met a fault of the program; the log has where it happened."""
        logger.error("%s met an unexpected fault", name, exc_info=fault)
        words = {"kind": type(fault).__name__, "fault": fault}
        reason = _("an unexpected fault of the program: %(kind)s: %(fault)s")
        return self._refused(name, " ".join((reason % words).split()))

    def _refused(self, name: str, reason: str) -> PageResult:
        return refused_result(name, refuse(name, reason, self.key))
