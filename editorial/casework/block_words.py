"""Changing the words of one block of an article: a part, a paragraph of the body, a caption."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from articles.models import Article, Photo
from articles.models.selector import Part
from editorial.correcting import correct, plain
from records.plaintext import plain_line, plain_lines


@dataclass(frozen=True, slots=True)
class BlockPlace:
    """Which block: a part, and for a paragraph its index from 0, for a caption its photo's key."""

    part: str
    number: int = 0

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read what ``str`` wrote; raise ``ValidationError`` for anything else."""
        part, _colon, number = text.partition(":")
        known = part in Part.values and number.isdecimal() and len(number) < 19
        if not known:
            raise ValidationError(_("There is no such block."))
        return cls(part, int(number))

    def __str__(self) -> str:
        return f"{self.part}:{self.number}"


class StaleBlock(Exception):  # noqa: N818 - not an error of the program: a colleague was faster
    """Say that a block changed meanwhile: what it was, what a colleague made of it, what was typed
    now.
    """

    def __init__(self, base: str, theirs: str, mine: str) -> None:
        super().__init__(
            _("A colleague has changed these words since you opened them.")
        )
        self.base = base
        self.theirs = theirs
        self.mine = mine


def words_of_block(article: Article, place: BlockPlace) -> str:
    """Return the words of a block; raise ``ValidationError`` when there is none."""
    if place.part == Part.CAPTION:
        return _photo(article, place).caption
    if place.part != Part.BODY:
        return getattr(article, place.part)
    paragraphs = article.paragraphs
    if place.number >= len(paragraphs):
        return ""
    return paragraphs[place.number]


def change_block(
    article: Article,
    place: BlockPlace,
    *,
    base: str,
    words: str,
    by: User,
    reason: str = "",
) -> None:
    """Put ``words`` in the place of ``base``, which the block held when it was opened; a line break
    parts a paragraph, none left takes it out.

    Raise ``StaleBlock`` when the block holds other words now, ``ValidationError`` when there is no
    such block or the article would be left without headline and body. Colleagues in other blocks
    are in nobody's way.
    """
    with transaction.atomic():
        current = Article.objects.locked(article.pk)
        texts: dict[str, str] = {}
        captions: dict[int, str] = {}
        if place.part == Part.CAPTION:
            photo = _photo(current, place)
            _refuse_stale(plain_lines(base), photo.caption, words)
            captions[photo.pk] = words
        elif place.part == Part.BODY:
            texts[Part.BODY] = _body_with(current, place, base, words)
        else:
            stored = getattr(current, place.part)
            _refuse_stale(plain_line(base), stored, words)
            texts[place.part] = words
        _refuse_to_empty(current, texts)
        correct(
            current,
            texts=texts,
            captions=captions,
            by=by,
            version=current.version,
            reason=reason,
        )
    article.refresh_from_db()


def _photo(article: Article, place: BlockPlace) -> Photo:
    photo = article.photos.filter(pk=place.number).first()
    if photo is None:
        raise ValidationError(_("There is no such block."))
    return photo


def _refuse_stale(base: str, stored: str, mine: str) -> None:
    if base != stored:
        raise StaleBlock(base, stored, mine)


def _body_with(
    article: Article, place: BlockPlace, base: str, words: str
) -> str:
    """Return the body with a paragraph changed, wherever it stands now; '' for ``base`` adds one at
    the end.
    """
    paragraphs = article.paragraphs
    base = plain(base)
    if not base:
        return "\n".join([*paragraphs, words])
    index = _index_of(paragraphs, place.number, base)
    if index is None:
        theirs = words_of_block(article, place)
        raise StaleBlock(base, theirs, words)
    paragraphs[index] = words
    return "\n".join(paragraphs)


def _index_of(paragraphs: list[str], number: int, paragraph: str) -> int | None:
    """Return which paragraph is this one: the one of that number, else the only one of its words;
    None in doubt.
    """
    is_there = number < len(paragraphs)
    if is_there and paragraphs[number] == paragraph:
        return number
    count = paragraphs.count(paragraph)
    if count == 1:
        return paragraphs.index(paragraph)
    return None


def _refuse_to_empty(article: Article, texts: dict[str, str]) -> None:
    headline = texts.get(Part.HEADLINE, article.headline)
    body = texts.get(Part.BODY, article.body)
    had_words = article.headline or article.body
    has_words = headline.strip() or body.strip()
    if had_words and not has_words:
        raise ValidationError(
            _("An article cannot do without both headline and body.")
        )
