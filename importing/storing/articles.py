"""A page as read to records: newspaper, issue and page, articles, bylines and photos."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, count

from django.utils.text import slugify
from django.utils.translation import gettext as _

from articles.composing import texts_of_blocks
from articles.models import (
    Article,
    Block,
    Byline,
    FormerSlug,
    Issue,
    Newspaper,
    Page,
    Photo,
    Publication,
)
from articles.models.printed_numbers import sort_label_of
from importing.delivery.files import FilePage
from importing.delivery.identity import CompleteIdentity
from importing.refusal import ImportRefused
from importing.storing.blocks import ReadBlocks
from importing.storing.page_load import PageLoad, fits
from importing.storing.picture_places import Caption
from importing.storing.pictures import picture_details
from people.pinyin import sort_name_of
from reader.results import ReadArticle, ReadByline, ReadPhoto
from records.bulk import insert


def page_of(identity: CompleteIdentity) -> Page:
    """Return the page that is meant (02 and 2 are one), unsaved when it is new; a new issue or
    newspaper is stored.
    """
    known = _known_issue(identity)
    if known is None:
        return Page(issue=_new_issue(identity), label=identity.page)
    page = _known_page(known, identity.page) or Page(label=identity.page)
    page.issue = known
    return page


def _known_issue(identity: CompleteIdentity) -> Issue | None:
    issues = Issue.objects.select_related("newspaper")
    of_day = issues.filter(
        newspaper__name=identity.newspaper,
        date=identity.date,
    )
    return of_day.called(identity.edition).first()


def _known_page(issue: Issue, label: str) -> Page | None:
    pages = Page.objects.filter(issue=issue).order_by("pk")
    return pages.filter(sort_label=sort_label_of(label)).first()


def _new_issue(identity: CompleteIdentity) -> Issue:
    issue = Issue(
        newspaper=_newspaper_of(identity),
        date=identity.date,
        edition_name=identity.edition,
    )
    issue.save()
    return issue


def _newspaper_of(identity: CompleteIdentity) -> Newspaper:
    """Return the newspaper of that name; a new one gets an address unlike every other's."""
    known = Newspaper.objects.filter(name=identity.newspaper).first()
    return known or _new_newspaper(identity.newspaper)


def _new_newspaper(name: str) -> Newspaper:
    sound = sort_name_of(name).replace(" ", "")
    return Newspaper.objects.create(
        name=name,
        slug=_free_slug(slugify(sound)),
    )


def _free_slug(slug: str) -> str:
    """Return the slug, with the first free number when other newspapers have it."""
    taken = _slugs_like(slug)
    numbered = (f"{slug}-{number}" for number in count(2))
    every = chain([slug], numbered)
    return next(free for free in every if free not in taken)


def _slugs_like(beginning: str) -> set[str]:
    """Return the addresses that newspapers have and had, of those with this beginning."""
    taken: set[str] = set()
    for model in (Newspaper, FormerSlug):
        alike = model._default_manager.filter(slug__startswith=beginning)
        taken.update(alike.values_list("slug", flat=True))
    return taken


def fill_page(load: PageLoad, file: FilePage) -> None:
    """Save what the delivered file and its reading say of a page."""
    page = load.page
    read = load.read
    page.text = read.text
    page.sha256 = file.digest
    page.source_name = file.name[-255:]
    page.coverage = read.coverage
    page.save()


def last_number_in_print(page: Page) -> int:
    """Return the highest number of an address that readers ever had where a page is printed, 0 if
    none: it may be that of another page, which was moved since.
    """
    printed = Publication.objects.filter(
        newspaper=page.issue.newspaper_id,
        day=page.issue.date,
        edition=page.issue.edition,
        sort_label=sort_label_of(page.label),
    )
    numbers = printed.order_by("-address_number")
    highest = numbers.values_list("address_number", flat=True).first()
    return highest or 0


def store_articles(load: PageLoad) -> None:
    """Create the articles of a new page with their blocks, bylines and photos; the last of them has
    the number that the page gave last.
    """
    found = ReadBlocks(load.page, load.read)
    before = load.page.last_address_number - len(load.read.articles)
    for index, read in enumerate(load.read.articles):
        place = index + 1
        article = new_article(load.page, place, before + place, read)
        article.take_texts(texts_of_blocks(found.of_article[index]))
        load.articles.append(article)
        load.photos.append(new_photos(load, index))
    load.create(load.articles)
    load.create(chain.from_iterable(load.photos))
    load.create(_bylines(load))
    insert(list(_blocks(load, found)))


def _blocks(load: PageLoad, found: ReadBlocks) -> Iterator[Block]:
    """Yield the blocks of a page, each with its article and its photo."""
    for index, article in enumerate(load.articles):
        found.give_article(index, article, load.photos[index])
        yield from found.of_article[index]
    yield from found.furniture


def _bylines(load: PageLoad) -> Iterator[Byline]:
    for article, read in zip(load.articles, load.read.articles, strict=True):
        yield from new_bylines(article, read)


# Articles


def new_article(
    page: Page, position: int, address_number: int, read: ReadArticle
) -> Article:
    """Return an unsaved article whose texts are as read."""
    texts = texts_of(read)
    as_read = {f"read_{part}": text for part, text in texts.items()}
    start, end = read.span
    details = details_of(read)
    article = Article(
        page=page,
        position=position,
        address_number=address_number,
        start=start,
        end=end,
        **texts,
        **as_read,
        **details,
    )
    article.take_place()
    return article


def texts_of(read: ReadArticle) -> dict[str, str]:
    """Return the text of each part; a heading too long for a heading refuses the page."""
    texts = {
        "kicker": read.kicker,
        "headline": read.headline,
        "subtitle": read.subtitle,
        "body": "\n".join(paragraph.text for paragraph in read.paragraphs),
    }
    for part, text in texts.items():
        if not fits(Article, **{part: text}):
            raise _too_long(part, text, read)
    return texts


def _too_long(part: str, text: str, read: ReadArticle) -> ImportRefused:
    start, _end = read.span
    words = {"part": part, "start": start, "length": len(text)}
    message = _(
        "the %(part)s at offset %(start)d has %(length)d characters, too many for one"
    )
    return ImportRefused(message % words)


def details_of(read: ReadArticle) -> dict[str, object]:
    """Return what an article carries besides its texts."""
    dateline = read.dateline
    return {
        "dateline_source": (dateline.source or "")[:60],
        "dateline_place": (dateline.place or "")[:60],
        "dateline_date": dateline.date,
        "continues_on": (read.continues_on or "")[:20],
        "continued_from": (read.continued_from or "")[:20],
    }


def new_bylines(article: Article, read: ReadArticle) -> list[Byline]:
    """Return the unsaved bylines in printed order; they name no person, for a reporter may share a
    chair's name.
    """
    signed = enumerate(read.byline, 1)
    return [_new_byline(article, position, by) for position, by in signed]


def _new_byline(article: Article, position: int, read: ReadByline) -> Byline:
    return Byline(
        article=article,
        name=read.name[:60],
        role=str(read.role),
        position=position,
    )


# Photos


def new_photos(load: PageLoad, index: int) -> list[Photo]:
    """Return the unsaved photos of an article that was not read before."""
    read = load.read.articles[index]
    captions = [(index, number) for number in range(len(read.photos))]
    return [
        new_photo(load, caption, position)
        for position, caption in enumerate(captions, 1)
    ]


def new_photo(load: PageLoad, caption: Caption, position: int) -> Photo:
    """Return an unsaved photo whose caption is as read, with the picture that was delivered for
    it.
    """
    index, number = caption
    read = load.read.articles[index].photos[number]
    details = picture_details(load, caption, photo_details_of(read))
    start, end = read.span
    return Photo(
        article=load.articles[index],
        position=position,
        start=start,
        end=end,
        caption=read.caption,
        read_caption=read.caption,
        **details,
    )


def photo_details_of(read: ReadPhoto) -> dict[str, object]:
    """Return what a photo carries besides its caption."""
    return {
        "creators": "\n".join(read.photographers),
        "credit_line": read.credit[:120],
    }
