"""What changed of an article, by character; what did not is folded."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from django.utils.functional import Promise

from articles.models import Article
from articles.models.selector import Part
from articles.pieces import Piece, break_paragraphs, cut_changes
from editorial.office.past_words import PastWords


@dataclass(frozen=True, slots=True)
class ChangedStretch:
    """Paragraphs of one text that all changed, or that all stayed and are folded."""

    label: str | Promise
    paragraphs: list[list[Piece]]
    is_changed: bool

    @property
    def characters(self) -> int:
        return sum(
            len(piece.text) for each in self.paragraphs for piece in each
        )


def changed_stretches(old: PastWords, new: PastWords) -> list[ChangedStretch]:
    """Return the texts of an article in the order of print, changed and unchanged ones in turn."""
    found: list[ChangedStretch] = []
    for name in Article.TEXT_FIELDS:
        label = Part(name).label
        found += _of_text(label, old.parts[name], new.parts[name])
    for key, caption in new.captions.items():
        found += _of_text(
            Part.CAPTION.label, old.captions.get(key, ""), caption
        )
    return found


def _of_text(
    label: str | Promise, old: str, new: str
) -> Iterator[ChangedStretch]:
    paragraphs = break_paragraphs(cut_changes(old, new))
    for is_changed, group in groupby(paragraphs, key=_is_changed):
        yield ChangedStretch(label, list(group), is_changed)


def _is_changed(paragraph: list[Piece]) -> bool:
    return any(piece.change for piece in paragraph)
