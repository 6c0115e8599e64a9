"""Find in a passage which group of a congress meets where, and who sits with which."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from reader.events.place_patterns import NO_PLACE
from reader.events.sessions.rooms import groups_in_rooms
from reader.events.sighting.sentence_bounds import sentence_end
from reader.passages import Passage
from reader.patterns.places_and_things import PLACE_END
from reader.patterns.sentences import CLAUSE, MARK, VERY, N
from reader.results import Span

# Where none of these stands, no group is named.
NAMES_GROUP = re.compile(r"代表团|界|组")
# 锦绣代表团, 第三代表团, 科技界委员; not 各代表团, not 党政代表团
_GROUP = (
    rf"(?P<group>(?![各该我本全两这])(?:第{N}{{1,3}}|(?:(?![在于和与及由的]|党政|访问)[\u4e00-\u9fff]){{2,10}}?)"
    r"(?:代表团|(?:小|讨论)组|界(?:别)?(?:委员|小组)?))"
)
_PLACE = rf"(?P<place>[^{MARK}\u201c\u201d\"在于]{{2,28}}?)(?:内|里)?"
_SITS = r"(?:举行|召开|进行|开始|审议|讨论|酝酿)"
# 27日下午, 当天 between the group and the place
_TIME = (
    rf"(?:[今昨当][天日]|{N}{{1,2}}月|{N}{{1,2}}日){{0,2}}(?:[上下中]午|晚上?)?"
    rf"(?:{N}{{1,2}}[时点](?:{N}{{1,2}}分|半)?)?"
)
# 锦绣代表团的审议在锦江饭店举行, 海头区代表团在盐桥饭店审议报告; not 锦绣代表团在审议时
HELD_BY = re.compile(
    rf"(?:^|(?<=[{MARK}、]))[ \u3000]*{_GROUP}的?(?:分组)?(?:审议|讨论|酝酿|(?:小组|全体|全团|联组)会议)?会?"
    rf"{_TIME}在{_PLACE}{VERY}{{0,3}}{_SITS}"
)
# 车务代表团由甲主持,地点在车站二楼会议室
LED_AT = re.compile(
    rf"(?:^|(?<=[{MARK}、]))[ \u3000]*{_GROUP}的?(?:审议|讨论|酝酿|会议)?由{CLAUSE}{{2,20}}?(?:主持|召集)"
    rf"[,\uff0c](?:会议)?地点(?:设?在|为|是|[:\uff1a]){_PLACE}(?=[{MARK}]|$)"
)
# 在宾馆五楼会议室参加开发区代表团讨论, 在三楼1号会议室,区委书记甲参加临江代表团审议; not 在会上参加
SITS_AT = re.compile(
    rf"在{_PLACE}(?:[,\uff0c]{CLAUSE}{{0,20}}?)?(?:参加|参与|听取)了?{_GROUP}的?(?:分组|小组)?(?:审议|讨论|酝酿)"
)
# 甲在市直机关代表团、乙在高新区代表团分别参加讨论: two at least, each behind a name
SITS_WITH = re.compile(
    rf"在{_GROUP}(?=[、,\uff0c和与]|分别|一起|一同|参加|参与|听取)"
)
# 科技界、教育界委员分别在友谊宾馆、青洲饭店举行联组讨论
EACH_AT = re.compile(
    r"(?P<groups>[\u4e00-\u9fff]{2,10}(?:[、和][\u4e00-\u9fff]{2,10}){1,6}?)分别在"
    rf"(?P<places>[^{MARK}\u201c\u201d\"]{{2,80}}?)(?:举行|召开|进行)"
)
AND = re.compile("[、和]")
# What the last of several groups names for all of them: 沙田区、云梯县代表团
SHARED_END = re.compile(r"代表团|委员|小组")
# What a session is called by that is led: 车务代表团会议
MEETS = "会议"
# 审议 of 审议政府工作报告; what others are called by
DOES = re.compile(r"(?:联组)?讨论|审议|酝酿|(?:全体|全团|小组|联组)会议")


@dataclass(frozen=True, slots=True)
class GroupSession:
    """A group that meets: its words in the passage, its place there, and what it does."""

    group: str
    start: int
    end: int
    place: Span | None
    does: str

    @property
    def title(self) -> str:
        """Return the group with what it does."""
        return self.group + self.does

    @property
    def time_ends(self) -> int:
        """Return where its time is printed at the latest."""
        if self.place is None:
            return self.start
        start, _ = self.place
        return start

    @property
    def stem(self) -> str:
        """Return the group as it may be named again: 科技界 for 科技界委员."""
        return self.group.removesuffix("委员")


def group_sessions(passage: Passage) -> Iterator[GroupSession]:
    """Yield the sessions that a passage tells of single groups, form by form."""
    if NAMES_GROUP.search(passage.text) is None:
        return
    yield from _each_at(passage)
    yield from _with_names(passage)
    yield from _held(passage)
    yield from _in_rooms(passage)


def _held(passage: Passage) -> Iterator[GroupSession]:
    text = passage.text
    for match in (*HELD_BY.finditer(text), *LED_AT.finditer(text)):
        place = match["place"]
        if NO_PLACE.search(place) is None:
            yield _session(passage, match)
    for match in SITS_AT.finditer(text):
        if PLACE_END.search(match["place"]):
            yield _session(passage, match)


def _in_rooms(passage: Passage) -> Iterator[GroupSession]:
    """Yield the sessions whose rooms are listed; the words before the list say what they do."""
    for match in groups_in_rooms(passage):
        place = match.span("place")
        start = match.start("group")
        does = _does(passage.text, 0, start)
        yield GroupSession(match["group"], start, match.end(), place, does)


def _session(passage: Passage, match: re.Match[str]) -> GroupSession:
    """Return the session that a form of the table tells; one that is led needs no other word."""
    text = passage.text
    group = match["group"]
    start = match.start("group")
    end = sentence_end(text, start)
    does = _does(text, start, end)
    if match.re is LED_AT:
        does = does or MEETS
    return GroupSession(
        group,
        start,
        end,
        match.span("place"),
        does,
    )


def _does(text: str, start: int, end: int) -> str:
    does = DOES.search(text, start, end)
    if does is None:
        return ""
    return does.group()


def _with_names(passage: Passage) -> Iterator[GroupSession]:
    """Yield the sessions of one sentence that tells who sits with which group."""
    ends = {name.end: name.start for name in passage.names}
    named = [
        match
        for match in SITS_WITH.finditer(passage.text)
        if match.start() in ends
    ]
    for stop, matches in groupby(named, _stop):
        together = list(matches)
        if len(together) < 2:
            continue
        starts = [ends[match.start()] for match in together]
        does = _does(passage.text, starts[0], stop)
        for match, start, end in zip(
            together, starts, [*starts[1:], stop], strict=True
        ):
            yield GroupSession(
                match["group"],
                start,
                end,
                None,
                does,
            )


def _stop(match: re.Match[str]) -> int:
    text = match.string
    start = match.start()
    return sentence_end(text, start)


def _each_at(passage: Passage) -> Iterator[GroupSession]:
    """Yield the sessions of groups and places that are listed in the same order."""
    for match in EACH_AT.finditer(passage.text):
        groups = _groups(match["groups"])
        places = list(_listed(match, "places"))
        if len(groups) != len(places):
            continue
        if not all(_is_place(passage, place) for place in places):
            continue
        start = match.start()
        end = _stop(match)
        does = _does(passage.text, start, end)
        for group, place in zip(groups, places, strict=True):
            yield GroupSession(
                group,
                start,
                end,
                place,
                does,
            )


def _is_place(passage: Passage, place: Span) -> bool:
    start, end = place
    printed = passage.text[start:end]
    return PLACE_END.search(printed) is not None


def _groups(printed: str) -> list[str]:
    """Return the groups of a list, each with what the last one names for all."""
    *_, last = names = AND.split(printed)
    shared = SHARED_END.search(last)
    if shared is None:
        return names
    end = last[shared.start() :]
    return [name.removesuffix(end) + end for name in names]


def _listed(match: re.Match[str], slot: str) -> Iterator[Span]:
    start, end = match.span(slot)
    text = match.string
    for mark in AND.finditer(text, start, end):
        until = mark.start()
        yield start, until
        start = mark.end()
    yield start, end
