"""Say what the layout leaves in doubt or had to mend, for the editor to see."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from reader.layout.assembling import Assembled
from reader.layout.segments import Kind, Segment
from reader.patterns.line_edges import CLOSED
from reader.results import ReadFinding
from reader.vocabulary import LayoutRule, Severity

PICTURES = frozenset({Kind.CAPTION, Kind.CREDIT})
LONGEST_CLOSING_WORD = 26


def doubts_of(text: str, read: Assembled) -> Iterator[ReadFinding]:
    """Yield the layout findings of one article."""
    yield from read.findings
    yield from _jumps(read)
    yield from _pictures(text, read.draft.segments)
    yield from _open_end(read)
    yield from _quotes(read)
    yield from _open_ranks(read)


def _quotes(read: Assembled) -> Iterator[ReadFinding]:
    for quote in read.draft.of(Kind.QUOTE):
        yield ReadFinding(
            LayoutRule.REPEATED_RUN,
            Severity.NOTICE,
            *quote.span,
            "大字引语,与正文文字重复,已移出正文",
        )


def _open_ranks(read: Assembled) -> Iterator[ReadFinding]:
    """Yield the headings when their ranks may be read in two ways."""
    if not read.article.heading_alternatives:
        return
    ranks = read.article.heading_sources.values()
    spans = [span for spans in ranks for span in spans]
    yield ReadFinding(
        LayoutRule.DOUBTFUL_HEADING,
        Severity.SUGGESTION,
        min(start for start, _ in spans),
        max(end for _, end in spans),
        "引题、主题、副题的层次不能确定,请核对",
    )


def _jumps(read: Assembled) -> Iterator[ReadFinding]:
    """Yield the jump lines, and the gap each leaves until its other half has arrived."""
    body = read.draft.body()
    for jump in read.draft.of(Kind.JUMP_ON, Kind.JUMP_FROM):
        yield ReadFinding(
            LayoutRule.JUMP_LINE,
            Severity.NOTICE,
            *jump.span,
            f"转版提示:{jump.text.strip()}",
        )
        if jump.kind is Kind.JUMP_ON:
            yield _continued(jump, body)
        else:
            yield _begun_elsewhere(jump, body)


def _continued(jump: Segment, body: list[Segment]) -> ReadFinding:
    """Return the gap behind the text."""
    place, _ = jump.span
    if body:
        last = body[-1]
        _, place = last.span
    message = f"下文转第{jump.label}版,尚未接上"
    return _gap(place, message)


def _begun_elsewhere(jump: Segment, body: list[Segment]) -> ReadFinding:
    """Return the gap in front of the text."""
    _, place = jump.span
    if body:
        first = body[0]
        place, _ = first.span
    message = f"上文在第{jump.label}版,尚未接上"
    return _gap(place, message)


def _gap(place: int, message: str) -> ReadFinding:
    return ReadFinding(
        LayoutRule.MISSING_TEXT, Severity.WARNING, place, place, message
    )


@dataclass(frozen=True, slots=True)
class _PictureWords:
    """Captions and credits that stand together in an article, between what stands ``above`` and
    ``below`` them.
    """

    above: list[Segment]
    words: list[Segment]
    below: list[Segment]

    @property
    def start(self) -> int:
        """Return where on the page they begin."""
        start, _ = self.words[0].span
        return start

    @property
    def end(self) -> int:
        """Return where on the page they end."""
        _, end = self.words[-1].span
        return end

    def missing_image(self, text: str) -> ReadFinding:
        """Return the white space above them, where the picture was."""
        before = text[: self.start].rstrip()
        return ReadFinding(
            LayoutRule.MISSING_IMAGE,
            Severity.NOTICE,
            len(before),
            self.start,
            "此处有图片说明而无图片",
        )

    def in_column(self) -> ReadFinding:
        """Return them as words that stood inside the text."""
        return ReadFinding(
            LayoutRule.CAPTION_IN_COLUMN,
            Severity.NOTICE,
            self.start,
            self.end,
            "图片说明夹在正文栏中,已移出",
        )

    def are_inside_text(self) -> bool:
        """Tell whether text stands both above and below."""
        if not _hold_text(self.above):
            return False
        return _hold_text(self.below)


def _hold_text(segments: list[Segment]) -> bool:
    return any(segment.is_body for segment in segments)


def _pictures(text: str, segments: list[Segment]) -> Iterator[ReadFinding]:
    """Yield the place of each missing picture, and the captions that stand inside the text."""
    for words in _picture_words(segments):
        yield words.missing_image(text)
        if words.are_inside_text():
            yield words.in_column()


def _picture_words(segments: list[Segment]) -> Iterator[_PictureWords]:
    """Yield the captions and credits of an article, those that stand together as one."""
    start = 0
    for pictured, group in groupby(segments, key=_is_of_picture):
        words = list(group)
        end = start + len(words)
        if pictured:
            yield _PictureWords(segments[:start], words, segments[end:])
        start = end


def _is_of_picture(segment: Segment) -> bool:
    return segment.kind in PICTURES


def _open_end(read: Assembled) -> Iterator[ReadFinding]:
    """Yield the end of an article whose last sentence does not close."""
    body = read.draft.body()
    if not body or _goes_on_elsewhere(read):
        return
    last = body[-1]
    paragraph = read.article.paragraphs[-1]
    if last.is_text and _is_broken_off(paragraph.text):
        _, end = last.span
        yield _gap(end, "文末句子没有结束,可能有缺文")


def _is_broken_off(words: str) -> bool:
    """Tell whether a text longer than a closing word does not close its sentence."""
    if len(words) <= LONGEST_CLOSING_WORD:
        return False
    return not CLOSED.search(words)


def _goes_on_elsewhere(read: Assembled) -> bool:
    return read.article.continues_on is not None
