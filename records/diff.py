"""Which characters differ between two versions of a text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter
from typing import Literal

from rapidfuzz.distance import Levenshtein

Op = Literal["equal", "replace", "insert", "delete"]


@dataclass(frozen=True, slots=True)
class Run:
    """Characters that stay or change together: ``old`` stands at ``old_start``, ``new`` at
    ``new_start``.
    """

    op: Op
    old_start: int
    new_start: int
    old: str
    new: str

    @property
    def old_end(self) -> int:
        return self.old_start + len(self.old)

    @property
    def new_end(self) -> int:
        return self.new_start + len(self.new)

    @property
    def is_kept(self) -> bool:
        return self.op == "equal"

    @property
    def shift(self) -> int:
        """By how many characters what stays has moved from the old text to the new one."""
        return self.new_start - self.old_start

    def holds_old(self, start: int, end: int) -> bool:
        """Tell whether the old text's characters ``start``-``end`` are all of this run."""
        return self.old_start <= start and end <= self.old_end


def runs(old: str, new: str) -> list[Run]:
    """Return the runs that lead from ``old`` to ``new``: paragraphs are compared first, then their
    characters.

    Offsets are Python characters into ``old`` and ``new``. The runs join up to both texts without a
    gap, equal and changed ones in turn. Two equal texts give one equal run, two empty ones none.
    """
    old_paragraphs = old.splitlines(keepends=True)
    new_paragraphs = new.splitlines(keepends=True)
    by_paragraph = _joined(_aligned(old_paragraphs, new_paragraphs))
    return list(_joined(_by_character(by_paragraph)))


def changes(old: str, new: str) -> list[Run]:
    """Return only the runs that changed, in order."""
    return [run for run in runs(old, new) if not run.is_kept]


def _aligned(
    old: Sequence[str],
    new: Sequence[str],
    old_start: int = 0,
    new_start: int = 0,
) -> Iterator[Run]:
    """Yield what stays and what changes between two rows of pieces, characters or paragraphs; their
    texts begin at these offsets.
    """
    for code in Levenshtein.opcodes(old, new):
        op: Op = "equal" if code.tag == "equal" else "replace"
        old_text = "".join(old[code.src_start : code.src_end])
        new_text = "".join(new[code.dest_start : code.dest_end])
        run = Run(
            op,
            old_start,
            new_start,
            old_text,
            new_text,
        )
        old_start = run.old_end
        new_start = run.new_end
        yield run


def _by_character(paragraphs: Iterable[Run]) -> Iterator[Run]:
    """Take the paragraphs that changed apart into characters."""
    for run in paragraphs:
        if run.is_kept:
            yield run
        else:
            yield from _aligned(run.old, run.new, run.old_start, run.new_start)


def _joined(parts: Iterable[Run]) -> Iterator[Run]:
    """Join neighbours that both stay or both change, and name each change by what it does."""
    for _kept, group in groupby(parts, key=attrgetter("is_kept")):
        neighbours = list(group)
        yield _one_run(neighbours)


def _one_run(neighbours: Sequence[Run]) -> Run:
    """Return neighbours of one kind as one run."""
    first = neighbours[0]
    old = "".join(run.old for run in neighbours)
    new = "".join(run.new for run in neighbours)
    if first.is_kept:
        op: Op = "equal"
    else:
        op = _change(old, new)
    return Run(
        op,
        first.old_start,
        first.new_start,
        old,
        new,
    )


def _change(old: str, new: str) -> Op:
    if not old:
        return "insert"
    return "replace" if new else "delete"
