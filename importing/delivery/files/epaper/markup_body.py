"""Where in an HTML file the words of its article stand."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from selectolax.lexbor import LexborNode

from importing.delivery.files.markup_tree import (
    attribute,
    elements_in,
    words_in,
)

# The elements and marks that hold an article's text, the surest first.
BODIES = re.compile(
    r"^(?:ozoom|founder-?content"
    r"|(?:art(?:icle)?|main|text|news)[-_]?(?:content|body|text|con)"
    r"|content[-_]?text|cont)$",
    re.IGNORECASE,
)
MARK = "enpcontent"


def id_and_classes(node: LexborNode) -> list[str]:
    """Return the id of an element, "" for none, and its classes."""
    own = attribute(node, "id")
    classes = attribute(node, "class")
    names = classes.split()
    return [own, *names]


def is_body(node: LexborNode) -> bool:
    """Tell whether an element is called what sites call the text of an article."""
    return any(map(BODIES.match, (str(node.tag), *id_and_classes(node))))


def marked_body(root: LexborNode) -> LexborNode | None:
    """Return the element that the site's own marks say holds the text."""
    return next(filter(words_in, _marked(root)), None)


def wordless_body(root: LexborNode) -> LexborNode | None:
    """Return the element that the site's own marks say would hold the text, of an article that is a
    picture or a headline alone.
    """
    return next(iter(_marked(root)), None)


def _marked(root: LexborNode) -> Iterable[LexborNode]:
    marked = _around_mark(root)
    return [marked] if marked else filter(is_body, elements_in(root))


def described_body(root: LexborNode) -> LexborNode | None:
    """Return the element with most text in paragraphs of its own, when the file has a heading over
    it.
    """
    if root.css_first("h1") is None:
        return None
    sizes: Counter[int] = Counter()
    parents: dict[int, LexborNode] = {}
    for paragraph in root.css("p"):
        parent = paragraph.parent
        if parent is None:
            continue
        key = parent.mem_id
        parents.setdefault(key, parent)
        words = words_in(paragraph)
        sizes[key] += len(words)
    largest = max(parents, key=sizes.__getitem__, default=None)
    if largest is None:
        return None
    return parents[largest]


def _around_mark(root: LexborNode) -> LexborNode | None:
    for node in root.traverse(include_text=True):
        if node.is_comment_node:
            comment = str(node.comment_content)
            if comment.strip() == MARK:
                return node.parent
    return None
