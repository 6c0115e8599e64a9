"""What hangs on the articles of a page, and may change with its make-up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from django.db.models import Model

from articles.models import (
    Byline,
    Evidence,
    Mention,
    Photo,
    Photographer,
)
from editorial.models import Correction, Finding
from editorial.steps.stored_rows import RowKey
from editorial.steps.tracked import tracked_kind

# How each kind of record leads to its article.
HANGING: dict[type[Model], str] = {
    Byline: "article",
    Photo: "article",
    Photographer: "photo__article",
    Mention: "article",
    Evidence: "article",
    Finding: "article",
    Correction: "article",
}


def keys_hanging_on(articles: Iterable[int]) -> Iterator[RowKey]:
    """Yield the records that hang on the articles of these keys, as steps call them."""
    keys = list(articles)
    for model, way in HANGING.items():
        kind = tracked_kind(model)
        found = model._default_manager.filter(**{f"{way}__in": keys})
        for key in found.values_list("pk", flat=True):
            yield kind, key
