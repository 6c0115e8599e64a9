"""What an HTML file says of the page it belongs to: newspaper, date and label."""

from __future__ import annotations

import datetime as dt
import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from selectolax.lexbor import LexborNode

from importing.delivery.files.epaper.dated_folders import folder_day
from importing.delivery.files.epaper.markup_body import id_and_classes
from importing.delivery.files.epaper.markup_lines import lines_in
from importing.delivery.files.markup_tree import (
    attribute,
    elements_in,
    ids_in,
    words_in,
)
from importing.delivery.files.sources import DeliveredFile
from importing.delivery.identity import NEWSPAPER, SEPARATORS, Identity
from importing.delivery.written_days import PRINTED_DATE, day_in, day_printed
from reader.layout.page_head.page_labels import double_label
from reader.times.numerals import numeral

# 第A01版:要闻, A1版, 第02版, 第四版; 第04-05版, two pages printed as one.
PLAIN_LABEL = r"[A-Za-z]{0,2}\d{1,3}"
JOINED_LABEL = rf"{PLAIN_LABEL}(?:[-\u2013\u2014~]{PLAIN_LABEL})?"
PRINTED_LABEL = re.compile(
    rf"(?:第\s*({JOINED_LABEL}|[一二三四五六七八九十]{{1,3}})"
    rf"|(?<![\w.])({JOINED_LABEL}))\s*版"
)
JOINT = re.compile("[-\u2013\u2014~]")
# 2021年09月28日 星期二 第 01 版: nothing but the weekday between day and label.
DAY_TO_LABEL = re.compile(r"\s*日?\s*(?:星期|周)?[一二三四五六日天]?\s*")
# 《滨江日报》(2021年…
PAPER_BEFORE_DAY = re.compile(r"《([^《》]{2,30})》\s*[(\uff08]?\s*$")
# node_A1.html, node_01.html, nbs.D110000renmrb_02.htm, nw.D110000renmrb_20210928_3-02.htm; not
# node_2.htm, which counts from the contents on, nor content_30100001.html.
NAMED_LABEL = re.compile(
    r"^(?:node_([A-Za-z]{1,2}\d{1,3}|0\d{1,2})|nbs\..*_([A-Za-z]{0,2}\d{2,3})"
    r"|nw\..*-([A-Za-z]{0,2}\d{2,3}))\.[xs]?html?$",
    re.ASCII,
)
BOOK_MARKS = re.compile("[《》]")
ABOUT_THE_SITE = re.compile(r"(?:[·|]|多媒体|数字|电子).*$")
COMPACT_DAY = re.compile(r"(\d{4})(\d\d)(\d\d)(?!\d)", re.ASCII)
NUMERALS = "一二三四五六七八九十"
# What elements are called that show the label of the page at hand, and of no other.
# What sites call the day of publication where only programs read it.
DESCRIBED_DAY = frozenset(
    {"publishdate", "pubdate", "publish_date", "article:published_time"}
)
OWN_LABEL = frozenset({"ban", "l_t"})


@dataclass(frozen=True, slots=True)
class StatedPage:
    """What a file says of its page: ``stated`` surely, ``inferred`` from words that may mean
    another page, ``named`` by the label in its name; ``several`` are the labels in its words when
    none is marked as its own.
    """

    stated: Identity
    inferred: Identity
    named: str | None = None
    several: tuple[str, ...] = ()

    @property
    def whole(self) -> Identity:
        """What the file says in any way, the surest first."""
        told = self.stated.completed_by(self.inferred)
        return told.completed_by(Identity(page=self.named))


@dataclass(frozen=True, slots=True)
class Outside:
    """What of an HTML file can tell its page: its title, the day that it is described by, its lines
    without the article and without links to other pages.
    """

    file: DeliveredFile
    title: str
    described: str
    own: tuple[str, ...]
    lines: tuple[str, ...]


def stated_page(outside: Outside, properties: Mapping[str, str]) -> StatedPage:
    """Return the page that a file states, the surest first: what the site's program wrote for
    itself, the day with the label beside it, the title, the words, the names of file and folders.
    """
    beside = next(filter(None, map(_beside, outside.lines)), Identity())
    stated = _in_properties(properties).completed_by(beside)
    labels = _labels(outside)
    title = outside.title
    days = (
        folder_day(outside.file.path),
        day_in(title),
        _first_day(outside.lines),
        folder_day(outside.file.name),
        day_in(outside.described),
    )
    label = labels[0] if len(labels) == 1 else None
    named = _named_label(outside.file)
    inferred = Identity(
        _newspaper(title), next(filter(None, days), None), label
    )
    several = () if label or named else tuple(labels)
    return StatedPage(stated, inferred, named, several)


def outside_of(
    root: LexborNode, file: DeliveredFile, article: Iterable[LexborNode]
) -> Outside:
    """Return what can tell a file's page: what is neither in its ``article`` nor in a link to
    another file.
    """
    without: set[int] = set()
    for part in article:
        without |= ids_in(part)
    links = [each for each in root.css("a") if "href" in each.attributes]
    to_itself = [link for link in links if _leads_to(file, link)]
    own_ids = {link.mem_id for link in to_itself}
    for link in links:
        if link.mem_id not in own_ids:
            without |= ids_in(link)
    marked = filter(_is_marked_own, elements_in(root))
    own = (_words(each, without) for each in chain(marked, to_itself))
    title = root.css_first("title")
    return Outside(
        file,
        words_in(title) if title else "",
        _described_day(root),
        tuple(own),
        tuple(_lines(root, without)),
    )


def _described_day(root: LexborNode) -> str:
    """Return when a file says for programs that it was published, "" where it does not."""
    for each in root.css("meta"):
        names = {attribute(each, kind).lower() for kind in ("name", "property")}
        if not DESCRIBED_DAY.isdisjoint(names):
            return attribute(each, "content")
    return ""


def _leads_to(file: DeliveredFile, link: LexborNode) -> bool:
    """Tell whether a link leads to the file that it stands in."""
    address = attribute(link, "href")
    linked = file.linked(address)
    if linked is None:
        return False
    return linked.path == file.path


def _is_marked_own(element: LexborNode) -> bool:
    names = id_and_classes(element)
    return not OWN_LABEL.isdisjoint(names)


def _words(element: LexborNode, without: set[int]) -> str:
    lines = _lines(element, without)
    return "\n".join(lines)


def _lines(element: LexborNode, without: set[int]) -> Iterator[str]:
    for line in lines_in(element, without):
        if line.text:
            yield line.text


def _in_properties(properties: Mapping[str, str]) -> Identity:
    label = properties.get("page", "")
    return Identity(
        properties.get("newspaper"),
        _day_of(properties.get("date", "")),
        label.upper() or None,
    )


def _day_of(words: str) -> dt.date | None:
    """Return the day in a property: 2021-09-28 23:59:59, 20210928."""
    compact = COMPACT_DAY.match(words)
    if compact:
        words = "-".join(compact.groups())
    return day_in(words)


def _beside(line: str) -> Identity | None:
    """Return what a line says in which a day and a label stand beside each other."""
    day = PRINTED_DATE.search(line)
    if not day:
        return None
    between = DAY_TO_LABEL.match(line, day.end())
    if not between:
        return None
    label = PRINTED_LABEL.match(line, between.end())
    if not label:
        return None
    paper = PAPER_BEFORE_DAY.search(line[: day.start()])
    name = paper[1] if paper else None
    return Identity(name, day_printed(day), _label(label) or None)


def _labels(outside: Outside) -> list[str]:
    """Return the labels that a file may have, only one when that is marked as its own."""
    for texts in ((outside.title,), outside.own, outside.lines):
        found = list(dict.fromkeys(labels_in(texts)))
        if found:
            return found
    return []


def labels_in(texts: Iterable[str]) -> Iterator[str]:
    """Yield the labels of pages that are printed in texts (第A01版, 第四版), as they are stored."""
    for text in texts:
        printed = PRINTED_LABEL.finditer(text)
        yield from filter(None, map(_label, printed))


def _label(match: re.Match[str]) -> str:
    """Return the label that is printed, "" for one of several pages."""
    label = match[1] or match[2]
    if label[0] in NUMERALS:
        number = numeral(label)
        return str(number)
    label = label.upper()
    if JOINT.search(label):
        return double_label(label) or ""
    return label


def _named_label(file: DeliveredFile) -> str | None:
    name = posixpath.basename(file.path)
    match = NAMED_LABEL.match(name)
    if not match:
        return None
    return next(filter(None, match.groups())).upper()


def _newspaper(title: str) -> str | None:
    plain = BOOK_MARKS.sub(" ", title)
    names = (ABOUT_THE_SITE.sub("", piece) for piece in SEPARATORS.split(plain))
    return next(filter(NEWSPAPER.fullmatch, names), None)


def _first_day(lines: Iterable[str]) -> dt.date | None:
    days = filter(None, map(day_in, lines))
    return next(days, None)
