"""Rank the lines above an article: kicker, headline, subtitle, and the other reading where the page
leaves it open.
"""

from __future__ import annotations

from dataclasses import dataclass

from reader.layout.segments import Segment
from reader.patterns import layout as patterns

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
    return (
        "".join(folded.split()).strip(patterns.LABEL_DRESS) in patterns.LABELS
    )


def heads_a_group(folded: str) -> bool:
    """Tell whether a line is the label of several short pieces, however it is padded (简 讯,
    会场花絮).
    """
    return bool(
        patterns.GROUP_LABEL.search(
            "".join(folded.split()).strip(patterns.LABEL_DRESS)
        )
    )


def is_label(line: Segment) -> bool:
    """Tell whether a heading line is a column head or label (评论员文章, 【党代会特写】)."""
    bare = line.folded.strip(patterns.LABEL_DRESS)
    series = len(bare) <= patterns.LONGEST_LABEL and patterns.LABEL_END.search(
        bare
    )
    followed = patterns.LABEL_START.match(bare)
    return bool(
        is_known_label(line.folded)
        or series
        or followed
        or patterns.DRESSED.match(line.folded)
    )


def _explains(line: Segment) -> bool:
    return bool(
        patterns.SUBTITLE_MARK.match(line.folded)
        or patterns.BRACKETED_LINE.match(line.folded)
    )


def _leads(line: Segment) -> bool:
    return bool(
        patterns.LEADS_IN.search(line.folded)
        or patterns.TOOK_PART.search(line.folded)
    )


def _closes_with_people(lines: list[Segment]) -> bool:
    """Tell whether the last of ``lines`` says who took part under a headline that another line
    leaves standing.
    """
    if len(lines) < 2 or not patterns.TOOK_PART.search(lines[-1].folded):
        return False
    return len(lines) > 2 or not _leads(lines[0])


def _two(above: Lines, first: Segment, second: Segment, below: Lines) -> Ranked:
    """Rank two lines: the first leads in, or the second explains; length decides where the words do
    not.
    """
    kicked = Ranked((*above, first), (second,), below)
    explained = Ranked(above, (first,), (second, *below))
    if patterns.BREAKS_OFF.search(first.folded) and patterns.GOES_ON.match(
        second.folded
    ):
        return Ranked(above, (first, second), below)
    if patterns.MEETS.search(first.folded) and patterns.DEALS_WITH.match(
        second.folded
    ):
        return explained
    if below or patterns.LEADS_IN.search(first.folded):
        return kicked
    if (
        patterns.ACCOUNT.search(second.folded)
        or patterns.TELLS_MORE.match(second.folded)
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
    return bool(
        patterns.SAYS_WHEN.search(first.folded)
    ) and not patterns.SAYS_WHEN.search(second.folded)


def _counts(first: Segment, second: Segment) -> bool:
    """Tell whether the second line alone holds figures, and several: then it tells details."""
    figures = len(patterns.FIGURE.findall(second.folded))
    return figures >= DETAILS and not patterns.FIGURE.search(first.folded)


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
    if (
        patterns.LEADS_IN.search(lines[0].folded)
        and sizes[-1] <= sizes[0] * ALIKE
    ):
        return Ranked(whole.kicker, whole.headline, whole.subtitle, parted)
    return parted
