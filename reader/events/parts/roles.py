"""Read who did what: printed lists of people matched against the table of roles."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reader.events.delegations import delegation_numbers
from reader.events.parts.role_forms import ROLES, TAKES_PART
from reader.events.sighting.sentence_bounds import (
    sentence_end,
    sentence_start,
    up_to,
)
from reader.passages import Passage
from reader.results import ReadParticipant, Span
from reader.rosters import Roster, rosters

# What follows is said, not done: 指出,… 他说:“…
SPEECH = re.compile(
    r"指出|强调|认为|希望|要求|介绍|回忆|坦言|感慨|勉励"
    r"|(?:他|她|者|表|的)?说[,\uff0c:\uff1a]|表示(?!(?:热烈|衷心)?的?祝贺)|[:\uff1a][\u201c\"]"
)
# Closing marks that belong to the sentence before: …。”
CLOSING = "\u201d\u2019\"')\uff09\u300d \u3000"

# A formula or a title of state, not a guest: 习近平新时代…, 以某某同志为核心, 某某总书记关于
FORMULA_AFTER = re.compile(r"新时代|同志为核心|总书记|重要|关于|思想")
# Somebody else begins here: 甲到会致辞,市委副书记、市长乙主持; not 甲主持会议,并讲话
NEXT_SUBJECT = re.compile(
    r"[,\uff0c](?=[\u4e00-\u9fff、]{0,20}(?:书记|[省市县区州院校厅局部处科会]长|秘书长|主席|主任|常委))"
)
# 受甲委托, 代表甲; 甲等11人名单
DEPUTY_AFTER = re.compile(r"(?:同志)?(?:的)?委托|等?\d*[人名]?名单")

# So much of the sentence around a list is looked at, and so far its evidence reaches.
_BEFORE = 60
_AFTER = 160
_SENTENCE = 400


@dataclass(frozen=True, slots=True)
class StatedPart:
    """One participant with the place in the passage from which the part belongs to an event."""

    offset: int
    participant: ReadParticipant


@dataclass(frozen=True, slots=True)
class _Listed:
    """A printed list with its sentence, and the words around it that are about its people."""

    passage: Passage
    roster: Roster
    sentence: Span
    before: str
    after: str

    def parts(self) -> Iterator[StatedPart]:
        """Yield the part of each person in each role that the words give."""
        if DEPUTY_AFTER.match(self.after):
            return
        for role in self._roles():
            for participant in self._participants(role):
                yield StatedPart(self.roster.start, participant)

    def _participants(self, role: str) -> Iterator[ReadParticipant]:
        """Yield the people of the list in one role, in printed order."""
        evidence = self.passage.on_page(*self.sentence)
        delegations = self._visited(role)
        for rank, name in self.roster.ranked:
            yield ReadParticipant(
                name.name,
                role,
                rank,
                span=self.passage.on_page(*name.span),
                evidence=evidence,
                delegations=delegations,
            )

    def _visited(self, role: str) -> tuple[int, ...]:
        """Return the delegations in which the people take part."""
        if role != TAKES_PART:
            return ()
        return tuple(delegation_numbers(self.after))

    def _roles(self) -> Iterator[str]:
        """Yield each role that the words give, a printed title behind it in brackets."""
        seen: set[str] = set()
        for form in ROLES:
            if form.role in seen:
                continue
            if form.fits(self.before, self.after):
                seen.add(form.role)
                yield form.named(self.before)


def parts(passage: Passage) -> Iterator[StatedPart]:
    """Yield the parts that a passage states, in printed order."""
    for roster, room in _with_room(passage):
        if not FORMULA_AFTER.match(passage.text, roster.end):
            listed = _listed(passage, roster, room)
            yield from listed.parts()


def _with_room(passage: Passage) -> Iterator[tuple[Roster, Span]]:
    """Yield each list with the room for its words: from the list before to the one behind it."""
    lists = list(rosters(passage))
    ends = [roster.end for roster in lists]
    starts = [roster.start for roster in lists]
    floors = [0, *ends]
    ceilings = [*starts[1:], len(passage.text)]
    rooms = zip(floors, ceilings, strict=False)
    yield from zip(lists, rooms, strict=False)


def _listed(passage: Passage, roster: Roster, room: Span) -> _Listed:
    floor, ceiling = room
    text = passage.text
    first, last = _sentence(text, roster)
    start = max(floor, first, roster.start - _BEFORE)
    end = min(ceiling, last, roster.end + _AFTER)
    return _Listed(
        passage,
        roster,
        sentence=(first, last),
        before=text[start : roster.start],
        after=_own_words(text[roster.end : end]),
    )


def _own_words(after: str) -> str:
    """Return the words behind a list as far as it is still told what these people did."""
    done = up_to(SPEECH, after)
    return up_to(NEXT_SUBJECT, done)


def _sentence(text: str, roster: Roster) -> Span:
    """Return the sentence around a list, without the marks that close the one before."""
    start = sentence_start(text, roster.start, _SENTENCE)
    while start < roster.start and text[start] in CLOSING:
        start += 1
    end = sentence_end(text, roster.end, _SENTENCE)
    return start, end
