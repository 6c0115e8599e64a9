"""Join the halves of cut paragraphs and drop the tails that a column break printed twice."""

from __future__ import annotations

from dataclasses import dataclass, field

from reader.layout.drafts import RoughArticle
from reader.layout.paragraphs.open_paragraphs import OpenParagraph
from reader.layout.segments import Segment
from reader.patterns.alone import LIST_HEAD
from reader.results import Paragraph, ReadFinding
from reader.vocabulary import LayoutRule, Severity

INDENTED_SHARE = 0.6


def paragraphs_of(
    draft: RoughArticle,
) -> tuple[list[Paragraph], list[ReadFinding]]:
    """Return the paragraphs of an article with cuts joined, and what was joined or dropped."""
    body = draft.body()
    heading = _last_heading(draft)
    joined = _Joined(heading, _are_indented(body))
    for segment in body:
        joined.add(segment)
    paragraphs = [one.paragraph() for one in joined.held]
    return paragraphs, joined.findings


def _last_heading(draft: RoughArticle) -> str:
    headings = draft.headings()
    if not headings:
        return ""
    return headings[-1].folded


def _are_indented(body: list[Segment]) -> bool:
    """Tell whether the article's paragraphs open with an indent: then a line without one goes on
    with the last.
    """
    opening = 0
    indented = 0
    for segment in body:
        if segment.is_text_line:
            opening += 1
            indented += segment.line.indent > 0
    least = INDENTED_SHARE * opening
    return indented > max(least, 1)


@dataclass(slots=True)
class _Joined:
    """The paragraphs put together so far under a ``heading``, and what was mended in them."""

    heading: str
    indented: bool
    held: list[OpenParagraph] = field(default_factory=list)
    findings: list[ReadFinding] = field(default_factory=list)

    def add(self, segment: Segment) -> None:
        """Put the next piece of the body where it belongs."""
        if not self.held:
            self._begin(segment)
            return
        last = self.held[-1]
        if last.is_repeated_by(segment):
            self.findings.append(_dropped(segment))
        elif self._lists_on(last, segment):
            last.add(segment)
        elif self._goes_on(last, segment):
            self._join(last, segment)
        else:
            self._begin(segment)

    def _join(self, last: OpenParagraph, segment: Segment) -> None:
        """Put the second half of a cut paragraph behind the first."""
        cut = _cut(last.last, segment)
        self.findings.append(cut)
        last.add(segment)

    def _begin(self, segment: Segment) -> None:
        paragraph = OpenParagraph()
        paragraph.add(segment)
        self.held.append(paragraph)

    def _lists_on(self, last: OpenParagraph, segment: Segment) -> bool:
        """Tell whether a line goes on with the names above it: one list in one order under its
        head.
        """
        if not LIST_HEAD.match(self._above_last()):
            return False
        return last.lists_on_in(segment)

    def _above_last(self) -> str:
        """Return the line above the last paragraph: the heading's last line above the first."""
        if len(self.held) == 1:
            return self.heading
        return self.held[-2].folded

    def _goes_on(self, last: OpenParagraph, segment: Segment) -> bool:
        """Tell whether ``segment`` is the second half of the last paragraph."""
        if self._is_in_open_list():
            return False
        if last.runs_on_in(segment):
            return True
        return self.indented and last.hangs_over(segment)

    def _is_in_open_list(self) -> bool:
        """Tell whether the last two paragraphs are items of a list that sets no stops."""
        if len(self.held) < 2:
            return False
        *_, one, other = self.held
        return one.is_item_without_stop() and other.is_item_without_stop()


def _cut(before: Segment, after: Segment) -> ReadFinding:
    return ReadFinding(
        LayoutRule.CUT_PARAGRAPH,
        Severity.NOTICE,
        before.span[1],
        after.span[0],
        "段落在此被分栏截断,已接排",
        "",
    )


def _dropped(segment: Segment) -> ReadFinding:
    return ReadFinding(
        LayoutRule.REPEATED_RUN,
        Severity.WARNING,
        *segment.span,
        "与上段末尾重复,已从正文删去",
        "",
    )
