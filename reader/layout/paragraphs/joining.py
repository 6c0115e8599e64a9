"""Join the halves of cut paragraphs and drop the tails that a column break printed twice."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from reader.layout.bylines.signatures import is_names_line
from reader.layout.drafts import BODY, Draft
from reader.layout.segments import Kind, Segment
from reader.patterns.alone import LIST_HEAD
from reader.patterns.line_edges import CANNOT_BEGIN, CLOSED, HANDS_OVER, ITEM
from reader.results import Paragraph, ReadFinding, Span

ORPHAN_SHORTEST = 3
KEPT = 1500
INDENTED_SHARE = 0.6
QUOTES = (("“", "”"), ("《", "》"), ("(", ")"), ("「", "」"))


@dataclass(slots=True)
class _Open:
    """A paragraph being put together from its halves; ``folded`` keeps its end, enough to compare a
    tail with.
    """

    halves: list[Segment] = field(default_factory=list)
    folded: str = ""

    def add(self, half: Segment) -> None:
        self.halves.append(half)
        self.folded = (self.folded + half.folded)[-KEPT:]

    def closed(self) -> Paragraph:
        return Paragraph(
            "".join(half.text for half in self.halves),
            tuple(s for half in self.halves for s in half.spans),
        )


def paragraphs_of(draft: Draft) -> tuple[list[Paragraph], list[ReadFinding]]:
    """Return the paragraphs of an article with cuts joined, and what was joined or dropped."""
    held: list[_Open] = []
    findings: list[ReadFinding] = []
    body = draft.of(*BODY)
    indented = _indented(body)
    for segment in body:
        last = held[-1] if held else None
        if last is not None and _orphan(last, segment):
            findings.append(_dropped(segment))
        elif last is not None and _lists_on(
            _head_of_list(held, draft), last, segment
        ):
            last.add(segment)
        elif (
            last is not None
            and not _in_open_list(held)
            and (runs_on(last, segment) or (indented and _hangs(last, segment)))
        ):
            findings.append(_cut((last.halves[-1].span[1], segment.span[0])))
            last.add(segment)
        else:
            held.append(_Open())
            held[-1].add(segment)
    return [paragraph.closed() for paragraph in held], findings


def _indented(body: list[Segment]) -> bool:
    """Tell whether the article's paragraphs open with an indent: then a line without one goes on
    with the last.
    """
    opening = [
        segment
        for segment in body
        if segment.opens_line and segment.kind is Kind.TEXT
    ]
    return sum(1 for segment in opening if segment.line.indent) > max(
        INDENTED_SHARE * len(opening), 1
    )


def _hangs(last: _Open, segment: Segment) -> bool:
    return (
        Kind.ALONE not in (last.halves[-1].kind, segment.kind)
        and segment.opens_line
        and not segment.line.indent
    )


def _head_of_list(held: list[_Open], draft: Draft) -> str:
    """Return the line above the last paragraph: the heading's last line above the first."""
    if len(held) > 1:
        return held[-2].folded
    headings = draft.of(Kind.HEADING)
    return headings[-1].folded if headings else ""


def _in_open_list(held: list[_Open]) -> bool:
    """Tell whether the last two paragraphs are items of a list that sets no stops: each ends where
    its line does.
    """
    items = held[-2:]
    return len(items) == 2 and all(
        ITEM.match(one.folded) and _stops_nowhere(one) for one in items
    )


def _stops_nowhere(item: _Open) -> bool:
    return not item.halves[1:] and item.folded[-1].isalnum()


def _lists_on(head: str, last: _Open, segment: Segment) -> bool:
    """Tell whether a line of names goes on with the names above it: one list in one order under its
    ``head``.
    """
    if not LIST_HEAD.match(head):
        return False
    halves = [half.folded for half in (last.halves[-1], segment)]
    listed = is_names_line(last.halves[0].folded) or is_names_line(
        segment.folded
    )
    alike = all(
        is_names_line(words, least=2) and "、" not in words for words in halves
    )
    return listed and alike and ":" not in segment.folded


def runs_on(before: _Open, segment: Segment) -> bool:
    """Tell whether ``segment`` goes on with the paragraph before it."""
    last = before.halves[-1]
    if Kind.ALONE in (last.kind, segment.kind):
        return False
    if CANNOT_BEGIN.match(segment.folded):
        return True
    if CLOSED.search(before.folded):
        return _quote_goes_on(before.folded, segment.folded)
    clause = (
        before.folded.endswith(";")
        and segment.opens_line
        and segment.line.indent
    )
    own = (
        clause or ITEM.match(segment.folded) or LIST_HEAD.match(segment.folded)
    )
    return not own and not HANDS_OVER.search(before.folded)


def _quote_goes_on(before: str, after: str) -> bool:
    """Tell whether a quotation or bracket left open before a full stop closes behind the cut."""
    for left, right in QUOTES:
        if before.rfind(left) > before.rfind(right):
            first = min(
                (at for at in (after.find(left), after.find(right)) if at >= 0),
                default=-1,
            )
            return first > 0 and after[first] == right
    return False


def _orphan(last: _Open, segment: Segment) -> bool:
    """Tell whether ``segment`` only repeats the end of the paragraph before it."""
    return (
        segment.kind is Kind.TEXT
        and len(segment.text) >= ORPHAN_SHORTEST
        and len(last.folded) > len(segment.folded)
        and last.folded.endswith(segment.folded)
    )


def _cut(gap: Span) -> ReadFinding:
    return ReadFinding(
        "cut_paragraph", 3, gap[0], gap[1], "段落在此被分栏截断,已接排", ""
    )


def _dropped(segment: Segment) -> ReadFinding:
    start, end = segment.span
    return ReadFinding(
        "repeated_run", 2, start, end, "与上段末尾重复,已从正文删去", ""
    )


def unclosed(paragraphs: Iterable[Paragraph]) -> list[Paragraph]:
    """Return the paragraphs that end in the middle of a sentence."""
    return [one for one in paragraphs if not CLOSED.search(one.text)]
