"""E-paper sites as archives keep them: an index of each page with links to its articles, or
articles alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial

from django.conf import settings
from django.utils.translation import gettext as _

from importing.delivery.files.content import (
    Content,
    FilePage,
    digest_of,
    refusing,
)
from importing.delivery.files.epaper.epaper_markup import Markup, read_markup
from importing.delivery.files.epaper.epaper_text import EpaperText
from importing.delivery.files.sources import DeliveredFile
from importing.delivery.identity import Identity, agreed
from importing.refusal import ImportRefused


@dataclass(frozen=True)
class _Document:
    """One HTML file, read."""

    file: DeliveredFile
    markup: Markup


def epaper_pages(files: Sequence[DeliveredFile]) -> Iterator[FilePage]:
    """Yield the pages that the HTML files of one folder make up.

    A page is an index with the articles it links to; articles that no index links to are together
    the page they name."""
    folder = _Folder()
    for file in files:
        try:
            folder.documents[file.path] = _opened(file)
        except ImportRefused as refusal:
            yield _refused(file.name, refusal)
    for index in folder.indexes():
        yield from folder.pages_of(index)
    for group in folder.articles_left():
        yield _page(group, is_whole=False)


@dataclass
class _Folder:
    """The HTML files of one folder by their path; those ``taken`` are articles of an index."""

    documents: dict[str, _Document] = field(default_factory=dict)
    taken: set[str] = field(default_factory=set)

    def indexes(self) -> list[_Document]:
        return [
            document
            for document in self.documents.values()
            if document.markup.is_index
        ]

    def pages_of(self, index: _Document) -> Iterator[FilePage]:
        """Yield the page of an index, or its refusal when an article is missing; an index without
        articles is none.
        """
        articles, missing = self._articles_of(index)
        self.taken |= articles.keys()
        if missing:
            reason = _("the article %(link)s it links to is not there") % {
                "link": missing[0]
            }
            yield _refused(index.file.name, ImportRefused(reason))
        elif articles:
            yield _page([index, *articles.values()], is_whole=True)

    def articles_left(self) -> list[list[_Document]]:
        """Return the articles that no index links to, those of one page together."""
        groups: dict[Identity, list[_Document]] = {}
        for path, document in self.documents.items():
            markup = document.markup
            if not markup.is_index and path not in self.taken:
                group = groups.setdefault(markup.identity, [])
                group.append(document)
        return list(groups.values())

    def _articles_of(
        self, index: _Document
    ) -> tuple[dict[str, _Document], list[str]]:
        """Return the articles an index links to, in its order, and the links that lead to no
        file.
        """
        articles: dict[str, _Document] = {}
        missing = []
        for link in index.markup.links:
            file = index.file.linked(link)
            if file is None:
                missing.append(link)
                continue
            known = self.documents.get(file.path)
            document = known or _opened(file)
            if not document.markup.is_index:
                articles[file.path] = document
        return articles, missing


def _opened(file: DeliveredFile) -> _Document:
    data = file.read(settings.MAX_PAGE_BYTES)
    markup = read_markup(data, file.path)
    if markup.is_empty:
        raise ImportRefused(_("empty: there is no text in it"))
    return _Document(file, markup)


def _refused(name: str, refusal: ImportRefused) -> FilePage:
    return FilePage(name, "", refusing(refusal))


def _page(documents: list[_Document], *, is_whole: bool) -> FilePage:
    limit = settings.MAX_PAGE_BYTES
    digest = digest_of(*(document.file.read(limit) for document in documents))
    name = documents[0].file.name
    return FilePage(
        name, digest, partial(_content, documents), is_whole=is_whole
    )


def _content(documents: list[_Document]) -> Content:
    stated = [(each.file.path, each.markup.identity) for each in documents]
    identity = agreed(*stated)
    written = EpaperText()
    for document in documents:
        if not document.markup.is_index:
            written.add(document.file, document.markup.lines)
    return Content(
        written.text,
        identity,
        tuple(written.pictures),
        _page_picture(documents[0]),
        tuple(written.lost),
    )


def _page_picture(index: _Document) -> bytes | None:
    address = index.markup.picture
    if not address:
        return None
    picture = index.file.linked(address)
    if not picture:
        return None
    return picture.read(settings.MAX_FILE_BYTES)
