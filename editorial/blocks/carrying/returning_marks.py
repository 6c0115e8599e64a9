"""Marks that a step left without words, put back where they stood before it when it is undone."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from articles.models import Article, Photo
from articles.models.selector import Part
from editorial.blocks.carrying.marked_ends import is_lost
from editorial.models import Finding
from editorial.steps.stored_rows import StoredRows, Values
from editorial.steps.tracked import tracked


def return_marks(before: StoredRows) -> None:
    """Let marks that are without words, and had some before as these values say, stand there if the
    words stand there again.
    """
    for (kind, key), values in before.items():
        table = tracked(kind).table
        mark = table.filter(pk=key).first()
        if mark is None:
            continue
        if is_lost(mark):
            _put_back(mark, values)


def _put_back(mark: Any, values: Values) -> None:
    stored = {name: getattr(mark, name) for name in values}
    for name, value in values.items():
        setattr(mark, name, value)
    if is_lost(mark) or not _stands(mark) or _is_taken(mark):
        for name, value in stored.items():
            setattr(mark, name, value)
        return
    if not isinstance(mark, Finding):
        mark.anchor(mark.start, mark.end)
    mark.save()


def _stands(mark: Any) -> bool:
    """Tell whether a mark has its words where it points."""
    text = _text(mark)
    start = mark.start
    end = mark.end
    if start == end:
        return end <= len(text)
    words = text[start:end]
    return words == mark.exact


def _text(mark: Any) -> str:
    of_photo = mark.part == Part.CAPTION
    record: Any = Article.objects.filter(pk=mark.article_id).first()
    if of_photo:
        record = Photo.objects.filter(pk=mark.photo_id).first()
    if record is None or not mark.part:
        return ""
    return getattr(record, mark.part)


def _is_taken(mark: Any) -> bool:
    """Tell whether another mark of its kind has the place."""
    if isinstance(mark, Finding):
        return False
    place: Mapping[str, Any] = {
        "article": mark.article_id,
        "part": mark.part,
        "photo": mark.photo_id,
        "start": mark.start,
        "end": mark.end,
    }
    others = type(mark)._default_manager.filter(**place)
    return others.exclude(pk=mark.pk).exists()
