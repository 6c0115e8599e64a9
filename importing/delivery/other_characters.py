"""Pages in other characters are read as their twin in simplified ones would be, and stored as
printed.

Characters are exchanged one for one, so that every offset stays right."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from enum import Enum
from functools import cache
from typing import Any, TypeVar

from opencc import OpenCC

from editorial.models import Rule
from reader import PageContext, ReadPage
from reader.findings.marks import radicals_in
from reader.patterns.radicals import CHARACTER_OF
from reader.results import ReadFinding

# Of a page in traditional characters a third are other ones in simplified; in a page of today a few
# names and quotations are.
MOSTLY_TRADITIONAL = 0.1
HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff]")
# The fields of a reading that show the page's words; all others tell facts, whose names are
# characters even where radicals were printed.
SHOWN = frozenset(
    {
        "text",
        "caption",
        "credit",
        "kicker",
        "headline",
        "subtitle",
        "heading_alternatives",
    }
)
Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class SimplifiedTwin:
    """A page's text as it is printed, and as it is read: with characters for radicals
    (``plain``), and simplified.
    """

    printed: str
    plain: str
    simplified: str

    def context(self, context: PageContext) -> PageContext:
        """Return what the reader may know, in the characters that it reads."""
        if self.simplified == self.plain:
            return context
        newspaper = context.newspaper
        edition = context.edition
        return replace(
            context,
            newspaper=_simplified(newspaper) if newspaper else None,
            edition=_simplified(edition) if edition else edition,
            known_people=frozenset(map(_simplified, context.known_people)),
        )

    def as_printed(self, page: ReadPage, context: PageContext) -> ReadPage:
        """Return a reading of the simplified text with the page's own characters in it."""
        page = _exchanged(page, _back(self.simplified, self.plain))
        page = _exchanged(page, _back(self.plain, self.printed), SHOWN)
        doubts = [
            ReadFinding(Rule.KANGXI_RADICAL, *doubt)
            for doubt in radicals_in(self.printed)
        ]
        findings = (*page.findings, *doubts)
        newspaper = context.newspaper or page.newspaper
        edition = context.edition or page.edition
        return replace(
            page,
            newspaper=newspaper,
            edition=edition,
            findings=findings,
        )


def twin_of(text: str) -> SimplifiedTwin:
    """Return a page's text in the characters that it is read in."""
    plain = text.translate(CHARACTER_OF)
    simplified = _simplified(plain)
    others = sum(map(str.__ne__, plain, simplified))
    if others < MOSTLY_TRADITIONAL * len(HAN.findall(plain)):
        simplified = plain
    return SimplifiedTwin(text, plain, simplified)


def _simplified(text: str) -> str:
    return text.translate(_table())


@cache
def _table() -> dict[int, str]:
    """Return the simplified character of each traditional one that has one."""
    codes = [*range(0x3400, 0x4DC0), *range(0x4E00, 0xA000)]
    characters = "\n".join(map(chr, codes))
    converted = OpenCC("t2s").convert(characters).split("\n")
    return {
        code: simple
        for code, simple in zip(codes, converted, strict=True)
        if len(simple) == 1 and simple != chr(code)
    }


def _back(read: str, printed: str) -> Callable[[str], str]:
    """Return what gives words of the text that was read as they are printed: where they stand, or
    character by character as the page mostly prints them.
    """
    if read == printed:
        return str
    usual: dict[str, Counter[str]] = {}
    for one, other in zip(read, printed, strict=True):
        usual.setdefault(one, Counter())[other] += 1
    table = {
        ord(one): others.most_common(1)[0][0] for one, others in usual.items()
    }

    def back(words: str) -> str:
        place = read.find(words)
        if place >= 0:
            return printed[place : place + len(words)]
        return words.translate(table)

    return back


def _exchanged(
    value: Value,
    back: Callable[[str], str],
    names: frozenset[str] | None = None,
) -> Value:
    """Return a part of a reading with the strings in it exchanged, those of some fields alone when
    ``names`` are given.
    """
    if back is str:
        return value
    changed: Any = _walked(value, back, names, is_shown=names is None)
    return changed


def _walked(
    value: Any,
    back: Callable[[str], str],
    names: frozenset[str] | None,
    *,
    is_shown: bool,
) -> Any:
    if isinstance(value, Enum):
        return value
    if isinstance(value, ReadFinding):
        offered = value.replacement
        if names is None and offered:
            return replace(value, replacement=back(offered))
        return value
    if isinstance(value, str):
        return back(value) if is_shown else value
    if isinstance(value, tuple):
        return tuple(
            _walked(each, back, names, is_shown=is_shown) for each in value
        )
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **dict(_fields(value, back, names)))
    return value


def _fields(
    value: Any, back: Callable[[str], str], names: frozenset[str] | None
) -> Iterator[tuple[str, Any]]:
    for field in fields(value):
        if field.init:
            is_shown = names is None or field.name in names
            held = getattr(value, field.name)
            yield field.name, _walked(held, back, names, is_shown=is_shown)
