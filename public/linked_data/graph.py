"""JSON-LD: nodes without what is not known, and several nodes as one document."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from typing import Any

from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe

Node = dict[str, Any]
# From a path to a full address.
Absolute = Callable[[str], str]

VOCABULARY = "https://schema.org"
# A data block ends at the first "<", so the characters with a meaning in HTML are written as JSON
# escapes.
ESCAPES = {ord(character): f"\\u{ord(character):04x}" for character in "<>&"}


def node(kind: str, **properties: Any) -> Node:
    """Return a node of a type; properties that say nothing are left out."""
    known = {key: value for key, value in properties.items() if value}
    return {"@type": kind} | known


def document(nodes: Iterable[Node]) -> Node:
    """Return one document of these nodes."""
    return {"@context": VOCABULARY, "@graph": list(nodes)}


def data_block(data: Node) -> SafeString:
    """Return a document as it stands in a data block of a page; browsers never run it."""
    text = json.dumps(data, ensure_ascii=False)
    escaped = text.translate(ESCAPES)
    return mark_safe(escaped)  # noqa: S308


def person_node(key: int, name: str, absolute: Absolute) -> Node:
    """Return a person who has a page here."""
    address = reverse("person", args=[key])
    url = absolute(address)
    return node("Person", name=name, url=url)


def breadcrumbs(steps: Iterable[tuple[str, str]], absolute: Absolute) -> Node:
    """Return the way to a page: names and paths, the home page's first."""
    items = [
        node(
            "ListItem",
            position=place,
            name=name,
            item={"@id": absolute(path)},
        )
        for place, (name, path) in enumerate(steps, 1)
    ]
    return node("BreadcrumbList", itemListElement=items)
