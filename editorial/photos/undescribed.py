"""No picture is signed without words for those who cannot see it."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.utils.translation import ngettext

from articles.models import Article


def refuse_undescribed(article: Article) -> None:
    """Raise ``ValidationError`` where a picture of the article has no alternative text."""
    count = article.photos.undescribed().count()
    if count:
        raise ValidationError(_lacking(count))


def _lacking(count: int) -> str:
    message = ngettext(
        "%(count)d picture has no alternative text yet.",
        "%(count)d pictures have no alternative text yet.",
        count,
    )
    return message % {"count": count}
