"""Names that stand side by side without the mark of a list: run together, or joined by 和."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from reader.names.lists.items import SIZES, best
from reader.names.weighing.candidate import Candidate, Found, certain
from reader.names.weights import WEIGHTS
from reader.names.words import Words

# What joins two names, and what brackets may say between.   + 郝美玲(左)和张日, 师佳宁/尚春晓   - 郝美玲、张日
JOINED: Final = re.compile("(?:\\([^()\n]{1,12}\\))?[和与及/]")

# The points of the best list that begins at an offset, and its first name.
Chains = Mapping[int, tuple[float, Candidate]]


def paired(words: Words, found: Found) -> Iterator[Candidate]:
    """Yield the name that 和 joins to one beyond doubt, in front of it or behind."""
    for joint in JOINED.finditer(words.text):
        start, end = joint.span()
        ahead = _best_unbarred(
            found.get((start - size, start)) for size in SIZES
        )
        behind = _best_unbarred(found.get((end, end + size)) for size in SIZES)
        if ahead and behind:
            if _vouches(ahead, behind):
                yield certain(behind)
            if _vouches(behind, ahead):
                yield certain(ahead)


def _best_unbarred(names: Iterable[Candidate | None]) -> Candidate | None:
    """Return the best candidate behind which no word stands that bars a name."""
    unbarred = [name for name in names if name and name.after >= 0]
    return best(unbarred)


def _vouches(sure: Candidate, other: Candidate) -> bool:
    """Tell whether one name is beyond doubt and the other only likely."""
    if other.form < WEIGHTS.pair_least:
        return False
    return sure.points >= WEIGHTS.accept > other.points


def run_together(found: Found) -> Iterator[Candidate]:
    """Yield the names of lists printed without a mark (甲乙丙丁等参加).

    Each begins where the one before it ends.
    """
    chains = _best_chains(found)
    place = 0
    for start in sorted(chains):
        points, first = chains[start]
        if start < place or first.before <= 0:
            continue
        chain = list(_names_of(chains, start))
        place = chain[-1].end
        if len(chain) > 1 and points >= WEIGHTS.run_share * len(chain):
            yield from map(certain, chain)


def _best_chains(found: Found) -> Chains:
    """Return the best list that begins at each offset, worked out from the last to the first."""
    chains: dict[int, tuple[float, Candidate]] = {}
    likely = [name for name in found.values() if name.form >= WEIGHTS.run_least]
    for name in sorted(likely, key=_last_first):
        points = name.form
        if name.end in chains:
            points += chains[name.end][0]
        elif name.after <= 0:
            continue
        other = chains.get(name.start)
        if other is None or points > other[0]:
            chains[name.start] = points, name
    return chains


def _last_first(name: Candidate) -> int:
    return -name.start


def _names_of(chains: Chains, start: int) -> Iterator[Candidate]:
    while start in chains:
        _, name = chains[start]
        yield name
        start = name.end
