"""Long lists of names in a paragraph, set in columns."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

from articles.pieces import Piece

# A list of fewer names is read as a sentence.
FEWEST_NAMES = 12
# Another name among those known: 王 强、 and not 等同志。
ANOTHER = r"[\u4e00-\u9fff](?:[ \u3000]?[\u4e00-\u9fff]){1,3}(?=、)"

CLOSING = tuple("。，；,;")


@dataclass(frozen=True, slots=True)
class TypesetStretch:
    """Part of a paragraph: pieces that run on, or the names of a roster, each with its mark."""

    pieces: list[Piece]
    names: list[list[Piece]]


def stretches_of(
    paragraph: list[Piece], names: Collection[str]
) -> list[TypesetStretch]:
    """Return a paragraph in stretches; ``names`` are those of the people it may list.

    All pieces joined are the paragraph, character by character."""
    text = "".join(piece.text for piece in paragraph)
    found = []
    at = 0
    for start, end in _rosters(text, names):
        before = _between(paragraph, at, start)
        found.append(TypesetStretch(before, []))
        listed = _listed(paragraph, text, start, end)
        found.append(TypesetStretch([], listed))
        at = end
    behind = _between(paragraph, at, len(text))
    found.append(TypesetStretch(behind, []))
    return found


def _listed(
    paragraph: list[Piece], text: str, start: int, end: int
) -> list[list[Piece]]:
    """Return the pieces of each name between two offsets."""
    entries = _entries(text, start, end)
    return [_between(paragraph, *entry) for entry in entries]


def _rosters(text: str, names: Collection[str]) -> Iterator[tuple[int, int]]:
    """Yield where long lists of names stand in a text; their first and last names are known."""
    if not names or text.count("、") < FEWEST_NAMES - 1:
        return
    for run in _lists_of(names).finditer(text):
        listed = run.group().split("、")
        if _is_roster(listed, names):
            end = _behind_mark(text, run.end())
            yield run.start(), end


def _lists_of(names: Collection[str]) -> re.Pattern[str]:
    """Return what finds lists of these names: 王强、李明 and others among them."""
    longest_first = sorted(names, key=len, reverse=True)
    known = "|".join(map(re.escape, longest_first))
    return re.compile(f"(?:{known})(?:、(?:{known}|{ANOTHER}))+")


def _is_roster(listed: list[str], names: Collection[str]) -> bool:
    """Tell whether a list is long, and half of it are people who are known."""
    known = [name for name in listed if name in names]
    is_long = len(listed) >= FEWEST_NAMES
    return is_long and len(known) * 2 > len(listed)


def _behind_mark(text: str, end: int) -> int:
    """Return the offset behind the mark that closes a roster, which no line may begin with."""
    return end + text.startswith(CLOSING, end)


def _entries(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the names of a roster, each with the mark behind it."""
    while start < end:
        mark = text.find("、", start, end)
        behind = mark + 1 if mark >= 0 else end
        yield start, behind
        start = behind


def _between(pieces: list[Piece], start: int, end: int) -> list[Piece]:
    """Return what of the pieces stands between two offsets of their text."""
    found = []
    at = 0
    for piece in pieces:
        first = max(start - at, 0)
        last = max(end - at, 0)
        text = piece.text[first:last]
        if text:
            anchor = piece.anchor and at >= start
            found.append(replace(piece, text=text, anchor=anchor))
        at += len(piece.text)
    return found
