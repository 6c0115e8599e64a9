"""The blocks of an article in which a new reading says otherwise: first reading, this one, ours."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.functional import Promise

from articles.models import Article
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
    """A block of an article as it stands: where its words begin in their text."""

    place: BlockPlace
    label: str | Promise
    start: int
    words: str
    text: str
    first_text: str | None


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
    text = finding.text_in(article)
    if finding.photo_id:
        place = BlockPlace(Part.CAPTION, finding.photo_id)
        return _whole(place, text, _first_text(finding.photo, "caption"))
    first = _first_text(article, finding.part)
    if finding.part != Part.BODY:
        return _whole(BlockPlace(finding.part), text, first)
    return _paragraph(text, first, finding.start, finding.end)


def _whole(place: BlockPlace, text: str, first: str | None) -> _Block:
    """Return the block that a whole text is."""
    label = Part(place.part).label
    return _Block(
        place,
        label,
        0,
        text,
        text,
        first,
    )


def _paragraph(
    text: str, first: str | None, start: int, end: int
) -> _Block | None:
    """Return the paragraph of a body that holds all from ``start`` to ``end``, if one does."""
    begins = text.rfind("\n", 0, start) + 1
    words, _line, _rest = text[begins:].partition("\n")
    if end > begins + len(words):
        return None
    return _Block(
        BlockPlace(Part.BODY, text.count("\n", 0, start)),
        Part.BODY.label,
        begins,
        words,
        text,
        first,
    )


def _first_text(record: Any, name: str) -> str | None:
    """Return a text as it was first stored: as it was first read."""
    oldest = record.history.order_by("history_id").first()
    return None if oldest is None else getattr(oldest, name)


def _row(block: _Block, findings: list[Finding]) -> ClashRow:
    now = _with_readings(block, findings)
    first = _first_words(block)
    merged = block.words
    if first is not None:
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


def _with_readings(block: _Block, findings: Iterable[Finding]) -> str:
    """Return the words of a block as they are read now."""
    words = block.words
    last_first = sorted(findings, key=_start, reverse=True)
    for finding in last_first:
        start = _start(finding) - block.start
        rest = words[start + len(finding.exact) :]
        words = f"{words[:start]}{finding.replacement}{rest}"
    return words


def _start(finding: Finding) -> int:
    return finding.start or 0


def _first_words(block: _Block) -> str | None:
    """Return the words that the block took over from."""
    if block.first_text is None:
        return None
    edits = runs(block.text, block.first_text)
    end = block.start + len(block.words)
    first, last = successor(edits, block.start, end)
    return block.first_text[first:last]


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
