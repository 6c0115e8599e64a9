"""The HTML files that make up a page of an e-paper, and which of several indexes is its own."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property, partial
from itertools import chain

from importing.delivery.files.epaper.epaper_markup import Markup
from importing.delivery.files.sources import DeliveredFile
from importing.delivery.identity import Identity, same_label
from records.grouping import grouped


@dataclass(frozen=True)
class Document:
    """One HTML file; its lines are read again when the page is."""

    file: DeliveredFile
    markup: Markup
    is_index: bool

    @cached_property
    def identity(self) -> Identity:
        """What the file says of its page, surely or not."""
        return self.markup.page.whole


@dataclass(eq=False)
class PageFiles:
    """The files of one page, itself and no other: its ``index``, None for articles alone, and the
    articles in order; ``missing`` are the links to articles that were not delivered, ``links``
    those that led to each article, by its path.
    """

    index: Document | None
    articles: list[Document] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    links: dict[str, set[str]] = field(default_factory=dict)

    @property
    def documents(self) -> list[Document]:
        if self.index:
            return [self.index, *self.articles]
        return self.articles

    @property
    def label(self) -> str | None:
        """The label that the index itself states or is called by."""
        return self.index.identity.page if self.index else None

    @property
    def paths(self) -> set[str]:
        return {each.file.path for each in self.articles}


# The pages that have an article, by its path.
Holders = dict[str, list[PageFiles]]


def own_pages(pages: Sequence[PageFiles]) -> list[PageFiles]:
    """Return the pages of indexes in their order, without those whose articles are all on others:
    contents of an issue, frames around a page's list, a copy of the first page. What leads to an
    article of another page does not make it one of this.
    """
    holders = _holders(pages)
    for page in pages:
        _leave_to_others(page, holders)
    kept = [page for page in pages if page.articles or page.missing]
    repeats = _repeats_in(kept)
    return [page for page in kept if page not in repeats]


def _holders(pages: Iterable[PageFiles]) -> Holders:
    """Return by the path of each article the pages that have it."""
    return grouped((path, page) for page in pages for path in page.paths)


def _leave_to_others(page: PageFiles, holders: Holders) -> None:
    """Take out of a page the articles that state another one, whose index has them too, unless
    none is left.
    """
    own = [
        article
        for article in page.articles
        if not _is_of_another(article, page, holders)
    ]
    page.articles = own or page.articles


def _is_of_another(
    article: Document, page: PageFiles, holders: Holders
) -> bool:
    stated = article.markup.page.stated.page
    if stated is None or page.label is None:
        return False
    if same_label(stated, page.label):
        return False
    return _is_labelled_so(stated, holders[article.file.path])


def _repeats_in(pages: Iterable[PageFiles]) -> set[PageFiles]:
    """Return the pages that others make needless; those are asked first that say least of
    themselves.
    """
    holders = _holders(pages)
    repeats = set()
    for page in sorted(pages, key=_weight):
        if _is_repeat(page, holders):
            repeats.add(page)
            for path in page.paths:
                holders[path].remove(page)
    return repeats


def _weight(page: PageFiles) -> tuple[bool, bool, int]:
    """Return what tells a page that others make needless: no map, no label in its file's name, many
    articles.
    """
    if page.index is None:
        return True, True, 0
    markup = page.index.markup
    is_mapped = bool(markup.mapped)
    is_named = markup.page.named is not None
    count = len(page.articles)
    return is_mapped, is_named, -count


def _is_repeat(page: PageFiles, holders: Holders) -> bool:
    """Tell whether a page without a label of its own, or with that of another one, has no article
    that is not on others.
    """
    others = [_others(page, holders[path]) for path in page.paths]
    if not page.articles or not all(others):
        return False
    if page.label is None:
        return True
    return _is_labelled_so(page.label, chain.from_iterable(others))


def _others(page: PageFiles, pages: Iterable[PageFiles]) -> list[PageFiles]:
    return [each for each in pages if each is not page]


def _is_labelled_so(label: str, pages: Iterable[PageFiles]) -> bool:
    labels = [page.label for page in pages if page.label]
    is_same = partial(same_label, label)
    return any(map(is_same, labels))
