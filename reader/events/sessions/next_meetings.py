"""What follows a meeting at no time of its own, in the same half-day: a meeting or a visit."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from operator import attrgetter

from reader.events.event_places import place_of
from reader.events.gathered import GatheredEvent
from reader.events.sighting.said_words import is_said
from reader.events.sighting.sentence_bounds import (
    prints_time,
    sentence_end,
)
from reader.events.sighting.timed_sentences import Sighting
from reader.events.wording.titles import kind_of
from reader.passages import Passage, Stretch
from reader.patterns.sentences import CLAUSE, MARK, STOPS

# Where none of these stands, nothing is held behind another.
WHEN = ("后", "随即", "接着")
# 随后,主席团在三楼举行第一次会议; 闭幕后,新一届委员会的全会在二楼召开; 预备会议结束后,
#   not 随后举行的晚会上, not 会后记者看到, not 会后将召开全会 (announced, not told)
FOLLOWS = re.compile(
    rf"(?:^|(?<=[{STOPS}\u201d]))[ \u3000]*(?P<when>紧?接着|随后|随即"
    r"|(?:大会|(?:预备)?会议|全会|开幕|闭幕)?(?:会|式)?(?:闭幕|结束)?(?:之|以)?后)[,\uff0c]?"
    rf"(?P<told>(?:(?!将){CLAUSE}){{0,40}}?(?:举行|召开)(?!的)了?"
    rf"(?:{CLAUSE}{{2,40}}?(?:会议?|仪式)(?=[{MARK}]|$)|(?=[{MARK}]|$)))"
)
# What is held is a meeting, named on either side of the verb: 公司一次全委会在二楼举行
IS_MEETING = re.compile(
    rf"{CLAUSE}*(?:会议?|仪式)(?:也|又|还|[于在]{CLAUSE}{{2,30}})?(?:举行|召开)"
    rf"|{CLAUSE}*(?:举行|召开)了?{CLAUSE}+$"
)
# 大会闭幕后,甲、乙等来到宾馆看望工作人员; 到剧团慰问; not 会后,记者来到, not 会后到会祝贺
GOES_TO = re.compile(
    rf"(?:^|(?<=[{STOPS}\u201d]))[ \u3000]*(?P<when>随后"
    r"|(?:大会|(?:预备)?会议|全会|开幕|闭幕)(?:会|式)?(?:闭幕|结束)?(?:之|以)?后)[,\uff0c]"
    rf"(?P<told>(?:(?!将|记者){CLAUSE}){{2,40}}?(?:来到|前往|[赴到])(?!会)"
    rf"{CLAUSE}{{2,24}}?(?:看望|慰问|走访)(?!团|品|信|电))"
)


def with_followers(
    events: Sequence[GatheredEvent], told: Sequence[Passage]
) -> list[GatheredEvent]:
    """Return the events with what follows one of them put in its place, in printed order."""
    found = list(events)
    for index, passage in enumerate(told):
        for match in _followers(passage):
            start = match.start("when")
            before = [one for one in events if one.is_told_at(index, start)]
            if before:
                found.append(_event(before[-1], index, passage, match))
    return sorted(found, key=attrgetter("place_in_print"))


def _followers(passage: Passage) -> Iterator[re.Match[str]]:
    """Yield where a sentence without a time and outside of speech tells what followed."""
    text = passage.text
    if not any(word in text for word in WHEN):
        return
    meetings = (
        match
        for match in FOLLOWS.finditer(text)
        if IS_MEETING.match(match["told"])
    )
    for match in (*meetings, *GOES_TO.finditer(text)):
        start, end = match.span("told")
        if prints_time(text, start, end):
            continue
        if not is_said(text, start):
            yield match


def _event(
    last: GatheredEvent, index: int, passage: Passage, match: re.Match[str]
) -> GatheredEvent:
    """Return what is told at the half-day of the event that was told last."""
    start = match.start("when")
    behind = match.end("when")
    moment = replace(
        last.moment, start=start, end=behind, time=None, inherited=True
    )
    stop = sentence_end(passage.text, start)
    words = match["told"]
    seen = Sighting(
        index,
        passage,
        moment,
        start,
        stop,
        stop,
        kind_of(words),
    )
    event = GatheredEvent(seen, moment, last.time_at)
    event.put_place(place_of(Stretch(passage, *match.span("told"))))
    return event
