"""Markup to a tree, whatever state it is in, in time that grows with its length."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from urllib.parse import urljoin, urlsplit

from django.utils.translation import gettext as _
from selectolax.lexbor import LexborHTMLParser, LexborNode

from importing.refusal import ImportRefused, check_limit

# Measured on e-paper sites: the largest file of an issue has 3,000 tags, the longest tag 900
# characters.
MOST_TAGS = 20_000
LONGEST_TAG = 16_000
# Elements that nobody closes hold the next one: hundreds are met, thousands are an attack.
DEEPEST = 1000
ADDRESSES = ("href", "src")
# &#55362;&#57271; and &#xD842;&#xDFB7;: a rare character as programs of old wrote it.
HALVES = re.compile(
    r"&#(x[Dd][89ABab][0-9A-Fa-f]{2}|5(?:5(?:29[6-9]|[3-9]\d\d)|6(?:[0-2]\d\d|31\d)));"
    r"&#(x[Dd][C-Fc-f][0-9A-Fa-f]{2}|5(?:6(?:3[2-9]\d|[4-9]\d\d)|7(?:[0-2]\d\d|3[0-3]\d|34[0-3])));"
)
TAG = re.compile(r"<[A-Za-z/!?]")
LONG_TAG = re.compile(rf"<[A-Za-z/][^>]{{{LONGEST_TAG}}}")
# A picture written into the markup itself; the words around it are what is read here.
INLINE_DATA = re.compile(
    r"data:[\w/+.;=-]{1,100},[A-Za-z0-9+/=%]{100,}", re.ASCII
)


def tree_of(markup: str) -> LexborNode:
    """Return the root of a tree of HTML, or of a packet of XML; entities of its own are never
    resolved.

    Raise ``ImportRefused`` for more tags, longer ones or deeper elements than any page's."""
    markup = INLINE_DATA.sub("data:", markup)
    markup = HALVES.sub(_whole, markup)
    _check_tags(markup)
    root = LexborHTMLParser(markup).root
    if root is None:
        raise ImportRefused(_("no readable HTML file"))
    _check_depth(root)
    _resolve_from_base(root)
    return root


def _whole(halves: re.Match[str]) -> str:
    """Return the character of two references, each to one half of it in UTF-16."""
    numbers = [
        int(digits[1:], 16) if digits[0] in "xX" else int(digits)
        for digits in halves.groups()
    ]
    pair = "".join(map(chr, numbers)).encode("utf-16-le", "surrogatepass")
    return pair.decode("utf-16-le", "replace")


def _resolve_from_base(root: LexborNode) -> None:
    """Write the links of a file that says from where they are meant as they are meant from where it
    lies.
    """
    stated = root.css_first("base[href]")
    base = attribute(stated, "href") if stated else ""
    if not base:
        return
    for element in elements_in(root):
        for name in ADDRESSES:
            address = attribute(element, name)
            if address and element.tag != "base":
                element.attrs[name] = _joined(base, address)


def _joined(base: str, address: str) -> str:
    try:
        if urlsplit(base).scheme:
            return urljoin(base, address)
        is_whole = bool(urlsplit(address).scheme)
    except ValueError:
        return address
    folder = posixpath.dirname(base)
    return address if is_whole else posixpath.join(folder, address)


def elements_in(node: LexborNode) -> Iterator[LexborNode]:
    """Yield an element and those in it, in the order of the file."""
    for each in node.traverse():
        if each.is_element_node:
            yield each


def ids_in(node: LexborNode) -> set[int]:
    """Return the identities of an element and of all in it."""
    return {each.mem_id for each in node.traverse(include_text=True)}


def around(node: LexborNode) -> Iterator[LexborNode]:
    """Yield the elements that a node stands in, the innermost first."""
    parent = node.parent
    while parent is not None:
        yield parent
        parent = parent.parent


def attribute(node: LexborNode, name: str) -> str:
    """Return an attribute without spaces at its ends, "" when there is none."""
    value = node.attributes.get(name)
    if not value:
        return ""
    return value.strip()


def words_in(node: LexborNode) -> str:
    """Return all the words in an element without spaces at the ends."""
    words = str(node.text())
    return words.strip()


def _check_tags(markup: str) -> None:
    count = sum(1 for _tag in TAG.finditer(markup))
    check_limit(count, MOST_TAGS, _("more than %(limit)d tags"))
    if LONG_TAG.search(markup):
        raise ImportRefused(
            _("a tag of more than %(limit)d characters")
            % {"limit": LONGEST_TAG}
        )


def _check_depth(root: LexborNode) -> None:
    message = _("elements lie deeper in each other than %(limit)d")
    depths: dict[int, int] = {}
    for element in elements_in(root):
        parent = element.parent
        above = 0
        if parent:
            above = depths.get(parent.mem_id, 0)
        depth = above + 1
        depths[element.mem_id] = depth
        check_limit(depth, DEEPEST, message)
