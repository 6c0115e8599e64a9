"""Three texts into one: as read before, as read now, as corrected, which always stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rapidfuzz import fuzz

from articles.models.selector import TextRange
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

    def words(self, merged: str) -> str:
        """Return the words that stay as they are."""
        return merged[self.start : self.end]

    def reading(self, now: str) -> str:
        """Return what is now read in their place."""
        return now[self.now_start : self.now_end]


@dataclass(frozen=True, slots=True)
class _Corrections:
    """What a person changed of a text, as runs from the text as read before."""

    runs: list[Run]

    def have(self, run: Run) -> bool:
        """Tell whether a person made the very same change."""
        return any(_equal(run, mine) for mine in self.runs)

    def meet(self, run: Run) -> bool:
        """Tell whether a change meets or touches one of a person."""
        return any(_meet(run, mine) for mine in self.runs)

    def leave_room_for(self, run: Run) -> bool:
        """Tell whether a reading can take the place of the words that stand."""
        return not any(_takes_from(mine, run) for mine in self.runs)

    def shift(self, offset: int) -> int:
        """Return by how many characters the changes that end before ``offset`` have moved it."""
        before = (mine for mine in self.runs if mine.old_end < offset)
        return sum(map(_growth, before))

    def carry(self, run: Run, text: str) -> str:
        """Return the corrected text with a change that meets none of a person's."""
        start, end = self.place_of(run)
        return text[:start] + run.new + text[end:]

    def place_of(self, run: Run) -> TextRange:
        """Return where the words of such a change stand in the corrected text."""
        shift = self.shift(run.old_start)
        return run.old_start + shift, run.old_end + shift


def merge_texts(
    base: str, now: str, mine: str, *, keep: bool = False
) -> tuple[str, list[Clash]]:
    """Carry the changes from ``base`` to ``now`` over to ``mine``.

    Return the text and what could not be carried. A change that meets or touches one of ``mine`` is
    a clash, unless both say the same. With ``keep`` every change is one: the text is signed, so
    nothing may change under the signature.
    """
    ours = _Corrections(changes(base, mine))
    carried, clashing = _parted(changes(base, now), ours, keep=keep)
    merged = _with_carried(mine, carried, ours)
    edits = runs(base, merged)
    clashes = [_clash(run, ours, edits) for run in clashing]
    return merged, clashes


def _with_carried(mine: str, carried: list[Run], ours: _Corrections) -> str:
    merged = mine
    for run in reversed(carried):
        merged = ours.carry(run, merged)
    return merged


def _parted(
    read: Iterable[Run], ours: _Corrections, *, keep: bool
) -> tuple[list[Run], list[Run]]:
    """Return the changes that can be carried over, and those that clash."""
    carried = []
    clashing = []
    for run in read:
        if ours.have(run):
            continue
        if keep or ours.meet(run):
            clashing.append(run)
        else:
            carried.append(run)
    return carried, clashing


def _clash(run: Run, ours: _Corrections, edits: list[Run]) -> Clash:
    start, end = successor(edits, run.old_start, run.old_end)
    return Clash(
        start=start,
        end=end,
        now_start=run.new_start,
        now_end=run.new_end,
        fits=ours.leave_room_for(run),
    )


def _growth(run: Run) -> int:
    return len(run.new) - len(run.old)


def _takes_from(mine: Run, read: Run) -> bool:
    """Tell whether a person changed these words as a part of more, or deleted them all."""
    if not mine.old or not _share_words(mine, read):
        return False
    return not _covers(read, mine) or _is_deleted(mine, read)


def _is_deleted(mine: Run, read: Run) -> bool:
    """Tell whether a person deleted just the words that are now read otherwise."""
    if mine.new:
        return False
    return read.old == mine.old


def _share_words(mine: Run, read: Run) -> bool:
    """Tell whether both changed the same words; an insertion shares those it touches."""
    start = max(mine.old_start, read.old_start)
    end = min(mine.old_end, read.old_end)
    if not read.old:
        return start <= end
    return start < end


def _covers(outer: Run, inner: Run) -> bool:
    if inner.old_start < outer.old_start:
        return False
    return inner.old_end <= outer.old_end


def _equal(one: Run, other: Run) -> bool:
    if one.old_start != other.old_start:
        return False
    return one.old == other.old and one.new == other.new


def _meet(one: Run, other: Run) -> bool:
    if one.old_start > other.old_end:
        return False
    return other.old_start <= one.old_end


# Which texts


def pairs(old: list[str], new: list[str]) -> dict[int, int]:
    """Return for the index of each new text that of the old text it is another reading of.

    The most alike are paired first.
    """
    paired: dict[int, int] = {}
    taken: set[int] = set()
    for _score, new_index, old_index in sorted(_likeness(old, new)):
        if new_index in paired or old_index in taken:
            continue
        paired[new_index] = old_index
        taken.add(old_index)
    return paired


def _likeness(
    old: Iterable[str], new: Iterable[str]
) -> Iterator[tuple[float, int, int]]:
    """Yield how alike a new and an old text are, the most alike with the least number, and both
    indexes.
    """
    for new_index, now in enumerate(new):
        for old_index, was in enumerate(old):
            score = fuzz.ratio(now, was)
            if score >= SAME_TEXT:
                yield -score, new_index, old_index
