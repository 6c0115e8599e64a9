"""Tell whether a sentence tells an event again, sharpens its time, or states another one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reader.events.gathered import GatheredEvent
from reader.events.sightings import Sighting
from reader.passages import Passage
from reader.patterns.sentences import CLAUSE
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


def event_told_again(
    drafts: Sequence[GatheredEvent], sighting: Sighting
) -> GatheredEvent | None:
    """Return the last event of the same day, None when the sighting is the first of its day."""
    moment = sighting.moment
    for draft in reversed(drafts):
        if (
            draft.moment.date == moment.date
            and draft.moment.last == moment.last
        ):
            return draft
    return None


def tells_again(
    draft: GatheredEvent, sighting: Sighting, passage: Passage
) -> bool:
    """Say whether a sighting of the same day tells that event, and let it sharpen its time."""
    words = passage.text[sighting.moment.end : sighting.end]
    if sighting.kind is not None and _is_another(draft, sighting, words):
        return False
    if _sharpens(draft, sighting, words):
        draft.sharpen(passage, sighting.moment)
    return True


def _sharpens(draft: GatheredEvent, sighting: Sighting, words: str) -> bool:
    """Say whether a clock time tells when the event began.

    It does with words of beginning, or in the paragraph that states the event.
    """
    had = draft.moment
    moment = sighting.moment
    if moment.time is None:
        return False
    if had.part_of_day not in (None, moment.part_of_day):
        return False
    begins = STARTS.search(words) is not None
    if had.time is not None:
        return begins and had.approximate and not moment.approximate
    if begins:
        return True
    same_paragraph = sighting.passage == draft.sighting.passage
    return had.part_of_day is None and same_paragraph


def _is_another(draft: GatheredEvent, sighting: Sighting, words: str) -> bool:
    had = draft.moment
    part = sighting.moment.part_of_day
    if had.part_of_day and part is not None and part != had.part_of_day:
        return True
    goes_on = sighting.opens and not STARTS.search(words)
    if goes_on and _takes_story_on(draft, sighting, words):
        return True
    if HELD.search(words) is None:
        return False
    if sighting.kind != draft.sighting.kind:
        return True
    return _at_other_hour(had, sighting.moment)


def _takes_story_on(
    draft: GatheredEvent, sighting: Sighting, words: str
) -> bool:
    """Say whether a new paragraph takes the story on.

    After 凌晨 the 上午 does, after the day's work a visit at its hour.
    """
    had = draft.moment
    if (
        sighting.moment.time is None
        or sighting.passage == draft.sighting.passage
    ):
        return False
    if had.part_of_day is None:
        return MOVES_ON.search(words) is not None
    if had.time is None and not sighting.moment.inherited:
        return True
    if not draft.sighting.part or not sighting.part:
        return False
    return draft.sighting.part != sighting.part


def _at_other_hour(told: Moment, again: Moment) -> bool:
    if told.time is None or again.time is None:
        return False
    return told.time != again.time
