"""E-paper sites as archives keep them: an index of each page with links to its articles, or
articles alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from django.conf import settings
from django.utils.translation import gettext as _

from importing.delivery.files.content import (
    Content,
    FilePage,
    Near,
    Picture,
    digest_of,
)
from importing.delivery.files.epaper_markup import Markup, Piece, read_markup
from importing.delivery.files.sources import DeliveredFile
from importing.delivery.identity import Identity, agreed
from importing.refusal import ImportRefused


@dataclass(frozen=True)
class _Document:
    file: DeliveredFile
    markup: Markup
    digest: str


def epaper_pages(files: Sequence[DeliveredFile]) -> Iterator[FilePage]:
    """Yield the pages that the HTML files of one folder make up.

    A page is an index with the articles it links to; articles that no index links to are together
    the page they name."""
    documents: dict[str, _Document] = {}
    for file in files:
        try:
            documents[file.path] = _opened(file)
        except ImportRefused as refusal:
            yield _refused(file.name, refusal)
    indexes = [
        document for document in documents.values() if document.markup.is_index
    ]
    taken: set[str] = set()
    for index in indexes:
        articles, missing = _articles_of(index, documents)
        taken |= {article.file.path for article in articles}
        if missing:
            reason = _("the article %(link)s it links to is not there") % {
                "link": missing[0]
            }
            yield _refused(index.file.name, ImportRefused(reason))
        elif articles:
            yield _page([index, *articles], is_whole=True)
    left = [
        each
        for each in documents.values()
        if not each.markup.is_index and each.file.path not in taken
    ]
    for group in _by_page(left):
        yield _page(group, is_whole=False)


def _opened(file: DeliveredFile) -> _Document:
    data = file.read(settings.MAX_PAGE_BYTES)
    markup = read_markup(data, file.path)
    if not markup.is_index and not markup.pieces:
        raise ImportRefused(_("empty: there is no text in it"))
    return _Document(file, markup, digest_of(data))


def _refused(name: str, refusal: ImportRefused) -> FilePage:
    return FilePage(name, "", partial(_raise, refusal))


def _raise(refusal: ImportRefused) -> Content:
    raise refusal


def _articles_of(
    index: _Document, documents: dict[str, _Document]
) -> tuple[list[_Document], list[str]]:
    """Return the articles an index links to, in its order, and the links that lead to no file."""
    articles: dict[str, _Document] = {}
    missing = []
    for link in index.markup.links:
        file = index.file.linked(link)
        if file is None:
            missing.append(link)
            continue
        document = documents.get(file.path) or _opened(file)
        if not document.markup.is_index:
            articles[file.path] = document
    return list(articles.values()), missing


def _by_page(articles: list[_Document]) -> list[list[_Document]]:
    groups: dict[Identity, list[_Document]] = {}
    for article in articles:
        groups.setdefault(article.markup.identity, []).append(article)
    return list(groups.values())


def _page(documents: list[_Document], *, is_whole: bool) -> FilePage:
    data = (
        document.file.read(settings.MAX_PAGE_BYTES) for document in documents
    )
    return FilePage(
        documents[0].file.name,
        digest_of(*data),
        partial(_content, documents),
        is_whole=is_whole,
    )


def _content(documents: list[_Document]) -> Content:
    identity = agreed(
        *(
            (document.file.path, document.markup.identity)
            for document in documents
        )
    )
    text = ""
    pictures = []
    lost = []
    for document in documents:
        if not document.markup.is_index:
            text += "\n\n\n" if text else ""
            text, found, missing = _written(text, document)
            pictures += found
            lost += missing
    if documents[0].markup.picture:
        picture = documents[0].file.linked(documents[0].markup.picture)
    else:
        picture = None
    scan = picture.read(settings.MAX_FILE_BYTES) if picture else None
    return Content(text, identity, tuple(pictures), scan, tuple(lost))


def _written(
    text: str, document: _Document
) -> tuple[str, list[Picture], list[str]]:
    """Write an article under the text; return both, its pictures and what is said of those that are
    not there.

    What follows a picture is nearest to it, then what it follows.
    """
    places: list[Near] = []
    pictures = []
    lost = []
    pieces = document.markup.pieces
    for piece in pieces:
        if piece.is_text:
            text += "\n\n" if places else ""
            places.append(Near(0, len(text), len(text) + len(piece.text)))
            text += piece.text
    before = 0
    for piece in pieces:
        if piece.is_text:
            before += 1
        else:
            last = places[before - 1 : before] if before else []
            near = (
                *places[before : before + 1],
                *(replace(each, distance=1) for each in last),
            )
            _fetch(document.file, piece, near, pictures, lost)
    return text, pictures, lost


def _fetch(
    file: DeliveredFile,
    piece: Piece,
    near: tuple[Near, ...],
    pictures: list[Picture],
    lost: list[str],
) -> None:
    linked = file.linked(piece.link)
    if linked is None:
        lost.append(
            _("%(picture)s: not among the delivered files")
            % {"picture": piece.link}
        )
        return
    try:
        pictures.append(
            Picture(linked.read(settings.MAX_FILE_BYTES), linked.name, near)
        )
    except ImportRefused as refusal:
        lost.append(f"{linked.name}: {refusal}")
