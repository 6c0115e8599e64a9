"""Three texts into one: as read before, as read now, as corrected, which always stands."""

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
    """Carry the changes from ``base`` to ``now`` over to ``mine``.

    Return the text and what could not be carried. A change that meets or touches one of ``mine`` is
    a clash, unless both say the same. With ``keep`` every change is one: the text is signed, so
    nothing may change under the signature.
    """
    ours = changes(base, mine)
    carried = []
    clashing = []
    for run in changes(base, now):
        if any(_equal(run, other) for other in ours):
            continue
        if keep or any(_meet(run, other) for other in ours):
            clashing.append(run)
        else:
            carried.append(run)
    merged = mine
    for run in reversed(carried):
        start = run.old_start + _shift(ours, run.old_start)
        end = start + len(run.old)
        merged = merged[:start] + run.new + merged[end:]
    edits = runs(base, merged)
    return merged, [_clash(run, ours, edits) for run in clashing]


def _shift(ours: list[Run], offset: int) -> int:
    """Return by how many characters the changes that end before ``offset`` have moved it."""
    return sum(
        len(run.new) - len(run.old) for run in ours if run.old_end < offset
    )


def pairs(old: list[str], new: list[str]) -> dict[int, int]:
    """Return for the index of each new text that of the old text it is another reading of.

    The most alike are paired first.
    """
    ranked = []
    for i, now in enumerate(new):
        for j, was in enumerate(old):
            score = fuzz.ratio(now, was)
            if score >= SAME_TEXT:
                ranked.append((-score, i, j))
    paired: dict[int, int] = {}
    for _score, i, j in sorted(ranked):
        if i not in paired and j not in paired.values():
            paired[i] = j
    return paired


def _clash(run: Run, ours: list[Run], edits: list[Run]) -> Clash:
    start, end = successor(edits, run.old_start, run.old_end)
    return Clash(
        start=start,
        end=end,
        now_start=run.new_start,
        now_end=run.new_end,
        fits=not any(_takes_from(other, run) for other in ours),
    )


def _takes_from(mine: Run, read: Run) -> bool:
    """Tell whether a person changed these words as a part of more, or deleted them all."""
    shared = min(mine.old_end, read.old_end) - max(
        mine.old_start, read.old_start
    )
    if not mine.old or shared < 0 or (read.old and not shared):
        return False
    covers = read.old_start <= mine.old_start and mine.old_end <= read.old_end
    return not covers or (not mine.new and read.old == mine.old)


def _equal(one: Run, other: Run) -> bool:
    if one.old_start != other.old_start:
        return False
    return one.old == other.old and one.new == other.new


def _meet(one: Run, other: Run) -> bool:
    return one.old_start <= other.old_end and other.old_start <= one.old_end
