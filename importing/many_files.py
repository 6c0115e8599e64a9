"""Load many files in one run: gather them, load each on its own, say what became of it, and
count.
"""

from __future__ import annotations

import multiprocessing
import signal
import sys
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import closing
from dataclasses import dataclass, field
from functools import cached_property
from multiprocessing.synchronize import Event
from pathlib import Path
from uuid import UUID, uuid4

import django
from django.db import connections, reset_queries
from django.utils.translation import gettext as _
from tqdm import tqdm

from articles.models.paper import sort_label_of
from importing.delivery.delivered_page import Delivery
from importing.delivery.files import FilePage, Refused, Unit, gather, pages_in
from importing.delivery.files.sources import DeliveredFile
from importing.delivery.identity import Identity, agreed, named
from importing.delivery.manifest import Manifest, read_manifest
from importing.delivery.reader_tables import ReaderTables
from importing.models import ImportRun
from importing.one_page import import_delivery, refuse
from importing.refusal import ImportRefused
from reader import PageError

COUNTED = ("articles", "photos", "people", "events", "findings")
# What a shell reports of a program that was told to stop (128 and the number of SIGINT).
DONE = 0
SOME_REFUSED = 1
INTERRUPTED = 130


@dataclass(frozen=True, slots=True)
class Result:
    """What became of one page: the outcome, one line to print, and the counts of its page."""

    outcome: str
    line: str
    counts: dict[str, float] = field(default_factory=dict)


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

    def results_of(self, item: Unit | Refused) -> Iterator[Result]:
        """Load the pages in files that are read in one go; what is refused is a result, so that the
        others still load.
        """
        if isinstance(item, Refused):
            yield self._refused(item.name, item.reason)
            return
        try:
            for page in pages_in(item.files):
                yield self._result_of(page)
        except ImportRefused as refusal:
            yield self._refused(item.files[0].name, str(refusal))

    def absent(self, items: Iterable[Unit | Refused]) -> list[tuple[str, str]]:
        """Return name and reason for each file that the manifest names and nobody can find."""
        if not self.manifest:
            return []
        rows = self.manifest.absent(
            [file.name for item in items for file in _files(item)]
        )
        return [
            (self.manifest.name, _("%(file)s is not there") % {"file": row})
            for row in rows
        ]

    def grouped(
        self, items: Iterable[Unit | Refused]
    ) -> list[list[Unit | Refused]]:
        """Put files that are said to be the same page together: one is loaded after the other, in
        the order given.
        """
        groups: dict[Hashable, list[Unit | Refused]] = {}
        for number, item in enumerate(items):
            groups.setdefault(self._page_of(item) or number, []).append(item)
        return list(groups.values())

    def _page_of(self, item: Unit | Refused) -> Hashable:
        """Return the page that a file's name and the manifest state, None when it must be opened to
        know.
        """
        files = _files(item)
        if len(files) != 1:
            return None
        listed = (
            self.manifest.identity(files[0].name)
            if self.manifest
            else Identity()
        )
        try:
            identity = agreed(("", listed), ("", named(files[0].name)))
        except ImportRefused:
            return None
        if identity.date and identity.page:
            return (
                identity.newspaper,
                identity.date,
                sort_label_of(identity.page),
            )
        return None

    def _result_of(self, page: FilePage) -> Result:
        # While DEBUG is on Django keeps every query; over a thousand pages that fills the memory.
        reset_queries()
        delivery = Delivery(
            page, self.newspaper, self.date, self.page, self.manifest
        )
        try:
            run = import_delivery(
                delivery, again=self.again, tables=self.tables, batch=self.key
            )
        except (ImportRefused, PageError) as error:
            return _told(page.name, str(error))
        return Result(run.outcome, _line(page.name, run), run.counts)

    def _refused(self, name: str, reason: str) -> Result:
        return _told(name, refuse(name, reason, self.key))


def import_files(
    paths: Iterable[Path],
    *,
    manifest: Path | None = None,
    workers: int = 1,
    say: Callable[[str], None],
    complain: Callable[[str], None],
    **given: str | bool | None,
) -> int:
    """Load files with what is given for all of them and what the manifest states of each; return
    the exit code.
    """
    try:
        table = read_manifest(manifest) if manifest else None
    except ImportRefused as refusal:
        complain(f"{manifest}: {refusal}")
        return SOME_REFUSED
    return load_files(
        paths,
        Batch(manifest=table, **given),
        workers=workers,
        say=say,
        complain=complain,
    )


def load_files(
    paths: Iterable[Path],
    batch: Batch,
    *,
    workers: int = 1,
    say: Callable[[str], None],
    complain: Callable[[str], None],
) -> int:
    """Load files, and the page files of directories and archives, one transaction a page; return an
    exit code.

    Each page is one line to ``say``, each refused file one to ``complain``, the totals the last
    line. A terminal shows the progress. Ctrl-C drops the page in hand and ends the run with its
    totals. A run that was interrupted is resumed by repeating it: pages already loaded stay as they
    are. The code is 0, 1 when a file was refused, or 130."""
    gathered = [*gather(paths)]
    gathered += [Refused(*each) for each in batch.absent(gathered)]
    groups = batch.grouped(gathered)
    items = [item for group in groups for item in group]
    tally = Tally(say, complain)
    code = DONE
    if workers > 1:
        results = _in_processes(batch, groups, workers)
    else:
        results = (batch.results_of(item) for item in items)
    with closing(results):
        try:
            for result in _watched(results, items):
                tally.take(result)
        except KeyboardInterrupt:
            code = INTERRUPTED
            complain(
                _(
                    "Interrupted. Run the same command again to go on; what is loaded stays."
                )
            )
    say(tally.totals())
    return code or (
        SOME_REFUSED if tally.outcomes[ImportRun.Outcome.REFUSED] else DONE
    )


@dataclass
class Tally:
    """What a run has come to; each result is told as it comes."""

    say: Callable[[str], None]
    complain: Callable[[str], None]
    outcomes: Counter[str] = field(default_factory=Counter)
    counts: Counter[str] = field(default_factory=Counter)

    def take(self, result: Result) -> None:
        with tqdm.external_write_mode():
            (
                self.complain
                if result.outcome == ImportRun.Outcome.REFUSED
                else self.say
            )(result.line)
        self.outcomes[result.outcome] += 1
        self.counts.update(
            {name: result.counts.get(name, 0) for name in COUNTED}
        )

    def totals(self) -> str:
        labels = ImportRun.Outcome.choices
        told = ", ".join(
            f"{label} {self.outcomes[value]}"
            for value, label in labels
            if self.outcomes[value]
        )
        return _("Pages: %(outcomes)s. In all: %(counts)s.") % {
            "outcomes": told or 0,
            "counts": _counted(self.counts),
        }


def _watched(
    results: Iterable[Iterable[Result]], items: list[Unit | Refused]
) -> Iterator[Result]:
    """Yield the results one by one; a terminal shows how many of the files are done."""
    sizes = [max(len(_files(item)), 1) for item in items]
    with tqdm(
        total=sum(sizes), unit="f", disable=not sys.stderr.isatty()
    ) as progress:
        for found, size in zip(results, sizes, strict=True):
            yield from found
            progress.update(size)


def _files(item: Unit | Refused) -> tuple[DeliveredFile, ...]:
    return () if isinstance(item, Refused) else item.files


def _line(name: str, run: ImportRun) -> str:
    words = {
        "file": name,
        "page": run.page,
        "outcome": run.get_outcome_display(),
        "message": run.message,
    }
    if run.outcome == ImportRun.Outcome.UNCHANGED:
        return _("%(file)s: %(page)s: %(message)s") % words
    words |= {"counts": _counted(run.counts), "covered": _covered(run.counts)}
    return _("%(file)s: %(page)s %(outcome)s: %(counts)s, %(covered)s") % words


def _counted(counts: dict[str, float]) -> str:
    return _(
        "articles %(articles)d, photos %(photos)d, people %(people)d, events %(events)d, findings %(findings)d"
    ) % {name: counts[name] for name in COUNTED}


def _covered(counts: dict[str, float]) -> str:
    return _("coverage %(share).1f%%") % {"share": counts["coverage"] * 100}


def _told(name: str, reason: str) -> Result:
    return Result(
        ImportRun.Outcome.REFUSED, f"{name}: {' '.join(reason.split())}"
    )


# Several processes: reading takes the time of a processor, so threads would not help


def _in_processes(
    batch: Batch, groups: list[list[Unit | Refused]], workers: int
) -> Iterator[list[Result]]:
    # A connection cannot be shared with a child; each opens its own.
    connections.close_all()
    method = (
        "fork" if "fork" in multiprocessing.get_all_start_methods() else None
    )
    context = multiprocessing.get_context(method)
    stop = context.Event()
    pool = ProcessPoolExecutor(workers, context, _begin, (batch, stop))
    try:
        for results in pool.map(_results_of_group, groups):
            yield from results
    finally:
        stop.set()
        pool.shutdown(cancel_futures=True)


def _begin(batch: Batch, stop: Event) -> None:
    global _batch, _stop
    # Ctrl-C reaches every process of a terminal; the parent tells the children when to stop, after
    # the page in hand.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    django.setup()
    _batch = batch
    _stop = stop


def _results_of_group(group: list[Unit | Refused]) -> list[list[Result]]:
    return [list(_until_stopped(_batch.results_of(item))) for item in group]


def _until_stopped(results: Iterable[Result]) -> Iterator[Result]:
    for result in results:
        yield result
        if _stop.is_set():
            break
