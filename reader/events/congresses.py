"""Find the numbered congresses a page reports, and tell them from those it only names."""

from __future__ import annotations

import bisect
import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from reader.moments import Moment, numeral
from reader.passages import passages
from reader.patterns import events
from reader.patterns import meetings as patterns
from reader.results import BlockKind, PageContext, ReadArticle, ReadCongress, Span
from reader.times import Clock

# Type, place, number of the congress or term, number of the session; the place is the level alone
# in a short name.
Key = tuple[str, str, int, int]
# A day told so many times ago, or so far in front of the name, is another sentence's.
_MOMENTS = 6


@dataclass(frozen=True, slots=True)
class Naming:
    """A congress named in a text; ``passing`` says that it is named for something else (its spirit,
    its delegates).
    """

    key: Key
    name: str
    start: int
    end: int
    passing: bool

    @property
    def short(self) -> bool:
        """Say whether the name gives the level (市, 县) without the place."""
        return len(self.key[1]) == 1

    def may_be(self, full: Key) -> bool:
        """Say whether this short name can mean the congress with that key."""
        kind, place, *numbers = full
        return (kind, place[-1:], *numbers) == self.key


@dataclass(frozen=True, slots=True)
class _Told:
    """One naming with its place on the page, the day its sentence gives and whether a heading
    reports it.
    """

    naming: Naming
    span: Span
    day: dt.date | None
    reported: bool
    opens: bool


def namings(text: str) -> list[Naming]:
    """Return the congresses named in a text, in printed order, none twice in one place."""
    found: list[Naming] = []
    for kind, pattern in patterns.CONGRESSES if patterns.NUMBERED.search(text) else ():
        for match in pattern.finditer(text):
            groups = match.groupdict()
            key = (
                kind,
                groups.get("place") or "",
                numeral(groups["number"]),
                numeral(groups.get("session") or "0"),
            )
            found.append(
                Naming(
                    key, match.group(), *match.span(), _in_passing(text, match.span())
                )
            )
    return sorted(found, key=lambda naming: naming.start)


def _in_passing(text: str, span: Span) -> bool:
    before = text[max(0, span[0] - 12) : span[0]]
    return bool(
        patterns.IN_PASSING_AFTER.match(text, span[1])
        or patterns.IN_PASSING_BEFORE.search(before)
    )


def find_congresses(
    text: str, articles: Sequence[ReadArticle], context: PageContext
) -> list[ReadCongress]:
    """Return the congresses the page reports, in reading order, each under its fullest printed
    name.

    A congress counts as reported when a heading says that it takes place or a sentence gives the
    day; ``start`` is the day of its opening where the page prints it.
    """
    found: dict[Key, list[_Told]] = {}
    by_article = [list(_told(text, article, context)) for article in articles]
    full = {
        one.naming.key: None
        for told in by_article
        for one in told
        if not one.naming.short
    }
    for told in by_article:
        here = {one.naming.key: None for one in told if not one.naming.short}
        for one in told:
            found.setdefault(_meant(one.naming, here, full), []).append(one)
    return [
        _congress(key, told)
        for key, told in found.items()
        if any(one.reported for one in told)
    ]


def _meant(naming: Naming, here: Iterable[Key], everywhere: Iterable[Key]) -> Key:
    """Return the key of the full name that a short one means: the article's own first, then the
    page's only one.
    """
    for keys in (here, everywhere):
        fitting = [key for key in keys if naming.may_be(key)] if naming.short else []
        if len(fitting) == 1:
            return fitting[0]
    return naming.key


def _told(text: str, article: ReadArticle, context: PageContext) -> Iterator[_Told]:
    clock = Clock(context.date, article.dateline.date)
    told = [(passage, namings(passage.text)) for passage in passages(text, article)]
    for passage, named in told if any(named for _, named in told) else ():
        paragraph = passage.kind is BlockKind.PARAGRAPH
        moments = clock.read(passage.text) if paragraph else []
        for naming in named:
            day = None if naming.passing else _day(passage.text, moments, naming)
            heading = (
                not paragraph
                and not naming.passing
                and patterns.TAKES_PLACE.match(passage.text, naming.end)
            )
            opens = (
                day is not None
                and patterns.BEGINS.match(passage.text, naming.end) is not None
            )
            span = passage.on_page(naming.start, naming.end)
            yield _Told(naming, span, day, day is not None or bool(heading), opens)


def _day(text: str, moments: Sequence[Moment], naming: Naming) -> dt.date | None:
    """Return the day that stands in front of the naming in the same sentence."""
    behind = bisect.bisect_right(moments, naming.start, key=lambda moment: moment.end)
    for moment in moments[max(0, behind - _MOMENTS) : behind]:
        whole = moment.precision == "day" and moment.date is not None
        if whole and events.STOP.search(text, moment.end, naming.start) is None:
            return moment.date
    return None


def _congress(key: Key, told: Sequence[_Told]) -> ReadCongress:
    best = max(told, key=lambda one: (not one.naming.short, len(one.naming.name)))
    short = dict.fromkeys(
        one.naming.name for one in told if one.naming.name != best.naming.name
    )
    start = next((one.day for one in told if one.opens), None)
    return ReadCongress(best.naming.name, key[2], start, best.span, tuple(short))


def congress_of(
    texts: Iterable[str], congresses: Sequence[ReadCongress], article: str
) -> str:
    """Return the name of the congress that the first naming in these texts means, "" when none of
    them.

    Where two congresses share a short name, the one that the ``article`` names in full is meant.
    """
    for naming in _all(texts):
        meant = [
            one
            for one in congresses
            if naming.name in (one.name, *one.short_names) and not naming.passing
        ]
        own = [one for one in meant if one.name in article]
        for congress in own or meant:
            return congress.name
    return ""


def _all(texts: Iterable[str]) -> Iterator[Naming]:
    for text in texts:
        yield from namings(text)
