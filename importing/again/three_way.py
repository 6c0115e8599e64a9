"""Three texts into one: as read before, as read now, as corrected; what a person changed always
stands.
"""

from __future__ import annotations

from dataclasses import dataclass

from rapidfuzz import fuzz

from editorial.anchoring import successor
from records.diff import Run, changes, runs

# Below this share of equal characters two texts are not readings of the same words.
SAME_TEXT = 50


@dataclass(frozen=True, slots=True)
class Clash:
    """Words that are now read otherwise and stay as they are.

    ``start``/``end`` count in the merged text, ``now_start``/``now_end`` in the text as read now.
    ``fits`` tells whether the new reading can take the place of those words: what is a part of
    words that a person deleted or wrote anew cannot."""

    start: int
    end: int
    now_start: int
    now_end: int
    fits: bool = True


def merge(
    base: str, now: str, mine: str, *, keep: bool = False
) -> tuple[str, list[Clash]]:
    """Carry the changes from ``base`` to ``now`` over to ``mine``; return the text and what could
    not be carried.

    A change that meets or touches one of ``mine`` is a clash, unless both say the same. With
    ``keep`` every change is one: the text is signed, so nothing may change under the signature.
    """
    ours = changes(base, mine)
    read = changes(base, now)
    news = [run for run in read if not any(_equal(run, other) for other in ours)]
    clashing = [run for run in news if keep or any(_meet(run, other) for other in ours)]
    merged = mine
    for run in reversed([run for run in news if run not in clashing]):
        start = run.old_start + sum(
            len(other.new) - len(other.old)
            for other in ours
            if other.old_end < run.old_start
        )
        merged = merged[:start] + run.new + merged[start + len(run.old) :]
    edits = runs(base, merged)
    return merged, [
        _clash(run, ours, successor(edits, run.old_start, run.old_end))
        for run in clashing
    ]


def pairs(old: list[str], new: list[str]) -> dict[int, int]:
    """Return for the index of each new text that of the old text it is another reading of, the most
    alike first.
    """
    scores = [
        (fuzz.ratio(now, was), i, j)
        for i, now in enumerate(new)
        for j, was in enumerate(old)
    ]
    ranked = sorted(
        (found for found in scores if found[0] >= SAME_TEXT),
        key=lambda found: (-found[0], found[1:]),
    )
    paired: dict[int, int] = {}
    for _score, i, j in ranked:
        if i not in paired and j not in paired.values():
            paired[i] = j
    return paired


def _clash(run: Run, ours: list[Run], place: tuple[int, int]) -> Clash:
    return Clash(
        *place,
        run.new_start,
        run.new_end,
        fits=not any(_takes_from(other, run) for other in ours),
    )


def _takes_from(mine: Run, read: Run) -> bool:
    """Tell whether a person changed these words as a part of more, or deleted them all."""
    shared = min(mine.old_end, read.old_end) - max(mine.old_start, read.old_start)
    if not mine.old or shared < 0 or (read.old and not shared):
        return False
    covers = read.old_start <= mine.old_start and mine.old_end <= read.old_end
    return not covers or (not mine.new and read.old == mine.old)


def _equal(one: Run, other: Run) -> bool:
    return (one.old_start, one.old, one.new) == (other.old_start, other.old, other.new)


def _meet(one: Run, other: Run) -> bool:
    return one.old_start <= other.old_end and other.old_start <= one.old_end
