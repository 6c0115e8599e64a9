"""Fonts that do not tell which characters they draw."""

from __future__ import annotations

import re
from collections.abc import Iterable

from importing.delivery.files.pdf.pdf_glyphs import GAP, Glyph

# What a font without a table of its characters gives in their place: letters with marks, signs of
# mathematics and of money, private characters. Chinese pages print the ones left out here.
UNLIKELY = re.compile(
    r"[\u0080-\u00a6\u00a8-\u00af\u00b2-\u00b6\u00b8-\u00d6\u00d8-\u00f6\u00f8-\u024f"
    r"\u02b0-\u0300\u2020-\u2024\u2030\u2039-\u203a\u20a0-\u20bf\u2202-\u221e\u222b-\u2265"
    r"\ue000-\uf8ff\ufb00-\ufb06\ufffd]"
)
# A page prints a foreign name or a formula; a font that is mostly such characters tells nothing.
MOSTLY = 0.3
# With fewer characters nothing is sure.
FEWEST = 5


def untold_fonts(glyphs: Iterable[Glyph]) -> set[int]:
    """Return the fonts of a page that do not tell their characters."""
    by_font: dict[int, list[Glyph]] = {}
    for glyph in glyphs:
        if not glyph.character.isspace():
            by_font.setdefault(glyph.font, []).append(glyph)
    return {font for font, held in by_font.items() if _tells_nothing(held)}


def _tells_nothing(glyphs: list[Glyph]) -> bool:
    unlikely = sum(map(_is_unlikely, glyphs))
    return unlikely >= FEWEST and unlikely > MOSTLY * len(glyphs)


def _is_unlikely(glyph: Glyph) -> bool:
    if not glyph.is_told:
        return True
    match = UNLIKELY.match(glyph.character)
    return match is not None


def share_of(fonts: set[int], glyphs: list[Glyph]) -> float:
    """Return how much of a page stands in these fonts, from 0 to 1."""
    seen = [glyph for glyph in glyphs if not glyph.character.isspace()]
    held = [glyph for glyph in seen if glyph.font in fonts]
    return len(held) / max(len(seen), 1)


def with_gaps(glyphs: list[Glyph], fonts: set[int]) -> list[Glyph]:
    """Put gaps that are seen in the place of what these fonts do not tell."""
    for glyph in glyphs:
        if glyph.font in fonts and _is_unlikely(glyph):
            glyph.character = GAP
    return glyphs
