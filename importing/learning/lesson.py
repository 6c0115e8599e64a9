"""A lesson: the signed articles of one page, laid out as a perfect reader would read them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from articles.models import Article, Mention, Page
from articles.models.selector import Part
from reader.passages import lay_out_passages
from reader.results import (
    Paragraph,
    ReadArticle,
    ReadByline,
    ReadMention,
    ReadPhoto,
    Role,
    Span,
)

HEADINGS = (Part.KICKER, Part.HEADLINE, Part.SUBTITLE)


@dataclass(frozen=True, slots=True)
class Lesson:
    """The signed articles of one page: ``text`` holds their words, ``articles`` their parts and
    confirmed names.
    """

    newspaper: int
    text: str
    articles: tuple[ReadArticle, ...]

    @property
    def mentions(self) -> Iterator[ReadMention]:
        for article in self.articles:
            yield from article.mentions

    @property
    def names(self) -> set[str]:
        return {mention.name for mention in self.mentions}

    @property
    def spans(self) -> set[Span]:
        """The confirmed names as half-open offsets into ``text``."""
        return {mention.span for mention in self.mentions}

    def passages(self) -> Iterator[tuple[str, list[Span]]]:
        """Yield each heading, paragraph and caption with its names, as half-open offsets into
        it.
        """
        for article in self.articles:
            for passage in lay_out_passages(self.text, article).passages:
                (source,) = passage.sources
                yield passage.text, _names_in(source, article)


def lesson_of(page: Page) -> Lesson:
    """Return the lesson of a page; its ``articles``, and their ``mentions``, are fetched already:
    the signed and the standing ones.
    """
    sheet = _Sheet()
    articles = [_laid_out(each, sheet) for each in page.articles.all()]
    return Lesson(page.issue.newspaper_id, sheet.text(), tuple(articles))


def _names_in(passage: Span, article: ReadArticle) -> list[Span]:
    """Return the names of an article that stand in a passage, as offsets into it."""
    begin, end = passage
    spans = (mention.span for mention in article.mentions)
    return [
        (start - begin, stop - begin)
        for start, stop in spans
        if begin <= start and stop <= end
    ]


@dataclass(slots=True)
class _Sheet:
    """A page's text while it is put together from the parts of its articles, one under the
    other.
    """

    lines: list[str] = field(default_factory=list)
    length: int = 0

    def add(self, words: str) -> Span:
        start = self.length
        end = start + len(words)
        self.lines.append(words)
        self.length = end + 1
        return start, end

    def text(self) -> str:
        return "\n".join(self.lines)

    def paragraph(self, words: str) -> Paragraph:
        return Paragraph(words, (self.add(words),))


@dataclass(slots=True)
class _Places:
    """Where on the sheet the parts of an article stand: headings by part, captions by photo."""

    headings: dict[str, Span]
    body: int
    captions: dict[int, Span]

    def start_of(self, mention: Mention) -> int:
        """Return where the text begins that a mention's offsets count in."""
        photo = mention.photo_id
        if photo:
            return self.captions[photo][0]
        if mention.part == Part.BODY:
            return self.body
        return self.headings[mention.part][0]


def _laid_out(article: Article, sheet: _Sheet) -> ReadArticle:
    """Return the article as a perfect reader would, its texts added to the sheet."""
    begin = sheet.length
    headings = _headings(article, sheet)
    body = sheet.length
    paragraphs = tuple(map(sheet.paragraph, article.paragraphs))
    photos = article.photos.all()
    captions = {photo.pk: sheet.add(photo.caption) for photo in photos}
    places = _Places(headings, body, captions)
    return ReadArticle(
        span=(begin, sheet.length),
        heading_sources={part: (span,) for part, span in headings.items()},
        byline=tuple(_bylines(article, begin)),
        paragraphs=paragraphs,
        photos=tuple(_photos(article, captions)),
        mentions=tuple(_mentions(article, places)),
    )


def _headings(article: Article, sheet: _Sheet) -> dict[str, Span]:
    return {part: sheet.add(getattr(article, part)) for part in HEADINGS}


def _bylines(article: Article, begin: int) -> Iterator[ReadByline]:
    for line in article.bylines.all():
        yield ReadByline(line.name, Role(line.role), (begin, begin))


def _photos(article: Article, captions: dict[int, Span]) -> Iterator[ReadPhoto]:
    for photo in article.photos.all():
        span = captions[photo.pk]
        creators = tuple(photo.creator_names)
        yield ReadPhoto(
            photo.caption,
            creators,
            "",
            span,
            span,
        )


def _mentions(article: Article, places: _Places) -> Iterator[ReadMention]:
    for mention in article.mentions.all():
        start = places.start_of(mention)
        span = (start + mention.start, start + mention.end)
        yield ReadMention(mention.name, span)
