"""The content of a publication: words, marks and facts of an article as they stand at the desk.

kicker, headline, subtitle, body    as corrected
read                                the same four as read from the print, or as corrected where
                                    the printed words were withdrawn
dateline                            source, place, date
continues_on, continued_from        labels of pages as printed
continuation                        key of the article that holds the rest, or None
bylines                             name, role, person
photos                              photo (key), image (file), IPTC's fields, read_caption
marks                               names: part, photo, start, end, name, person
facts                               see ``editorial/publishing/signed/signed_fact.py``
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from articles.models import Article, Byline, Mention, Photo, Publication
from articles.models.public_photo import PHOTO_WORDS
from articles.models.selector import Part
from editorial.publishing.signed.canonical import content_digest
from editorial.publishing.signed.signed_fact import place_in_text
from editorial.publishing.signed.stated_facts import facts_of


def content_of(article: Article) -> dict[str, Any]:
    """Return what would be published of an article now: plain values that JSON holds."""
    texts = {name: getattr(article, name) for name in Article.TEXT_FIELDS}
    hides_print = is_print_withdrawn(article.pk)
    read = texts if hides_print else _as_read(article)
    photos = article.photos.order_by("position", "pk")
    return texts | {
        "read": read,
        "dateline": _dateline(article),
        "continues_on": article.continues_on,
        "continued_from": article.continued_from,
        "continuation": article.continuation_id,
        "bylines": [_byline(each) for each in article.bylines.all()],
        "photos": [_photo(each, hides_print) for each in photos],
        "marks": list(_marks(article)),
        "facts": facts_of(article),
    }


def is_print_withdrawn(article: int) -> bool:
    """Tell whether a withdrawal reached the printed words of an article: no later publication shows
    them.
    """
    publications = Publication.objects.of_article(article)
    return publications.filter(reach=Publication.Reach.EVERYTHING).exists()


def _as_read(article: Article) -> dict[str, str]:
    return {
        name: getattr(article, f"read_{name}") for name in Article.TEXT_FIELDS
    }


def signed_digest(article: Article) -> str:
    """Return the digest of words and facts of an article as they stand: what a review signs."""
    return content_digest(content_of(article))


def _dateline(article: Article) -> dict[str, str | None]:
    day = article.dateline_date
    return {
        "source": article.dateline_source,
        "place": article.dateline_place,
        "date": day.isoformat() if day else None,
    }


def _byline(byline: Byline) -> dict[str, Any]:
    return {
        "name": byline.name,
        "role": byline.role,
        "person": byline.person_id,
    }


def _photo(photo: Photo, hides_print: bool) -> dict[str, Any]:
    taken = photo.date_created
    words = {name: getattr(photo, name) for name in PHOTO_WORDS}
    if hides_print:
        words["read_caption"] = photo.caption
    return words | {
        "photo": photo.pk,
        "image": photo.image.name or "",
        "date_created": taken.isoformat() if taken else None,
    }


def _marks(article: Article) -> Iterator[dict[str, Any]]:
    """Yield the names that stand, in the order of the printed parts."""
    standing = article.mentions.standing()
    for mention in sorted(standing, key=_place_in_print):
        person = {"name": mention.name, "person": mention.person_id}
        yield place_in_text(mention) | person


def _place_in_print(mention: Mention) -> tuple[int, int, int]:
    part = Part.values.index(mention.part)
    return part, mention.photo_id or 0, mention.start
