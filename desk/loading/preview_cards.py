"""A preview of sent files in the words of the desk."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from io import BytesIO

from django.utils.functional import Promise

from articles.models import Block
from desk.bench.delivered import TINTS
from desk.photos.near_pictures import NearPhoto, photos_near_file
from editorial.models import Rule, Severity
from importing.sent.preview import PreviewArticle, PreviewPage, doubts_in

RowLabel = str | Promise


@dataclass(frozen=True, slots=True)
class RuleCount:
    """How often a rule doubts something."""

    severity: int
    label: RowLabel
    count: int


@dataclass(frozen=True, slots=True)
class SeverityRow:
    """What is doubted at one severity."""

    label: RowLabel
    rules: list[RuleCount]
    count: int


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """An article of the preview and its doubts."""

    article: PreviewArticle
    doubts: list[RuleCount]


@dataclass(frozen=True, slots=True)
class PreviewPiece:
    """A block of the page as delivered."""

    label: RowLabel
    tint: str
    text: str
    number: int | None


@dataclass(frozen=True, slots=True)
class PreviewCard:
    """One page: its articles, what is doubted, the page in blocks."""

    page: PreviewPage
    rows: list[ArticleRow] = field(default_factory=list)
    severities: list[SeverityRow] = field(default_factory=list)
    pieces: list[PreviewPiece] = field(default_factory=list)
    near: list[NearPhoto] = field(default_factory=list)

    @property
    def findings(self) -> int:
        return sum(row.count for row in self.severities)

    @property
    def coverage_percent(self) -> float:
        read = self.page.read
        if read is None:
            return 0.0
        return read.coverage * 100


def card_of(page: PreviewPage) -> PreviewCard:
    """Return a page of a preview as it is shown."""
    rows = map(_row, page.articles)
    severities = _severities(page)
    pieces = _pieces(page)
    near = _near(page)
    return PreviewCard(
        page,
        list(rows),
        list(severities),
        list(pieces),
        list(near),
    )


def _near(page: PreviewPage) -> Iterator[NearPhoto]:
    """Yield the photos on other pages that look like one of this page's pictures."""
    known = page.known.page.pk if page.known else None
    for each in _looking_alike(page):
        article = each.photo.article
        if article.page_id != known:
            yield each


def _looking_alike(page: PreviewPage) -> Iterator[NearPhoto]:
    for data in page.pictures:
        file = BytesIO(data)
        yield from photos_near_file(file)


def _row(article: PreviewArticle) -> ArticleRow:
    doubts = _counted(article.doubts)
    return ArticleRow(article, doubts)


def _counted(doubts: Iterable) -> list[RuleCount]:
    """Return the rules that doubt something, the gravest first."""
    counted = Counter((each.severity, each.rule) for each in doubts)
    return [
        RuleCount(severity, Rule(rule).label, count)
        for (severity, rule), count in sorted(counted.items())
    ]


def _severities(page: PreviewPage) -> Iterator[SeverityRow]:
    rules = _counted(doubts_in([page]))
    for severity in Severity:
        own = [rule for rule in rules if rule.severity == severity]
        if own:
            count = sum(rule.count for rule in own)
            yield SeverityRow(severity.label, own, count)


def _pieces(page: PreviewPage) -> Iterator[PreviewPiece]:
    read = page.read
    if read is None:
        return
    for block in read.blocks:
        text = read.text[block.start : block.end]
        text = text.strip()
        if not text:
            continue
        number = _number(block.article)
        label = Block.Kind(block.kind).label
        tint = TINTS.get(block.kind, "body")
        yield PreviewPiece(label, tint, text, number)


def _number(article: int | None) -> int | None:
    """Return the number of an article as people count."""
    if article is None:
        return None
    return article + 1
