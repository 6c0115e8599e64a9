"""Rules about numbers, counts and sums."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reader.events.meetings import attendances
from reader.findings.checked_page import HAN, CheckedPage, Doubt, doubt
from reader.passages import Passage, Stretch
from reader.times.numerals import numeral
from reader.vocabulary import Severity

_MEASURE = (
    "[余多]?(?:个|名|人|年|月|日|天|岁|元|万|亿|千|百|米|公里|厘米|毫米|吨|公斤|克|倍|次|家|项|件|户|亩|公顷|平方|分钟?|小时|周|层|种|台|辆|套|批|级|度|时|点|页|期|场|支|"
    "条|位|款|只|头|株|双|斤|瓶|杯|轮|段|集|篇|部|处|座|艘|架|平米|摄氏度|%|\uff05|\u2030|\u2103|kg|km|cm|mm|kW|MW)"
)
# 2-3个, 10-15%; not 0731-28800000, not 2021-09-28, not 3-1战胜, not A2-3版
NUMBER_RANGE = re.compile(
    rf"(?<![\d\-\u2013.:/A-Za-z])\d+(?:\.\d+)?(?P<mark>[-\u2013\uff0d])\d+(?:\.\d+)?(?={_MEASURE})(?![^{HAN}]{{0,3}}-)"
)
_NUMBER = r"(?P<claimed>\d{1,2}|[二三四五六七八九十两]{1,3})"
_OF = "(?:个|大|项|条|类|种|部|字|句|篇|级|方面|章)"
# “甲”“乙”等7个篇章, 《甲》《乙》《丙》3部作品; the items are counted
QUOTED_CLAIM = re.compile(
    rf"(?P<items>(?:[\u201c\u300a][^\u201c\u201d\u300a\u300b\n]{{1,40}}[\u201d\u300b][、,\uff0c和及]?){{2,40}})(?P<open>等)?{_NUMBER}{_OF}"
)
# “想、干、管”四字诀: one quotation holds the list; not “抓早、抓小”
QUOTED_LIST = re.compile(
    rf"\u201c(?P<items>[^\u201c\u201d、\n]{{1,10}}(?:、[^\u201c\u201d、\n]{{1,10}}){{1,11}})\u201d(?P<open>等)?{_NUMBER}{_OF}"
)
QUOTED_ITEM = re.compile(r"[\u201c\u300a]")
# 聚焦、裂变、创新三个方面; not 甲、乙等五个方面 (open), not 五个一工程
LISTED_CLAIM = re.compile(
    rf"(?<![{HAN}、])(?P<items>[{HAN}]{{1,14}}(?:、[{HAN}]{{1,10}}){{1,14}}?){_NUMBER}(?:个(?!一)|大|项|类|级|件|条|道|种|支)(?=方面|[{HAN}])"
)
# 抓好三项工作:一是…;二是…
ORDINAL_CLAIM = re.compile(
    rf"{_NUMBER}(?:个方面|项|点|条|个|件|大)[^\u3002\uff1b;]{{0,14}}[:\uff1a\u3002](?=一是|一要|第一[,\uff0c])"
)
ORDINAL = re.compile(
    r"(?:^|[:\uff1a\uff1b;\u3002,\uff0c])(?:(?P<ordinal>[一二三四五六七八九十]{1,3})(?:是|要)|第(?P<counted>[一二三四五六七八九十]{1,3})[,\uff0c])"
)
# 观看人数累计达9万余人次; not 累计9万人次, not 人数和人次 (two clauses)
UNIT_MISMATCH = re.compile(
    r"人数[^\u3002\uff1b;,\uff0c、]{0,16}?\d[^\u3002\uff1b;,\uff0c、]{0,6}?人次"
)

_WAVE = "\uff5e"
# A list that names all but one of many and ends in 等 is worth a question; fewer are an open list.
_NEARLY_ALL = 4
# A list of fewer items is no list, and one whose claim is further off counts something else.
_LISTED = 3
_NEAR = 2
# An enumeration is followed so far inside its paragraph, and over so many behind it.
_ENUMERATION = 1500
_FOLLOWING = 8


def number_range(page: CheckedPage) -> Iterator[Doubt]:
    """Doubt a hyphen between two numbers with a measure word (GB/T 15835-2011: a wave dash)."""
    message = "数值范围宜用浪纹线"
    for passage in page.passages:
        for match in NUMBER_RANGE.finditer(passage.text):
            yield doubt(
                Severity.NOTICE, passage, match.span("mark"), message, _WAVE
            )


def attendance_arithmetic(page: CheckedPage) -> Iterator[Doubt]:
    """Doubt an attendance whose parts do not add up; silent when a part is not printed."""
    for passage in page.passages:
        for count in attendances(Stretch(passage, 0, len(passage.text))):
            expected = count.expected
            absent = count.absent
            present = count.present
            if expected is None or absent is None or present is None:
                continue
            if expected - absent != present:
                message = f"应到{expected},请假{absent},实到{present}:相减不符"
                yield Doubt(Severity.SEVERE, *count.evidence, message)


def unit_mismatch(page: CheckedPage) -> Iterator[Doubt]:
    """Doubt 人数 counted in 人次."""
    message = "“人数”与“人次”混用"
    for passage in page.passages:
        for match in UNIT_MISMATCH.finditer(passage.text):
            yield doubt(Severity.NOTICE, passage, match.span(), message)


def count_claim(page: CheckedPage) -> Iterator[Doubt]:
    """Doubt a stated number of items that the list beside it does not have."""
    for laid_out in page.articles:
        paragraphs = laid_out.paragraphs
        goes_on = laid_out.article.continues_on is not None
        for index, passage in enumerate(paragraphs, 1):
            yield from _quoted(passage)
            yield from _quoted_lists(passage)
            yield from _listed(passage)
            if not goes_on:
                following = paragraphs[index : index + _FOLLOWING]
                yield from _enumerated(passage, following)


def _claim(
    severity: Severity, passage: Passage, match: re.Match[str], counted: int
) -> Doubt:
    message = f"称“{match['claimed']}”,列出{counted}项"
    return doubt(severity, passage, match.span(), message)


def _quoted(passage: Passage) -> Iterator[Doubt]:
    """Doubt “甲”“乙”等7个 whose quotations are not seven."""
    for match in QUOTED_CLAIM.finditer(passage.text):
        claimed = _claimed(match)
        counted = len(QUOTED_ITEM.findall(match["items"]))
        if match["open"] and counted < claimed:
            if claimed - counted == 1 and counted >= _NEARLY_ALL:
                yield _claim(Severity.SUGGESTION, passage, match, counted)
        elif counted != claimed:
            yield _claim(Severity.WARNING, passage, match, counted)


def _quoted_lists(passage: Passage) -> Iterator[Doubt]:
    """Doubt “想、干、管”四字 whose one quotation does not hold four."""
    for match in QUOTED_LIST.finditer(passage.text):
        counted = match["items"].count("、") + 1
        if counted != _claimed(match) and not match["open"]:
            yield _claim(Severity.NOTICE, passage, match, counted)


def _listed(passage: Passage) -> Iterator[Doubt]:
    """Doubt 聚焦、裂变三个方面, where 和 inside an item may hide one more."""
    for match in LISTED_CLAIM.finditer(passage.text):
        items = match["items"].split("、")
        if items[-1].endswith("等") or len(items) < _LISTED:
            continue
        claimed = _claimed(match)
        most = len(items) + sum(_joints(item) for item in items)
        if len(items) <= claimed <= most:
            continue
        if abs(claimed - len(items)) <= _NEAR:
            yield _claim(Severity.NOTICE, passage, match, len(items))


def _joints(item: str) -> int:
    return item.count("和") + item.count("与") + item.count("及")


def _enumerated(
    passage: Passage, following: Sequence[Passage]
) -> Iterator[Doubt]:
    """Doubt 三项:一是…;二是… that does not go on to three."""
    for match in ORDINAL_CLAIM.finditer(passage.text):
        first = match.end() - 1
        own = passage.text[first : match.end() + _ENUMERATION]
        told = [own, *(one.text for one in following)]
        counted = _ordinals("\u3002".join(told))
        if counted > 1 and counted != _claimed(match):
            yield _claim(Severity.WARNING, passage, match, counted)


def _ordinals(text: str) -> int:
    """Return how far 一是, 二是, 三是 … count on without a gap."""
    counted = 0
    for ordinal in ORDINAL.finditer(text):
        printed = ordinal["ordinal"] or ordinal["counted"]
        if numeral(printed) != counted + 1:
            break
        counted += 1
    return counted


def _claimed(match: re.Match[str]) -> int:
    printed = match["claimed"].replace("两", "二")
    return numeral(printed)
