"""METS files: which files are a page, which page it is, and in which order its blocks are read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from importing.delivery.encoding import ending_of
from importing.delivery.files.epaper.stated_page import labels_in
from importing.delivery.files.library.xml_tree import elements_named, local_name
from importing.delivery.identity import NAMED_LABEL, Identity, named

METS = "mets"
PHYSICAL = "PHYSICAL"
LOGICAL = "LOGICAL"
XML = ".xml"
HERE = re.compile(r"file:(?://)?")
HREF = "{http://www.w3.org/1999/xlink}href"


@dataclass(frozen=True, slots=True)
class MetsPage:
    """A page as a METS file tells it: the addresses of its words and of its pictures, its label,
    and the identifiers of its blocks as they are read.
    """

    words: str
    pictures: tuple[str, ...]
    label: str | None
    order: tuple[str, ...]


def pages_told(root: Element) -> list[MetsPage]:
    """Return the pages of a METS file in the order of its physical map."""
    addresses = dict(_addresses(root))
    orders = _orders(root)
    pages: dict[str, MetsPage] = {}
    for division in _divisions(root):
        ids = list(_files_of(division))
        words = [each for each in ids if _is_xml(addresses.get(each, ""))]
        if not words:
            continue
        order = orders.get(words[0], [])
        page = _page(division, addresses[words[0]], order, addresses)
        pages.setdefault(page.words, page)
    return list(pages.values())


def issue_told(root: Element) -> Identity:
    """Return newspaper and date as a METS file's description states them, else as its label does;
    raise ``ImportRefused`` for a date that is none.
    """
    label = named(root.get("LABEL", ""))
    called = Identity(label.newspaper, label.date)
    issues = list(_issues(root))
    dated = [each for each in issues if each.date]
    for told in (dated or issues)[:1]:
        return told.completed_by(called)
    return called


def _issues(root: Element) -> Iterator[Identity]:
    """Yield what each description says that tells of an issue; that of the newspaper has years
    alone.
    """
    for description in elements_named("mods", root):
        issued = " ".join(_words_of("dateIssued", description))
        if issued:
            # 2021/9/28: a bar parts folders in the names that are read here.
            date = named(issued.replace("/", "-")).date
            yield Identity(_title(description), date)


def _page(
    division: Element, words: str, order: list[str], addresses: dict[str, str]
) -> MetsPage:
    linked = (addresses.get(each, "") for each in _files_of(division))
    pictures = (each for each in linked if each and not _is_xml(each))
    label = _label(division)
    return MetsPage(words, tuple(pictures), label, tuple(order))


def _addresses(root: Element) -> Iterator[tuple[str, str]]:
    """Yield the identifier of each file and where it lies."""
    for file in elements_named("file", root):
        for place in elements_named("FLocat", file):
            address = place.get(HREF, "").replace("\\", "/")
            yield file.get("ID", ""), HERE.sub("", address, count=1)


def _divisions(root: Element) -> Iterator[Element]:
    for map_of_files in elements_named("structMap", root):
        if map_of_files.get("TYPE", PHYSICAL).upper() == PHYSICAL:
            yield from elements_named("div", map_of_files)


def _files_of(division: Element) -> Iterator[str]:
    """Yield the identifiers of a division's own files, not those of the divisions in it."""
    for pointer in division:
        if local_name(pointer) != "fptr":
            continue
        for each in pointer.iter():
            if "FILEID" in each.attrib:
                yield each.attrib["FILEID"]


def _orders(root: Element) -> dict[str, list[str]]:
    """Return each file's blocks in the order of the articles that they belong to."""
    orders: dict[str, list[str]] = {}
    for map_of_articles in elements_named("structMap", root):
        if map_of_articles.get("TYPE", "").upper() != LOGICAL:
            continue
        for area in elements_named("area", map_of_articles):
            file = area.get("FILEID", "")
            block = area.get("BEGIN")
            if block:
                orders.setdefault(file, []).append(block)
    return orders


def _label(division: Element) -> str | None:
    for name in ("ORDERLABEL", "LABEL", "ORDER"):
        words = division.get(name, "").strip()
        label = NAMED_LABEL.fullmatch(words)
        if label:
            return label[1].upper()
        # 第一版, A1版:要闻
        for printed in labels_in([words]):
            return printed
    return None


def _title(description: Element) -> str | None:
    """Return what an issue is one of, else what it is called itself."""
    hosts = elements_named("relatedItem", description)
    series = [each for each in hosts if each.get("type") == "host"]
    for around in (*series, description):
        for title in _words_of("title", around):
            return title
    return None


def _words_of(name: str, around: Element) -> list[str]:
    texts = (each.text or "" for each in elements_named(name, around))
    return list(filter(None, map(str.strip, texts)))


def _is_xml(address: str) -> bool:
    ending = ending_of(address)
    return ending == XML
