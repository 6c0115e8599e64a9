"""A page read again: merge what is read now into what is stored; a person's work stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import count

from django.utils.translation import gettext as _

from articles.models import Article, Photo
from articles.models.selector import Part, Selector
from editorial.anchoring import reanchor
from editorial.models import Finding, Rule, Severity
from importing.again.editors_work import (
    is_signed,
    merge_bylines,
    move_findings,
    take_details,
)
from importing.again.three_way import Clash, merge, pairs
from importing.storing.articles import (
    details_of,
    new_article,
    new_bylines,
    new_photo,
    part_spans_of,
    photo_details_of,
    texts_of,
)
from importing.storing.offsets import Place
from importing.storing.page_load import PageLoad, is_untouched
from importing.storing.pictures import picture_details
from importing.storing.selectors import Anchors, text_of
from reader.results import ReadArticle, ReadPhoto
from records.history import LOADED


def merge_articles(load: PageLoad) -> None:
    """Pair the articles as read now with the stored ones, merge them, and create the new ones.

    A stored article keeps its position, which is its public address. One that is not read again
    stays, and is reported.
    """
    articles = Article.objects.select_for_update().filter(page=load.page)
    stored = list(articles.order_by("position"))
    paired = pairs(
        [_gist(article.read_headline, article.read_body) for article in stored],
        [_gist_of(read) for read in load.read.articles],
    )
    free = free_positions(stored)
    for index, read in enumerate(load.read.articles):
        load.photos.append([])
        if index in paired:
            load.articles.append(stored[paired[index]])
            _merge_article(load, index, read)
        else:
            _add_article(load, index, read, next(free))
    for article in stored:
        if article not in load.articles:
            _leave_over(load, article)


def free_positions(records: Iterable[Article | Photo]) -> Iterator[int]:
    """Yield positions that none of the records has, the next one first."""
    taken = [record.position for record in records]
    return count(max(taken, default=0) + 1)


def _add_article(
    load: PageLoad, index: int, read: ReadArticle, position: int
) -> None:
    """Create an article that was not read before, with its bylines and photos."""
    article = new_article(load.page, position, read)
    load.articles.append(article)
    load.create([article])
    load.create(new_bylines(article, read))
    photos = [
        new_photo(load, (index, n), n + 1) for n in range(len(read.photos))
    ]
    load.photos[-1] = photos
    load.create(photos)


def drop_unread_mentions(anchors: Anchors) -> None:
    """Delete the names that are no longer read and that nobody but a load has touched."""
    stored = [key for key, mention in anchors.mentions.items() if mention.pk]
    for key in stored:
        if key not in anchors.seen and is_untouched(anchors.mentions[key]):
            mention = anchors.mentions.pop(key)
            mention._change_reason = LOADED
            mention.delete()


def _gist_of(read: ReadArticle) -> str:
    texts = texts_of(read)
    return _gist(texts["headline"], texts["body"])


def _gist(headline: str, body: str) -> str:
    return f"{headline}\n{body[:2000]}"


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


def _report_unread(
    load: PageLoad, article: Article, message: str, severity: int
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
    changed = [
        _merge_text(load, Place(index, part, None, 0, 0), now)
        for part, now in texts_of(read).items()
    ]
    changed += _merge_photos(load, index, read)
    take_details(load, article, article, details_of(read))
    merge_bylines(load, article, read)
    article.version += any(changed)
    load.store([article])


def _merge_photos(load: PageLoad, index: int, read: ReadArticle) -> list[bool]:
    """Merge the photos of one article; return for each caption whether its text changed."""
    article = load.articles[index]
    held = list(article.photos.order_by("position"))
    # Pictures without a caption, and photos an editor has added, were never read from the text.
    stored = [photo for photo in held if photo.start is not None]
    paired = pairs(
        [photo.read_caption for photo in stored],
        [photo.caption for photo in read.photos],
    )
    photos = load.photos[index]
    free = free_positions(held)
    changed = []
    for number, now in enumerate(read.photos):
        if number in paired:
            photos.append(stored[paired[number]])
            changed.append(_merge_photo(load, (index, number), now))
        else:
            photos.append(new_photo(load, (index, number), next(free)))
            load.create(photos[-1:])
    _report_lost_captions(load, article, stored, photos)
    return changed


def _merge_photo(
    load: PageLoad, caption: tuple[int, int], now: ReadPhoto
) -> bool:
    """Merge a stored photo with its caption as read now; return whether its text changed."""
    index, number = caption
    photo = load.photos[index][number]
    place = Place(index, Part.CAPTION, number, 0, 0)
    changed = _merge_text(load, place, now.caption)
    photo.start, photo.end = now.span
    details = picture_details(load, caption, photo_details_of(now))
    take_details(load, load.articles[index], photo, details)
    load.store([photo])
    return changed


def _report_lost_captions(
    load: PageLoad, article: Article, stored: list[Photo], photos: list[Photo]
) -> None:
    for photo in stored:
        if photo in photos:
            continue
        message = _("The caption %(caption)s is not read again.")
        words = {"caption": photo.caption[:40]}
        _report_unread(load, article, message % words, Severity.NOTICE)


def _merge_text(load: PageLoad, place: Place, now: str) -> bool:
    """Merge one part; return whether its text as corrected changed. A signed text never does."""
    article = load.articles[place.article]
    photo = _photo_at(load, place)
    base = text_of(article, place.part, photo, as_read=True)
    mine = text_of(article, place.part, photo)
    merged, clashes = merge(base, now, mine, keep=is_signed(article))
    holder = photo or article
    setattr(holder, f"read_{place.part}", now)
    setattr(holder, place.part, merged)
    if merged != mine:
        for lost in reanchor(article, place.part, photo, mine, merged):
            _sign_last_change(lost)
        move_findings(article, place.part, photo, mine, merged)
    for clash in clashes:
        words = merged[clash.start : clash.end]
        reading = now[clash.now_start : clash.now_end]
        if words != reading:
            _report_clash(load, place, clash, words, reading)
    return merged != mine


def _photo_at(load: PageLoad, place: Place) -> Photo | None:
    if place.photo is None:
        return None
    return load.photos[place.article][place.photo]


def _report_clash(
    load: PageLoad, place: Place, clash: Clash, words: str, reading: str
) -> None:
    """Offer the new reading beside the words that stand."""
    read_at = replace(place, start=clash.now_start, end=clash.now_end)
    start, end = load.places.on_page(read_at)
    message = _("%(words)s is now read as %(reading)s.")
    shown = {"words": words[:60] or "∅", "reading": reading[:60] or "∅"}
    finding = Finding(
        article=load.articles[place.article],
        rule=Rule.OTHER_READING,
        severity=Severity.WARNING,
        message=message % shown,
        page_start=start,
        page_end=end,
        part=place.part,
        photo=_photo_at(load, place),
        start=clash.start,
        end=clash.end,
        exact=words,
        replacement=reading if clash.fits else None,
    )
    load.report(finding)


def _sign_last_change(selector: Selector) -> None:
    """Say that it was a load that marked these words to be checked again, and no person."""
    row = selector.history.latest()
    row.history_change_reason = LOADED
    row.save(update_fields=["history_change_reason"])
