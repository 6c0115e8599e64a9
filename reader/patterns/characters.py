"""The characters that the tables of names are written with, and the words of a row.

``+`` marks what a row must match, ``-`` what it must not. Text is folded first
(``reader.layout.lines.fold_width``)."""

from __future__ import annotations

from typing import Final

HAN: Final = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
NUMERALS: Final = "零〇一二三四五六七八九十百"
DOTS: Final = "\u00b7"
SPACES: Final = " "


def row(words: str) -> tuple[str, ...]:
    """Return the words of one table row."""
    return tuple(words.split())
