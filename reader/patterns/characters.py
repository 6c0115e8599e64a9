"""The characters that the tables of names are written with, and the words of a row.

``+`` marks what a row must match, ``-`` what it must not. Text is folded first
(``reader.layout.lines.fold_width``)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Final

HAN: Final = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
NUMERALS: Final = "零〇一二三四五六七八九十百"
DOTS: Final = "\u00b7"
SPACES: Final = " "


def row(words: str) -> tuple[str, ...]:
    """Return the words of one table row."""
    return tuple(words.split())


def sizes_by_character(
    words: Iterable[str], place: int
) -> dict[str, tuple[int, ...]]:
    """Return the sizes of the words of a table by the character at one place of each, 0 or -1."""
    sizes: defaultdict[str, set[int]] = defaultdict(set)
    for word in words:
        character = word[place]
        sizes[character].add(len(word))
    return {one: tuple(sorted(found)) for one, found in sizes.items()}
