"""Rules about people: near misses, order of lists, posts at a date."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from reader.findings.checked_page import CheckedPage, Doubt, doubt
from reader.passages import Name, Passage
from reader.results import PageContext, ReadPost, RosterEntry
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


# Near misses


def name_near_miss(page: CheckedPage) -> Iterator[Doubt]:
    """Ask about a name that differs in one look-alike or homophone from one that is sure.

    Sure are the names known beforehand and those the page repeats.
    """
    sure = _sure_names(page)
    look_alikes = page.context.look_alikes
    for passage in page.passages:
        for name in passage.names:
            meant = _near(name.name, sure, look_alikes)
            if meant is not None:
                yield _ask(passage, name, meant)


def _ask(passage: Passage, name: Name, meant: str) -> Doubt:
    return doubt(
        Severity.SUGGESTION,
        passage,
        name.span,
        f"与“{meant}”只差一个音近或形近的字,请核对",
        meant,
    )


def _sure_names(page: CheckedPage) -> set[str]:
    context = page.context
    listed = {entry.name for entry in context.roster}
    repeated = set(_repeated_names(page))
    return listed | repeated | context.known_people


def _repeated_names(page: CheckedPage) -> Iterator[str]:
    counts: Counter[str] = Counter()
    for passage in page.passages:
        for name in passage.names:
            counts[name.name] += 1
    for repeated, count in counts.items():
        if count > 1:
            yield repeated


def _near(
    name: str, sure: set[str], look_alikes: Mapping[str, str]
) -> str | None:
    """Return the sure name that another one may mean, None for one that is sure itself."""
    if name in sure:
        return None
    for other in _look_alike_names(name, look_alikes):
        if other in sure:
            return other
    return None


def _look_alike_names(
    name: str, look_alikes: Mapping[str, str]
) -> Iterator[str]:
    """Yield the name with one character in place of one like it."""
    for at, character in enumerate(name):
        before = name[:at]
        after = name[at + 1 :]
        for other in look_alikes.get(character, ""):
            yield before + other + after


# Order


def name_order(page: CheckedPage) -> Iterator[Doubt]:
    """Doubt a list whose order departs from the roster's, or from the page's longest list.

    A skipped name is no error.
    """
    lists = list(_ranked_lists(page))
    references = _references(page.context, [roster for _, roster in lists])
    for passage, roster in lists:
        name = _first_out_of_order(roster, references)
        if name is not None:
            message = f"“{name}”在名单中的次序与参照名单不一致"
            yield doubt(Severity.NOTICE, passage, roster.span, message)


def _ranked_lists(page: CheckedPage) -> Iterator[tuple[Passage, Roster]]:
    """Yield the lists long enough to compare, but for those said to follow another order."""
    for passage in _with_ranks(page):
        for roster in rosters(passage):
            if _length(roster) >= _COMPARABLE:
                yield passage, roster


def _with_ranks(page: CheckedPage) -> Iterator[Passage]:
    for article in page.articles:
        for index, passage in enumerate(article.told):
            first = max(0, index - _SAID_BEFORE)
            near = article.told[first : index + 1]
            if not any(STROKE_ORDER.search(one.text) for one in near):
                yield passage


def _references(context: PageContext, lists: Sequence[Roster]) -> list[Ranks]:
    """Return the lists known beforehand, else the page's longest one."""
    known = _known_ranks(context)
    if known:
        return known
    if not lists:
        return []
    longest = max(lists, key=_length)
    if _length(longest) < _REFERENCE:
        return []
    return [_ranks(longest)]


def _length(roster: Roster) -> int:
    return len(roster.names)


def _known_ranks(context: PageContext) -> list[Ranks]:
    known: dict[str, dict[str, int]] = {}
    for entry in context.roster:
        if entry.is_valid_on(context.date):
            ranks = known.setdefault(entry.roster, {})
            ranks[entry.name] = entry.rank
    return list(known.values())


def _ranks(roster: Roster) -> Ranks:
    """Return the rank of each name, the first one where it stands there twice."""
    ranks: dict[str, int] = {}
    for rank, name in enumerate(roster.names):
        ranks.setdefault(name.name, rank)
    return ranks


def _first_out_of_order(
    roster: Roster, references: Sequence[Ranks]
) -> str | None:
    """Return the name out of order by the first reference that has one."""
    for reference in references:
        name = _out_of_order(roster, reference)
        if name is not None:
            return name
    return None


def _out_of_order(roster: Roster, reference: Ranks) -> str | None:
    """Return the first name behind one it should precede, None when the order agrees."""
    shared = [name.name for name in roster.names if name.name in reference]
    if len(shared) < _COMPARABLE:
        return None
    for before, after in itertools.pairwise(shared):
        if reference[after] < reference[before]:
            return after
    return None


# Posts


def post_at_date(page: CheckedPage) -> Iterator[Doubt]:
    """Doubt a post that the register, where it has an entry, does not give on the issue date."""
    for post in page.posts:
        held = _held_posts(page.context, post.name)
        if held is not None and not _is_held(post, held):
            message = _message(post.name, held)
            yield Doubt(Severity.WARNING, *post.span, message)


def _held_posts(context: PageContext, name: str) -> list[str] | None:
    """Return the posts the register gives a person on the issue date, None without an entry."""
    entries = _register(context, name)
    if not entries:
        return None
    return [one.post for one in entries if one.is_valid_on(context.date)]


def _register(context: PageContext, name: str) -> list[RosterEntry]:
    """Return the entries about a person that give a post."""
    return [one for one in context.roster if one.name == name and one.post]


def _is_held(post: ReadPost, held: Sequence[str]) -> bool:
    """Tell whether a printed post is one of those held, be it in full or in short."""
    for registered in held:
        if post.post in registered or registered in post.post:
            return True
    return False


def _message(name: str, held: Sequence[str]) -> str:
    if not held:
        return f"职务库中{name}此时没有职务"
    posts = "、".join(held)
    return f"职务库中{name}此时的职务为:{posts}"
