"""The clocks of a measurement: pages a second, processor time and memory."""

from __future__ import annotations

import os
import resource
import sys
import time
from collections.abc import Callable, Sequence
from statistics import median

# ``ru_maxrss`` counts in kilobytes, on macOS in bytes.
MEGABYTE = 1024**2 if sys.platform == "darwin" else 1024

Measure = dict[str, float]


def work(pages: int, done: Callable[[], object]) -> Measure:
    """Return pages a second and the processor's milliseconds a page of some work."""
    begun = time.perf_counter()
    spent_before = processor_seconds()
    done()
    seconds = time.perf_counter() - begun
    spent = processor_seconds() - spent_before
    return {"pages": pages / seconds, "cpu": spent / pages * 1000}


def processor_seconds() -> float:
    """Return the processor time of this process and its finished children, no other program's."""
    spent = os.times()
    own = spent.user + spent.system
    children = spent.children_user + spent.children_system
    return own + children


def peak(who: int = resource.RUSAGE_SELF) -> float:
    """Return the most memory in MB that this process ever had.

    Asked for children, it is that of the largest finished one.
    """
    return resource.getrusage(who).ru_maxrss / MEGABYTE


def medians(results: Sequence[Measure]) -> Measure:
    """Return the median of each figure over several measurements of one thing."""
    return {
        name: median(result[name] for result in results) for name in results[0]
    }
