"""E-paper sites as archives keep them: an index of each page with links to its articles, or
articles alone.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial

from django.conf import settings
from django.utils.translation import gettext as _

from editorial.models import Rule, Severity
from importing.delivery.files.content import (
    Content,
    FilePage,
    LeftOut,
    digest_of,
    refusing,
)
from importing.delivery.files.epaper.epaper_markup import Markup, read_markup
from importing.delivery.files.epaper.epaper_site import Site
from importing.delivery.files.epaper.epaper_text import EpaperText
from importing.delivery.files.epaper.page_files import Document, PageFiles
from importing.delivery.files.images import size_of
from importing.delivery.files.regions import Region, Sheet
from importing.delivery.files.sources import OUTSIDE, DeliveredFile
from importing.delivery.identity import Identity, agreed
from importing.refusal import ImportRefused
from reader.results import ReadFinding


def epaper_pages(files: Sequence[DeliveredFile]) -> Iterator[FilePage]:
    """Yield the pages that HTML files make up: links are followed among all of them.

    A page is an index with the articles it links to; articles that no index links to are together
    the page they name. Contents, and files that only lead a browser on, are passed over."""
    documents: dict[str, Document] = {}
    for file in files:
        try:
            documents[file.path] = _opened(file)
        except ImportRefused as refusal:
            yield FilePage(file.name, "", refusing(refusal))
    for page in Site(documents, _fetched).pages():
        yield _page(page)


def _fetched(file: DeliveredFile) -> Document | None:
    """Return a file that lies beside what was named; a broken one is as if it were not there."""
    try:
        return _opened(file)
    except ImportRefused:
        return None


def _opened(file: DeliveredFile) -> Document:
    markup = _markup(file)
    if markup.is_empty:
        reason = _("empty: there is no text in it")
        raise ImportRefused(reason)
    is_index = markup.is_index or markup.leads_on
    # Of thousands of files only what ties them together is kept.
    ties = replace(markup, lines=())
    return Document(file, ties, is_index)


def _markup(file: DeliveredFile) -> Markup:
    return read_markup(file.read(settings.MAX_PAGE_BYTES), file)


def _page(page: PageFiles) -> FilePage:
    name = page.documents[0].file.name
    if not page.articles:
        return FilePage(name, "", refusing(_without_articles(page)))
    limit = settings.MAX_PAGE_BYTES
    parts = (document.file.read(limit) for document in page.documents)
    return FilePage(
        name,
        digest_of(*parts),
        partial(_content, page),
        is_whole=page.index is not None,
        files=tuple(document.file for document in page.documents),
    )


def _without_articles(page: PageFiles) -> ImportRefused:
    """Return why an index is no page: nothing it links to is there."""
    link = page.missing[0]
    file = page.documents[0].file
    if not file.path_to(link).startswith(OUTSIDE):
        words = {"link": link}
        return ImportRefused(
            _("the article %(link)s it links to is not there") % words
        )
    both = [posixpath.join(posixpath.dirname(file.name), link), file.name]
    folder = posixpath.commonpath(map(posixpath.normpath, both))
    return ImportRefused(
        _("its articles lie outside what was named: name %(folder)s")
        % {"folder": folder}
    )


def _content(page: PageFiles) -> Content:
    identity = _stated(page)
    written = EpaperText()
    spans: dict[str, tuple[int, int]] = {}
    left_out: list[LeftOut] = []
    for document in page.articles:
        markup = _markup(document.file)
        start = written.add(document.file, markup.lines)
        end = len(written.text)
        if start < end:
            spans[document.file.path] = (start, end)
        left_out.append(_left_out(markup, end))
    picture = _page_picture(page.index, written) if page.index else None
    return Content(
        written.text,
        identity,
        tuple(written.pictures),
        picture,
        tuple(written.lost),
        tuple(map(_missing, page.missing)),
        tuple(written.fetched),
        tuple(_regions(page, spans, picture)),
        _all_left_out(left_out),
        partial(_completed, page),
    )


def _left_out(markup: Markup, end: int) -> LeftOut:
    """Return what is missing behind an article whose words end at an offset of the text."""
    words = markup.left_out
    return LeftOut(len(words), words, max(0, end - 1))


def _all_left_out(each: Iterable[LeftOut]) -> LeftOut:
    """Return what is missing of all articles; only what one misses has a place."""
    found = [one for one in each if one.count]
    if len(found) == 1:
        return found[0]
    words = "".join(one.words for one in found)
    return LeftOut(len(words), words)


def _regions(
    page: PageFiles, spans: dict[str, tuple[int, int]], picture: bytes | None
) -> Iterator[Region]:
    """Yield where the articles of a page stand on its picture, as the map of the index has it."""
    if page.index is None or picture is None:
        return
    markup = page.index.markup
    size = markup.shown or size_of(picture)
    if size is None:
        return
    sheet = Sheet(*size)
    for path, span in spans.items():
        links = page.links.get(path, ())
        for area in markup.areas:
            region = sheet.region(*span, area.edges)
            if region is not None and area.link in links:
                yield region


def _stated(page: PageFiles) -> Identity:
    """Return what the files surely state; raise ``ImportRefused`` when the words of one of them
    mean another page.
    """
    stated = [
        (each.file.path, each.markup.page.stated) for each in page.documents
    ]
    found = agreed(*stated)
    if found.page:
        worded = (
            (each.file.path, Identity(page=each.markup.page.inferred.page))
            for each in page.documents
        )
        name = page.documents[0].file.path
        own = Identity(page=found.page)
        agreed((name, own), *worded)
    return found


def _completed(page: PageFiles, known: Identity) -> Identity:
    """Return what is known with the rest as words and names around the page stand for."""
    stated = [
        (each.file.path, each.identity.without(known))
        for each in page.documents
    ]
    found = known.completed_by(agreed(*stated))
    several = page.documents[0].markup.page.several
    if several and not found.page:
        words = {"labels": ", ".join(several[:5])}
        raise ImportRefused(
            _("it names pages %(labels)s and none as its own; give --page")
            % words
        )
    return found


def _missing(link: str) -> ReadFinding:
    message = _("An article of this page was not delivered: %(link)s.")
    words = {"link": link}
    return ReadFinding(
        Rule.MISSING_ARTICLE, Severity.WARNING, 0, 0, message % words
    )


def _page_picture(index: Document, written: EpaperText) -> bytes | None:
    """Return the picture of the page; what is not there is said."""
    address = index.markup.picture
    if not address:
        return None
    return written.fetch(index.file, address)
