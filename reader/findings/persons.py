"""Rules about people: near misses, order of lists, posts at a date."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from reader.findings.checked_page import CheckedPage, Doubt, doubt
from reader.passages import Passage
from reader.results import PageContext
from reader.rosters import Roster, rosters
from reader.vocabulary import Severity

# A list said to follow the strokes of the surnames follows no rank.
STROKE_ORDER = re.compile(r"笔画|排名不分先后|音序|拼音")
# That is said in the list's own passage or in one of so many before it.
_SAID_BEFORE = 2
# A list must share so many names with the reference list before their order can be compared.
_COMPARABLE = 3
# Shorter lists are no reference for the order of others.
_REFERENCE = 5

# The rank of each name in a reference list.
Ranks = Mapping[str, int]


def name_near_miss(page: CheckedPage) -> Iterator[Doubt]:
    """Ask about a name that differs in one look-alike or homophone from one that is sure.

    Sure are the names known beforehand and those the page repeats.
    """
    sure = _sure_names(page)
    for passage in page.passages:
        for name in passage.names:
            if name.name in sure:
                continue
            meant = _near(name.name, sure, page.context.look_alikes)
            if meant is not None:
                message = f"与“{meant}”只差一个音近或形近的字,请核对"
                span = (name.start, name.end)
                yield doubt(Severity.SUGGESTION, passage, span, message, meant)


def _sure_names(page: CheckedPage) -> set[str]:
    names = (name.name for passage in page.passages for name in passage.names)
    counts = Counter(names)
    sure = {name for name, count in counts.items() if count > 1}
    sure.update(page.context.known_people)
    sure.update(entry.name for entry in page.context.roster)
    return sure


def _near(
    name: str, sure: set[str], look_alikes: Mapping[str, str]
) -> str | None:
    for at, character in enumerate(name):
        before = name[:at]
        after = name[at + 1 :]
        for other in look_alikes.get(character, ""):
            if before + other + after in sure:
                return before + other + after
    return None


def name_order(page: CheckedPage) -> Iterator[Doubt]:
    """Doubt a list whose order departs from the roster's, or from the page's longest list.

    A skipped name is no error.
    """
    lists = list(_ranked_lists(page))
    references = _references(page.context, [roster for _, roster in lists])
    for passage, roster in lists:
        names = (_out_of_order(roster, reference) for reference in references)
        for name in filter(None, names):
            message = f"“{name}”在名单中的次序与参照名单不一致"
            span = (roster.start, roster.end)
            yield doubt(Severity.NOTICE, passage, span, message)
            break


def _ranked_lists(page: CheckedPage) -> Iterator[tuple[Passage, Roster]]:
    """Yield the lists long enough to compare, but for those said to follow another order."""
    for article in page.articles:
        for index, passage in enumerate(article.told):
            near = article.told[max(0, index - _SAID_BEFORE) : index + 1]
            if any(STROKE_ORDER.search(one.text) for one in near):
                continue
            for roster in rosters(passage):
                if len(roster.names) >= _COMPARABLE:
                    yield passage, roster


def _references(context: PageContext, lists: Sequence[Roster]) -> list[Ranks]:
    """Return the lists known beforehand, else the page's longest one."""
    known: dict[str, dict[str, int]] = {}
    for entry in context.roster:
        if entry.is_valid_on(context.date):
            ranks = known.setdefault(entry.roster, {})
            ranks[entry.name] = entry.rank
    if known or not lists:
        return list(known.values())
    longest = max(lists, key=lambda roster: len(roster.names))
    if len(longest.names) < _REFERENCE:
        return []
    return [_ranks(longest)]


def _ranks(roster: Roster) -> Ranks:
    """Return the rank of each name, the first one where it stands there twice."""
    ranks: dict[str, int] = {}
    for rank, name in enumerate(roster.names):
        ranks.setdefault(name.name, rank)
    return ranks


def _out_of_order(roster: Roster, reference: Ranks) -> str | None:
    """Return the first name behind one it should precede, None when the order agrees."""
    shared = [name.name for name in roster.names if name.name in reference]
    if len(shared) < _COMPARABLE:
        return None
    for before, after in itertools.pairwise(shared):
        if reference[after] < reference[before]:
            return after
    return None


def post_at_date(page: CheckedPage) -> Iterator[Doubt]:
    """Doubt a post that the register does not give that person on the issue date.

    Silent where it has no entry.
    """
    for post in page.posts:
        held = _held_posts(page.context, post.name)
        if held is None or any(_is_one_post(post.post, one) for one in held):
            continue
        message = f"职务库中{post.name}此时没有职务"
        if held:
            message = f"职务库中{post.name}此时的职务为:{'、'.join(held)}"
        yield Doubt(Severity.WARNING, *post.span, message)


def _held_posts(context: PageContext, name: str) -> list[str] | None:
    """Return the posts the register gives a person on the issue date, None without an entry."""
    register = [one for one in context.roster if one.name == name and one.post]
    if not register:
        return None
    return [one.post for one in register if one.is_valid_on(context.date)]


def _is_one_post(printed: str, registered: str) -> bool:
    return printed in registered or registered in printed
