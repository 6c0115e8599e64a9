"""Tell the congresses a page reports from those it only names."""

from __future__ import annotations

import bisect
import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter

from reader.events.congresses import (
    FIRST_PLENARY,
    TERM_OF_COMMITTEE,
    CongressKey,
    Naming,
    namings,
)
from reader.passages import LaidOut, Passage, lay_out_passages
from reader.patterns.sentences import CLAUSE, MARK, STOP
from reader.results import PageContext, ReadArticle, ReadCongress, Span
from reader.times import Moment
from reader.times.numerals import numeral

# The congress itself takes place: …开幕, …胜利召开, …举行第二次会议
TAKES_PLACE = re.compile(rf"[^{MARK}]{{0,40}}?(?:开幕|闭幕|召开|举行|报到)")
# …在会堂隆重开幕, …召开; not …主席团举行会议, not …举行第二次全体会议
BEGINS = re.compile(
    rf"(?:(?:于|在){CLAUSE}{{2,30}}?)?(?:隆重|胜利|正式|如期){{0,2}}(?:开幕|(?:召开|举行)(?!了?(?:主席团|第|预备|各|全体)))"
)  # …今天上午在会堂隆重开幕: the same with the day in between
OPENS_THEN = re.compile(rf"[^{MARK}]{{0,40}}?开幕")
# 中国共产党某市第五次代表大会, 市第五次党代会; not 某市工会第九次代表大会
OF_THE_PARTY = re.compile(r"共产党|中共|党员?代")

# A day told so many times ago, or so far in front of the name, is another sentence's.
_MOMENTS = 6


@dataclass(frozen=True, slots=True)
class _Told:
    """One naming in its passage, and the day its sentence gives.

    ``reported`` says that it takes place, ``opens`` that the day is the one of its opening.
    """

    passage: Passage
    naming: Naming
    day: Moment | None = None
    reported: bool = False
    opens: bool = False

    @property
    def name(self) -> str:
        """Return the name as printed."""
        return self.naming.name

    @property
    def span(self) -> Span:
        """Return where the name stands on the page."""
        return self.passage.on_page(self.naming.start, self.naming.end)

    @property
    def fullness(self) -> tuple[bool, int]:
        """Return how full the name is: with its place before without, the longer the fuller."""
        return not self.naming.short, len(self.name)


def find_congresses(
    text: str,
    articles: Sequence[ReadArticle],
    context: PageContext,
    laid_out: Sequence[LaidOut] | None = None,
) -> list[ReadCongress]:
    """Return the congresses the page reports, in reading order, each under its fullest name.

    A congress counts as reported when a heading says that it takes place or a sentence gives the
    day; ``start`` is the day of its opening where the page prints it. ``laid_out`` are the articles
    laid out, where they are at hand.
    """
    if laid_out is None:
        laid_out = [
            lay_out_passages(text, one, context.date) for one in articles
        ]
    by_article = [list(_told(article)) for article in laid_out]
    return [
        _congress(key, told)
        for key, told in _by_congress(by_article).items()
        if any(one.reported for one in told)
    ]


def _told(laid_out: LaidOut) -> Iterator[_Told]:
    for heading in laid_out.headings:
        yield from _in_heading(heading)
    texts = zip(laid_out.paragraphs, laid_out.moments, strict=True)
    for paragraph, moments in texts:
        yield from _in_text(paragraph, moments)
    for caption in laid_out.captions:
        yield from _in_heading(caption)


def _in_heading(passage: Passage) -> Iterator[_Told]:
    for naming in namings(passage.text):
        reported = _takes_place(passage, naming)
        yield _Told(passage, naming, reported=reported)


def _takes_place(passage: Passage, naming: Naming) -> bool:
    if naming.passing:
        return False
    return _is_followed_by(TAKES_PLACE, passage, naming)


def _in_text(passage: Passage, moments: Sequence[Moment]) -> Iterator[_Told]:
    for naming in namings(passage.text):
        day = _day(passage.text, moments, naming)
        begins = _is_followed_by(BEGINS, passage, naming)
        if day is None:
            day = _day_behind(passage, moments, naming)
            begins = _is_followed_by(OPENS_THEN, passage, naming)
        dated = day is not None
        yield _Told(
            passage,
            naming,
            day,
            reported=dated,
            opens=dated and begins,
        )


def _is_followed_by(
    words: re.Pattern[str], passage: Passage, naming: Naming
) -> bool:
    return words.match(passage.text, naming.end) is not None


def _day(text: str, moments: Sequence[Moment], naming: Naming) -> Moment | None:
    """Return the day that stands in front of the naming in the same sentence."""
    if naming.passing:
        return None
    for moment in _before(moments, naming.start):
        stop = STOP.search(text, moment.end, naming.start)
        if stop is None and moment.date is not None:
            return moment
    return None


def _day_behind(
    passage: Passage, moments: Sequence[Moment], naming: Naming
) -> Moment | None:
    """Return the day between the naming and the words that it takes place (…今天上午在会堂闭幕)."""
    if naming.passing:
        return None
    told = TAKES_PLACE.match(passage.text, naming.end)
    if told is None:
        return None
    for moment in moments:
        if moment.date is None or not moment.is_day:
            continue
        if naming.end <= moment.start < told.end():
            return moment
    return None


def _before(moments: Sequence[Moment], offset: int) -> Sequence[Moment]:
    """Return the days among the last moments that end in front of an offset."""
    behind = bisect.bisect_right(moments, offset, key=attrgetter("end"))
    first = max(0, behind - _MOMENTS)
    near = moments[first:behind]
    return [moment for moment in near if moment.is_day]


def _by_congress(
    by_article: Sequence[list[_Told]],
) -> dict[CongressKey, list[_Told]]:
    """Return what the articles of a page tell, under the congress that each naming means."""
    on_page = _full_keys(itertools.chain.from_iterable(by_article))
    found: dict[CongressKey, list[_Told]] = {}
    for told in by_article:
        here = _full_keys(told)
        for one in told:
            key = _meant(one.naming, here, on_page)
            found.setdefault(key, []).append(one)
    return found


def _full_keys(told: Iterable[_Told]) -> list[CongressKey]:
    """Return the keys of the full names, each once."""
    full = (one.naming.key for one in told if not one.naming.short)
    return list(dict.fromkeys(full))


def _meant(
    naming: Naming, here: list[CongressKey], everywhere: list[CongressKey]
) -> CongressKey:
    """Return the key of the full name that a short one means.

    That is the article's own, else the page's only one.
    """
    if not naming.short:
        return naming.key
    for keys in (here, everywhere):
        fitting = [key for key in keys if naming.may_be(key)]
        if len(fitting) == 1:
            return fitting[0]
    return naming.key


def _congress(key: CongressKey, told: Sequence[_Told]) -> ReadCongress:
    best = max(told, key=lambda one: one.fullness)
    names = dict.fromkeys(one.name for one in told)
    short = (name for name in names if name != best.name)
    openings = (one.day for one in told if one.opens)
    opening = next(openings, None)
    return ReadCongress(
        best.name,
        key.number,
        start=opening.date if opening else None,
        span=best.span,
        short_names=tuple(short),
        leans_on_issue=opening is None or opening.leans_on_issue,
    )


def congress_named(
    texts: Iterable[str], congresses: Sequence[ReadCongress], article: str
) -> str:
    """Return the name of the congress that the first naming in these texts means, else "".

    Where two congresses share a short name, the one that the ``article`` names in full is meant.
    """
    every = itertools.chain.from_iterable(map(namings, texts))
    for naming in every:
        meant = _called_so(naming, congresses)
        own = [one for one in meant if one.name in article]
        likely = own or meant
        for congress in likely:
            return congress.name
    return ""


def congress_of_plenary(words: str, congresses: Sequence[ReadCongress]) -> str:
    """Return the only party congress of the page if the words tell the first plenary of those it
    elected, else "".

    The term of a committee bears the number of its congress.
    """
    told = FIRST_PLENARY.search(words)
    party = [one for one in congresses if OF_THE_PARTY.search(one.name)]
    if told is None or len(party) != 1:
        return ""
    (congress,) = party
    printed = told["term"]
    term = TERM_OF_COMMITTEE.search(words)
    if term is not None:
        printed = term["term"]
    if printed and numeral(printed) != congress.number:
        return ""
    return congress.name


def _called_so(
    naming: Naming, congresses: Sequence[ReadCongress]
) -> list[ReadCongress]:
    if naming.passing:
        return []
    return [
        one for one in congresses if naming.name in (one.name, *one.short_names)
    ]
