"""Weigh what speaks for a new article above a text, and what against it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from reader.layout.across import word_across
from reader.layout.bylines.signed_names import is_names_line
from reader.layout.headings.borders import BETWEEN, is_behind_an_end
from reader.layout.headings.heading_patterns import (
    DOCUMENT,
    NEWS_START,
    NOTICE_TITLE,
    PRICES,
    SPACED_OUT,
)
from reader.layout.headings.labels import heads_a_group
from reader.layout.headings.surroundings import Around
from reader.layout.neighbours import Neighbours
from reader.layout.segments import Kind, Segment
from reader.patterns.alone import (
    FIELD_LINE,
    GREETING,
    LIST_HEAD,
    SCHEDULE_LINE,
)
from reader.patterns.line_edges import ITEM

# From so many points on, lines that nothing else settles begin an article.
ENOUGH = 3
LONG_HEADING = 8
SHORT_HEADING = 5


@dataclass(frozen=True, slots=True)
class HeadingPlace:
    """Lines that may be headings, from ``start`` up to ``end`` of a page, and the text ``below``
    them.
    """

    page: Neighbours
    start: int
    end: int
    below: Segment
    around: Around

    @property
    def first(self) -> Segment:
        """Return the first of the lines."""
        lines = self.page.segments
        return lines[self.start]

    def goes_on_below(self) -> bool:
        """Tell whether a word lies across the end of the last line."""
        last = self.page.segments[self.end - 1]
        return word_across(last.folded, self.below.folded)

    def is_behind_an_end(self) -> bool:
        """Tell whether an article has ended above."""
        return is_behind_an_end(self.page, self.start)

    def is_far_apart(self) -> bool:
        """Tell whether an uncommonly wide gap without a picture stands above."""
        usual = max(self.page.usual_gap, 1)
        if self.first.gap <= usual:
            return False
        above = self.start - 1
        kind = self.page.segments[above].kind
        return kind not in BETWEEN

    def continues_a_page(self) -> bool:
        """Tell whether a jump line stands above."""
        above = self.page.above(self.start)
        if above is None:
            return False
        return above.kind is Kind.JUMP_FROM

    def is_set_apart(self) -> bool:
        """Tell whether the gap above is wider than the one to the text."""
        usual = self.page.usual_gap
        if self.below.gap > usual:
            return False
        return self.first.gap > usual

    def is_several_lines(self) -> bool:
        """Tell whether it is more than one line."""
        last = self.end - 1
        first = self.start
        return first < last

    def is_alone(self) -> bool:
        """Tell whether no other such line stands around."""
        return self.around.alone

    def is_one_of_several(self) -> bool:
        """Tell whether other such lines stand around, with longer texts."""
        if self.around.alone:
            return False
        return not self.around.brief

    def is_behind_a_report(self) -> bool:
        """Tell whether a short report ends above."""
        return self.around.report

    def is_long(self) -> bool:
        """Tell whether it is longer than crossheads are."""
        return self.first.size >= LONG_HEADING

    def is_short(self) -> bool:
        """Tell whether it is as short as crossheads are."""
        return self.first.size <= SHORT_HEADING

    def names_a_document(self) -> bool:
        """Tell whether it is the title of a notice or a document."""
        return self.first.holds(DOCUMENT)

    def is_a_notice(self) -> bool:
        """Tell whether it is no more than the title of a notice."""
        words = self.first.folded
        notice = NOTICE_TITLE.fullmatch(words)
        return notice is not None

    def is_spaced_out(self) -> bool:
        """Tell whether it is set wide, as no crosshead and no paragraph is."""
        return self.first.matches(SPACED_OUT)

    def heads_a_list(self) -> bool:
        """Tell whether a list of names stands below."""
        if self.below.matches(LIST_HEAD):
            return True
        return is_names_line(self.below.folded)

    def heads_a_letter(self) -> bool:
        """Tell whether a letter or a speech begins below."""
        return self.below.matches(GREETING)

    def heads_fields(self) -> bool:
        """Tell whether the fields of a notice or a motion stand below."""
        return self.below.matches(FIELD_LINE)

    def heads_a_schedule(self) -> bool:
        """Tell whether what takes place at which hour stands below."""
        return self.below.matches(SCHEDULE_LINE)

    def heads_prices(self) -> bool:
        """Tell whether a line of prices stands below."""
        return self.below.matches(PRICES)

    def heads_short_pieces(self) -> bool:
        """Tell whether it is the label of several short pieces."""
        return heads_a_group(self.first.folded)

    def heads_an_essay(self) -> bool:
        """Tell whether one paragraph leads in a group of pictures below."""
        return self.around.essay

    def heads_news(self) -> bool:
        """Tell whether the text below begins with the day."""
        return self.below.matches(NEWS_START)

    def stands_above_pictures(self) -> bool:
        """Tell whether a picture stands between it and the text."""
        below = self.page.kind_at(self.end)
        return below in BETWEEN

    def runs_on(self) -> bool:
        """Tell whether it has a pause in it."""
        words = self.first.folded
        return "," in words

    def is_numbered(self) -> bool:
        """Tell whether it is an item of a list."""
        return self.first.matches(ITEM)


# Points for and against. A crosshead is short, one of several, numbered, and set like the text
# around it; the half of a cut paragraph runs on over commas, a picture below it.
POINTS: tuple[tuple[int, Callable[[HeadingPlace], bool]], ...] = (
    (6, HeadingPlace.is_behind_an_end),
    (5, HeadingPlace.is_far_apart),
    (2, HeadingPlace.continues_a_page),
    (2, HeadingPlace.is_set_apart),
    (4, HeadingPlace.is_several_lines),
    (1, HeadingPlace.is_alone),
    (-1, HeadingPlace.is_one_of_several),
    (1, HeadingPlace.is_behind_a_report),
    (1, HeadingPlace.is_long),
    (2, HeadingPlace.names_a_document),
    (2, HeadingPlace.is_a_notice),
    (4, HeadingPlace.is_spaced_out),
    (2, HeadingPlace.heads_a_list),
    (3, HeadingPlace.heads_a_letter),
    (3, HeadingPlace.heads_fields),
    (3, HeadingPlace.heads_a_schedule),
    (3, HeadingPlace.heads_prices),
    (2, HeadingPlace.heads_short_pieces),
    (3, HeadingPlace.heads_an_essay),
    (1, HeadingPlace.heads_news),
    (-1, HeadingPlace.is_short),
    (-1, HeadingPlace.stands_above_pictures),
    (-2, HeadingPlace.runs_on),
    (-3, HeadingPlace.is_numbered),
)


def begins_article(place: HeadingPlace, *, closed: bool) -> bool:
    """Tell whether the evidence is enough.

    An open sentence above goes on unless its article has ended; a line goes on itself where a word
    lies across its end."""
    if not closed and not place.is_behind_an_end():
        return False
    if _weight(place) < ENOUGH:
        return False
    return not place.goes_on_below()


def _weight(place: HeadingPlace) -> int:
    total = 0
    for points, holds in POINTS:
        if holds(place):
            total += points
    return total
