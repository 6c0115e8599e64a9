"""What a load of sent files would read and do; nothing is stored."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from articles.models import Issue, Newspaper, Page
from articles.models.printed_numbers import sort_label_of
from importing.batch import Batch
from importing.delivery.files import Refused
from importing.delivery.identity import CompleteIdentity
from importing.models import Upload
from importing.reading_ahead import Loadable, PageAhead
from importing.sent.load_upload import (
    FEW_FILES,
    batch_of_upload,
    files_in,
    loadable_in,
)
from importing.storing.people import bearers_of, first_places
from reader.results import ReadArticle, ReadFinding, ReadPage


@dataclass(frozen=True, slots=True)
class PreviewArticle:
    """One article as read, with what is doubted of it."""

    read: ReadArticle
    characters: int
    doubts: tuple[ReadFinding, ...]


@dataclass(frozen=True, slots=True)
class PreviewPeople:
    """Whom the names of a page mean: known people, several of one name, people not known yet."""

    known: tuple[str, ...] = ()
    shared: tuple[str, ...] = ()
    new: tuple[str, ...] = ()

    @property
    def count(self) -> int:
        parts = (self.known, self.shared, self.new)
        return sum(map(len, parts))


@dataclass(frozen=True, slots=True)
class KnownPage:
    """The page on record that would be read again: how many of its lines stay, go and come, and
    how many of its articles readers see.
    """

    page: Page
    kept: int
    gone: int
    added: int
    published: int


@dataclass(frozen=True, slots=True)
class PreviewPage:
    """One page as it would be loaded; ``refusal`` says why it would not, ``is_loaded`` that these
    very bytes are on record.
    """

    name: str
    refusal: str = ""
    is_loaded: bool = False
    identity: CompleteIdentity | None = None
    read: ReadPage | None = None
    articles: tuple[PreviewArticle, ...] = ()
    people: PreviewPeople = field(default_factory=PreviewPeople)
    known: KnownPage | None = None
    pictures: tuple[bytes, ...] = ()


@dataclass(frozen=True, slots=True)
class Preview:
    """The pages that were looked at, and how many of how many files they are from."""

    pages: tuple[PreviewPage, ...]
    looked_at: int
    files: int

    @property
    def is_whole(self) -> bool:
        return self.looked_at == self.files

    @property
    def has_refused(self) -> bool:
        return any(page.refusal for page in self.pages)

    @property
    def is_refused(self) -> bool:
        """Tell whether nothing at all would be loaded."""
        if not self.is_whole:
            return False
        return all(page.refusal for page in self.pages)


def preview_of(upload: Upload) -> Preview:
    """Read the first pages of sent files as a load would; raise ``ImportRefused`` when their table
    cannot be read.
    """
    batch = batch_of_upload(upload)
    items = loadable_in(upload, batch)
    looked_at: list[Loadable] = []
    pages: list[PreviewPage] = []
    for item in items:
        left = FEW_FILES - len(pages)
        if left <= 0:
            break
        looked_at.append(item)
        pages += _pages_of(item, batch, left)
    read = files_in(looked_at)
    every = files_in(items)
    return Preview(tuple(pages), read, every)


def _pages_of(item: Loadable, batch: Batch, most: int) -> Iterator[PreviewPage]:
    if isinstance(item, Refused):
        yield PreviewPage(item.name, item.reason)
        return
    ahead = batch.pages_ahead(item, most)
    if isinstance(ahead, Exception):
        yield PreviewPage(item.files[0].name, _why(ahead))
    else:
        yield from map(_page_of, ahead)


def _page_of(page: PageAhead) -> PreviewPage:
    name = page.delivery.file.name
    if page.fault is not None:
        return PreviewPage(name, _why(page.fault))
    if page.ahead is None:
        return PreviewPage(name, is_loaded=True)
    read = page.ahead.page
    identity = page.ahead.identity
    images = page.ahead.placed.shown()
    return PreviewPage(
        name,
        identity=identity,
        read=read,
        articles=tuple(_articles_of(read)),
        people=_people_of(read, identity),
        known=_known_page(read, identity),
        pictures=tuple(image.data for image in images),
    )


def _why(fault: Exception) -> str:
    words = str(fault).split()
    if not words:
        return type(fault).__name__
    return " ".join(words)


def _articles_of(read: ReadPage) -> Iterator[PreviewArticle]:
    for article in read.articles:
        start, end = article.span
        doubts = [
            found for found in read.findings if start <= found.start < end
        ]
        lengths = [len(each.text) for each in article.paragraphs]
        characters = sum(lengths)
        yield PreviewArticle(
            article,
            characters,
            tuple(doubts),
        )


def _people_of(read: ReadPage, identity: CompleteIdentity) -> PreviewPeople:
    names = first_places(read)
    newspaper = Newspaper.objects.filter(name=identity.newspaper).first()
    bearers = bearers_of(newspaper, names) if newspaper else {}
    by_count: dict[int, list[str]] = {0: [], 1: [], 2: []}
    for name in names:
        count = len(bearers.get(name, ()))
        by_count[min(count, 2)].append(name)
    new, known, shared = map(tuple, by_count.values())
    return PreviewPeople(known, shared, new)


def _known_page(read: ReadPage, identity: CompleteIdentity) -> KnownPage | None:
    pages = Page.objects.filter(
        issue__newspaper__name=identity.newspaper,
        issue__date=identity.date,
        issue__in=Issue.objects.called(identity.edition),
        sort_label=sort_label_of(identity.page),
    )
    page = pages.select_related("issue__newspaper").first()
    if page is None:
        return None
    before = _lines(page.text)
    now = _lines(read.text)
    return KnownPage(
        page,
        kept=(before & now).total(),
        gone=(before - now).total(),
        added=(now - before).total(),
        published=page.articles.published().count(),
    )


def _lines(text: str) -> Counter[str]:
    lines = text.splitlines()
    stripped = map(str.strip, lines)
    filled = filter(None, stripped)
    return Counter(filled)


def doubts_in(pages: Iterable[PreviewPage]) -> list[ReadFinding]:
    """Return everything doubted on pages."""
    doubts: list[ReadFinding] = []
    for page in pages:
        if page.read is not None:
            doubts += page.read.findings
    return doubts
