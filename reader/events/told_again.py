"""Tell whether a sentence tells an event again, sharpens its time, or states another one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reader.events.congresses import FIRST_PLENARY
from reader.events.gathered import GatheredEvent
from reader.events.sighting.event_sentences import SCENE_AT
from reader.events.sighting.timed_sentences import Sighting
from reader.patterns.sentences import CLAUSE, N
from reader.times import Moment

# An event of its own begins: 举行签约仪式, 召开会议; not 主持大会 (a step of the event told already)
HELD = re.compile(
    rf"(?:召开|举行|举办|揭牌|签约|观看|会见|上演|开工|首发|会谈)(?:了)?(?P<what>{CLAUSE}{{0,40}})"
)
# The event told already starts: 宣布开幕, 大会开始, 主持大会; not 开始以来
STARTS = re.compile(
    r"主持|宣布|开始|开幕|奏唱|拉开|启动|举行|召开|发令|鸣枪|揭幕|点火|起飞|升空"
)
# A story moves on to another place or person: 来到第四代表团, 走进田间
MOVES_ON = re.compile(
    r"^[,\uff0c]?[^\u3002,\uff0c]{0,16}(?:来到|前往|走进|走访|赶赴|赶到|奔赴|深入|看望|慰问|考察|调研|视察)"
)
# The plenary of another body: 县纪委第一次全体会议, 纪律检查委员会举行第一次全会; not 纪委书记
OF_DISCIPLINE = re.compile(
    rf"(?:纪委|纪律检查委员会)(?:[于在]{CLAUSE}{{2,24}})?(?:举行|召开)?了?"
    rf"(?:第?{N}{{1,3}}届)?(?:第?{N}{{1,3}}次)?全(?:体会议|会)"
)
# The paragraph begins another piece of news: 又讯 12月25日下午; not 讯 alone
MORE_NEWS = re.compile(r"[ \u3000]*(?:又讯|另讯|又悉|另悉|另据)")


def event_told_again(
    events: Sequence[GatheredEvent], sighting: Sighting
) -> GatheredEvent | None:
    """Return the event that a sighting tells again, None when it is about no event told yet.

    A line of a schedule tells none again, nor does a paragraph that begins other news; behind a
    bullet only what its own paragraph states is told again."""
    if sighting.scheduled or MORE_NEWS.match(sighting.passage.text):
        return None
    if sighting.is_brief:
        events = [one for one in events if one.sighting.index == sighting.index]
    event = _last_of_same_day(events, sighting.moment)
    if event is None:
        return None
    if sighting.kind is not None and _is_another(event, sighting):
        return None
    return event


def _last_of_same_day(
    events: Sequence[GatheredEvent], moment: Moment
) -> GatheredEvent | None:
    for event in reversed(events):
        if event.moment.is_on_days_of(moment):
            return event
    return None


def sharpens_time(event: GatheredEvent, sighting: Sighting) -> bool:
    """Tell whether a clock time tells when the event began.

    It does with words of beginning, or in the paragraph that states the event.
    """
    had = event.moment
    moment = sighting.moment
    if moment.time is None or _is_at_other_part(had, moment):
        return False
    begins = STARTS.search(sighting.words_behind) is not None
    if had.time is not None:
        return begins and had.approximate and not moment.approximate
    if begins:
        return True
    if had.part_of_day is not None:
        return False
    return sighting.index == event.sighting.index


def _is_at_other_part(told: Moment, again: Moment) -> bool:
    if told.part_of_day is None:
        return False
    return told.part_of_day is not again.part_of_day


def _is_another(event: GatheredEvent, sighting: Sighting) -> bool:
    moment = sighting.moment
    names_part = moment.part_of_day is not None
    if names_part and _is_at_other_part(event.moment, moment):
        return True
    if _takes_story_on(event, sighting) or _is_other_scene(event, sighting):
        return True
    if names_part and _moves_on_later(event, sighting):
        return True
    if HELD.search(sighting.words_behind) is None:
        return False
    if sighting.kind != event.sighting.kind:
        return True
    if _is_of_other_body(event.sighting, sighting):
        return True
    return _is_at_other_hour(event.moment, moment)


def _is_of_other_body(told: Sighting, again: Sighting) -> bool:
    """Tell whether the plenary of one body is told, and the meeting of another was."""
    if _is_first_plenary(again) and not _is_first_plenary(told):
        return True
    one = OF_DISCIPLINE.search(told.words)
    other = OF_DISCIPLINE.search(again.words)
    if one is None:
        return other is not None
    return other is None


def _is_first_plenary(seen: Sighting) -> bool:
    plenary = FIRST_PLENARY.search(seen.words)
    return plenary is not None


def _moves_on_later(event: GatheredEvent, sighting: Sighting) -> bool:
    """Tell whether a new paragraph moves on at its part of a day that was told as a whole."""
    if event.moment.part_of_day is not None or not sighting.opens:
        return False
    return MOVES_ON.search(sighting.words_behind) is not None


def _takes_story_on(event: GatheredEvent, sighting: Sighting) -> bool:
    """Tell whether a new paragraph takes the story on.

    After 凌晨 the 上午 does, after the day's work a visit at its hour.
    """
    if not _opens_new_paragraph(sighting, event.sighting):
        return False
    words = sighting.words_behind
    if STARTS.search(words):
        return False
    had = event.moment
    if had.part_of_day is None:
        return MOVES_ON.search(words) is not None
    if had.time is None and not sighting.moment.inherited:
        return True
    return _names_other_part(event.sighting, sighting)


def _names_other_part(told: Sighting, again: Sighting) -> bool:
    part = told.part
    other = again.part
    if not part or not other:
        return False
    return part != other


def _opens_new_paragraph(sighting: Sighting, told: Sighting) -> bool:
    """Tell whether a clock time begins a paragraph behind the one that states the event."""
    if sighting.moment.time is None:
        return False
    is_other = sighting.index != told.index
    return sighting.opens and is_other


def _is_other_scene(event: GatheredEvent, sighting: Sighting) -> bool:
    """Tell whether a sentence goes on at another hour in another place."""
    if not _is_at_other_hour(event.moment, sighting.moment):
        return False
    scene = SCENE_AT.match(sighting.words_behind)
    return bool(scene)


def _is_at_other_hour(told: Moment, again: Moment) -> bool:
    hour = told.time
    other = again.time
    if hour is None or other is None:
        return False
    return hour != other
