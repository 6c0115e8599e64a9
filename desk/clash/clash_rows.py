"""The blocks of an article in which a new reading differs: the one before, this one, ours."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from django.utils.functional import Promise

from articles.models import Article, Photo
from articles.models.selector import Part
from desk.forms.editor_names import name_of
from editorial.anchoring import successor
from editorial.casework.block_words import BlockPlace
from editorial.models import Finding, Rule
from importing.again.three_way import merge_texts
from importing.models import EarlierReading, ImportRun
from importing.models.earlier_reading import TextKey
from records.diff import runs
from records.grouping import grouped

# What can be chosen of a row, in the order of its columns; the last is what is typed.
BEFORE = "1"
NOW = "2"
OURS = "3"
TYPED = "4"

Earlier = Mapping[TextKey, EarlierReading]


@dataclass(frozen=True, slots=True)
class ClashRow:
    """A block with its three texts; ``merged`` joins them where they differ in different places.

    ``before`` is what was read before the new reading, None where that is not kept; ``before_at``
    is when."""

    place: BlockPlace
    label: str | Promise
    before: str | None
    before_at: datetime | None
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
    was read earlier, where that is kept, and as it is read now.
    """

    place: BlockPlace
    label: str | Promise
    start: int
    words: str
    text: str
    earlier: EarlierReading | None
    read_text: str

    def words_in(self, reading: str) -> str:
        """Return the words of a reading in whose place those of the block stand."""
        edits = runs(self.text, reading)
        end = self.start + len(self.words)
        begins, ends = successor(edits, self.start, end)
        return reading[begins:ends]


def clash_rows(article: Article) -> tuple[list[ClashRow], list[Finding]]:
    """Return the blocks that are read otherwise, and what cannot be shown in one block."""
    open_ones = article.findings.open().filter(rule=Rule.OTHER_READING)
    waiting = open_ones.select_related("photo").order_by("start", "pk")
    kept = EarlierReading.objects.filter(article=article)
    earlier = {reading.key: reading for reading in kept}
    by_block = grouped(
        (_block_of(article, each, earlier), each) for each in waiting
    )
    others = by_block.pop(None, [])
    rows = [_row(block, found) for block, found in by_block.items() if block]
    return rows, others


def _block_of(
    article: Article, finding: Finding, earlier: Earlier
) -> _Block | None:
    """Return the block in which the words of a finding stand, None for no place or for several."""
    if finding.start is None or finding.end is None:
        return None
    if finding.replacement is None:
        return None
    part = Part(finding.part)
    before = earlier.get((article.pk, part, finding.photo_id))
    block = _whole(finding.photo or article, part, before)
    if part == Part.BODY:
        return _paragraph(block, finding.start, finding.end)
    return block


def _whole(
    record: Article | Photo, part: Part, before: EarlierReading | None
) -> _Block:
    """Return the block that a whole text is."""
    text = getattr(record, part)
    as_read = getattr(record, f"read_{part}")
    number = record.pk if isinstance(record, Photo) else 0
    if before and not before.came_before(as_read):
        before = None
    return _Block(
        BlockPlace(part, number),
        part.label,
        0,
        text,
        text,
        before,
        as_read,
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


def _row(block: _Block, findings: list[Finding]) -> ClashRow:
    now = block.words_in(block.read_text)
    before = None
    merged = block.words
    if block.earlier is not None:
        before = block.words_in(block.earlier.text)
        merged, _clashes = merge_texts(before, now, block.words)
    return ClashRow(
        block.place,
        block.label,
        before,
        block.earlier.read_at if block.earlier else None,
        now,
        block.words,
        merged,
        findings,
    )


def last_read(article: Article) -> datetime | None:
    """Return when the page was read last."""
    times = ImportRun.objects.times_read(article.page_id)
    return times.last()


def corrected_last(article: Article) -> tuple[str, datetime] | None:
    """Return who changed words of the article last, and when."""
    made = article.corrections.select_related("by").order_by("-pk").first()
    return (name_of(made.by), made.at) if made else None
