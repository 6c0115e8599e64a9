"""A page read again: what is read now is merged into what is stored, and a person's work always
stands.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import count

from django.utils.translation import gettext as _

from articles.models import Article
from articles.models.selector import Part, Selector
from editorial.anchoring import reanchor
from editorial.models import Finding, Rule
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
    photo_details_of,
    spans_of,
    texts_of,
)
from importing.storing.offsets import Place
from importing.storing.page_load import NOTICE, WARNING, PageLoad, is_untouched
from importing.storing.pictures import picture_details
from importing.storing.selectors import Anchors, text_of
from reader.results import ReadArticle
from records.history import LOADED


def merge_articles(load: PageLoad) -> None:
    """Pair the articles as read now with the stored ones, merge them, and create those that are
    new.

    A stored article keeps its position, which is its public address. One that is not read again
    stays, and is reported."""
    stored = list(
        Article.objects.select_for_update().filter(page=load.page).order_by("position")
    )
    texts = [texts_of(read) for read in load.read.articles]
    now = [_gist(text["headline"], text["body"]) for text in texts]
    paired = pairs(
        [_gist(article.read_headline, article.read_body) for article in stored], now
    )
    free = count(max((article.position for article in stored), default=0) + 1)
    for index, read in enumerate(load.read.articles):
        load.photos.append([])
        if index in paired:
            load.articles.append(stored[paired[index]])
            _merge_article(load, index, read)
        else:
            load.articles.append(new_article(load.page, next(free), read))
            load.create(load.articles[-1:])
            load.create(new_bylines(load.articles[-1], read))
            load.photos[-1] = [
                new_photo(load, (index, n), n + 1) for n in range(len(read.photos))
            ]
            load.create(load.photos[-1])
    for article in stored:
        if article not in load.articles:
            _leave_over(load, article)


def drop_unread_mentions(anchors: Anchors) -> None:
    """Delete the names that are no longer read and that nobody but a load has touched."""
    unread = [
        key
        for key, mention in anchors.mentions.items()
        if mention.pk and key not in anchors.seen
    ]
    for key in unread:
        if is_untouched(anchors.mentions[key]):
            mention = anchors.mentions.pop(key)
            mention._change_reason = LOADED
            mention.delete()


def _gist(headline: str, body: str) -> str:
    return f"{headline}\n{body[:2000]}"


def _leave_over(load: PageLoad, article: Article) -> None:
    """Keep an article that the new reading does not have; where its words stood is known no
    longer.
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
    load.report(
        Finding(
            article=article,
            rule=Rule.NOT_READ_AGAIN,
            severity=WARNING,
            message=message % words,
        )
    )


# One article


def _merge_article(load: PageLoad, index: int, read: ReadArticle) -> None:
    article = load.articles[index]
    for name, value in spans_of(read).items():
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
    article = load.articles[index]
    photos = load.photos[index]
    held = list(article.photos.order_by("position"))
    # Pictures without a caption, and photos an editor has added, were never read from the text.
    stored = [photo for photo in held if photo.start is not None]
    paired = pairs(
        [photo.read_caption for photo in stored],
        [photo.caption for photo in read.photos],
    )
    free = count(max((photo.position for photo in held), default=0) + 1)
    changed = []
    for number, now in enumerate(read.photos):
        if number in paired:
            photos.append(stored[paired[number]])
            changed.append(
                _merge_text(load, Place(index, Part.CAPTION, number, 0, 0), now.caption)
            )
            photos[-1].start, photos[-1].end = now.span
            take_details(
                load,
                article,
                photos[-1],
                picture_details(load, (index, number), photo_details_of(now)),
            )
            load.store(photos[-1:])
        else:
            photos.append(new_photo(load, (index, number), next(free)))
            load.create(photos[-1:])
    for photo in stored:
        if photo not in photos:
            message = _("The caption %(caption)s is not read again.") % {
                "caption": photo.caption[:40]
            }
            load.report(
                Finding(
                    article=article,
                    rule=Rule.NOT_READ_AGAIN,
                    severity=NOTICE,
                    message=message,
                )
            )
    return changed


def _merge_text(load: PageLoad, place: Place, now: str) -> bool:
    """Merge one part; return whether its text as corrected changed. A signed text never does."""
    article = load.articles[place.article]
    photo = None if place.photo is None else load.photos[place.article][place.photo]
    base = text_of(article, place.part, photo, as_read=True)
    mine = text_of(article, place.part, photo)
    merged, clashes = merge(base, now, mine, keep=is_signed(article))
    setattr(photo or article, f"read_{place.part}", now)
    setattr(photo or article, place.part, merged)
    if merged != mine:
        for lost in reanchor(article, place.part, photo, mine, merged):
            _sign_last_change(lost)
        move_findings(article, place.part, photo, mine, merged)
    for clash in clashes:
        if merged[clash.start : clash.end] != now[clash.now_start : clash.now_end]:
            _report_clash(load, place, clash, merged, now)
    return merged != mine


def _report_clash(
    load: PageLoad, place: Place, clash: Clash, merged: str, now: str
) -> None:
    """Offer the new reading beside the words that stand."""
    start, end = load.places.on_page(
        replace(place, start=clash.now_start, end=clash.now_end)
    )
    words = merged[clash.start : clash.end]
    reading = now[clash.now_start : clash.now_end]
    message = _("%(words)s is now read as %(reading)s.") % {
        "words": words[:60] or "∅",
        "reading": reading[:60] or "∅",
    }
    load.report(
        Finding(
            article=load.articles[place.article],
            rule=Rule.OTHER_READING,
            severity=WARNING,
            message=message,
            page_start=start,
            page_end=end,
            part=place.part,
            photo=None
            if place.photo is None
            else load.photos[place.article][place.photo],
            start=clash.start,
            end=clash.end,
            exact=words,
            replacement=reading if clash.fits else None,
        )
    )


def _sign_last_change(selector: Selector) -> None:
    """Say that it was a load that marked these words to be checked again, and no person."""
    row = selector.history.latest()
    row.history_change_reason = LOADED
    row.save(update_fields=["history_change_reason"])
