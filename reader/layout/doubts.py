"""Say what the layout leaves in doubt or had to mend, for the editor to see."""

from __future__ import annotations

from collections.abc import Iterator

from reader.layout.assembling import Assembled
from reader.layout.drafts import BODY
from reader.layout.paragraphs.joining import unclosed
from reader.layout.segments import Kind, Segment
from reader.results import ReadFinding

PICTURES = (Kind.CAPTION, Kind.CREDIT)
LONGEST_CLOSING_WORD = 26


def doubts_of(text: str, read: Assembled) -> Iterator[ReadFinding]:
    """Yield the layout findings of one article."""
    yield from read.findings
    yield from _jumps(read)
    yield from _pictures(text, read.draft.segments)
    yield from _ends_open(read)
    for quote in read.draft.of(Kind.QUOTE):
        yield ReadFinding(
            "repeated_run", 3, *quote.span, "大字引语,与正文文字重复,已移出正文"
        )
    if read.article.heading_alternatives:
        start = min(
            span[0]
            for spans in read.article.heading_sources.values()
            for span in spans
        )
        end = max(
            span[1]
            for spans in read.article.heading_sources.values()
            for span in spans
        )
        yield ReadFinding(
            "doubtful_heading",
            4,
            start,
            end,
            "引题、主题、副题的层次不能确定,请核对",
        )


def _jumps(read: Assembled) -> Iterator[ReadFinding]:
    """Yield the jump lines, and the gap each leaves until its other half has arrived."""
    body = read.draft.of(*BODY)
    for jump in read.draft.of(Kind.JUMP_ON, Kind.JUMP_FROM):
        start, end = jump.span
        yield ReadFinding(
            "jump_line", 3, start, end, f"转版提示:{jump.text.strip()}"
        )
        if jump.kind is Kind.JUMP_ON:
            at = body[-1].span[1] if body else start
            yield ReadFinding(
                "missing_text", 2, at, at, f"下文转第{jump.label}版,尚未接上"
            )
        else:
            at = body[0].span[0] if body else end
            yield ReadFinding(
                "missing_text", 2, at, at, f"上文在第{jump.label}版,尚未接上"
            )


def _pictures(text: str, segments: list[Segment]) -> Iterator[ReadFinding]:
    """Yield the place of each missing picture, and the captions that stand inside the text."""
    for index, segment in enumerate(segments):
        first = segment.kind in PICTURES and (
            index == 0 or segments[index - 1].kind not in PICTURES
        )
        if not first:
            continue
        start, _end = segment.span
        gap = start
        while gap and text[gap - 1].isspace():
            gap -= 1
        yield ReadFinding(
            "missing_image", 3, gap, start, "此处有图片说明而无图片"
        )
        last = next(
            (
                at
                for at in range(index, len(segments))
                if segments[at].kind not in PICTURES
            ),
            len(segments),
        )
        if any(one.kind in BODY for one in segments[:index]) and any(
            one.kind in BODY for one in segments[last:]
        ):
            yield ReadFinding(
                "caption_in_column",
                3,
                start,
                segments[last - 1].span[1],
                "图片说明夹在正文栏中,已移出",
            )


def _ends_open(read: Assembled) -> Iterator[ReadFinding]:
    """Yield the end of an article whose last sentence does not close."""
    body = read.draft.of(*BODY)
    if (
        not body
        or body[-1].kind is Kind.ALONE
        or read.article.continues_on is not None
    ):
        return
    end = body[-1].span[1]
    if (
        unclosed(read.article.paragraphs[-1:])
        and len(read.article.paragraphs[-1].text) > LONGEST_CLOSING_WORD
    ):
        yield ReadFinding(
            "missing_text", 2, end, end, "文末句子没有结束,可能有缺文"
        )
