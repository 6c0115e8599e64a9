"""Rank two lines above an article: a kicker with a headline, or a headline with a subtitle."""

from __future__ import annotations

from dataclasses import dataclass, replace

from reader.layout.headings.rank_patterns import (
    ACCOUNT,
    BREAKS_OFF,
    FIGURE,
    GOES_ON,
    ITS_MEETING,
    LEADS_IN,
    SAYS_WHEN,
    TELLS_MORE,
    WHO_MEETS,
)
from reader.layout.segments import Segment

# A second line twice as long as the first explains it.
EXPLAINS_LONGER = 2
EXPLAINED_LEAST = 6

# A column's name is no longer (炉前灯下, 民生关注).
LONGEST_COLUMN = 5
# Longer than a headline: it explains the short line above it.
LONGEST_UNDER_COLUMN = 20
# So many figures are details.
DETAILS = 2

RankedLines = tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class Ranked:
    """The heading lines of one article by rank; ``other`` is a second reading where the page leaves
    the ranks open.
    """

    kicker: RankedLines = ()
    headline: RankedLines = ()
    subtitle: RankedLines = ()
    other: Ranked | None = None

    def lines(self) -> tuple[RankedLines, RankedLines, RankedLines]:
        """Return the lines of each rank in the order in which they are read."""
        return self.kicker, self.headline, self.subtitle

    def or_else(self, other: Ranked) -> Ranked:
        """Return these ranks with another reading beside them."""
        return replace(self, other=other)


def rank_two(
    above: RankedLines, lines: RankedLines, below: RankedLines
) -> Ranked:
    """Rank two lines: the first leads in, or the second explains; length decides where the words do
    not.
    """
    first, second = lines
    two = _TwoLines(first, second)
    if are_one_headline(first, second):
        return Ranked(above, lines, below)
    kicked = Ranked((*above, first), (second,), below)
    explained = Ranked(above, (first,), (second, *below))
    if below or two.first_leads_in():
        return kicked
    if two.second_tells_more():
        return explained
    return two.ranked_by_length(kicked, explained)


def are_one_headline(first: Segment, second: Segment) -> bool:
    """Tell whether a headline is broken behind the body that acts."""
    if first.matches(WHO_MEETS) and second.matches(ITS_MEETING):
        return True
    return first.holds(BREAKS_OFF) and second.matches(GOES_ON)


@dataclass(frozen=True, slots=True)
class _TwoLines:
    """Two lines, neither of which is a label or marked as a subtitle."""

    first: Segment
    second: Segment

    def first_leads_in(self) -> bool:
        """Tell whether the first says who said it, where or when."""
        return self.first.holds(LEADS_IN)

    def second_tells_more(self) -> bool:
        """Tell whether the second explains the first by its words."""
        if self.second.holds(ACCOUNT):
            return True
        if self.second.matches(TELLS_MORE):
            return True
        if self._first_alone_says_when():
            return True
        return self._second_alone_counts()

    def ranked_by_length(self, kicked: Ranked, explained: Ranked) -> Ranked:
        """Return the likelier reading, the other one beside it."""
        if self.first_names_a_column() or not self.second_is_longer():
            return kicked.or_else(explained)
        return explained.or_else(kicked)

    def first_names_a_column(self) -> bool:
        """Tell whether the first is too short beside the second to be anything but the name of a
        column.
        """
        name = _count_of_characters(self.first)
        under = _count_of_characters(self.second)
        is_short = name <= LONGEST_COLUMN
        return is_short and name < under <= LONGEST_UNDER_COLUMN

    def second_is_longer(self) -> bool:
        """Tell whether the second is so long that it explains the first."""
        least = max(self.first.size, EXPLAINED_LEAST)
        longer = least * EXPLAINS_LONGER
        return self.second.size > longer

    def _first_alone_says_when(self) -> bool:
        """Tell whether the first alone says on which day it happened: then it states the news."""
        if self.second.holds(SAYS_WHEN):
            return False
        return self.first.holds(SAYS_WHEN)

    def _second_alone_counts(self) -> bool:
        """Tell whether the second alone holds figures, and several: then it tells details."""
        if self.first.holds(FIGURE):
            return False
        figures = FIGURE.findall(self.second.folded)
        return len(figures) >= DETAILS


def _count_of_characters(line: Segment) -> int:
    folded = line.folded
    words = folded.split()
    return sum(map(len, words))
