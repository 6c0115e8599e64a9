"""Read who did what: rosters matched against the table of roles, with the words that state each
part.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reader.events.delegations import numbers
from reader.passages import Passage
from reader.patterns import events
from reader.patterns import roles as patterns
from reader.results import ReadParticipant
from reader.rosters import Roster, rosters

_BEFORE, _AFTER, _SENTENCE = 60, 160, 400


@dataclass(frozen=True, slots=True)
class Part:
    """One participant with the place in the passage from which the part belongs to an event."""

    offset: int
    participant: ReadParticipant


def parts(passage: Passage) -> Iterator[Part]:
    """Yield the parts that a passage states, in printed order."""
    lists = list(rosters(passage))
    for index, roster in enumerate(lists):
        if patterns.FORMULA_AFTER.match(passage.text, roster.end):
            continue
        stop = lists[index + 1].start if index + 1 < len(lists) else len(passage.text)
        start = lists[index - 1].end if index else 0
        yield from _parts(passage, roster, start, stop)


def _parts(
    passage: Passage, roster: Roster, floor: int, ceiling: int
) -> Iterator[Part]:
    first, last = _sentence(passage.text, roster)
    before = passage.text[max(floor, first, roster.start - _BEFORE) : roster.start]
    after = passage.text[roster.end : min(ceiling, last, roster.end + _AFTER)]
    for stop in (events.SPEECH, patterns.NEXT_SUBJECT):
        after = stop.split(after, maxsplit=1)[0]
    if patterns.DEPUTY_AFTER.match(after):
        return
    evidence = passage.on_page(first, last)
    delegations = tuple(numbers(after))
    for role in _roles(before, after):
        for rank, name in enumerate(roster.names, 1):
            participant = ReadParticipant(
                name.name,
                role,
                rank if len(roster.names) > 1 else None,
                passage.on_page(name.start, name.end),
                evidence,
                delegations if role == "参加" else (),
            )
            yield Part(roster.start, participant)


def _roles(before: str, after: str) -> Iterator[str]:
    seen: set[str] = set()
    for row in patterns.ROLES:
        if row.role in seen:
            continue
        fits_before = row.before is not None and row.before.search(before)
        if fits_before or (row.after is not None and row.after.match(after)):
            seen.add(row.role)
            title = row.title.search(before) if row.title else None
            yield f"{row.role}({title.group()})" if title else row.role


def _sentence(text: str, roster: Roster) -> tuple[int, int]:
    floor, ceiling = (
        max(0, roster.start - _SENTENCE),
        min(len(text), roster.end + _SENTENCE),
    )
    start = max(
        floor, *(text.rfind(mark, floor, roster.start) + 1 for mark in events.STOPS)
    )
    stop = events.STOP.search(text, roster.end, ceiling)
    end = stop.end() if stop else ceiling
    while start < roster.start and text[start] in events.CLOSING:
        start += 1
    return start, end
