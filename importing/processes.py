"""A run in several processes: reading takes the time of a processor, so threads would not help."""

from __future__ import annotations

import multiprocessing
import signal
from collections.abc import Callable, Generator, Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing.context import BaseContext
from multiprocessing.synchronize import Event

import django
from django.db import connections

from importing.batch import Loadable
from importing.tally import PageResult

Load = Callable[[Loadable], Iterator[PageResult]]

# In a child: what loads a file, and whether it is to stop.
_load: Load
_stop: Event


def in_processes(
    load: Load, groups: list[list[Loadable]], workers: int
) -> Generator[list[PageResult]]:
    """Yield the results of each file in order; the files of a group are loaded one after the other
    by one process.
    """
    # A connection cannot be shared with a child; each opens its own.
    connections.close_all()
    context = _context()
    stop = context.Event()
    pool = ProcessPoolExecutor(workers, context, _begin, (load, stop))
    try:
        for results in pool.map(_results_of_group, groups):
            yield from results
    finally:
        stop.set()
        pool.shutdown(cancel_futures=True)


def _context() -> BaseContext:
    has_fork = "fork" in multiprocessing.get_all_start_methods()
    return multiprocessing.get_context("fork" if has_fork else None)


def _begin(load: Load, stop: Event) -> None:
    global _load, _stop
    # Ctrl-C reaches every process of a terminal; the parent tells the children when to stop, after
    # the page in hand.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    django.setup()
    _load = load
    _stop = stop


def _results_of_group(group: list[Loadable]) -> list[list[PageResult]]:
    return [list(_until_stopped(_load(item))) for item in group]


def _until_stopped(results: Iterator[PageResult]) -> Iterator[PageResult]:
    for result in results:
        yield result
        if _stop.is_set():
            break
