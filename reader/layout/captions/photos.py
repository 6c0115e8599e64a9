"""Put captions and credits together; one credit under several captions credits each of them."""

from __future__ import annotations

from reader.layout.drafts import Draft
from reader.layout.segments import Credit, Kind, Segment
from reader.results import ReadPhoto


def photos_of(draft: Draft) -> list[ReadPhoto]:
    """Return the pictures of an article in printed order; a byline's 图/甲 credits those without a
    credit.
    """
    default = next(
        (
            Credit(one.pictures_by, "")
            for one in draft.segments
            if one.pictures_by
        ),
        Credit((), ""),
    )
    photos: list[ReadPhoto] = []
    for group, credit in _groups(draft.segments):
        own = (
            credit is not None
            and bool(default.photographers)
            and not credit.opens_line
        )
        photos += [
            _photo(caption, None if own else credit, default)
            for caption in group[:-1]
        ]
        photos.append(_photo(group[-1], credit, default))
    return photos


def _groups(
    segments: list[Segment],
) -> list[tuple[list[Segment], Segment | None]]:
    """Return captions that stand together with the credit behind them."""
    groups: list[tuple[list[Segment], Segment | None]] = []
    waiting: list[Segment] = []
    for segment in segments:
        if segment.kind is Kind.CAPTION:
            waiting.append(segment)
        elif segment.kind is Kind.CREDIT:
            groups.append((waiting or [segment], segment))
            waiting = []
        elif waiting:
            groups.append((waiting, None))
            waiting = []
    return [*groups, (waiting, None)] if waiting else groups


def _photo(
    caption: Segment, credit: Segment | None, default: Credit
) -> ReadPhoto:
    start, end = caption.span
    if credit is None or credit.credit is None:
        return ReadPhoto(
            caption.text,
            default.photographers,
            default.source,
            (start, end),
            (start, end),
        )
    found = credit.credit.of(caption.folded)
    text = "" if caption is credit else caption.text
    return ReadPhoto(
        text,
        found.photographers,
        found.source,
        (start, max(end, credit.span[1])),
        (start, end),
    )
