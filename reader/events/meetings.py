"""Read the counted facts of a meeting: attendance, votes, agenda, elected persons."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator

from reader.moments import numeral
from reader.passages import Stretch
from reader.patterns import meetings as patterns
from reader.results import AgendaItem, Attendance, ReadPost, Span, VoteCount
from reader.rosters import Roster, rosters

# The parts of one count of attendance stand so close behind the number expected.
_NEAR = 80
# What a count decides stands so close before it.
_CLAUSES = 120


def attendances(told: Stretch) -> Iterator[Attendance]:
    """Yield every printed count of attendance that has, besides who was expected, at least one more
    part.
    """
    text = told.passage.text
    starts = [match.start() for match in told.find(patterns.EXPECTED)]
    for start, ceiling in itertools.pairwise([*starts, told.end]):
        end = min(ceiling, start + _NEAR)
        expected, present = (
            pattern.search(text, start, end)
            for pattern in (patterns.EXPECTED, patterns.PRESENT)
        )
        absent = _absent(text, start, end)
        matches = [match for match in (expected, present, *absent) if match]
        if len(matches) > 1:
            yield Attendance(
                _number(expected),
                sum(_number(match) or 0 for match in absent) if absent else None,
                _number(present),
                told.passage.on_page(start, max(match.end() for match in matches)),
            )


def _absent(text: str, start: int, end: int) -> list[re.Match[str]]:
    """Return the counts of those who stayed away, to be added up: 病假2人,事假1人; a part named behind
    its whole is left.
    """
    found = list(patterns.ABSENT.finditer(text, start, end))
    return [
        one
        for one in found
        if one is found[0]
        or not patterns.OF_THEM.search(text[max(0, one.start() - 8) : one.start()])
    ]


def _number(match: re.Match[str] | None) -> int | None:
    return numeral(match["n"].replace(",", "").replace("两", "二")) if match else None


def votes(told: Iterable[Stretch]) -> tuple[VoteCount, ...]:
    """Return the printed counts of votes in order, each with what was voted on."""
    return tuple(
        _vote(stretch, match)
        for stretch in told
        for match in stretch.find(patterns.VOTES)
    )


def _vote(told: Stretch, match: re.Match[str]) -> VoteCount:
    start, end = subject = _subject(told, match) or (match.end(), match.end())
    return VoteCount(
        _count(match, "for") or 0,
        _count(match, "against") or 0,
        _count(match, "abstain"),
        told.passage.on_page(min(start, match.start()), max(end, match.end())),
        told.passage.text[slice(*subject)],
    )


def _subject(told: Stretch, match: re.Match[str]) -> Span | None:
    """Return where in the passage the same sentence says what was voted on: behind the count, else
    before it.
    """
    text = told.passage.text
    after = patterns.VOTED_AFTER.match(text, match.end(), told.end)
    if after:
        return after.span("passed" if after["passed"] else "chosen")
    floor = max(
        told.start, match.start() - _CLAUSES, text.rfind("\u3002", 0, match.start()) + 1
    )
    clause = text[floor : match.start()]
    before = next(
        (
            found
            for pattern in patterns.VOTED_BEFORE
            if (found := pattern.search(clause))
        ),
        None,
    )
    return before and (floor + before.start("subject"), floor + before.end("subject"))


def _count(match: re.Match[str], slot: str) -> int | None:
    printed = match[f"{slot}_before"] or match[f"{slot}_after"]
    return int(printed) if printed else None


def agenda(told: Iterable[Stretch]) -> tuple[AgendaItem, ...]:
    """Return what a meeting dealt with, item by item as printed."""
    return tuple(
        AgendaItem(match["item"], stretch.passage.on_page(*match.span("item")))
        for stretch in told
        for match in _items(stretch)
    )


def _items(told: Stretch) -> list[re.Match[str]]:
    """Return the items in printed order; words inside a numbered list are not told a second
    time.
    """
    text, entries, lists = told.passage.text, [], []
    for listed in told.find(patterns.AGENDA_LIST):
        if numbered := list(
            patterns.AGENDA_ENTRY.finditer(text, *listed.span("items"))
        ):
            entries += numbered
            lists.append(listed)
    for stated in told.find(patterns.AGENDA):
        if not any(
            stated.start("item") < listed.end() and listed.start() < stated.end("item")
            for listed in lists
        ):
            entries.append(stated)
    return sorted(entries, key=lambda item: item.start("item"))


def elected(told: Iterable[Stretch]) -> tuple[ReadPost, ...]:
    """Return the persons the text says were elected, each with the post and the words that say
    so.
    """
    return tuple(
        post
        for stretch in told
        for roster in rosters(stretch.passage)
        for post in _posts(stretch, roster)
    )


def _posts(told: Stretch, roster: Roster) -> Iterator[ReadPost]:
    if not told.start <= roster.start < told.end:
        return
    text = told.passage.text
    before = text[max(0, roster.start - 8) : roster.start]
    pattern = (
        patterns.ELECTED_AS
        if patterns.ELECTED_BEFORE.search(before)
        else patterns.ELECTED_AFTER
    )
    match = pattern.match(text, roster.end)
    if match:
        for name in roster.names:
            yield ReadPost(
                name.name,
                match["post"],
                told.passage.on_page(roster.start, match.end()),
            )
