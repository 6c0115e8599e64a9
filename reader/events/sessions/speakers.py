"""Who speaks where people deliberate: 审议时,代表梁栋材说; 在小组会上, 委员宗岱建议."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from reader.events.gathered import GatheredEvent
from reader.events.parts.roles import StatedPart
from reader.events.sighting.sentence_bounds import sentence_end, sentence_start
from reader.passages import Name, Passage
from reader.patterns.sentences import CLAUSE
from reader.results import ReadParticipant
from reader.rosters import rosters
from reader.vocabulary import EventKind

SPEAKS: Final = "发言"
# An event at which people speak in turn: 座谈会, 小组会; not 报告会
TURNS = re.compile(r"座谈|小组会|分[组团]|(?:审议|讨论|酝酿)|大会发言")
# Behind a name: (女)在小组会上说, 代表认为, 激动地说, 插话; not 说明, not 说法
SAYS = re.compile(
    rf"(?:[(\uff08][^()\uff08\uff09]{{1,14}}[)\uff09])?等?(?:同志|代表|委员)?{CLAUSE}{{0,12}}?"
    r"(?:说(?!明|法|服)|谈了|认为|建议|插话|表示|表态|谈到|谈道|提出)"
)
# Not there but with a reporter: 接受采访时, 对记者说
WITH_REPORTER = re.compile("记者|采访")


def spoken_parts(passage: Passage) -> Iterator[StatedPart]:
    """Yield each person of a passage behind whose name, or list, stands that they speak."""
    for roster in rosters(passage):
        if SAYS.match(passage.text, roster.end):
            for name in roster.names:
                yield from _spoken(passage, name)


def where_present(
    events: Sequence[GatheredEvent], speaker: ReadParticipant
) -> GatheredEvent | None:
    """Return the session of a group in which a speaker is told to take part already."""
    for event in events:
        present = (name for name, _role in event.participants)
        if event.group and speaker.name in present:
            return event
    return None


def is_spoken_at(event: GatheredEvent) -> bool:
    """Tell whether people speak in turn at an event."""
    if event.kind is EventKind.DELIBERATION:
        return True
    return TURNS.search(event.sighting.words) is not None


def _spoken(passage: Passage, name: Name) -> Iterator[StatedPart]:
    """Yield the part of one speaker, none where the sentence is said to a reporter."""
    text = passage.text
    start = sentence_start(text, name.start)
    end = sentence_end(text, name.end)
    if WITH_REPORTER.search(text, start, end):
        return
    participant = ReadParticipant(
        name.name,
        SPEAKS,
        None,
        span=passage.on_page(*name.span),
        evidence=passage.on_page(start, end),
    )
    yield StatedPart(name.start, participant)
