"""A page read again: merge what is read now into what is stored; a person's work stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import count
from typing import TypeVar

from django.utils.translation import gettext as _

from articles.models import Article, Photo
from articles.models.selector import Part
from editorial.models import Finding, Rule, Severity
from editorial.steps.loads.as_loaded import is_untouched
from importing.again.editors_work import merge_bylines, take_details
from importing.again.reread_texts import merge_text
from importing.again.three_way import pairs
from importing.storing.articles import (
    details_of,
    new_article,
    new_bylines,
    new_photo,
    new_photos,
    photo_details_of,
    texts_of,
)
from importing.storing.offsets import Place
from importing.storing.page_load import PageLoad
from importing.storing.picture_places import Caption
from importing.storing.pictures import picture_details
from importing.storing.selectors import Anchors
from reader.results import ReadArticle, ReadPhoto

Record = TypeVar("Record", Article, Photo)


def merge_articles(load: PageLoad) -> None:
    """Pair the articles as read now with the stored ones, merge them, and create the new ones.

    A stored article keeps its position and its address. One that is not read again stays, and is
    reported.
    """
    stored = _stored_articles(load)
    paired = _known_articles(load, stored)
    if not load.known:
        paired = _paired_articles(stored, load.read.articles)
    load.changes.watch_articles(article.pk for article in stored)
    every = Article.every.filter(page=load.page)
    free = free_positions(every)
    for index, read in enumerate(load.read.articles):
        load.photos.append([])
        if index in paired:
            load.articles.append(paired[index])
            _merge_article(load, index, read)
        else:
            number = load.page.take_address_number()
            article = new_article(load.page, next(free), number, read)
            load.articles.append(article)
            _create_article(load, index, read)
    _leave_over(load, stored)


def _stored_articles(load: PageLoad) -> list[Article]:
    """Return the articles of the page in their order, locked until the load ends."""
    articles = Article.objects.select_for_update()
    return list(articles.filter(page=load.page).order_by("position"))


def free_positions(records: Iterable[Article | Photo]) -> Iterator[int]:
    """Yield positions that none of the records has, the next one first."""
    taken = [record.position for record in records]
    last = max(taken, default=0)
    return count(last + 1)


def _paired_articles(
    stored: list[Article], read: Iterable[ReadArticle]
) -> dict[int, Article]:
    """Return the stored article of each article read now, by the index as read."""
    old = [_stored_gist(article) for article in stored]
    new = [_gist_of(article) for article in read]
    return _by_index(stored, pairs(old, new))


def _known_articles(
    load: PageLoad, stored: list[Article]
) -> dict[int, Article]:
    """Return the stored article of each article of a page that people have laid out."""
    by_key = {article.pk: article for article in stored}
    return {index: by_key[key] for index, key in enumerate(load.known)}


def _by_index(
    stored: list[Record], paired: dict[int, int]
) -> dict[int, Record]:
    """Return the stored record of each index as read that is paired with one."""
    return {now: stored[was] for now, was in paired.items()}


def _stored_gist(article: Article) -> str:
    return _gist(article.read_headline, article.read_body)


def _gist_of(read: ReadArticle) -> str:
    texts = texts_of(read)
    headline = texts["headline"]
    return _gist(headline, texts["body"])


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
    for key, mention in list(anchors.mentions.items()):
        is_stored = mention.pk is not None
        is_read = key in anchors.seen
        if is_read or not is_stored:
            continue
        if is_untouched(mention):
            del anchors.mentions[key]
            anchors.load.delete(mention)


# What is not read again


def _leave_over(load: PageLoad, stored: list[Article]) -> None:
    """Keep the articles that the new reading does not have, and report them."""
    message = _(
        "Article %(position)d, %(headline)s, is not read again; delete it or keep it."
    )
    for article in stored:
        if article in load.articles:
            continue
        _forget_place(load, article)
        words = {"position": article.position, "headline": article.headline}
        _report_unread(load, article, message % words, Severity.WARNING)


def _forget_place(load: PageLoad, article: Article) -> None:
    """Let an article stand anywhere on the page: where its words stood is known no longer."""
    article.start = 0
    whole = load.read.text
    article.end = len(whole)
    load.store([article])


def _report_lost_captions(
    load: PageLoad, index: int, stored: list[Photo]
) -> None:
    message = _("The caption %(caption)s is not read again.")
    article = load.articles[index]
    read_again = load.photos[index]
    for photo in stored:
        if photo in read_again:
            continue
        words = {"caption": photo.caption[:40]}
        told = message % words
        _report_unread(load, article, told, Severity.NOTICE)


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
    _take_spans(article, read)
    is_changed = _merge_texts(load, index, read)
    has_changed_captions = _merge_photos(load, index, read)
    take_details(load, article, article, details_of(read))
    merge_bylines(load, article, read)
    article.version += is_changed or has_changed_captions
    load.store([article])


def _take_spans(article: Article, read: ReadArticle) -> None:
    article.start, article.end = read.span


def _merge_texts(load: PageLoad, index: int, read: ReadArticle) -> bool:
    """Merge the parts of one article; return whether any text changed."""
    is_changed = False
    texts = texts_of(read)
    for part, now in texts.items():
        place = Place(
            index,
            part,
            None,
            0,
            0,
        )
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
    is_changed = False
    for number, now in enumerate(read.photos):
        caption = (index, number)
        if number in paired:
            load.photos[index].append(paired[number])
            is_changed |= _merge_photo(load, caption, now)
        else:
            _add_photo(load, caption, next(free))
    _report_lost_captions(load, index, stored)
    return is_changed


def _add_photo(load: PageLoad, caption: Caption, position: int) -> None:
    """Create a photo whose caption was not read before."""
    index, _number = caption
    photo = new_photo(load, caption, position)
    load.photos[index].append(photo)
    load.create([photo])


def _paired_photos(
    stored: list[Photo], read: Iterable[ReadPhoto]
) -> dict[int, Photo]:
    """Return the stored photo of each photo read now, by the number as read."""
    old = [photo.read_caption for photo in stored]
    new = [photo.caption for photo in read]
    return _by_index(stored, pairs(old, new))


def _merge_photo(load: PageLoad, caption: Caption, now: ReadPhoto) -> bool:
    """Merge a stored photo with its caption as read now; return whether its text changed."""
    index, number = caption
    place = Place(
        index,
        Part.CAPTION,
        number,
        0,
        0,
    )
    is_changed = merge_text(load, place, now.caption)
    photo = load.photos[index][number]
    photo.start, photo.end = now.span
    details = picture_details(load, caption, photo_details_of(now))
    take_details(load, load.articles[index], photo, details)
    load.store([photo])
    return is_changed
