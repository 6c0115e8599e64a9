"""Names that stand side by side without the mark of a list: run together, or joined by 和."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sized
from typing import Final, NamedTuple

from reader.names.lists.items import best, spans_beginning, spans_ending
from reader.names.weighing.candidate import Candidate, Found, certain
from reader.names.weights import WEIGHTS
from reader.names.words import Words
from reader.results import Span

# What joins two names, and what brackets may say between.   + 郝美玲(左)和张日, 师佳宁/尚春晓   - 郝美玲、张日
JOINED: Final = re.compile("(?:\\([^()\n]{1,12}\\))?[和与及/]")


class _Chain(NamedTuple):
    """Names that stand side by side: the points of all their forms, and the first of them."""

    points: float
    first: Candidate


# The best chain that begins at an offset.
_Chains = Mapping[int, _Chain]


def paired(words: Words, found: Found) -> Iterator[Candidate]:
    """Yield the name that 和 joins to one beyond doubt, in front of it or behind."""
    for joint in JOINED.finditer(words.text):
        start, end = joint.span()
        ahead = _best_unbarred(found, spans_ending(start))
        behind = _best_unbarred(found, spans_beginning(end))
        if ahead and behind:
            yield from _vouched_for(ahead, behind)


def _best_unbarred(found: Found, spans: Iterable[Span]) -> Candidate | None:
    """Return the best candidate at one of ``spans`` behind which no word bars a name."""
    names = map(found.get, spans)
    return best(name for name in names if name and name.after >= 0)


def _vouched_for(ahead: Candidate, behind: Candidate) -> Iterator[Candidate]:
    """Yield the one of two joined names for which the other vouches."""
    if _vouches(ahead, behind):
        yield certain(behind)
    if _vouches(behind, ahead):
        yield certain(ahead)


def _vouches(sure: Candidate, other: Candidate) -> bool:
    """Tell whether one name is beyond doubt and the other only likely."""
    if other.form < WEIGHTS.pair_least:
        return False
    accept = WEIGHTS.accept
    return sure.points >= accept > other.points


def run_together(found: Found) -> Iterator[Candidate]:
    """Yield the names of lists printed without a mark (甲乙丙丁等参加).

    Each begins where the one before it ends.
    """
    chains = _best_chains(found)
    place = 0
    for start in sorted(chains):
        chain = chains[start]
        if start < place or not _is_introduced(chain):
            continue
        names = list(_names_of(chains, start))
        place = names[-1].end
        if _is_list(chain, names):
            yield from map(certain, names)


def _is_introduced(chain: _Chain) -> bool:
    """Tell whether the words in front speak for the first name of a chain."""
    first = chain.first
    return first.before > 0


def _is_list(chain: _Chain, names: Sized) -> bool:
    """Tell whether a chain of these names is a list."""
    count = len(names)
    if count < 2:
        return False
    return chain.points >= WEIGHTS.run_share * count


def _best_chains(found: Found) -> _Chains:
    """Return the best list that begins at each offset, worked out from the last to the first."""
    chains: dict[int, _Chain] = {}
    likely = [one for one in found.values() if one.form >= WEIGHTS.run_least]
    for name in sorted(likely, key=_last_first):
        chain = _chain_of(chains, name)
        if chain is None:
            continue
        start = name.start
        other = chains.setdefault(start, chain)
        if chain.points > other.points:
            chains[start] = chain
    return chains


def _last_first(name: Candidate) -> int:
    return -name.start


def _chain_of(chains: _Chains, name: Candidate) -> _Chain | None:
    """Return the best chain that begins with a name; alone it needs a word behind."""
    behind = chains.get(name.end)
    if behind is not None:
        points = name.form + behind.points
        return _Chain(points, name)
    if name.after > 0:
        return _Chain(name.form, name)
    return None


def _names_of(chains: _Chains, start: int) -> Iterator[Candidate]:
    while start in chains:
        name = chains[start].first
        yield name
        start = name.end
