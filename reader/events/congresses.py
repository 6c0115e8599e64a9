"""Find the numbered congresses a page reports, and tell them from those it only names."""

from __future__ import annotations

import bisect
import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from reader.passages import LaidOut, Passage, lay_out_passages
from reader.patterns.sentences import CLAUSE, MARK, STOP, N
from reader.results import PageContext, ReadArticle, ReadCongress, Span
from reader.times import Moment
from reader.times.numerals import numeral
from reader.vocabulary import BlockKind, Precision

# Congresses: type, level and number of a name in full or in short. 中国共产党某市第五次代表大会, 中共某县第十次代表大会
_REGION = r"[\u4e00-\u9fff]{0,14}?"
# 临江市, 石家庄市; not 的临江市, not 宣布临江市 (a name starts with none of these)
_NAMED = "(?![的布在于和与及对了将为向把是以由经自从到席加])[\u4e00-\u9fff]{2,3}[省市县区州旗]"
CONGRESSES: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "party",
        re.compile(
            rf"(?:中国共产党|中共)(?P<place>{_REGION})第(?P<number>{N}{{1,4}})次(?:全国)?代表大会"
        ),
    ),
    # 市第十三次党代会, 省第十二次党代会, 某市第五次党员代表大会
    (
        "party",
        re.compile(
            rf"(?P<place>[省市县区州旗镇乡])第(?P<number>{N}{{1,4}})次党(?:员)?代(?:表大)?会"
        ),
    ),
    # 党的二十大; not 党的大事
    (
        "party",
        re.compile(rf"党的(?P<number>{N}{{1,3}})大(?![事会家量])(?P<place>)"),
    ),
    # 某市第十五届人民代表大会第一次会议; not …常务委员会第一次会议
    (
        "assembly",
        re.compile(
            rf"(?P<place>{_NAMED})?第(?P<number>{N}{{1,4}})届(?:全国)?人民代表大会第(?P<session>{N}{{1,3}})次会议"
        ),
    ),
    # 市十五届人大一次会议, 省十三届人大四次会议; not 人大常委会
    (
        "assembly",
        re.compile(
            rf"(?P<place>[省市县区州旗])?第?(?P<number>{N}{{1,4}})届(?:全国)?人大第?(?P<session>{N}{{1,3}})次会议"
        ),
    ),
    # 政协某市第九届委员会第五次会议, 中国人民政治协商会议某市第九届委员会第五次会议
    (
        "consultative",
        re.compile(
            rf"(?:中国人民政治协商会议|政协)(?P<place>{_REGION})第?"
            rf"(?P<number>{N}{{1,4}})届(?:全国)?委员会第?"
            rf"(?P<session>{N}{{1,3}})次会议"
        ),
    ),
    # 市政协九届五次会议
    (
        "consultative",
        re.compile(
            rf"(?P<place>[省市县区州旗])政协第?(?P<number>{N}{{1,4}})届第?(?P<session>{N}{{1,3}})次会议"
        ),
    ),
    # 共青团某市第十八次代表大会, 某市妇女第十四次代表大会, 某市文联第九次代表大会
    (
        "youth",
        re.compile(
            rf"(?:共青团|团)(?P<place>{_REGION})第(?P<number>{N}{{1,4}})次代表大会"
        ),
    ),
    (
        "women",
        re.compile(
            rf"(?P<place>{_NAMED})?(?:妇女|妇联)第(?P<number>{N}{{1,4}})次代表大会"
        ),
    ),
    (
        "union",
        re.compile(
            rf"(?P<place>{_NAMED})?(?:总)?工会第(?P<number>{N}{{1,4}})次代表大会"
        ),
    ),
)
# What every row above holds: where this does not stand, no congress is named.
NUMBERED = re.compile(rf"{N}[次届]|党的{N}")
# Named in passing, not reported: 市第十二次党代会以来, 党的十九大精神, 出席省第十二次党代会代表(候选人)
IN_PASSING_AFTER = re.compile(
    rf"(?:和|及|、|\u201d|\u300b)?(?:[^{MARK}]{{0,14}}(?:以来|精神|提出|确定|"
    r"作出|擘画|描绘|决策|部署(?!会)|报告精神|确立|献礼|候选人|描绘)|"
    r"代表(?![大团、们]|表)|上(?:的|提出)|后[,\uff0c])"
)
IN_PASSING_BEFORE = re.compile(
    r"(?:迎接|喜迎|迎|献礼|庆祝|学习|贯彻|宣传|落实|保障|服务|自|从|出席(?=[省全国]))[\u4e00-\u9fff]{0,6}$"
)
# The congress itself takes place: …开幕, …胜利召开, …举行第二次会议
TAKES_PLACE = re.compile(rf"[^{MARK}]{{0,40}}?(?:开幕|闭幕|召开|举行|报到)")
# …在会堂隆重开幕, …召开; not …主席团举行会议, not …举行第二次全体会议
BEGINS = re.compile(
    rf"(?:(?:于|在){CLAUSE}{{2,30}}?)?(?:隆重|胜利|正式|如期){{0,2}}(?:开幕|(?:召开|举行)(?!了?(?:主席团|第|预备|各|全体)))"
)

# Type, place, number of the congress or term, number of the session; the place is the level alone
# in a short name.
Key = tuple[str, str, int, int]
# A day told so many times ago, or so far in front of the name, is another sentence's.
_MOMENTS = 6
# So many characters before a name say whether it is named in passing.
_BEFORE = 12


@dataclass(frozen=True, slots=True)
class Naming:
    """A congress named in a text.

    ``passing`` says that it is named for something else (its spirit, its delegates).
    """

    key: Key
    name: str
    start: int
    end: int
    passing: bool

    @property
    def short(self) -> bool:
        """Say whether the name gives the level (市, 县) without the place."""
        _, place, _, _ = self.key
        return len(place) == 1

    def may_be(self, full: Key) -> bool:
        """Say whether this short name can mean the congress with that key."""
        kind, place, number, session = full
        level = place[-1:]
        return (kind, level, number, session) == self.key


@dataclass(frozen=True, slots=True)
class _Told:
    """One naming with its place on the page and the day its sentence gives.

    ``reported`` says that it takes place, ``opens`` that the day is the one of its opening.
    """

    naming: Naming
    span: Span
    day: dt.date | None
    reported: bool
    opens: bool


def namings(text: str) -> list[Naming]:
    """Return the congresses named in a text, in printed order, none twice in one place."""
    if NUMBERED.search(text) is None:
        return []
    found = [
        _naming(kind, text, match)
        for kind, pattern in CONGRESSES
        for match in pattern.finditer(text)
    ]
    return sorted(found, key=lambda naming: naming.start)


def _naming(kind: str, text: str, match: re.Match[str]) -> Naming:
    groups = match.groupdict()
    place = groups.get("place") or ""
    number = numeral(groups["number"])
    session = numeral(groups.get("session") or "0")
    passing = _in_passing(text, match.span())
    return Naming(
        (kind, place, number, session), match.group(), *match.span(), passing
    )


def _in_passing(text: str, span: Span) -> bool:
    start, end = span
    if IN_PASSING_AFTER.match(text, end):
        return True
    before = text[max(0, start - _BEFORE) : start]
    return IN_PASSING_BEFORE.search(before) is not None


def find_congresses(
    text: str,
    articles: Sequence[ReadArticle],
    context: PageContext,
    laid_out: Sequence[LaidOut] | None = None,
) -> list[ReadCongress]:
    """Return the congresses the page reports, in reading order, each under its fullest name.

    A congress counts as reported when a heading says that it takes place or a sentence gives the
    day; ``start`` is the day of its opening where the page prints it. ``laid_out`` are the articles
    laid out, where they are at hand.
    """
    if laid_out is None:
        laid_out = [
            lay_out_passages(text, one, context.date) for one in articles
        ]
    by_article = [list(_told(article)) for article in laid_out]
    everywhere = [key for told in by_article for key in _full_keys(told)]
    on_page = dict.fromkeys(everywhere)
    found: dict[Key, list[_Told]] = {}
    for told in by_article:
        here = dict.fromkeys(_full_keys(told))
        for one in told:
            key = _meant(one.naming, here, on_page)
            found.setdefault(key, []).append(one)
    return [
        _congress(key, told)
        for key, told in found.items()
        if any(one.reported for one in told)
    ]


def _full_keys(told: Iterable[_Told]) -> Iterator[Key]:
    for one in told:
        if not one.naming.short:
            yield one.naming.key


def _meant(
    naming: Naming, here: Iterable[Key], everywhere: Iterable[Key]
) -> Key:
    """Return the key of the full name that a short one means.

    That is the article's own, else the page's only one.
    """
    if naming.short:
        for keys in (here, everywhere):
            fitting = [key for key in keys if naming.may_be(key)]
            if len(fitting) == 1:
                return fitting[0]
    return naming.key


def _told(laid_out: LaidOut) -> Iterator[_Told]:
    paragraph = 0
    for passage in laid_out.told:
        found = namings(passage.text)
        if passage.kind is not BlockKind.PARAGRAPH:
            yield from (_in_heading(passage, naming) for naming in found)
            continue
        for naming in found:
            yield _in_text(passage, laid_out.moments[paragraph], naming)
        paragraph += 1


def _in_heading(passage: Passage, naming: Naming) -> _Told:
    takes_place = TAKES_PLACE.match(passage.text, naming.end) is not None
    span = passage.on_page(naming.start, naming.end)
    reported = takes_place and not naming.passing
    return _Told(naming, span, day=None, reported=reported, opens=False)


def _in_text(
    passage: Passage, moments: Sequence[Moment], naming: Naming
) -> _Told:
    day = None if naming.passing else _day(passage.text, moments, naming)
    begins = BEGINS.match(passage.text, naming.end) is not None
    dated = day is not None
    span = passage.on_page(naming.start, naming.end)
    return _Told(naming, span, day, reported=dated, opens=dated and begins)


def _day(
    text: str, moments: Sequence[Moment], naming: Naming
) -> dt.date | None:
    """Return the day that stands in front of the naming in the same sentence."""
    behind = bisect.bisect_right(
        moments, naming.start, key=lambda moment: moment.end
    )
    for moment in moments[max(0, behind - _MOMENTS) : behind]:
        if moment.precision is not Precision.DAY or moment.date is None:
            continue
        if STOP.search(text, moment.end, naming.start) is None:
            return moment.date
    return None


def _congress(key: Key, told: Sequence[_Told]) -> ReadCongress:
    best = max(told, key=_fullness)
    name = best.naming.name
    names = dict.fromkeys(one.naming.name for one in told)
    short = tuple(other for other in names if other != name)
    openings = (one.day for one in told if one.opens)
    start = next(openings, None)
    _, _, number, _ = key
    return ReadCongress(name, number, start, best.span, short)


def _fullness(told: _Told) -> tuple[bool, int]:
    return not told.naming.short, len(told.naming.name)
