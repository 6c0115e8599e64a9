"""A page as read to records: newspaper, issue and page, articles, bylines and photos."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from django.db.models import Model
from django.utils.text import slugify
from django.utils.translation import gettext as _

from articles.models import Article, Byline, Issue, Newspaper, Page, Photo
from articles.models.paper import sort_label_of
from importing.delivery.identity import Identity
from importing.refusal import ImportRefused
from importing.storing.page_load import PageLoad, fits
from importing.storing.picture_places import Caption
from importing.storing.pictures import picture_details
from people.pinyin import sort_name_of
from reader import ReadPage
from reader.results import ReadArticle, ReadPhoto
from records.history import LOADED

Record = TypeVar("Record", bound=Model)


def newspaper_of(identity: Identity) -> Newspaper:
    """Return the newspaper of that name; a new one gets an address unlike every other's."""
    newspaper = Newspaper.objects.filter(name=identity.newspaper).first()
    if newspaper:
        return newspaper
    slug = slugify(sort_name_of(identity.newspaper).replace(" ", ""))
    taken = set(
        Newspaper.objects.filter(slug__startswith=slug).values_list(
            "slug", flat=True
        )
    )
    free = next(
        name
        for name in (slug, *(f"{slug}-{n}" for n in range(2, len(taken) + 3)))
        if name not in taken
    )
    return _saved(Newspaper(name=identity.newspaper, slug=free))


def issue_of(identity: Identity, newspaper: Newspaper) -> Issue:
    """Return the newspaper's issue of that date, a new one if need be."""
    known = Issue.objects.filter(
        newspaper=newspaper, date=identity.date
    ).first()
    return known or _saved(Issue(newspaper=newspaper, date=identity.date))


def page_of(issue: Issue, label: str) -> Page:
    """Return the issue's page of that label (02 and 2 are one), unsaved when it is new."""
    known = (
        Page.objects.filter(issue=issue, sort_label=sort_label_of(label))
        .order_by("pk")
        .first()
    )
    page = known or Page(issue=issue, label=label)
    page.issue = issue
    return page


def fill_page(
    page: Page,
    read: ReadPage,
    digest: str,
    source_name: str,
    positions: Sequence[int],
) -> None:
    """Save what the delivered file and its reading say of a page; ``positions`` are those of the
    articles as read.
    """
    page.text = read.text
    page.sha256 = digest
    page.source_name = source_name[-255:]
    page.coverage = read.coverage
    page.blocks = [
        [
            str(b.kind),
            b.start,
            b.end,
            None if b.article is None else positions[b.article],
        ]
        for b in read.blocks
    ]
    _saved(page)


def store_articles(load: PageLoad) -> None:
    """Create the articles of a new page with their bylines and photos."""
    for index, read in enumerate(load.read.articles):
        load.articles.append(new_article(load.page, index + 1, read))
        load.photos.append(
            [
                new_photo(load, (index, n), n + 1)
                for n in range(len(read.photos))
            ]
        )
    load.create(load.articles)
    load.create(photo for photos in load.photos for photo in photos)
    pairs = zip(load.articles, load.read.articles, strict=True)
    load.create(
        byline
        for article, read in pairs
        for byline in new_bylines(article, read)
    )


def new_article(page: Page, position: int, read: ReadArticle) -> Article:
    """Return an unsaved article whose texts are as read."""
    texts = texts_of(read)
    as_read = {f"read_{part}": text for part, text in texts.items()}
    article = Article(
        page=page,
        position=position,
        **texts,
        **as_read,
        **spans_of(read),
        **details_of(read),
    )
    article.take_place()
    return article


def texts_of(read: ReadArticle) -> dict[str, str]:
    """Return the text of each part; a heading too long for a heading refuses the page."""
    body = "\n".join(paragraph.text for paragraph in read.paragraphs)
    texts = {
        "kicker": read.kicker,
        "headline": read.headline,
        "subtitle": read.subtitle,
        "body": body,
    }
    if too_long := [
        part
        for part, text in texts.items()
        if not fits(Article, **{part: text})
    ]:
        place = {
            "part": too_long[0],
            "start": read.span[0],
            "length": len(texts[too_long[0]]),
        }
        raise ImportRefused(
            _(
                "the %(part)s at offset %(start)d has %(length)d characters, too many for one"
            )
            % place
        )
    return texts


def spans_of(read: ReadArticle) -> dict[str, object]:
    """Return where an article and its parts stand on the page."""
    return {
        "start": read.span[0],
        "end": read.span[1],
        "paragraph_sources": [
            [list(span) for span in paragraph.sources]
            for paragraph in read.paragraphs
        ],
        "heading_sources": {
            part: [list(span) for span in spans]
            for part, spans in read.heading_sources.items()
        },
    }


def details_of(read: ReadArticle) -> dict[str, object]:
    """Return what an article carries besides its texts."""
    return {
        "dateline_source": (read.dateline.source or "")[:60],
        "dateline_place": (read.dateline.place or "")[:60],
        "dateline_date": read.dateline.date,
        "continues_on": (read.continues_on or "")[:20],
        "continued_from": (read.continued_from or "")[:20],
    }


def new_photo(load: PageLoad, caption: Caption, position: int) -> Photo:
    """Return an unsaved photo whose caption is as read, with the picture that was delivered for
    it.
    """
    index, number = caption
    read = load.read.articles[index].photos[number]
    start, end = read.span
    texts = {"caption": read.caption, "read_caption": read.caption}
    details = picture_details(load, caption, photo_details_of(read))
    return Photo(
        article=load.articles[index],
        position=position,
        start=start,
        end=end,
        **texts,
        **details,
    )


def photo_details_of(read: ReadPhoto) -> dict[str, object]:
    """Return what a photo carries besides its caption."""
    return {
        "creators": "\n".join(read.photographers),
        "credit_line": read.credit[:120],
    }


def new_bylines(article: Article, read: ReadArticle) -> list[Byline]:
    """Return the unsaved bylines in printed order; they name no person, for a reporter may share a
    chair's name.
    """
    signed = enumerate(read.byline, 1)
    return [
        Byline(
            article=article, name=by.name[:60], role=str(by.role), position=n
        )
        for n, by in signed
    ]


def _saved(record: Record) -> Record:
    record._change_reason = LOADED
    record.save()
    return record
