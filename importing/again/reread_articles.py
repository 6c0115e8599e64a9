"""A page read again: merge what is read now into what is stored; a person's work stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import count

from django.utils.translation import gettext as _

from articles.models import Article, Photo
from articles.models.selector import Part
from editorial.models import Finding, Rule, Severity
from importing.again.editors_work import merge_bylines, take_details
from importing.again.reread_texts import merge_text
from importing.again.three_way import pairs
from importing.storing.articles import (
    details_of,
    new_article,
    new_bylines,
    new_photo,
    new_photos,
    part_spans_of,
    photo_details_of,
    texts_of,
)
from importing.storing.offsets import Place
from importing.storing.page_load import PageLoad, delete_as_loaded, is_untouched
from importing.storing.picture_places import Caption
from importing.storing.pictures import picture_details
from importing.storing.selectors import Anchors
from reader.results import ReadArticle, ReadPhoto


def merge_articles(load: PageLoad) -> None:
    """Pair the articles as read now with the stored ones, merge them, and create the new ones.

    A stored article keeps its position, which is its public address. One that is not read again
    stays, and is reported.
    """
    articles = Article.objects.select_for_update().filter(page=load.page)
    stored = list(articles.order_by("position"))
    paired = _paired_articles(stored, load.read.articles)
    free = free_positions(stored)
    for index, read in enumerate(load.read.articles):
        known = paired.get(index)
        load.photos.append([])
        load.articles.append(known or new_article(load.page, next(free), read))
        if known:
            _merge_article(load, index, read)
        else:
            _create_article(load, index, read)
    for article in stored:
        if article not in load.articles:
            _leave_over(load, article)


def free_positions(records: Iterable[Article | Photo]) -> Iterator[int]:
    """Yield positions that none of the records has, the next one first."""
    taken = [record.position for record in records]
    return count(max(taken, default=0) + 1)


def _paired_articles(
    stored: list[Article], read: Iterable[ReadArticle]
) -> dict[int, Article]:
    """Return the stored article of each article read now, by the index as read."""
    old = [
        _gist(article.read_headline, article.read_body) for article in stored
    ]
    new = [_gist_of(article) for article in read]
    return {now: stored[was] for now, was in pairs(old, new).items()}


def _gist_of(read: ReadArticle) -> str:
    texts = texts_of(read)
    return _gist(texts["headline"], texts["body"])


def _gist(headline: str, body: str) -> str:
    return f"{headline}\n{body[:2000]}"


def _create_article(load: PageLoad, index: int, read: ReadArticle) -> None:
    """Create an article that was not read before, with its bylines and photos."""
    article = load.articles[index]
    load.create([article])
    load.create(new_bylines(article, read))
    load.photos[index] = new_photos(load, index)
    load.create(load.photos[index])


def drop_unread_mentions(anchors: Anchors) -> None:
    """Delete the names that are no longer read and that nobody but a load has touched."""
    stored = [key for key, mention in anchors.mentions.items() if mention.pk]
    for key in stored:
        mention = anchors.mentions[key]
        if key not in anchors.seen and is_untouched(mention):
            del anchors.mentions[key]
            delete_as_loaded(mention)


# What is not read again


def _leave_over(load: PageLoad, article: Article) -> None:
    """Keep an article that the new reading does not have.

    Where its words stood on the page is known no longer.
    """
    article.paragraph_sources = []
    article.heading_sources = {}
    article.start = 0
    article.end = len(load.read.text)
    load.store([article])
    message = _(
        "Article %(position)d, %(headline)s, is not read again; delete it or keep it."
    )
    words = {"position": article.position, "headline": article.headline}
    _report_unread(load, article, message % words, Severity.WARNING)


def _report_lost_captions(
    load: PageLoad, article: Article, stored: list[Photo], photos: list[Photo]
) -> None:
    message = _("The caption %(caption)s is not read again.")
    for photo in stored:
        if photo not in photos:
            words = {"caption": photo.caption[:40]}
            _report_unread(load, article, message % words, Severity.NOTICE)


def _report_unread(
    load: PageLoad, article: Article, message: str, severity: Severity
) -> None:
    finding = Finding(
        article=article,
        rule=Rule.NOT_READ_AGAIN,
        severity=severity,
        message=message,
    )
    load.report(finding)


# One article


def _merge_article(load: PageLoad, index: int, read: ReadArticle) -> None:
    article = load.articles[index]
    for name, value in part_spans_of(read).items():
        setattr(article, name, value)
    is_changed = _merge_texts(load, index, read)
    has_changed_captions = _merge_photos(load, index, read)
    take_details(load, article, article, details_of(read))
    merge_bylines(load, article, read)
    article.version += is_changed or has_changed_captions
    load.store([article])


def _merge_texts(load: PageLoad, index: int, read: ReadArticle) -> bool:
    """Merge the parts of one article; return whether any text changed."""
    is_changed = False
    for part, now in texts_of(read).items():
        place = Place(index, part, None, 0, 0)
        is_changed |= merge_text(load, place, now)
    return is_changed


# Photos


def _merge_photos(load: PageLoad, index: int, read: ReadArticle) -> bool:
    """Merge the photos of one article; return whether the text of any caption changed."""
    article = load.articles[index]
    held = list(article.photos.order_by("position"))
    # Pictures without a caption, and photos an editor has added, were never read from the text.
    stored = [photo for photo in held if photo.start is not None]
    paired = _paired_photos(stored, read.photos)
    free = free_positions(held)
    photos = load.photos[index]
    is_changed = False
    for number, now in enumerate(read.photos):
        if number in paired:
            photos.append(paired[number])
            is_changed |= _merge_photo(load, (index, number), now)
        else:
            photos.append(new_photo(load, (index, number), next(free)))
            load.create(photos[-1:])
    _report_lost_captions(load, article, stored, photos)
    return is_changed


def _paired_photos(
    stored: list[Photo], read: Iterable[ReadPhoto]
) -> dict[int, Photo]:
    """Return the stored photo of each photo read now, by the number as read."""
    old = [photo.read_caption for photo in stored]
    new = [photo.caption for photo in read]
    return {now: stored[was] for now, was in pairs(old, new).items()}


def _merge_photo(load: PageLoad, caption: Caption, now: ReadPhoto) -> bool:
    """Merge a stored photo with its caption as read now; return whether its text changed."""
    index, number = caption
    place = Place(index, Part.CAPTION, number, 0, 0)
    is_changed = merge_text(load, place, now.caption)
    photo = load.photos[index][number]
    photo.start, photo.end = now.span
    details = picture_details(load, caption, photo_details_of(now))
    take_details(load, load.articles[index], photo, details)
    load.store([photo])
    return is_changed
