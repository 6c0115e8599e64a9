"""Find the sentences that state an event: a time of the story, and something that takes place."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from reader.events.sighting.event_sentences import states_event
from reader.events.sighting.sentence_bounds import sentence_end
from reader.events.sighting.timed_sentences import (
    Sighting,
    opens_with,
    timed_sentences,
)
from reader.passages import Passage
from reader.times import Moment

# A note in brackets below a heading: (2021年9月26日预备会议通过)
NOTE = re.compile(r"[(\uff08][^()\uff08\uff09]{0,80}[)\uff09]\s*$")
# What may stand behind a date that is a line of its own: the weather of a diary
LINE_END = (
    " \u3000\uff1a:\u3002,\uff0c\u3001"
    "\u6674\u9634\u591a\u4e91\u8f6c\u5c0f\u4e2d\u5927\u96e8\u96ea\u9635\u96fe\u98ce"
)

# A row of a list of meetings, its time in a column: 下午　3:00　主席团会议（六楼）; not 上午 代表们来到会场。
ROW_BEHIND = re.compile(r"[ \u3000]+[^\u3002!\uff01?\uff1f]{2,60}$")

# How far from the issue date a day still is news: what lies further back is background.
_RECENT = dt.timedelta(days=31)
_AHEAD = dt.timedelta(days=400)
# So many paragraphs that begin with a day are a chronicle (大事记).
_ENTRIES = 3
# So many rows are a list of meetings.
_ROWS = 2
# Behind the opening sentence only days close to the first event are part of the report.
_NEAR = dt.timedelta(days=7)


def sightings(
    told: Sequence[Passage],
    times: Sequence[list[Moment]],
    issued: dt.date | None,
) -> Iterator[Sighting]:
    """Yield the moments that state an event or sharpen the time of one, in printed order.

    ``times`` are the moments of each passage; ``issued`` is None where the day is not known.
    """
    search = _Search(issued)
    search.chronicle = _is_chronicle(told, times, issued)
    search.in_days = _begin_lines(told, times, _heads)
    search.in_rows = _begin_lines(told, times, _begins_row)
    for index, passage in enumerate(told):
        yield from search.read(index, passage, times[index])


@dataclass(slots=True)
class _Search:
    """What the passages read so far say of the next ones.

    ``first`` is the day of the first event; ``scheduled`` says that a date stands in a line above,
    ``chronicle`` that each paragraph is an entry of a day long past. ``in_days`` says that dates
    head the text, ``heading`` is the last of them, with the line that it is, until an hour is told.
    ``in_rows`` says that the times stand in a column, one row a meeting.
    """

    issued: dt.date | None
    first: dt.date | None = None
    scheduled: bool = False
    chronicle: bool = False
    in_days: bool = False
    in_rows: bool = False
    heading: tuple[Passage, Moment] | None = None

    def read(
        self, index: int, passage: Passage, moments: Sequence[Moment]
    ) -> Iterator[Sighting]:
        """Yield the sightings of the next passage."""
        text = passage.text
        if NOTE.match(text):
            return
        days = [moment for moment in moments if moment.is_day]
        opens = bool(days) and opens_with(text, days[0])
        if _heads(text, days):
            self.scheduled = True
            self.heading = (passage, days[0])
            return
        self.scheduled = self.scheduled and opens
        if self.chronicle:
            if opens:
                yield _entry(index, passage, days)
            return
        if days:
            self.heading = None
        elif self.in_days and self.heading:
            yield from self._headed(index, passage, *self.heading)
        for seen in timed_sentences(index, passage, days):
            if self._is_news(seen.moment) and not seen.is_quoted:
                yield from self._sighted(seen)

    def _headed(
        self, index: int, passage: Passage, line: Passage, day: Moment
    ) -> Iterator[Sighting]:
        """Yield what an entry without a time states of the day in the line above."""
        seen = _under_heading(index, passage, line, day)
        if self._is_news(day) and states_event(seen, first=False):
            self.first = self.first or self._day_of_report(day)
            yield replace(seen, kind=seen.stated_kind)

    def _sighted(self, seen: Sighting) -> Iterator[Sighting]:
        """Yield a moment that states an event, and one that may sharpen the time of another."""
        listed = self._is_listed(seen)
        if listed or states_event(seen, first=self.first is None):
            self.first = self.first or self._day_of_report(seen.moment)
            yield replace(seen, kind=seen.stated_kind, scheduled=listed)
        elif seen.moment.inherited:
            yield seen

    def _day_of_report(self, moment: Moment) -> dt.date | None:
        """Return the day of the first event; what is to come is reported on the day of issue."""
        day = moment.date
        if day is None or self.issued is None:
            return day
        return min(day, self.issued)

    def _is_listed(self, seen: Sighting) -> bool:
        """Tell whether a moment begins a line below the date of a schedule."""
        if self.in_rows and _is_row(seen.passage.text, seen.moment):
            return True
        if not self.scheduled:
            return False
        return seen.opens and seen.moment.inherited

    def _is_news(self, moment: Moment) -> bool:
        if moment.date is None or self._is_long_before(moment.date):
            return False
        issued = self.issued
        if issued is None:
            return True
        last = moment.last or moment.date
        ahead = last - issued
        return -_RECENT <= ahead <= _AHEAD

    def _is_long_before(self, day: dt.date) -> bool:
        """Tell whether a day lies too far before the first event to belong to the report."""
        if self.first is None:
            return False
        return self.first - day > _NEAR


def _under_heading(
    index: int, passage: Passage, line: Passage, day: Moment
) -> Sighting:
    """Return the first sentence of an entry at the day of the line above it."""
    end = sentence_end(passage.text, 0)
    return Sighting(
        index,
        passage,
        replace(day, start=0, end=0, inherited=True),
        0,
        end,
        end,
        opens=True,
        scheduled=True,
        headed=line.on_page(*day.span),
    )


def _begin_lines(
    told: Sequence[Passage],
    times: Sequence[list[Moment]],
    begins: Callable[[str, Sequence[Moment]], bool],
) -> bool:
    """Tell whether so many lines of the text begin so that they are a list."""
    timed = zip(told, times, strict=True)
    found = sum(begins(passage.text, moments) for passage, moments in timed)
    return found >= _ROWS


def _begins_row(text: str, moments: Sequence[Moment]) -> bool:
    """Tell whether a line is one of a list whose times stand in a column."""
    return bool(moments) and _is_row(text, moments[0])


def _is_row(text: str, moment: Moment) -> bool:
    """Tell whether a line is a time and, in the next column, a meeting."""
    if not opens_with(text, moment):
        return False
    if moment.part_of_day is None and moment.time is None:
        return False
    return ROW_BEHIND.match(text, moment.end) is not None


def _entry(index: int, passage: Passage, days: Sequence[Moment]) -> Sighting:
    """Return what an entry of a chronicle states of its day."""
    sentences = timed_sentences(index, passage, days)
    seen = next(sentences)
    kind = seen.stated_kind
    return replace(seen, kind=kind, scheduled=True)


def _is_chronicle(
    told: Sequence[Passage],
    times: Sequence[list[Moment]],
    issued: dt.date | None,
) -> bool:
    """Tell whether most paragraphs begin with a day, one after the other, the first long past."""
    days: list[dt.date] = []
    for passage, moments in zip(told, times, strict=True):
        days += _opening_day(passage, moments)
    entries = len(days)
    others = len(told) - entries
    if entries < _ENTRIES or entries < others:
        return False
    if days != sorted(days):
        return False
    if issued is None:
        return True
    return issued - days[0] > _RECENT


def _opening_day(
    passage: Passage, moments: Sequence[Moment]
) -> Iterator[dt.date]:
    """Yield the day that a paragraph begins with, if it goes on behind it."""
    text = passage.text
    if not moments or _stands_bare(text, moments):
        return
    first = moments[0]
    if not first.is_day or first.date is None:
        return
    if opens_with(text, first):
        yield first.date


def _heads(text: str, days: Sequence[Moment]) -> bool:
    """Tell whether a line is nothing but a date."""
    return _stands_bare(text, days) and opens_with(text, days[0])


def _stands_bare(text: str, days: Sequence[Moment]) -> bool:
    """Tell whether a date stands alone: it heads the lines of a schedule, or signs a notice."""
    if len(days) != 1:
        return False
    behind = text[days[0].end :]
    return not behind.strip(LINE_END)
