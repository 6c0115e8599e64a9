"""Put captions and credits together; one credit under several captions credits each of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reader.layout.drafts import Draft
from reader.layout.segments import Credit, Kind, Segment
from reader.results import ReadPhoto

NOBODY = Credit((), "")


def photos_of(draft: Draft) -> list[ReadPhoto]:
    """Return the pictures of an article in printed order; a byline's 图/甲 credits those without a
    credit.
    """
    default = _credit_of_byline(draft.segments)
    groups = _groups(draft.segments)
    return [photo for group in groups for photo in group.photos(default)]


def _credit_of_byline(segments: list[Segment]) -> Credit:
    for segment in segments:
        if segment.pictures_by:
            return Credit(segment.pictures_by, "")
    return NOBODY


@dataclass(frozen=True, slots=True)
class _Group:
    """Captions that stand together, with the credit behind them."""

    captions: list[Segment]
    credit: Segment | None

    def photos(self, default: Credit) -> Iterator[ReadPhoto]:
        """Yield a picture for each caption; ``default`` credits those without a credit."""
        of_last = self._is_of_last_alone(default)
        shared = None if of_last else self.credit
        for caption in self.captions[:-1]:
            yield _photo(caption, shared, default)
        yield _photo(self.captions[-1], self.credit, default)

    def _is_of_last_alone(self, default: Credit) -> bool:
        """Tell whether the credit ends the line of the last caption, while a byline credits the
        others.
        """
        if self.credit is None or not default.photographers:
            return False
        return not self.credit.opens_line


def _groups(segments: list[Segment]) -> Iterator[_Group]:
    """Yield captions that stand together with the credit behind them."""
    waiting: list[Segment] = []
    for segment in segments:
        if segment.kind is Kind.CAPTION:
            waiting.append(segment)
            continue
        if segment.kind is Kind.CREDIT:
            yield _Group(waiting or [segment], segment)
        elif waiting:
            yield _Group(waiting, None)
        waiting = []
    if waiting:
        yield _Group(waiting, None)


def _photo(
    caption: Segment, credit: Segment | None, default: Credit
) -> ReadPhoto:
    """Return one picture; a credit without a caption stands in its place."""
    span = caption.span
    found = default
    text = caption.text
    both = span
    if credit is not None and credit.credit is not None:
        found = credit.credit.of(caption.folded)
        text = "" if caption is credit else text
        both = (span[0], max(span[1], credit.span[1]))
    return ReadPhoto(text, found.photographers, found.source, both, span)
