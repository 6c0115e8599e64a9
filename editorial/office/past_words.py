"""The words of an article as they were: read, published, or at an earlier version."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter

from articles.models import Article, Publication
from editorial.models import Correction


@dataclass(frozen=True, slots=True)
class PastWords:
    """Texts by part, captions by the key of their photo."""

    parts: dict[str, str]
    captions: dict[int, str]


def words_as_read(article: Article) -> PastWords:
    names = Article.TEXT_FIELDS
    parts = {name: getattr(article, f"read_{name}") for name in names}
    photos = article.photos.all()
    captions = {photo.pk: photo.read_caption for photo in photos}
    return PastWords(parts, captions)


def words_now(article: Article) -> PastWords:
    parts = {name: getattr(article, name) for name in Article.TEXT_FIELDS}
    photos = article.photos.all()
    captions = {photo.pk: photo.caption for photo in photos}
    return PastWords(parts, captions)


def words_published(article: Article) -> PastWords | None:
    """Return what readers see of an article, None when they see nothing."""
    current = Publication.objects.of_article(article.pk).current().first()
    if current is None:
        return None
    content = current.content
    parts = {name: content[name] for name in Article.TEXT_FIELDS}
    photos = content["photos"]
    captions = {photo["photo"]: photo["caption"] for photo in photos}
    return PastWords(parts, captions)


def words_at(article: Article, version: int) -> PastWords | None:
    """Return the words of an article at an earlier version, the corrections since taken back; None
    when something else than a correction changed them too.
    """
    words = words_now(article)
    later = article.corrections.filter(version__gt=version)
    for correction_group in _newest_first(later):
        taken_back = _without(words, correction_group)
        if taken_back is None:
            return None
        words = taken_back
    return words


def _newest_first(later: Iterable[Correction]) -> list[list[Correction]]:
    """Return corrections by version and text, the newest version first."""
    made = sorted(
        later,
        key=lambda each: (
            -each.version,
            each.part,
            each.photo_id or 0,
            each.start,
        ),
    )
    return [
        list(group)
        for _key, group in groupby(
            made, attrgetter("version", "part", "photo_id")
        )
    ]


def _without(words: PastWords, made: Sequence[Correction]) -> PastWords | None:
    """Take back the corrections that one version made in one text."""
    first = made[0]
    text = _text_of(words, first)
    if text is None:
        return None
    old = _taken_back(text, made)
    if old is None:
        return None
    photo = first.photo_id
    if photo:
        return PastWords(words.parts, words.captions | {photo: old})
    return PastWords(words.parts | {first.part: old}, words.captions)


def _text_of(words: PastWords, made: Correction) -> str | None:
    """Return the text that a correction was made in, None for a caption that is gone."""
    photo = made.photo_id
    if photo:
        return words.captions.get(photo)
    return words.parts[made.part]


def _taken_back(text: str, made: Sequence[Correction]) -> str | None:
    """Return a text without corrections, which stand in the order of the text that was."""
    for each in made:
        # Those before it are out of the text already: its start counts in what was.
        start = each.start
        new = each.new
        end = start + len(new)
        if text[start:end] != new:
            return None
        rest = text[end:]
        text = text[:start] + each.old + rest
    return text
