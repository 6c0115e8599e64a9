"""The text of an ALTO file (versions 2 to 4), character by character as its OCR gave it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from math import isfinite
from operator import itemgetter
from xml.etree.ElementTree import Element

from django.utils.translation import gettext as _

from importing.delivery.files.library.xml_tree import elements_named, local_name
from importing.delivery.files.regions import Region, Sheet
from importing.refusal import ImportRefused

ALTO = "alto"
WORD = "String"
SPACE = "SP"
HYPHEN = "HYP"
# A word that is parted at the end of a line, and that is repeated whole with each part.
FIRST_PART = "HypPart1"
SECOND_PART = "HypPart2"
HYPHENS = "-\u00ad\u2010"
HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff]")
NO_HYPHENS = str.maketrans("", "", HYPHENS)

Joined = dict[Element, str]


@dataclass(slots=True)
class AltoText:
    """The text of a page while it is written, where its lines stand on the page, and all the words
    that the page has, in whatever element.
    """

    sheet: Sheet
    joined: Joined
    shown: str
    text: str = ""
    regions: list[Region] = field(default_factory=list)

    def add(self, block: Element) -> None:
        """Write the lines of a block under the text; one without words leaves no trace."""
        space = "\n\n" if self.text else ""
        for each in elements_named("TextLine", block):
            words = _line(each, self.joined)
            if not words.strip():
                continue
            self.text += space
            self._write(each, words)
            space = "\n"

    def _write(self, line: Element, words: str) -> None:
        start = len(self.text)
        self.text += words
        edges = _edges(line)
        if edges is None:
            return
        region = self.sheet.region(start, len(self.text), edges)
        if region is not None:
            self.regions.append(region)


def alto_text(root: Element, order: Sequence[str] = ()) -> AltoText:
    """Return a page's text: a line a line, an empty one between blocks.

    ``order`` are the identifiers of blocks as something else says that they are read; without it
    the file's own order counts. Raise ``ImportRefused`` for a file of several pages."""
    pages = list(elements_named("Page", root))
    if len(pages) != 1:
        raise ImportRefused(
            _("%(count)d pages in one file") % {"count": len(pages)}
        )
    blocks = list(elements_named("TextBlock", pages[0]))
    stated = order or _own_order(root, blocks)
    written = AltoText(_sheet(pages[0]), _joined(pages[0]), _shown(pages[0]))
    for block in _in_order(blocks, stated):
        written.add(block)
    return written


def _sheet(page: Element) -> Sheet:
    """Return the size of a page, nothing where the file does not tell it."""
    width = _number(page, "WIDTH")
    height = _number(page, "HEIGHT")
    return Sheet(width or 0, height or 0)


def _edges(line: Element) -> tuple[float, float, float, float] | None:
    """Return the edges of a line, None where the file does not tell all of them."""
    left = _number(line, "HPOS")
    top = _number(line, "VPOS")
    width = _number(line, "WIDTH")
    height = _number(line, "HEIGHT")
    if left is None or width is None:
        return None
    if top is None or height is None:
        return None
    return left, top, left + width, top + height


def _number(element: Element, name: str) -> float | None:
    """Return a number that an element states, None for anything else."""
    try:
        number = float(element.get(name, ""))
    except ValueError:
        return None
    return number if isfinite(number) else None


def _own_order(root: Element, blocks: Sequence[Element]) -> list[str]:
    """Return the blocks' identifiers in the order that the file states apart from their own: in a
    list, or by what each says of the one behind it.
    """
    listed = [
        reference.get("REF", "")
        for stated in elements_named("ReadingOrder", root)
        for reference in elements_named("ElementRef", stated)
    ]
    return listed or list(_linked(blocks))


def _linked(blocks: Sequence[Element]) -> Iterator[str]:
    """Yield the identifiers of blocks from the first of each chain to its last; nothing where no
    block names the one behind it.
    """
    behind = dict(map(_link, blocks))
    followers = set(behind.values()) - {""}
    firsts = [name for name in behind if name not in followers]
    if not followers:
        return
    for first in firsts:
        yield from _chain(first, behind)


def _link(block: Element) -> tuple[str, str]:
    """Return the identifier of a block, and of the one behind it."""
    name = block.get("ID", "")
    following = block.get("IDNEXT", "")
    return name, following


def _chain(name: str, left: dict[str, str]) -> Iterator[str]:
    """Yield a block and those behind it, each taken out of what is left."""
    while name in left:
        yield name
        name = left.pop(name)


def _in_order(blocks: list[Element], order: Iterable[str]) -> list[Element]:
    """Put blocks in order; one that is not named stays behind the one that it follows."""
    ranks = {name: rank for rank, name in enumerate(order)}
    rank = -1
    ranked: list[tuple[int, Element]] = []
    for block in blocks:
        rank = ranks.get(block.get("ID", ""), rank)
        ranked.append((rank, block))
    ranked.sort(key=itemgetter(0))
    return [block for _rank, block in ranked]


def _shown(page: Element) -> str:
    """Return the words of a page without hyphens, which may be none of the text."""
    words = [each.get("CONTENT", "") for each in elements_named(WORD, page)]
    whole = "".join(words)
    return whole.translate(NO_HYPHENS)


def _joined(page: Element) -> Joined:
    """Return what is written for the two parts of each parted word: all of it, and nothing."""
    joined: Joined = {}
    words = elements_named(WORD, page)
    for one, other in pairwise(words):
        whole = one.get("SUBS_CONTENT", "")
        if whole and _is_parted(one, other, whole):
            joined[one] = whole
            joined[other] = ""
    return joined


def _is_parted(one: Element, other: Element, whole: str) -> bool:
    """Tell whether two strings are the parts of a word and hold all its characters."""
    kinds = (one.get("SUBS_TYPE"), other.get("SUBS_TYPE"))
    if kinds != (FIRST_PART, SECOND_PART):
        return False
    first = one.get("CONTENT", "").rstrip(HYPHENS)
    return first + other.get("CONTENT", "") == whole


def _line(line: Element, joined: Joined) -> str:
    """Return the words of a line; the hyphen behind a word that was joined is not of the text."""
    words: list[str] = []
    is_joined = False
    parts = list(line)
    for place, each in enumerate(parts):
        name = local_name(each)
        printed = each.get("CONTENT", "")
        around = parts[place - 1 : place + 2]
        if name == WORD:
            is_joined = each in joined
            whole = joined.get(each, printed)
            words.append(whole)
        elif name == SPACE and _is_seen(each, around):
            words.append(" ")
        elif name == HYPHEN and not is_joined:
            words.append(printed)
    whole_line = "".join(words)
    return whole_line.strip(" ")


def _is_seen(space: Element, around: Sequence[Element]) -> bool:
    """Tell whether a space is one: between Chinese characters OCR parts what is printed together,
    and only as wide a one as half a character was printed.
    """
    before = around[:1]
    behind = around[1:][1:]
    if not _is_han(before, -1) or not _is_han(behind, 0):
        return True
    return _is_wide(space, behind[0])


def _is_han(words: Sequence[Element], place: int) -> bool:
    """Tell whether there is a string and its character at a place is Chinese."""
    contents = [word.get("CONTENT", "") for word in words]
    character = "".join(contents)[place:]
    return HAN.match(character) is not None


def _is_wide(space: Element, beside: Element) -> bool:
    width = _number(space, "WIDTH")
    height = _number(beside, "HEIGHT")
    if width is None or height is None:
        return False
    return width >= height / 2
