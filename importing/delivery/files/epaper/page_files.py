"""The HTML files that make up a page of an e-paper, and which of several indexes is its own."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property, partial

from importing.delivery.files.epaper.epaper_markup import Markup
from importing.delivery.files.sources import DeliveredFile
from importing.delivery.identity import Identity, same_label


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


@dataclass
class PageFiles:
    """The files of one page: its ``index``, None for articles alone, and the articles in order;
    ``missing`` are the links to articles that were not delivered, ``links`` those that led to each
    article, by its path.
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


def own_pages(pages: Sequence[PageFiles]) -> list[PageFiles]:
    """Return the pages of indexes in their order, without those whose articles are all on others:
    contents of an issue, frames around a page's list, a copy of the first page. What leads to an
    article of another page does not make it one of this.
    """
    for page in pages:
        _leave_to_others(page, pages)
    kept = [page for page in pages if page.articles or page.missing]
    lightest_first = sorted(kept, key=_weight)
    for page in lightest_first:
        others = _without(page, kept)
        if _is_repeat(page, others):
            kept = others
    return kept


def _without(page: PageFiles, pages: Iterable[PageFiles]) -> list[PageFiles]:
    return [each for each in pages if each is not page]


def _leave_to_others(page: PageFiles, pages: Iterable[PageFiles]) -> None:
    """Take out of a page the articles that state another one, whose index has them too, unless
    none is left.
    """
    label = page.label
    if label is None:
        return
    labelled = [each for each in pages if each.label]
    own = [
        article
        for article in page.articles
        if not _is_of_another(article, label, labelled)
    ]
    page.articles = own or page.articles


def _is_of_another(
    article: Document, label: str, pages: Iterable[PageFiles]
) -> bool:
    stated = article.markup.page.stated.page
    if stated is None or same_label(stated, label):
        return False
    for page in pages:
        own = page.label or ""
        if same_label(own, stated):
            return article in page.articles
    return False


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


def _is_repeat(page: PageFiles, others: Sequence[PageFiles]) -> bool:
    """Tell whether a page without a label of its own, or with that of another one, has no article
    that is not on others.
    """
    elsewhere: set[str] = set()
    for other in others:
        elsewhere |= other.paths
    if not page.articles:
        return False
    if not page.paths <= elsewhere:
        return False
    return page.label is None or _is_labelled_so(page.label, others)


def _is_labelled_so(label: str, pages: Iterable[PageFiles]) -> bool:
    labels = [page.label for page in pages if page.label]
    is_same = partial(same_label, label)
    return any(map(is_same, labels))
