"""Find the numbered congresses a text names, and tell which are named in passing only."""

from __future__ import annotations

import re
from dataclasses import dataclass
from operator import attrgetter
from typing import Any, NamedTuple

from reader.events.sighting.sentence_bounds import words_before
from reader.patterns.sentences import MARK, N
from reader.times.numerals import numeral

# Congresses: type, level and number of a name in full or in short. 中国共产党某市第五次代表大会, 中共某县第十次代表大会
_REGION = r"[\u4e00-\u9fff]{0,14}?"
# The end of a day in front of a name: 9月2日召开县; not 日照市
_OF_A_DAY = f"(?<={N})日"
# 临江市, 石家庄市; not 的临江市, not 宣布临江市, not 出席市 (a name starts with none of these)
_NAMED = (
    rf"(?![的布在于和与及对了将为向把是以由经自从到席加]|{_OF_A_DAY}|出席|参加|列席|召开|举行)"
    "[\u4e00-\u9fff]{2,3}[省市县区州旗]"
)
# The level alone: 市工会第九次代表大会
_LEVEL = "[省市县区州旗]"
# The same right behind a word that leads to it, or at the beginning: 出席云溪市, 云溪市; not 出席市, not 我市
_LED_TO = (
    r"(?:(?<![\u4e00-\u9fff])|(?<=[的在于和与及对将为向把是以由从])"
    r"|(?<=出席|参加|列席|召开|喜迎|迎接|聚焦|庆祝|围绕|贯彻|学习|宣传|关于|通过))"
)
_PLACE_NAME = (
    rf"{_LED_TO}(?!出席|参加|列席|召开|喜迎|迎接|聚焦|关注|庆祝|围绕|贯彻|学习|宣传|关于|通过|落实|保障|服务|传达"
    r"|筹备|献礼|推动|召集|选举|隆重|成功|胜利|圆满|顺利|如期|[我本全各])"
    rf"(?:(?![的在于和与及对将为向把是以由从到]|{_OF_A_DAY}|召开|举行|出席|参加)[\u4e00-\u9fff]){{2,3}}"
    rf"{_LEVEL}"
)
CONGRESSES: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "party",
        re.compile(
            rf"(?:中国共产党|中共)(?P<place>{_REGION})第(?P<number>{N}{{1,4}})次(?:全国)?代表大会"
        ),
    ),
    # 市第十三次党代会, 云溪市第七次党代会, 某市第五次党员代表大会
    (
        "party",
        re.compile(
            rf"(?P<place>{_PLACE_NAME}|[省市县区州旗镇乡])第(?P<number>{N}{{1,4}})次党(?:员)?代(?:表大)?会"
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
            rf"(?P<place>{_NAMED}|{_LEVEL})?(?:妇女|妇联)第(?P<number>{N}{{1,4}})次代表大会"
        ),
    ),
    (
        "union",
        re.compile(
            rf"(?P<place>{_NAMED}|{_LEVEL})?(?:总)?工会第(?P<number>{N}{{1,4}})次代表大会"
        ),
    ),
    # 市第十一次团代会, 云溪市第八次妇代会
    *(
        (
            kind,
            re.compile(
                rf"(?P<place>{_PLACE_NAME}|{_LEVEL})第(?P<number>{N}{{1,4}})次{short}代会"
            ),
        )
        for kind, short in (("youth", "团"), ("women", "妇"), ("union", "工"))
    ),
)
# The first plenary of a committee that a party congress elected, with its number where printed:
# 中共云溪市第七届委员会第一次全体会议, 市委七届一次全会, 市纪委第一次全会; not 第二次全会
FIRST_PLENARY = re.compile(
    rf"(?:委员会|[省市县区州旗]委|纪委)(?:第?(?P<term>{N}{{1,3}})届)?[^{MARK}]{{0,24}}?第?一次全(?:会|体会议)"
)
TERM_OF_COMMITTEE = re.compile(rf"第(?P<term>{N}{{1,3}})届(?:委员会|纪)")
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
# So many characters before a name say whether it is named in passing.
_BEFORE = 12


class CongressKey(NamedTuple):
    """What tells congresses apart; the place is the level alone in a short name.

    ``number`` is that of the congress or term, ``session`` 0 where none is printed.
    """

    kind: str
    place: str
    number: int
    session: int

    def shortened(self) -> CongressKey:
        """Return the key of the name that gives the level without the place."""
        return self._replace(place=self.place[-1:])


@dataclass(frozen=True, slots=True)
class Naming:
    """A congress named in a text.

    ``passing`` says that it is named for something else (its spirit, its delegates).
    """

    key: CongressKey
    name: str
    start: int
    end: int
    passing: bool

    @property
    def short(self) -> bool:
        """Tell whether the name gives the level (市, 县) without the place."""
        return len(self.key.place) == 1

    def may_be(self, full: CongressKey) -> bool:
        """Tell whether this short name can mean the congress with that key."""
        return full.shortened() == self.key


def namings(text: str) -> list[Naming]:
    """Return the congresses named in a text, in printed order, none twice in one place."""
    if NUMBERED.search(text) is None:
        return []
    found = [
        _naming(kind, match)
        for kind, pattern in CONGRESSES
        for match in pattern.finditer(text)
    ]
    return sorted(found, key=attrgetter("start"))


def _naming(kind: str, match: re.Match[str]) -> Naming:
    return Naming(
        _key(kind, match.groupdict()),
        match.group(),
        match.start(),
        match.end(),
        passing=_is_in_passing(match),
    )


def _key(kind: str, printed: dict[str, str | Any]) -> CongressKey:
    session = printed.get("session") or "0"
    return CongressKey(
        kind,
        place=printed.get("place") or "",
        number=numeral(printed["number"]),
        session=numeral(session),
    )


def _is_in_passing(match: re.Match[str]) -> bool:
    text = match.string
    start, end = match.span()
    if IN_PASSING_AFTER.match(text, end):
        return True
    before = words_before(text, start, _BEFORE)
    return IN_PASSING_BEFORE.search(before) is not None
