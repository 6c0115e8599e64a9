"""Rules about people: near misses, order of lists, posts at a date."""

from __future__ import annotations

import datetime as dt
import itertools
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from reader.findings.copy import NOTICE, SUGGESTION, WARNING, Copy, finding
from reader.passages import Passage
from reader.patterns import findings as patterns
from reader.results import ReadFinding, RosterEntry
from reader.rosters import Roster, rosters

# A list must share so many names with the reference list before their order can be compared.
_COMPARABLE = 3
# Shorter lists are no reference for the order of others.
_REFERENCE = 5


def name_near_miss(copy: Copy) -> Iterator[ReadFinding]:
    """Ask about a name that differs from a known one, or from one the page repeats, in one
    look-alike or homophone.
    """
    counts = Counter(name.name for passage in copy.passages for name in passage.names)
    known = set(copy.context.known_people) | {
        entry.name for entry in copy.context.roster
    }
    sure = known | {name for name, count in counts.items() if count > 1}
    for passage in copy.passages:
        for name in passage.names:
            if name.name in sure:
                continue
            meant = next(_near(name.name, sure, copy.context.look_alikes), None)
            if meant is not None:
                message = f"与“{meant}”只差一个音近或形近的字,请核对"
                yield finding(
                    "name_near_miss",
                    SUGGESTION,
                    passage,
                    name.start,
                    name.end,
                    message,
                    meant,
                )


def _near(name: str, sure: set[str], look_alikes: Mapping[str, str]) -> Iterator[str]:
    for at, character in enumerate(name):
        for other in look_alikes.get(character, ""):
            near = name[:at] + other + name[at + 1 :]
            if near in sure:
                yield near


def name_order(copy: Copy) -> Iterator[ReadFinding]:
    """Doubt a list whose order departs from the roster or from the page's longest list; a skipped
    name is no error.
    """
    lists = [
        (passage, roster)
        for group in copy.by_article
        for index, passage in enumerate(group)
        if not any(
            patterns.STROKE_ORDER.search(near.text)
            for near in group[max(0, index - 2) : index + 1]
        )
        for roster in rosters(passage)
        if len(roster.names) >= _COMPARABLE
    ]
    references = _references(copy, lists)
    for passage, roster in lists:
        for reference in references:
            out = _out_of_order(roster, reference)
            if out is not None:
                message = f"“{out}”在名单中的次序与参照名单不一致"
                yield finding(
                    "name_order", NOTICE, passage, roster.start, roster.end, message
                )
                break


def _references(
    copy: Copy, lists: Sequence[tuple[Passage, Roster]]
) -> list[dict[str, int]]:
    known = [entry for entry in copy.context.roster if _valid(entry, copy.context.date)]
    by_roster = [
        {entry.name: entry.rank for entry in known if entry.roster == roster}
        for roster in dict.fromkeys(entry.roster for entry in known)
    ]
    longest = max(
        (roster for _, roster in lists),
        key=lambda roster: len(roster.names),
        default=None,
    )
    if longest is None or by_roster:
        return by_roster
    if len(longest.names) < _REFERENCE:
        return []
    return [
        {name.name: rank for rank, name in reversed(list(enumerate(longest.names)))}
    ]


def _out_of_order(roster: Roster, reference: Mapping[str, int]) -> str | None:
    """Return the first name that stands behind one it should precede, None when the order
    agrees.
    """
    ranked = [
        (reference[name.name], name.name)
        for name in roster.names
        if name.name in reference
    ]
    if len(ranked) < _COMPARABLE:
        return None
    return next(
        (
            after[1]
            for before, after in itertools.pairwise(ranked)
            if after[0] < before[0]
        ),
        None,
    )


def _valid(entry: RosterEntry, date: dt.date | None) -> bool:
    if date is None:
        return entry.valid_from is None and entry.valid_to is None
    return (entry.valid_from is None or entry.valid_from <= date) and (
        entry.valid_to is None or date <= entry.valid_to
    )


def post_at_date(copy: Copy) -> Iterator[ReadFinding]:
    """Doubt a post that the register does not give that person on the issue date; silent where it
    has no entry.
    """
    for post in copy.posts:
        register = [
            entry
            for entry in copy.context.roster
            if entry.name == post.name and entry.post
        ]
        held = [entry.post for entry in register if _valid(entry, copy.context.date)]
        if register and not any(post.post in one or one in post.post for one in held):
            message = (
                f"职务库中{post.name}此时的职务为:{'、'.join(held)}"
                if held
                else f"职务库中{post.name}此时没有职务"
            )
            yield ReadFinding("post_at_date", WARNING, *post.span, message)
