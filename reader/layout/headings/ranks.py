"""Rank the lines above an article: kicker, headline, subtitle, and the other reading where the page
leaves it open.
"""

from __future__ import annotations

from dataclasses import dataclass

from reader.layout.headings.heading_patterns import (
    BRACKETED_LINE,
    LONGEST_LABEL,
    SUBTITLE_MARK,
    TOOK_PART,
)
from reader.layout.headings.label_patterns import (
    DRESSED,
    GROUP_LABEL,
    LABEL_DRESS,
    LABEL_END,
    LABEL_START,
    LABELS,
)
from reader.layout.headings.rank_patterns import (
    ACCOUNT,
    BREAKS_OFF,
    DEALS_WITH,
    FIGURE,
    GOES_ON,
    LEADS_IN,
    MEETS,
    SAYS_WHEN,
    TELLS_MORE,
)
from reader.layout.segments import Segment

# A second line twice as long as the first explains it.
EXPLAINS_LONGER = 2
EXPLAINED_LEAST = 6
# Two lines of one headline are set to about the same length.
ALIKE = 1.5

# A column's name is no longer (炉前灯下, 民生关注).
LONGEST_COLUMN = 5
# Longer than a headline: it explains the short line above it.
LONGEST_UNDER_COLUMN = 20
# So many figures are details.
DETAILS = 2

Lines = tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class Ranked:
    """The heading lines of one article by rank; ``other`` is a second reading where the page leaves
    the ranks open.
    """

    kicker: Lines = ()
    headline: Lines = ()
    subtitle: Lines = ()
    other: Ranked | None = None


def rank(lines: list[Segment]) -> Ranked:
    """Rank heading lines in printed order.

    Labels and lines that lead in stand above the headline, lines with a dash or with who took part
    below it."""
    labels = 0
    while labels < len(lines) - 1 and is_label(lines[labels]):
        labels += 1
    above, rest = tuple(lines[:labels]), lines[labels:]
    end = next(
        (at for at, line in enumerate(rest) if at and _explains(line)),
        len(rest),
    )
    while _closes_with_people(rest[:end]):
        end -= 1
    below, rest = tuple(rest[end:]), rest[:end]
    if len(rest) < 2:
        return Ranked(above, tuple(rest), below)
    if len(rest) == 2:
        return _two(above, rest[0], rest[1], below)
    return _many(above, rest, below)


def is_known_label(folded: str) -> bool:
    """Tell whether a line is a column head known by its words, however it is padded or dressed (讣
    告, 【短评】).
    """
    return "".join(folded.split()).strip(LABEL_DRESS) in LABELS


def heads_a_group(folded: str) -> bool:
    """Tell whether a line is the label of several short pieces, however it is padded (简 讯,
    会场花絮).
    """
    return bool(GROUP_LABEL.search("".join(folded.split()).strip(LABEL_DRESS)))


def is_label(line: Segment) -> bool:
    """Tell whether a heading line is a column head or label (评论员文章, 【党代会特写】)."""
    bare = line.folded.strip(LABEL_DRESS)
    series = len(bare) <= LONGEST_LABEL and LABEL_END.search(bare)
    followed = LABEL_START.match(bare)
    return bool(
        is_known_label(line.folded)
        or series
        or followed
        or DRESSED.match(line.folded)
    )


def _explains(line: Segment) -> bool:
    return bool(
        SUBTITLE_MARK.match(line.folded) or BRACKETED_LINE.match(line.folded)
    )


def _leads(line: Segment) -> bool:
    return bool(LEADS_IN.search(line.folded) or TOOK_PART.search(line.folded))


def _closes_with_people(lines: list[Segment]) -> bool:
    """Tell whether the last of ``lines`` says who took part under a headline that another line
    leaves standing.
    """
    if len(lines) < 2 or not TOOK_PART.search(lines[-1].folded):
        return False
    return len(lines) > 2 or not _leads(lines[0])


def _two(above: Lines, first: Segment, second: Segment, below: Lines) -> Ranked:
    """Rank two lines: the first leads in, or the second explains; length decides where the words do
    not.
    """
    kicked = Ranked((*above, first), (second,), below)
    explained = Ranked(above, (first,), (second, *below))
    if BREAKS_OFF.search(first.folded) and GOES_ON.match(second.folded):
        return Ranked(above, (first, second), below)
    if MEETS.search(first.folded) and DEALS_WITH.match(second.folded):
        return explained
    if below or LEADS_IN.search(first.folded):
        return kicked
    if (
        ACCOUNT.search(second.folded)
        or TELLS_MORE.match(second.folded)
        or _dated(first, second)
        or _counts(first, second)
    ):
        return explained
    if _named_column(first, second):
        return Ranked(
            kicked.kicker, kicked.headline, kicked.subtitle, explained
        )
    if (
        len(second.text)
        > max(len(first.text), EXPLAINED_LEAST) * EXPLAINS_LONGER
    ):
        kicked, explained = explained, kicked
    return Ranked(kicked.kicker, kicked.headline, kicked.subtitle, explained)


def _dated(first: Segment, second: Segment) -> bool:
    """Tell whether the first line alone says on which day it happened: then it states the news."""
    return bool(SAYS_WHEN.search(first.folded)) and not SAYS_WHEN.search(
        second.folded
    )


def _counts(first: Segment, second: Segment) -> bool:
    """Tell whether the second line alone holds figures, and several: then it tells details."""
    figures = len(FIGURE.findall(second.folded))
    return figures >= DETAILS and not FIGURE.search(first.folded)


def _named_column(first: Segment, second: Segment) -> bool:
    """Tell whether the first line is too short beside the second to be anything but the name of a
    column.
    """
    bare = "".join(first.folded.split())
    return (
        len(bare) <= LONGEST_COLUMN
        and len(bare)
        < len("".join(second.folded.split()))
        <= LONGEST_UNDER_COLUMN
    )


def _many(above: Lines, lines: list[Segment], below: Lines) -> Ranked:
    """Rank three lines and more: the first leads in, the last explains unless a marked subtitle
    follows.
    """
    whole = Ranked((*above, lines[0]), tuple(lines[1:]), below)
    parted = Ranked((*above, lines[0]), tuple(lines[1:-1]), (lines[-1],))
    if below:
        return whole
    sizes = sorted(len(line.text) for line in lines[1:])
    if LEADS_IN.search(lines[0].folded) and sizes[-1] <= sizes[0] * ALIKE:
        return Ranked(whole.kicker, whole.headline, whole.subtitle, parted)
    return parted
