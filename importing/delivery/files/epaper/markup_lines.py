"""The words of an element, line by line, as a browser would show them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import chain

from selectolax.lexbor import LexborNode

from importing.delivery.files.markup_tree import attribute

BLOCKS = re.compile(
    r"address|article|aside|blockquote|center|d[dlt]|div|fig(?:caption|ure)"
    r"|footer|form|founder-content|h[1-6r]|header"
    r"|li|main|nav|[ou]l|p|pre|section|table|tbody|t[dhr]|thead"
)
UNSEEN = frozenset(
    {
        "script",
        "style",
        "noscript",
        "template",
        "head",
        "select",
        "button",
        "map",
    }
)
# Pictures of the site, not of the article.
ORNAMENT = re.compile(
    r"(?:^|/)(?:tpl|icon|logo|btn|button|blank|space|arrow|dot|line|bg)"
    r"[^/]*(?:/|\.\w+$)|\.gif(?:[?#]|$)|^data:",
    re.IGNORECASE,
)
SPACE = re.compile(r"[ \t\r\n\f]+")
HAN = r"[\u2e80-\u9fff\uff00-\uffef\u3000-\u303f\u2014\u2018-\u201d]"
# Where the file's own line ends inside a sentence; a blank that was typed stays.
WRAPPED = re.compile(rf"(?<={HAN})[ \t]*[\r\n][ \t\r\n]*(?={HAN})")
# What stands at a line's ends and is not seen.
BLANKS = " \u3000\xa0"


@dataclass(frozen=True, slots=True)
class MarkupLine:
    """One line of an article, or the link to a picture that stands there."""

    text: str = ""
    link: str = ""

    @property
    def is_text(self) -> bool:
        return not self.link


def lines_in(
    node: LexborNode, without: Collection[int] = ()
) -> Iterator[MarkupLine]:
    """Yield the lines of an element: blocks and breaks end a line, white space is seen as a browser
    shows it. Elements whose identity is in ``without`` are not there.
    """
    line: list[str] = []
    for part in chain(_parts(node, without), [None]):
        if isinstance(part, str):
            line.append(part)
            continue
        words = _as_shown("".join(line))
        line = []
        if words:
            yield MarkupLine(words)
        if part is not None and is_photo(part):
            yield MarkupLine(link=attribute(part, "src"))


def is_photo(node: LexborNode) -> bool:
    """Tell whether an element is a picture of the article: not the page's own, no ornament."""
    if node.tag != "img" or "usemap" in node.attributes:
        return False
    source = attribute(node, "src")
    return bool(source) and not ORNAMENT.search(source)


def _as_shown(words: str) -> str:
    return SPACE.sub(" ", WRAPPED.sub("", words)).strip(BLANKS)


def _parts(
    node: LexborNode, without: Collection[int]
) -> Iterator[str | LexborNode | None]:
    """Yield the texts in an element; wherever a line ends, the element that ends it, or None behind
    a block.
    """
    waiting: list[LexborNode | None] = [node]
    while waiting:
        each = waiting.pop()
        if each is None:
            yield None
        elif each.is_text_node:
            yield str(each.text_content)
        elif _is_read(each, without):
            if _ends_line(each):
                yield each
                waiting.append(None)
            waiting += reversed(list(each.iter(include_text=True)))


def _is_read(node: LexborNode, without: Collection[int]) -> bool:
    if not node.is_element_node or node.tag in UNSEEN:
        return False
    return node.mem_id not in without


def _ends_line(node: LexborNode) -> bool:
    tag = str(node.tag)
    return tag in ("br", "img") or bool(BLOCKS.fullmatch(tag))
