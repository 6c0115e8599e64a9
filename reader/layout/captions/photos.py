"""Put captions and credits together; one credit under several captions credits each of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reader.layout.drafts import RoughArticle
from reader.layout.segments import Credit, Kind, Segment
from reader.results import ReadPhoto

NOBODY = Credit((), "")


def photos_of(draft: RoughArticle) -> list[ReadPhoto]:
    """Return the pictures of an article in printed order; a byline's 图/甲 credits those without a
    credit.
    """
    photos: list[ReadPhoto] = []
    default = _credit_of_byline(draft.segments)
    for group in _groups(draft.segments):
        photos += group.photos(default)
    return photos


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
        *others, last = self.captions
        shared = self.credit
        if self._is_of_last_alone(default):
            shared = None
        for caption in others:
            yield _photo(caption, shared, default)
        yield _photo(last, self.credit, default)

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
    if credit is not None and credit.credit is not None:
        by = credit.credit.of(caption.folded)
        return _credited(caption, credit, by)
    text = caption.text
    span = caption.span
    return ReadPhoto(
        text,
        default.photographers,
        default.source,
        span,
        span,
    )


def _credited(caption: Segment, credit: Segment, by: Credit) -> ReadPhoto:
    """Return a picture with the credit printed behind it."""
    start, end = caption.span
    _, credit_end = credit.span
    both = (start, max(end, credit_end))
    text = "" if caption is credit else caption.text
    return ReadPhoto(
        text,
        by.photographers,
        by.source,
        both,
        caption.span,
    )
