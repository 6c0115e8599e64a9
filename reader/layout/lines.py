"""A logical line that knows its place on the page, and the one form in which patterns read it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from reader.patterns.radicals import CHARACTER_OF
from reader.results import Span

# Full-width ASCII, the ideographic space, the look-alikes of the middle dot and the dash, and
# radicals in place of characters, one for one, so that every pattern is written once and offsets
# stay true.
_FULL_WIDTH = range(0xFF01, 0xFF5F)
_SPACES = (
    0x3000,
    0x00A0,
    0x0009,
    0x000D,
    0x000B,
    0x000C,
    0x0085,
    0x2028,
    0x2029,
    0xFEFF,
    0x200B,
)
_MIDDLE_DOTS = (0x2022, 0x2027, 0x2219, 0x22C5, 0x30FB, 0xFF65)
_DASHES = (0x2015, 0x2500)
FOLDING: dict[int, int | str] = {
    **{code: code - 0xFEE0 for code in _FULL_WIDTH},
    **dict.fromkeys(_SPACES, 0x20),
    **dict.fromkeys(_MIDDLE_DOTS, 0xB7),
    **dict.fromkeys(_DASHES, 0x2014),
    **CHARACTER_OF,
}
# Characters in other forms: few of a text are, so they are looked for first.   + \uff0c   - \u3002
OTHER_FORMS = re.compile(f"[{re.escape(''.join(map(chr, FOLDING)))}]+")


def fold_width(text: str) -> str:
    """Return ``text`` with full-width ASCII, spaces, dots, dashes and radicals in one form,
    character for character.
    """
    return OTHER_FORMS.sub(_one_form, text)


def _one_form(found: re.Match[str]) -> str:
    return found[0].translate(FOLDING)


def blanked(found: re.Match[str]) -> str:
    """Return as many spaces as a match is long, so that offsets stay true where it is taken out."""
    size = len(found[0])
    return " " * size


@dataclass(frozen=True, slots=True)
class Line:
    """A logical line: its characters as printed, the page spans they come from, and the white space
    before it.

    ``gap`` counts the empty lines before it, ``indent`` the full characters of padding it opens
    with."""

    text: str
    folded: str
    spans: tuple[Span, ...]
    gap: int
    indent: int

    @property
    def first(self) -> int:
        """Return where on the page it begins."""
        start, _ = self.spans[0]
        return start

    def spans_between(self, start: int, end: int) -> tuple[Span, ...]:
        """Return the page spans of ``text[start:end]``."""
        spans: list[Span] = []
        for first, last in self.spans:
            size = last - first
            if start < size and end > 0:
                spans.append((first + max(start, 0), first + min(end, size)))
            start -= size
            end -= size
        return tuple(spans)

    def span_between(self, start: int, end: int) -> Span:
        """Return the page span of ``text[start:end]`` from its first to its last character."""
        spans = self.spans_between(start, end)
        first, _ = spans[0]
        _, last = spans[-1]
        return first, last

    def whole(self) -> Excerpt:
        """Return all characters of the line."""
        size = len(self.text)
        return Excerpt(self, 0, size)


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Characters ``start`` to ``end`` of a line, in which something is looked for."""

    line: Line
    start: int
    end: int

    @property
    def folded(self) -> str:
        """Return the characters in the form that patterns read."""
        return self.line.folded[self.start : self.end]

    def match(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """Match at the start; offsets of the match are into the line."""
        words = self.line.folded
        return pattern.match(words, self.start, self.end)

    def search(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """Look for the first match; offsets of the match are into the line."""
        words = self.line.folded
        return pattern.search(words, self.start, self.end)

    def fullmatch(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """Match the whole excerpt; offsets of the match are into the line."""
        words = self.line.folded
        return pattern.fullmatch(words, self.start, self.end)

    def behind(self, start: int) -> Excerpt:
        """Return what stands from ``start`` on."""
        return Excerpt(self.line, start, self.end)

    def before(self, end: int) -> Excerpt:
        """Return what stands in front of ``end``."""
        return Excerpt(self.line, self.start, end)

    def stripped(self) -> Excerpt:
        """Return it without white space at its edges."""
        words = self.folded
        start = self.end - len(words.lstrip())
        end = self.start + len(words.rstrip())
        return Excerpt(self.line, start, end)

    def group(self, found: re.Match[str], name: int | str) -> Excerpt:
        """Return what a group of a match holds."""
        start, end = found.span(name)
        return Excerpt(self.line, start, end)

    def tail(self, longest: int) -> Excerpt:
        """Return the last characters, no more than ``longest``."""
        first = self.end - longest
        if first <= self.start:
            return self
        return self.behind(first)
