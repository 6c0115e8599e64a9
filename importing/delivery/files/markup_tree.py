"""Markup to a tree, whatever state it is in, in time that grows with its length."""

from __future__ import annotations

import re
from collections.abc import Iterator

from django.utils.translation import gettext as _
from selectolax.lexbor import LexborHTMLParser, LexborNode

from importing.refusal import ImportRefused, check_limit

# Measured on e-paper sites: the largest file of an issue has 3,000 tags, the longest tag 900
# characters.
MOST_TAGS = 20_000
LONGEST_TAG = 16_000
# Elements that nobody closes hold the next one: hundreds are met, thousands are an attack.
DEEPEST = 1000
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
    _check_tags(markup)
    root = LexborHTMLParser(markup).root
    if root is None:
        raise ImportRefused(_("no readable HTML file"))
    _check_depth(root)
    return root


def elements_in(node: LexborNode) -> Iterator[LexborNode]:
    """Yield an element and those in it, in the order of the file."""
    return (each for each in node.traverse() if each.is_element_node)


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
    value = node.attributes.get(name) or ""
    return value.strip()


def words_in(node: LexborNode) -> str:
    """Return all the words in an element without spaces at the ends."""
    return str(node.text()).strip()


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
        depth = 1 + (depths.get(parent.mem_id, 0) if parent else 0)
        depths[element.mem_id] = depth
        check_limit(depth, DEEPEST, message)
