"""The text of an ALTO file (versions 2 to 4), character by character as its OCR gave it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from operator import itemgetter
from xml.etree.ElementTree import Element

from django.utils.translation import gettext as _

from importing.delivery.files.library.xml_tree import (
    elements_named,
    local_name,
)
from importing.refusal import ImportRefused

ALTO = "alto"
WORD = "String"
SPACE = "SP"
HYPHEN = "HYP"
# A word that is parted at the end of a line, and that is repeated whole with each part.
FIRST_PART = "HypPart1"
SECOND_PART = "HypPart2"
HYPHENS = "-\u00ad\u2010"

Joined = dict[Element, str]


def alto_text(root: Element, order: Sequence[str] = ()) -> str:
    """Return a page's text: a line a line, an empty one between blocks.

    ``order`` are the identifiers of blocks as something else says that they are read; without it
    the file's own order counts. Raise ``ImportRefused`` for a file of several pages."""
    pages = list(elements_named("Page", root))
    if len(pages) != 1:
        raise ImportRefused(
            _("%(count)d pages in one file") % {"count": len(pages)}
        )
    blocks = list(elements_named("TextBlock", pages[0]))
    stated = order or _own_order(root)
    joined = _joined(pages[0])
    texts = (_block(each, joined) for each in _in_order(blocks, stated))
    return "\n\n".join(filter(str.strip, texts))


def _own_order(root: Element) -> list[str]:
    """Return the blocks' identifiers in the order that the file states apart from their own."""
    return [
        reference.get("REF", "")
        for stated in elements_named("ReadingOrder", root)
        for reference in elements_named("ElementRef", stated)
    ]


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


def _block(block: Element, joined: Joined) -> str:
    lines: list[str] = []
    for each in elements_named("TextLine", block):
        line = _line(each, joined)
        if line:
            lines.append(line)
    return "\n".join(lines)


def _line(line: Element, joined: Joined) -> str:
    """Return the words of a line; the hyphen behind a word that was joined is not of the text."""
    words: list[str] = []
    is_joined = False
    for each in line:
        name = local_name(each)
        if name == WORD:
            is_joined = each in joined
            printed = each.get("CONTENT", "")
            words.append(joined.get(each, printed))
        elif name == SPACE:
            words.append(" ")
        elif name == HYPHEN and not is_joined:
            words.append(each.get("CONTENT", ""))
    return "".join(words)
