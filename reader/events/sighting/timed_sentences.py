"""The times of a passage, each in its sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reader.events.sighting.sentence_bounds import sentence_end, sentence_start
from reader.events.wording.titles import BULLETS, kind_of, opens_or_closes
from reader.passages import Passage
from reader.patterns.printed_times import PART, RANGE_MARK
from reader.results import Span
from reader.times import Moment
from reader.vocabulary import EventKind

_BULLET_MARKS = frozenset(BULLETS.replace(" ", "").replace("\u3000", ""))
# A bullet and its space stand before the first word of a paragraph.
_BULLET = 3


@dataclass(frozen=True, slots=True)
class Sighting:
    """A moment in its sentence, from ``start`` to ``end`` in a ``passage``.

    ``index`` is the passage's among those told; ``stop`` is where the whole sentence ends, ``end``
    lies before when the words are about another moment from there on. ``kind`` is None when the
    sentence states no event and only a time of one. ``opens`` says that the paragraph begins with
    the moment, ``scheduled`` that a date stands in a line above it; ``part`` is the printed part of
    day, "" where none is. ``headed`` is where on the page the heading stands that alone tells the
    day.
    """

    index: int
    passage: Passage
    moment: Moment
    start: int
    end: int
    stop: int
    kind: EventKind | None = None
    opens: bool = False
    part: str = ""
    scheduled: bool = False
    headed: Span | None = None

    @property
    def words(self) -> str:
        """Return the sentence as far as it is about the moment."""
        return self.passage.text[self.start : self.end]

    @property
    def words_before(self) -> str:
        """Return its words in front of the time."""
        return self.passage.text[self.start : self.moment.start]

    @property
    def words_behind(self) -> str:
        """Return its words behind the time."""
        return self.passage.text[self.moment.end : self.end]

    def has_begun(self, index: int, offset: int) -> bool:
        """Tell whether its sentence begins before this place."""
        return (self.index, self.start) <= (index, offset)

    def holds(self, index: int, offset: int) -> bool:
        """Tell whether this place lies in its sentence, or before that in its passage."""
        return self.index == index and offset <= self.end

    @property
    def time_at(self) -> Span:
        """Return where the moment stands on the page."""
        if self.headed is not None:
            return self.headed
        return self.passage.on_page(*self.moment.span)

    @property
    def stated_kind(self) -> EventKind:
        """Return the kind of the event that the sentence states if it does state one."""
        words = self.passage.text[self.moment.end : self.stop]
        if opens_or_closes(self.words_before, words):
            return EventKind.SESSION
        return kind_of(words)

    @property
    def is_brief(self) -> bool:
        """Tell whether its paragraph begins with a bullet: a piece of news of its own."""
        return begins_with_bullet(self.passage)

    @property
    def is_quoted(self) -> bool:
        """Tell whether the moment stands between quotation marks."""
        before = self.passage.text[: self.moment.start]
        return before.count("\u201c") > before.count("\u201d")


def timed_sentences(
    index: int, passage: Passage, moments: Sequence[Moment]
) -> Iterator[Sighting]:
    """Yield each of a passage's moments in its sentence; ``index`` is the passage's."""
    text = passage.text
    nexts: list[Moment | None] = [*moments[1:], None]
    for moment, following in zip(moments, nexts, strict=False):
        stop = sentence_end(text, moment.start)
        yield Sighting(
            index,
            passage,
            moment,
            start=sentence_start(text, moment.start),
            end=_end(text, moment, following, stop),
            stop=stop,
            opens=opens_with(text, moment),
            part=_printed_part(text, moment),
        )


def begins_with_bullet(passage: Passage) -> bool:
    """Tell whether a paragraph begins with the mark of a short piece."""
    first = passage.text[:1]
    return first in _BULLET_MARKS


def _printed_part(text: str, moment: Moment) -> str:
    part = PART.search(text, moment.start, moment.end)
    return part.group() if part else ""


def _end(text: str, moment: Moment, following: Moment | None, stop: int) -> int:
    """Return where the words about a moment end: with its sentence, or where the next one begins.

    The end of a range of times is no next one.
    """
    if following is None:
        return stop
    if RANGE_MARK.fullmatch(text, moment.end, following.start):
        return stop
    return min(stop, following.start)


def opens_with(text: str, moment: Moment) -> bool:
    """Tell whether a paragraph begins with a moment, but for its bullet."""
    before = text[: moment.start]
    if len(before) > _BULLET:
        return False
    return not before.strip(BULLETS)
