"""Marks as print has them: an article is read with full-width ones; what was signed stays."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from articles.pieces import Piece
from articles.typesetting import SetPhoto, Setting
from editorial.casework.widening import widened


def with_full_width_marks(setting: Setting) -> Setting:
    """Return a setting with full-width marks beside Chinese; its pieces stay where they are."""
    return replace(
        setting,
        kicker=_widen(setting.kicker),
        headline=_widen(setting.headline),
        subtitle=_widen(setting.subtitle),
        paragraphs=[_widen(each) for each in setting.paragraphs],
        photos=[_widen_caption(each) for each in setting.photos],
    )


def _widen_caption(photo: SetPhoto) -> SetPhoto:
    return replace(photo, caption=_widen(photo.caption))


def _widen(pieces: list[Piece]) -> list[Piece]:
    return list(_widened_pieces(pieces))


def _widened_pieces(pieces: list[Piece]) -> Iterator[Piece]:
    """Yield the pieces, a mark at the edge of one seen beside the next."""
    text = "".join(piece.text for piece in pieces)
    wide = widened(text)
    at = 0
    for piece in pieces:
        end = at + len(piece.text)
        yield replace(piece, text=wide[at:end])
        at = end
