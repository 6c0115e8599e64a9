"""The files of one run, each loaded with the same arguments."""

from __future__ import annotations

import logging
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property, partial
from itertools import islice
from pathlib import Path
from uuid import UUID, uuid4

from django.contrib.auth.models import User
from django.db import (
    InterfaceError,
    OperationalError,
    connection,
    reset_queries,
)
from django.utils.translation import gettext as _

from articles.models import Page
from articles.models.printed_numbers import sort_label_of
from importing.delivery.delivered_page import Delivery
from importing.delivery.files import (
    FilePage,
    Refused,
    Unit,
    gather,
    pages_in,
)
from importing.delivery.identity import Identity, agreed, given, named
from importing.delivery.manifest import Manifest
from importing.delivery.reader_tables import ReaderTables
from importing.learning.model_file import ModelError
from importing.loaded_already import page_of_same_bytes
from importing.models import ImportRun
from importing.one_page import (
    ReadAhead,
    import_delivery,
    read_ahead,
    refuse,
)
from importing.originals import Stored, kept_pages, stored_pages
from importing.reading_ahead import (
    Deliveries,
    Loadable,
    PageAhead,
    ReadPages,
    page_ahead,
    without_content,
)
from importing.refusal import ImportRefused
from importing.tally import PageResult, loaded_result, refused_result
from reader import PageError

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

    The loads of one batch are one ``batch``. Files ``within`` a directory are called as they are
    called there.
    """

    newspaper: str | None = None
    date: str | None = None
    page: str | None = None
    again: bool = False
    manifest: Manifest | None = None
    key: UUID = field(default_factory=uuid4)
    by: User | None = None
    within: Path | None = None
    edition: str | None = None

    @cached_property
    def tables(self) -> ReaderTables:
        return ReaderTables.frozen()

    def freeze(self) -> None:
        """Read the tables now, so that every process reads with the same."""
        vars(self)["tables"] = self.tables

    def groups(self, paths: Iterable[Path]) -> list[list[Loadable]]:
        """Return the files that paths mean, and what the manifest names and nobody can find.

        Files that are said to be the same page are together: one is loaded after the other, in the
        order given."""
        gathered = gather(paths, self.within)
        gathered += self._absent(gathered)
        groups: dict[Hashable, list[Loadable]] = {}
        for number, item in enumerate(gathered):
            page = self._page_of(item)
            group = groups.setdefault(page or number, [])
            group.append(item)
        return list(groups.values())

    def stored(self) -> list[list[Loadable]]:
        """Return the stored pages that are to be read again from their kept files."""
        known = given(self.newspaper, self.date, self.page, self.edition)
        return [[page] for page in stored_pages(known)]

    def results_of(
        self, item: Loadable, deliveries: Deliveries | None = None
    ) -> Iterator[PageResult]:
        """Load the pages in files that are read in one go; what is refused is a result, so that the
        others still load. ``deliveries`` are these pages where they were read already.
        """
        if isinstance(item, Refused):
            yield self._refused(item.name, item.reason)
            return
        name = item.name if isinstance(item, Stored) else item.files[0].name
        try:
            for delivery, ahead in deliveries or self.deliveries(item):
                yield self._result_of(delivery, ahead)
        except ImportRefused as refusal:
            yield self._refused(name, str(refusal))
        except FATAL:
            raise
        except Exception as fault:  # noqa: BLE001 - whatever is wrong is wrong with this file
            yield self._failed(name, fault)

    def deliveries(self, item: Unit | Stored) -> Deliveries:
        """Yield the pages in files, or one page again as the page that it is on record; each is to
        be read before the next is asked for.
        """
        if isinstance(item, Unit):
            for page in pages_in(item.files):
                yield self._delivery(page), None
            return
        stored = Page.objects.select_related("issue__newspaper").get(
            pk=item.key
        )
        issue = stored.issue
        for page in kept_pages(stored):
            alone = replace(page, count=1)
            known = (issue.newspaper.name, issue.date, stored.label)
            edition = issue.edition_name
            yield Delivery(alone, *known, by=self.by, edition=edition), None

    def pages_ahead(self, item: Loadable, most: int | None = None) -> ReadPages:
        """Return the pages in files as they are read, at most so many, or why the files cannot be
        opened.
        """
        if isinstance(item, Refused):
            return []
        try:
            pages = islice(self.deliveries(item), most)
            return [self._read(each) for each, _ahead in pages]
        except FATAL:
            raise
        except Exception as fault:  # noqa: BLE001 - who stores the pages says what is wrong
            return fault

    def _read(self, delivery: Delivery) -> PageAhead:
        try:
            if not self.again and page_of_same_bytes(delivery):
                return PageAhead(without_content(delivery))
            ahead = read_ahead(delivery, self.tables)
        except FATAL:
            raise
        except Exception as fault:  # noqa: BLE001 - who stores the page says what is wrong
            return PageAhead(without_content(delivery), fault=fault)
        return page_ahead(delivery, ahead)

    def _delivery(self, page: FilePage) -> Delivery:
        return Delivery(
            page,
            self.newspaper,
            self.date,
            self.page,
            self.manifest,
            self.by,
            self.edition,
        )

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
        edition = identity.edition or self.edition or ""
        return identity.newspaper, identity.date, edition, label

    def _stated(self, name: str) -> Identity:
        """Return what manifest and name state of a file, nothing when they disagree."""
        listed = self.manifest.identity(name) if self.manifest else Identity()
        try:
            return agreed(("", listed), ("", named(name)))
        except ImportRefused:
            return Identity()

    def _result_of(
        self, delivery: Delivery, ahead: ReadAhead | None = None
    ) -> PageResult:
        # While DEBUG is on Django keeps every query; over a thousand pages that fills the memory.
        reset_queries()
        page = delivery.file
        try:
            run = self._imported(delivery, ahead)
        except (ImportRefused, PageError) as error:
            return refused_result(page.name, str(error))
        except FATAL:
            raise
        except Exception as fault:  # noqa: BLE001 - whatever is wrong is wrong with this page
            return self._failed(page.name, fault)
        return loaded_result(page.name, run)

    def _imported(
        self, delivery: Delivery, ahead: ReadAhead | None
    ) -> ImportRun:
        """Load a page; a connection to the database that was lost is opened anew, once."""
        load = partial(
            import_delivery,
            delivery,
            again=self.again,
            tables=self.tables,
            batch=self.key,
            ahead=ahead,
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
