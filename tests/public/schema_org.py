"""What schema.org defines of the types that pages use: each property with what it may hold."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

# Each type with the one it is a kind of, and what it adds; "Date" stands for DateTime too.
THING = {
    "name": "Text",
    "alternateName": "Text",
    "url": "URL",
    "image": "ImageObject URL",
    "subjectOf": "CreativeWork Event",
}
WORK = {
    "author": "Person Organization",
    "copyrightNotice": "Text",
    "correction": "CorrectionComment Text URL",
    "creator": "Person Organization",
    "creditText": "Text",
    "dateCreated": "Date",
    "dateModified": "Date",
    "datePublished": "Date",
    "headline": "Text",
    "alternativeHeadline": "Text",
    "inLanguage": "Text",
    "isPartOf": "CreativeWork URL",
    "keywords": "Text",
    "mentions": "Thing",
    "publisher": "Organization Person",
    "sourceOrganization": "Organization",
    "version": "Number Text",
}
DEFINED: dict[str, tuple[str, dict[str, str]]] = {
    "Thing": ("", THING),
    "CreativeWork": ("Thing", WORK),
    "NewsArticle": (
        "CreativeWork",
        {"dateline": "Text", "printPage": "Text", "printSection": "Text"},
    ),
    "MediaObject": (
        "CreativeWork",
        {
            "contentUrl": "URL",
            "height": "Distance QuantitativeValue",
            "width": "Distance QuantitativeValue",
        },
    ),
    "ImageObject": ("MediaObject", {"caption": "Text MediaObject"}),
    "PublicationIssue": ("CreativeWork", {"issueNumber": "Integer Text"}),
    "Newspaper": ("CreativeWork", {"issn": "Text"}),
    "Event": (
        "Thing",
        {
            "attendee": "Organization Person",
            "endDate": "Date",
            "location": "Place Text",
            "organizer": "Organization Person",
            "startDate": "Date",
            "subEvent": "Event",
            "superEvent": "Event",
        },
    ),
    "Person": ("Thing", {"gender": "Text URL", "jobTitle": "Text"}),
    "Organization": ("Thing", {}),
    "NewsMediaOrganization": ("Organization", {}),
    "Place": ("Thing", {"address": "Text"}),
    "QuantitativeValue": ("Thing", {"value": "Number", "unitCode": "Text URL"}),
    "ItemList": ("Thing", {"itemListElement": "ListItem Text Thing"}),
    "BreadcrumbList": ("ItemList", {}),
    "ListItem": ("Thing", {"item": "Thing", "position": "Integer Text"}),
}


def faults(node: Any, path: str = "") -> Iterator[str]:
    """Yield what a node has otherwise than schema.org defines it, with the way to it."""
    kind = node.get("@type")
    if kind not in DEFINED:
        yield f"{path}: no type {kind}"
        return
    for name, value in node.items():
        here = f"{path}/{kind}.{name}"
        expected = _expected(kind, name)
        if name.startswith("@"):
            continue
        if expected is None:
            yield f"{here}: not defined"
            continue
        for each in value if isinstance(value, list) else [value]:
            yield from _faults_of_value(each, expected.split(), here)


def _faults_of_value(
    value: Any, expected: list[str], path: str
) -> Iterator[str]:
    if isinstance(value, dict) and value.keys() == {"@id"}:
        if not value["@id"].startswith("http"):
            yield f"{path}: no full address"
    elif isinstance(value, dict):
        if not any(is_a(value.get("@type"), kind) for kind in expected):
            yield f"{path}: a {value.get('@type')}, not {expected}"
        yield from faults(value, path)
    elif not any(_is_plain(value, kind) for kind in expected):
        yield f"{path}: {value!r} is none of {expected}"


def is_a(kind: str | None, other: str) -> bool:
    """Tell whether a type is another one or a kind of it."""
    while kind and kind != other:
        kind = DEFINED.get(kind, ("", {}))[0]
    return kind == other


def _expected(kind: str, name: str) -> str | None:
    while kind:
        above, own = DEFINED[kind]
        if name in own:
            return own[name]
        kind = above
    return None


def _is_plain(value: Any, kind: str) -> bool:
    """Tell whether a plain value is of a data type."""
    match kind:
        case "Text":
            return isinstance(value, str)
        case "URL":
            return isinstance(value, str) and value.startswith("http")
        case "Number" | "Integer":
            return isinstance(value, int)
        case "Date":
            return _is_date(value)
        case _:
            return False


def _is_date(value: Any) -> bool:
    """Tell whether a value is a day or a moment; years and months alone are dates too."""
    try:
        dt.datetime.fromisoformat(value)
    except ValueError:
        parts = value.split("-")
        return len(parts) < 3 and all(map(str.isdecimal, parts))
    return True
