"""A run in several processes: they read pages ahead, each for itself; one stores them in order, as
a run in one process would.

Reading takes the time of a processor, so threads would not help; what crosses pages (people,
events, jumps) is settled where pages are stored, one after the other."""

from __future__ import annotations

import multiprocessing
import signal
from collections import deque
from collections.abc import Generator, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import chain, islice
from multiprocessing.context import BaseContext

import django
from django.db import connections

from importing.batch import Batch
from importing.reading_ahead import Loadable, ReadPages, as_deliveries
from importing.tally import PageResult

# Pages that wait to be stored hold memory: so many items are read ahead for each process.
AHEAD = 3

# In a child: what reads a file.
_batch: Batch


def in_processes(
    batch: Batch, groups: list[list[Loadable]], workers: int
) -> Generator[Iterator[PageResult]]:
    """Yield the results of each item in order."""
    batch.freeze()
    # A connection cannot be shared with a child; each opens its own.
    connections.close_all()
    pool = ProcessPoolExecutor(workers, _context(), _begin, (batch,))
    try:
        items = chain.from_iterable(groups)
        for item, read in _in_order(pool, items, AHEAD * workers):
            deliveries = as_deliveries(item, read, batch.manifest)
            yield batch.results_of(item, deliveries)
    finally:
        pool.shutdown(cancel_futures=True)


def _in_order(
    pool: ProcessPoolExecutor, items: Iterable[Loadable], most: int
) -> Iterator[tuple[Loadable, ReadPages]]:
    """Yield each item with what was read of it, at most so many ahead."""
    coming = iter(items)
    waiting: deque[tuple[Loadable, Future[ReadPages]]] = deque()
    for item in islice(coming, most):
        waiting.append((item, pool.submit(_read, item)))
    while waiting:
        item, future = waiting.popleft()
        yield item, future.result()
        for following in islice(coming, 1):
            waiting.append((following, pool.submit(_read, following)))


def _context() -> BaseContext:
    has_fork = "fork" in multiprocessing.get_all_start_methods()
    method = "fork" if has_fork else None
    return multiprocessing.get_context(method)


def _begin(batch: Batch) -> None:
    global _batch
    # Ctrl-C reaches every process of a terminal; the parent ends the children when it has stored
    # the page in hand.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    django.setup()
    _batch = batch


def _read(item: Loadable) -> ReadPages:
    return _batch.pages_ahead(item)
