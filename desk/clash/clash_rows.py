"""The blocks of an article in which a new reading says otherwise: first reading, this one, ours."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django.utils.functional import Promise

from articles.models import Article, Photo
from articles.models.selector import Part
from desk.forms.editor_names import name_of
from editorial.anchoring import successor
from editorial.casework.block_words import BlockPlace
from editorial.models import Finding, Rule
from importing.again.three_way import merge_texts
from importing.models import ImportRun
from records.diff import runs
from records.grouping import grouped

# What can be chosen of a row, in the order of its columns; the last is what is typed.
FIRST = "1"
NOW = "2"
OURS = "3"
TYPED = "4"


@dataclass(frozen=True, slots=True)
class ClashRow:
    """A block with its three texts; ``merged`` joins them where they differ in different places.

    ``first`` is None where the first reading is not kept."""

    place: BlockPlace
    label: str | Promise
    first: str | None
    now: str
    ours: str
    merged: str
    findings: list[Finding]

    @property
    def keys(self) -> str:
        return ",".join(str(finding.pk) for finding in self.findings)

    @property
    def is_joined(self) -> bool:
        """Tell whether both sides could be joined without asking."""
        return self.merged not in (self.now, self.ours)


@dataclass(frozen=True, slots=True)
class _Block:
    """A block of an article as it stands: where its words begin in their text, and that text as it
    was first read, where that is kept, and as it is read now.
    """

    place: BlockPlace
    label: str | Promise
    start: int
    words: str
    text: str
    first_text: str | None
    read_text: str

    def words_in(self, reading: str) -> str:
        """Return the words of a reading in whose place those of the block stand."""
        edits = runs(self.text, reading)
        end = self.start + len(self.words)
        first, last = successor(edits, self.start, end)
        return reading[first:last]


def clash_rows(article: Article) -> tuple[list[ClashRow], list[Finding]]:
    """Return the blocks that are read otherwise, and what cannot be shown in one block."""
    open_ones = article.findings.open().filter(rule=Rule.OTHER_READING)
    waiting = open_ones.select_related("photo").order_by("start", "pk")
    by_block = grouped((_block_of(article, each), each) for each in waiting)
    others = by_block.pop(None, [])
    rows = [_row(block, found) for block, found in by_block.items() if block]
    return rows, others


def _block_of(article: Article, finding: Finding) -> _Block | None:
    """Return the block in which the words of a finding stand, None for no place or for several."""
    if finding.start is None or finding.end is None:
        return None
    if finding.replacement is None:
        return None
    if finding.photo:
        return _whole(finding.photo, Part.CAPTION, finding.photo.pk)
    block = _whole(article, Part(finding.part))
    if finding.part == Part.BODY:
        return _paragraph(block, finding.start, finding.end)
    return block


def _whole(record: Article | Photo, part: Part, number: int = 0) -> _Block:
    """Return the block that a whole text is."""
    text = getattr(record, part)
    return _Block(
        BlockPlace(part, number),
        part.label,
        0,
        text,
        text,
        _first_text(record, part),
        getattr(record, f"read_{part}"),
    )


def _paragraph(body: _Block, start: int, end: int) -> _Block | None:
    """Return the paragraph of a body that holds all from ``start`` to ``end``, if one does."""
    text = body.text
    begins = text.rfind("\n", 0, start) + 1
    words, _line, _rest = text[begins:].partition("\n")
    if end > begins + len(words):
        return None
    number = text.count("\n", 0, start)
    place = BlockPlace(Part.BODY, number)
    return replace(body, place=place, start=begins, words=words)


def _first_text(record: Any, name: str) -> str | None:
    """Return a text as it was first stored: as it was first read."""
    oldest = record.history.order_by("history_id").first()
    return None if oldest is None else getattr(oldest, name)


def _row(block: _Block, findings: list[Finding]) -> ClashRow:
    now = block.words_in(block.read_text)
    first = None
    merged = block.words
    if block.first_text is not None:
        first = block.words_in(block.first_text)
        merged, _clashes = merge_texts(first, now, block.words)
    return ClashRow(
        block.place,
        block.label,
        first,
        now,
        block.words,
        merged,
        findings,
    )


def reading_times(article: Article) -> list[datetime]:
    """Return when the page was first read, and when last."""
    read = (ImportRun.Outcome.CREATED, ImportRun.Outcome.UPDATED)
    loads = ImportRun.objects.filter(
        page=article.page_id,
        outcome__in=read,
    )
    times = list(
        loads.order_by("finished_at").values_list(
            "finished_at",
            flat=True,
        )
    )
    return [times[0], times[-1]] if times else []


def corrected_last(article: Article) -> tuple[str, datetime] | None:
    """Return who changed words of the article last, and when."""
    made = article.corrections.select_related("by").order_by("-pk").first()
    return (name_of(made.by), made.at) if made else None
