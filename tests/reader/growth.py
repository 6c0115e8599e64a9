"""How the cost of reading grows with the text."""

from __future__ import annotations

import time
from collections.abc import Callable

TRIALS = 4
# Quadratic work on four times the text costs sixteen times as much.
TOO_MUCH = 12
CLOCK_SECONDS = 0.03


def assert_linear(
    work: Callable[[str], object], unit: str, size: int = 4_000
) -> None:
    """Fail when, in every trial, work on four times the text costs far more than four times as
    much.

    ``unit`` is repeated to ``size`` characters. Processor time is compared with that of the same
    run and never with a limit, so that a slow or busy machine changes nothing.
    """
    once, four_times = (unit * size)[:size], (unit * size * 4)[: size * 4]
    work(once)
    costs = []
    for _ in range(TRIALS):
        costs.append((seconds(work, once), seconds(work, four_times)))
        if costs[-1][1] < TOO_MUCH * costs[-1][0] + CLOCK_SECONDS:
            return
    raise AssertionError(
        f"{unit!r} of {size} and of {4 * size} characters: {costs} seconds"
    )


def seconds(work: Callable[[str], object], text: str) -> float:
    """Return the processor time of one run."""
    start = time.process_time()
    work(text)
    return time.process_time() - start
