"""Which HTML files of an e-paper make up a page: an index and the articles it links to, or articles
that no index links to.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterator
from functools import cached_property

from importing.delivery.files.epaper.dated_folders import folder_day
from importing.delivery.files.epaper.page_files import (
    Document,
    PageFiles,
    own_pages,
)
from importing.delivery.files.meant_paths import host_of, without_host
from importing.delivery.files.sources import OUTSIDE, DeliveredFile
from importing.delivery.identity import same_label

Fetch = Callable[[DeliveredFile], "Document | None"]

DIGITS = re.compile(r"\d+")


class Site:
    """The HTML files of a delivery, or of one day in it, by their path.

    ``fetch`` opens a file that lies beside them and that an index links to; None when it cannot be
    read."""

    def __init__(self, documents: dict[str, Document], fetch: Fetch) -> None:
        self.documents = documents
        self._fetch = fetch
        self._fetched: dict[str, Document | None] = {}
        self._taken: set[str] = set()

    def pages(self) -> Iterator[PageFiles]:
        """Yield the pages: those of indexes, then articles that no index links to, the articles of
        one page together. An index that leads to other indexes alone makes none.
        """
        pages = list(map(self._linked_by, self._indexes))
        self._take_listed(pages)
        yield from own_pages(pages)
        yield from self._articles_alone()

    @cached_property
    def _indexes(self) -> list[Document]:
        return [each for each in self.documents.values() if each.is_index]

    def _linked_by(self, index: Document) -> PageFiles:
        """Return the page of an index: what its map links to, without a map what it lists."""
        page = PageFiles(index)
        markup = index.markup
        mapped = markup.mapped
        links = mapped or markup.listed
        for link in links:
            document = self._document(index, link)
            if document is None:
                if self._is_missing_article(index, link):
                    page.missing.append(link)
            elif mapped or not self._is_elsewhere(index, document):
                page.links.setdefault(document.file.path, set()).add(link)
                self._take(page, document)
        return page

    def _take(self, page: PageFiles, document: Document) -> None:
        self._taken.add(document.file.path)
        if document.is_index:
            return
        if document not in page.articles:
            page.articles.append(document)

    def _take_listed(self, pages: list[PageFiles]) -> None:
        """Give a page what its index lists beside the map, if no map has it and no other index
        lists it.
        """
        listers: dict[Document, list[PageFiles]] = {}
        for page in pages:
            for document in self._listed_beside(page.index):
                listers.setdefault(document, []).append(page)
        for document, holders in listers.items():
            if len(holders) == 1:
                self._take(holders[0], document)

    def _listed_beside(self, index: Document | None) -> Iterator[Document]:
        """Yield the articles in the list of an index with a map that no map has."""
        if index is None:
            return
        markup = index.markup
        if not markup.mapped:
            return
        for link in markup.listed:
            document = self._document(index, link)
            if document is None or document.file.path in self._taken:
                continue
            if not self._is_elsewhere(index, document):
                yield document

    def _document(self, index: Document, link: str) -> Document | None:
        """Return the file that a link leads to, None when it is not there or broken."""
        path = index.file.path_to(link)
        folded = path.casefold()
        held = self._by_folded_path.get(folded)
        if held is not None:
            return self.documents.get(path, held)
        return self._fetched_from(index, link)

    def _fetched_from(self, index: Document, link: str) -> Document | None:
        file = index.file.linked(link)
        if file is None:
            return None
        path = file.path
        if path not in self._fetched:
            self._fetched[path] = self._fetch(file)
        return self._fetched[path]

    @cached_property
    def _by_folded_path(self) -> dict[str, Document]:
        """The files by their path as servers know it that take 1.HTM for 1.htm."""
        return {path.casefold(): each for path, each in self.documents.items()}

    def _is_elsewhere(self, index: Document, document: Document) -> bool:
        """Tell whether a linked file is no article of this page: an index, of another day, or of a
        page that has an index of its own.
        """
        own = index.identity
        other = document.identity
        if document.is_index:
            return True
        if own.date and other.date and own.date != other.date:
            return True
        if not own.page or not other.page:
            return False
        if same_label(own.page, other.page):
            return False
        if document.markup.page.stated.page:
            return True
        labels = (each.identity.page for each in self._indexes)
        return any(same_label(each, other.page) for each in labels if each)

    def _is_missing_article(self, index: Document, link: str) -> bool:
        """Tell whether a link that leads to no delivered file meant an article of this page."""
        path = self._path_at_home(index, link)
        if not path:
            return False
        shape = _shape(path)
        if shape in self._index_shapes:
            return False
        day = folder_day(path)
        own = index.identity.date
        if day and own and day != own:
            return False
        if path.startswith(OUTSIDE):
            return True
        if shape in self._article_shapes:
            return True
        return bool(index.markup.mapped) and self._is_beside_one(index, path)

    def _path_at_home(self, index: Document, link: str) -> str:
        """Return the path that a link means, also one with the site's own host to a file that is
        not there; "" for one to another host.
        """
        file = index.file
        path = file.path_to(link)
        if path or host_of(link) not in self._hosts:
            return path
        inside = without_host(link)
        return file.path_to(inside)

    @cached_property
    def _hosts(self) -> set[str]:
        """The hosts under which links lead to delivered articles."""
        found: set[str] = set()
        for index in self._indexes:
            found.update(self._hosts_in(index))
        return found

    def _hosts_in(self, index: Document) -> Iterator[str]:
        markup = index.markup
        links = (*markup.mapped, *markup.listed)
        for link in links:
            host = host_of(link)
            if host and self._document(index, link):
                yield host

    def _is_beside_one(self, index: Document, path: str) -> bool:
        """Tell whether a file that is not there would lie where an article of an index does, or
        whether none of them is there.
        """
        folders: set[str] = set()
        for link in index.markup.mapped:
            found = self._document(index, link)
            if found is not None:
                folders.add(_folder(found.file.path))
        return not folders or _folder(path) in folders

    @cached_property
    def _index_shapes(self) -> set[str]:
        """What the files of indexes are called but for their numbers."""
        return {_shape(index.file.path) for index in self._indexes}

    @cached_property
    def _article_shapes(self) -> set[str]:
        documents = self.documents.values()
        return {
            _shape(each.file.path) for each in documents
        } - self._index_shapes

    def _articles_alone(self) -> Iterator[PageFiles]:
        groups: dict[object, PageFiles] = {}
        for path, document in self.documents.items():
            if document.is_index:
                continue
            if path in self._taken:
                continue
            page = document.markup.page
            key = (document.identity, page.several)
            group = groups.setdefault(key, PageFiles(None))
            group.articles.append(document)
        yield from groups.values()


def _folder(path: str) -> str:
    return posixpath.dirname(path)


def _shape(path: str) -> str:
    return DIGITS.sub("#", posixpath.basename(path))
