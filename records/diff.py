"""Which characters differ between two versions of a text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
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


def runs(old: str, new: str) -> list[Run]:
    """Return the runs that lead from ``old`` to ``new``: paragraphs are compared first, then their
    characters.

    Offsets are Python characters into ``old`` and ``new``. The runs join up to both texts without a
    gap, equal and changed ones in turn. Two equal texts give one equal run, two empty ones none.
    """
    return list(_joined(_character_runs(old, new)))


def changes(old: str, new: str) -> list[Run]:
    """Return only the runs that changed, in order."""
    return [run for run in runs(old, new) if run.op != "equal"]


def _character_runs(old: str, new: str) -> Iterator[Run]:
    """Compare paragraph by paragraph; only paragraphs that differ are compared by character."""
    old_paragraphs = old.splitlines(keepends=True)
    new_paragraphs = new.splitlines(keepends=True)
    blocks = groupby(
        Levenshtein.opcodes(old_paragraphs, new_paragraphs),
        key=lambda code: code.tag == "equal",
    )
    old_start = new_start = 0
    for is_equal, codes in blocks:
        block = list(codes)
        old_text = "".join(
            old_paragraphs[block[0].src_start : block[-1].src_end]
        )
        new_text = "".join(
            new_paragraphs[block[0].dest_start : block[-1].dest_end]
        )
        if is_equal:
            yield Run("equal", old_start, new_start, old_text, new_text)
        else:
            for code in Levenshtein.opcodes(old_text, new_text):
                yield Run(
                    "equal" if code.tag == "equal" else "replace",
                    old_start + code.src_start,
                    new_start + code.dest_start,
                    old_text[code.src_start : code.src_end],
                    new_text[code.dest_start : code.dest_end],
                )
        old_start += len(old_text)
        new_start += len(new_text)


def _joined(parts: Iterable[Run]) -> Iterator[Run]:
    """Join neighbours that both stay or both change, and name each change by what it does."""
    for is_equal, group in groupby(parts, key=lambda run: run.op == "equal"):
        members = list(group)
        old = "".join(run.old for run in members)
        new = "".join(run.new for run in members)
        op: Op = "equal" if is_equal else _change(old, new)
        yield Run(op, members[0].old_start, members[0].new_start, old, new)


def _change(old: str, new: str) -> Op:
    if not old:
        return "insert"
    return "replace" if new else "delete"
