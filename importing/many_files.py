"""Load many files in one run: gather them, load each on its own, say what became of it, and
count.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures.process import BrokenProcessPool
from contextlib import closing
from itertools import chain
from pathlib import Path
from typing import Unpack

from django.utils.translation import gettext as _
from tqdm import tqdm

from importing.batch import LOST, Batch
from importing.delivery.delivered_page import PageGiven
from importing.delivery.manifest import read_manifest
from importing.processes import in_processes
from importing.reading_ahead import Loadable
from importing.refusal import ImportRefused, reason_of
from importing.tally import PageResult, Tally

# What a shell reports of a program that was told to stop (128 and the number of SIGINT).
DONE = 0
SOME_REFUSED = 1
INTERRUPTED = 130
# The store or the machine is at fault: the run ends, and is resumed by repeating it.
STOPPING = (*LOST, OSError, MemoryError, BrokenProcessPool)


def import_files(
    paths: Iterable[Path],
    *,
    manifest: Path | None = None,
    again: bool = False,
    workers: int = 1,
    say: Callable[[str], None],
    complain: Callable[[str], None],
    **given: Unpack[PageGiven],
) -> int:
    """Load files with what is given for all of them and what the manifest states of each; return
    the exit code.
    """
    try:
        table = read_manifest(manifest) if manifest else None
    except ImportRefused as refusal:
        complain(f"{manifest}: {refusal}")
        return SOME_REFUSED
    batch = Batch(manifest=table, again=again, **given)
    return load_files(paths, batch, workers=workers, say=say, complain=complain)


def load_files(
    paths: Iterable[Path],
    batch: Batch,
    *,
    workers: int = 1,
    say: Callable[[str], None],
    complain: Callable[[str], None],
) -> int:
    """Load files, and the page files of directories and archives, one transaction a page; return an
    exit code. Without paths the stored pages are read again from the files kept of them.

    Each page is one line to ``say``, each refused file one to ``complain``, the totals the last
    line. A terminal shows the progress. Ctrl-C drops the page in hand and ends the run with its
    totals. A run that was interrupted is resumed by repeating it: pages already loaded stay as they
    are. The code is 0, 1 when a file was refused, or 130."""
    paths = list(paths)
    groups = batch.groups(paths) if paths else batch.stored()
    tally = Tally(say, complain)
    is_stopped = False
    with closing(_results(batch, groups, workers)) as results:
        try:
            for result in _watched(results, groups):
                tally.take(result)
        except KeyboardInterrupt:
            is_stopped = True
            complain(
                _(
                    "Interrupted. Run the same command again to go on; "
                    "what is loaded stays."
                )
            )
        except STOPPING as fault:
            complain(_why_stopped(fault))
            say(tally.totals())
            return SOME_REFUSED
    say(tally.totals())
    if is_stopped:
        return INTERRUPTED
    return SOME_REFUSED if tally.has_refused else DONE


def what_is_lacking(fault: BaseException) -> str:
    """Return why the store or the machine ends a run, in one line."""
    reason = reason_of(fault) if isinstance(fault, OSError) else str(fault)
    return " ".join(reason.split()) or type(fault).__name__


def _why_stopped(fault: BaseException) -> str:
    """Return in one line what the machine lacks, and how to go on."""
    message = _(
        "Stopped: %(reason)s. Run the same command again to go on; "
        "what is loaded stays."
    )
    return message % {"reason": what_is_lacking(fault)}


def _results(
    batch: Batch, groups: list[list[Loadable]], workers: int
) -> Generator[Iterable[PageResult]]:
    """Return the results of each file, one file after the other."""
    if workers > 1:
        return in_processes(batch, groups, workers)
    return (batch.results_of(item) for group in groups for item in group)


def _watched(
    results: Iterable[Iterable[PageResult]], groups: list[list[Loadable]]
) -> Iterator[PageResult]:
    """Yield the results one by one; a terminal shows how many of the files are done."""
    items = chain.from_iterable(groups)
    sizes = [max(len(item.files), 1) for item in items]
    is_hidden = not sys.stderr.isatty()
    with tqdm(total=sum(sizes), unit="f", disable=is_hidden) as progress:
        for found, size in zip(results, sizes, strict=True):
            yield from found
            progress.update(size)
