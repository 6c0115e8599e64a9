"""The words of an element, line by line, as a browser would show them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from bs4.element import Comment, Declaration, Doctype, NavigableString, Tag

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


def lines_in(tag: Tag) -> Iterator[MarkupLine]:
    """Yield the lines of an element: blocks and breaks end a line, white space is seen as a browser
    shows it.
    """
    line: list[str] = []
    for part in chain(_parts(tag), [None]):
        if isinstance(part, str):
            line.append(part)
            continue
        words = _as_shown("".join(line))
        line = []
        if words:
            yield MarkupLine(words)
        if part is not None and is_photo(part):
            yield MarkupLine(link=address_in(part, "src"))


def is_photo(tag: Tag) -> bool:
    """Tell whether an element is a picture of the article: not the page's own, no ornament."""
    if tag.name != "img":
        return False
    source = address_in(tag, "src")
    if not source or tag.get("usemap"):
        return False
    return not ORNAMENT.search(source)


def address_in(tag: Tag, name: str) -> str:
    """Return the address in an attribute, "" when there is none."""
    return str(tag.get(name) or "").strip()


def _as_shown(words: str) -> str:
    return SPACE.sub(" ", WRAPPED.sub("", words)).strip(BLANKS)


def _parts(tag: Tag) -> Iterator[str | Tag | None]:
    """Yield the texts in an element; wherever a line ends, the element that ends it, or None behind
    a block.
    """
    waiting: list[object] = [tag]
    while waiting:
        each = waiting.pop()
        if each is None:
            yield None
        elif isinstance(each, NavigableString):
            if _is_seen(each):
                yield str(each)
        elif isinstance(each, Tag) and each.name not in UNSEEN:
            if _ends_line(each):
                yield each
                waiting.append(None)
            waiting += reversed(each.contents)


def _is_seen(text: NavigableString) -> bool:
    return not isinstance(text, Comment | Declaration | Doctype)


def _ends_line(tag: Tag) -> bool:
    return tag.name in ("br", "img") or bool(BLOCKS.fullmatch(tag.name))
