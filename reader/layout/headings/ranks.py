"""Rank the lines above an article: kicker, headline, subtitle, and the other reading where the page
leaves it open.
"""

from __future__ import annotations

from reader.layout.headings.heading_lines import explains
from reader.layout.headings.heading_patterns import TOOK_PART
from reader.layout.headings.labels import is_label
from reader.layout.headings.rank_patterns import (
    DEALS_WITH,
    LEADS_IN,
    MEETING_ALONE,
    MEETS,
    SAID_THERE,
)
from reader.layout.headings.two_lines import (
    Ranked,
    RankedLines,
    are_one_headline,
    rank_two,
)
from reader.layout.segments import Segment

# Two lines of one headline are set to about the same length.
ALIKE = 1.5


def rank(lines: list[Segment]) -> Ranked:
    """Rank heading lines in printed order.

    Labels and lines that lead in stand above the headline, lines with a dash or with who took part
    below it."""
    labels = _count_of_labels(lines)
    above = tuple(lines[:labels])
    rest = lines[labels:]
    end = _end_of_headline(rest)
    headline = tuple(rest[:end])
    below = tuple(rest[end:])
    return _ranked(above, headline, below)


def _ranked(
    above: RankedLines, headline: RankedLines, below: RankedLines
) -> Ranked:
    """Rank the lines between labels and explaining lines."""
    count = len(headline)
    if count < 2:
        return Ranked(above, headline, below)
    if count == 2:
        return rank_two(above, headline, below)
    return _many(above, headline, below)


def _count_of_labels(lines: list[Segment]) -> int:
    """Return how many labels stand in front; the last line is none."""
    count = 0
    while count < len(lines) - 1 and is_label(lines[count]):
        count += 1
    return count


def _end_of_headline(lines: list[Segment]) -> int:
    """Return where the lines begin that explain the ones above or say who took part."""
    end = _first_explaining(lines)
    while _closes_with_people(lines[:end]):
        end -= 1
    return end


def _first_explaining(lines: list[Segment]) -> int:
    for at, line in enumerate(lines):
        if at and (explains(line.folded) or _tells_of(lines[at - 1], line)):
            return at
    return len(lines)


def _tells_of(first: Segment, second: Segment) -> bool:
    """Tell whether the second line says what the meeting in the first dealt with, or who said
    what there.
    """
    if not first.holds(MEETS):
        return False
    return second.matches(DEALS_WITH) or second.matches(SAID_THERE)


def _leads(line: Segment) -> bool:
    """Tell whether a line leads in: who said or did it."""
    return line.holds(LEADS_IN) or line.holds(TOOK_PART)


def _closes_with_people(lines: list[Segment]) -> bool:
    """Tell whether the last of ``lines`` says who took part under a headline that another line
    leaves standing.
    """
    if len(lines) < 2:
        return False
    last = lines[-1]
    if not last.holds(TOOK_PART):
        return False
    if len(lines) > 2:
        return True
    first = lines[0]
    return not _leads(first) and not first.matches(MEETING_ALONE)


def _many(above: RankedLines, lines: RankedLines, below: RankedLines) -> Ranked:
    """Rank three lines and more: the first leads in, the last explains unless a marked subtitle
    follows; a title that begins with who meets is one.
    """
    if are_one_headline(*lines[:2]):
        return Ranked(above, lines, below)
    kicker = (*above, lines[0])
    headline = lines[1:]
    whole = Ranked(kicker, headline, below)
    if below:
        return whole
    parted = Ranked(kicker, headline[:-1], headline[-1:])
    if lines[0].holds(LEADS_IN) and _are_alike(headline):
        return whole.or_else(parted)
    return parted


def _are_alike(lines: RankedLines) -> bool:
    """Tell whether lines are about equally long."""
    sizes = [line.size for line in lines]
    return max(sizes) <= min(sizes) * ALIKE
