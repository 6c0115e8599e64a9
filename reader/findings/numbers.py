"""Rules about numbers, counts and sums."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reader.events.meetings import attendances
from reader.findings.checked_page import COMMON_HAN, CheckedPage, Doubt, doubt
from reader.passages import Passage
from reader.results import Attendance
from reader.times.numerals import numeral
from reader.vocabulary import Severity

_MEASURE = (
    "[余多]?(?:个|名|人|年|月|日|天|岁|元|万|亿|千|百|米|公里|厘米|毫米|吨|"
    "公斤|克|倍|次|家|项|件|户|亩|公顷|平方|分钟?|小时|周|层|种|台|辆|套|批|"
    "级|度|时|点|页|期|场|支|"
    "条|位|款|只|头|株|双|斤|瓶|杯|轮|段|集|篇|部|处|座|艘|架|平米|摄氏度|%|\uff05|\u2030|\u2103|kg|km|cm|mm|kW|MW)"
)
# 2-3个, 10-15%; not 0731-28800000, not 2021-09-28, not 3-1战胜, not A2-3版
NUMBER_RANGE = re.compile(
    r"(?<![\d\-\u2013.:/A-Za-z])\d+(?:\.\d+)?(?P<mark>[-\u2013\uff0d])\d+"
    rf"(?:\.\d+)?(?={_MEASURE})(?![^{COMMON_HAN}]{{0,3}}-)"
)
_NUMBER = r"(?P<claimed>\d{1,2}|[二三四五六七八九十两]{1,3})"
_OF = "(?:个|大|项|条|类|种|部|字|句|篇|级|方面|章)"
# “甲”“乙”等7个篇章, 《甲》《乙》《丙》3部作品; the items are counted
QUOTED_CLAIM = re.compile(
    r"(?P<items>(?:[\u201c\u300a][^\u201c\u201d\u300a\u300b\n]{1,40}"
    r"[\u201d\u300b][、,\uff0c和及]?){2,40}"
    rf")(?P<open>等)?{_NUMBER}{_OF}"
)
# “想、干、管”四字诀: one quotation holds the list; not “抓早、抓小”
QUOTED_LIST = re.compile(
    rf"\u201c(?P<items>[^\u201c\u201d、\n]{{1,10}}"
    rf"(?:、[^\u201c\u201d、\n]{{1,10}}){{1,11}})\u201d"
    rf"(?P<open>等)?{_NUMBER}{_OF}"
)
QUOTED_ITEM = re.compile(r"[\u201c\u300a]")
# 聚焦、裂变、创新三个方面; not 甲、乙等五个方面 (open), not 五个一工程
LISTED_CLAIM = re.compile(
    rf"(?<![{COMMON_HAN}、])(?P<items>[{COMMON_HAN}]{{1,14}}"
    rf"(?:、[{COMMON_HAN}]{{1,10}}){{1,14}}?){_NUMBER}(?:个(?!一)|大|项|类|级|件|条|"
    rf"道|种|支)(?=方面|[{COMMON_HAN}])"
)
# 抓好三项工作:一是…;二是…
ORDINAL_CLAIM = re.compile(
    rf"{_NUMBER}(?:个方面|项|点|条|个|件|大)[^\u3002\uff1b;]{{0,14}}[:\uff1a\u3002](?=一是|一要|第一[,\uff0c])"
)
ORDINAL = re.compile(
    r"(?:^|[:\uff1a\uff1b;\u3002,\uff0c])(?:"
    r"(?P<ordinal>[一二三四五六七八九十]{1,3})(?:是|要)|"
    r"第(?P<counted>[一二三四五六七八九十]{1,3})[,\uff0c])"
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
    for passage, match in page.find(NUMBER_RANGE):
        yield doubt(
            Severity.NOTICE,
            passage,
            match.span("mark"),
            "数值范围宜用浪纹线",
            _WAVE,
        )


def attendance_arithmetic(page: CheckedPage) -> Iterator[Doubt]:
    """Doubt an attendance whose parts do not add up; silent when a part is not printed."""
    for passage in page.passages:
        for count in attendances(passage.whole()):
            yield from _wrong_sum(count)


def _wrong_sum(count: Attendance) -> Iterator[Doubt]:
    expected = count.expected
    absent = count.absent
    present = count.present
    if expected is None or absent is None or present is None:
        return
    if expected - absent != present:
        message = f"应到{expected},请假{absent},实到{present}:相减不符"
        yield Doubt(Severity.SEVERE, *count.evidence, message)


def unit_mismatch(page: CheckedPage) -> Iterator[Doubt]:
    """Doubt 人数 counted in 人次."""
    for passage, match in page.find(UNIT_MISMATCH):
        yield doubt(
            Severity.NOTICE,
            passage,
            match.span(),
            "“人数”与“人次”混用",
        )


# Claims


@dataclass(frozen=True, slots=True)
class _Claim:
    """A number of items that a passage states."""

    passage: Passage
    match: re.Match[str]

    @property
    def printed(self) -> str:
        """Return the number as printed."""
        return self.match["claimed"]

    @property
    def items(self) -> str:
        """Return the list beside it, as printed."""
        return self.match["items"]

    @property
    def number(self) -> int:
        """Return the number of items claimed."""
        printed = self.printed.replace("两", "二")
        return numeral(printed)

    @property
    def is_open(self) -> bool:
        """Tell whether the list ends in 等."""
        return self.match["open"] is not None

    def doubt(self, severity: Severity, counted: int) -> Doubt:
        """Return a doubt about the claim, with page offsets."""
        message = f"称“{self.printed}”,列出{counted}项"
        return doubt(severity, self.passage, self.match.span(), message)


def _claims(pattern: re.Pattern[str], passage: Passage) -> Iterator[_Claim]:
    for match in pattern.finditer(passage.text):
        yield _Claim(passage, match)


def count_claim(page: CheckedPage) -> Iterator[Doubt]:
    """Doubt a stated number of items that the list beside it does not have."""
    for laid_out in page.articles:
        for passage in laid_out.paragraphs:
            yield from _quoted(passage)
            yield from _quoted_lists(passage)
            yield from _listed(passage)
        if laid_out.article.continues_on is None:
            yield from _enumerations(laid_out.paragraphs)


def _quoted(passage: Passage) -> Iterator[Doubt]:
    """Doubt “甲”“乙”等7个 whose quotations are not seven."""
    for claim in _claims(QUOTED_CLAIM, passage):
        quotations = QUOTED_ITEM.findall(claim.items)
        counted = len(quotations)
        severity = _severity(claim, counted)
        if severity is None:
            continue
        yield claim.doubt(severity, counted)


def _severity(claim: _Claim, counted: int) -> Severity | None:
    """Return how wrong a claim is: an open list may name less, and is asked about for one item."""
    missing = claim.number - counted
    if missing == 0:
        return None
    if missing < 0 or not claim.is_open:
        return Severity.WARNING
    if missing == 1 and counted >= _NEARLY_ALL:
        return Severity.SUGGESTION
    return None


def _quoted_lists(passage: Passage) -> Iterator[Doubt]:
    """Doubt “想、干、管”四字 whose one quotation does not hold four."""
    for claim in _claims(QUOTED_LIST, passage):
        if claim.is_open:
            continue
        counted = claim.items.count("、") + 1
        if counted != claim.number:
            yield claim.doubt(Severity.NOTICE, counted)


def _listed(passage: Passage) -> Iterator[Doubt]:
    """Doubt 聚焦、裂变三个方面, where 和 inside an item may hide one more."""
    for claim in _claims(LISTED_CLAIM, passage):
        items = claim.items.split("、")
        if not _is_closed_list(items):
            continue
        if _is_miscounted(items, claim.number):
            counted = len(items)
            yield claim.doubt(Severity.NOTICE, counted)


def _is_closed_list(items: Sequence[str]) -> bool:
    if len(items) < _LISTED:
        return False
    return not items[-1].endswith("等")


def _is_miscounted(items: Sequence[str], claimed: int) -> bool:
    """Tell whether a claim is wrong, but near enough to be about these items."""
    least = len(items)
    joints = sum(map(_count_of_joints, items))
    most = least + joints
    if least <= claimed <= most:
        return False
    distance = abs(claimed - least)
    return distance <= _NEAR


def _count_of_joints(item: str) -> int:
    """Return how many 和 and their like an item has."""
    return sum(map(item.count, "和与及"))


def _enumerations(paragraphs: Sequence[Passage]) -> Iterator[Doubt]:
    """Doubt 三项:一是…;二是… that does not go on to three."""
    for index, passage in enumerate(paragraphs, 1):
        following = paragraphs[index : index + _FOLLOWING]
        for claim in _claims(ORDINAL_CLAIM, passage):
            counted = _count_of_ordinals(_told_behind(claim.match, following))
            if counted > 1 and counted != claim.number:
                yield claim.doubt(Severity.WARNING, counted)


def _told_behind(match: re.Match[str], following: Sequence[Passage]) -> str:
    """Return the text in which the items of an enumeration stand, from its colon on."""
    start = match.end() - 1
    end = match.end() + _ENUMERATION
    own = match.string[start:end]
    others = (passage.text for passage in following)
    return "\u3002".join([own, *others])


def _count_of_ordinals(text: str) -> int:
    """Return how far 一是, 二是, 三是 … count on without a gap."""
    counted = 0
    for ordinal in ORDINAL.finditer(text):
        printed = ordinal["ordinal"] or ordinal["counted"]
        if numeral(printed) != counted + 1:
            break
        counted += 1
    return counted
