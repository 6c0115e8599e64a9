"""What the archive teaches: the names in its signed articles, laid out as a reading of their pages.

A name is confirmed when its words stand in an article that has passed the final review: reviewers
have signed what is marked there as a name, and that the rest is none. What a load has changed since
then nobody has signed; an article whose names were touched so teaches nothing until it is signed
again, or the model would learn from itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from django.db.models import Exists, OuterRef, Prefetch, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _

from articles.models import Article, Mention, Page
from articles.models.long_texts import TEXTS_AS_READ
from articles.models.selector import Part
from editorial.models import Review
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
from records.history import LOADED

HEADINGS = (Part.KICKER, Part.HEADLINE, Part.SUBTITLE)
# Below these the evaluation says more about chance than about the model.
LEAST_PAGES = 20
LEAST_MENTIONS = 200
# The newest pages are enough, and more would not fit into the memory of a small machine.
MOST_PAGES = 300


class TooLittleError(ValueError):
    """Say in one line that the archive has not signed enough names yet."""


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
        return (
            mention for article in self.articles for mention in article.mentions
        )

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
            for paragraph in lay_out_passages(self.text, article).passages:
                ((start, end),) = paragraph.sources
                spans = (mention.span for mention in article.mentions)
                yield (
                    paragraph.text,
                    [
                        (a - start, b - start)
                        for a, b in spans
                        if start <= a and b <= end
                    ],
                )


def lessons() -> list[Lesson]:
    """Return a lesson for each page with signed articles, the newest page first, at most
    ``MOST_PAGES``.

    Raise ``TooLittleError`` when they are fewer than ``LEAST_PAGES`` or hold fewer than
    ``LEAST_MENTIONS`` names."""
    pages = Page.objects.filter(
        Exists(signed().filter(page=OuterRef("pk")))
    ).order_by("-pk")[:MOST_PAGES]
    parts = (
        "bylines",
        "photos",
        Prefetch(
            "mentions",
            Mention.objects.standing().in_order(),
            to_attr="confirmed",
        ),
    )
    articles = (
        signed()
        .order_by("position")
        .defer(*TEXTS_AS_READ)
        .prefetch_related(*parts)
    )
    found = [
        _lesson(page)
        for page in pages.select_related("issue")
        .defer("text", "blocks")
        .prefetch_related(Prefetch("articles", articles, to_attr="signed"))
    ]
    mentions = sum(len(lesson.spans) for lesson in found)
    if len(found) < LEAST_PAGES or mentions < LEAST_MENTIONS:
        counts = {
            "mentions": mentions,
            "pages": len(found),
            "least": LEAST_MENTIONS,
            "least_pages": LEAST_PAGES,
        }
        raise TooLittleError(
            _(
                "too little to learn from: %(mentions)d confirmed names on %(pages)d pages with signed articles; "
                "%(least)d on %(least_pages)d pages are needed"
            )
            % counts
        )
    return found


def signed() -> QuerySet[Article]:
    """Return the articles that passed the final review and whose names no load has changed
    since.
    """
    final = Review.objects.standing().filter(
        article=OuterRef("pk"),
        step=Review.Step.FINAL,
        decision=Review.Decision.APPROVED,
    )
    changed = Mention.history.filter(
        article_id=OuterRef("pk"),
        history_change_reason=LOADED,
        history_date__gt=OuterRef("signed_at"),
    )
    passed = Article.objects.filter(
        status__in=[Article.Status.FINAL_REVIEWED, Article.Status.PUBLISHED]
    )
    return passed.annotate(
        signed_at=Coalesce(Subquery(final.values("at")[:1]), "published_at")
    ).filter(~Exists(changed))


@dataclass(slots=True)
class _Sheet:
    """A page's text while it is put together from the parts of its articles, one under the
    other.
    """

    lines: list[str] = field(default_factory=list)
    length: int = 0

    def add(self, words: str) -> Span:
        start = self.length
        end = self.length + len(words)
        self.lines.append(words)
        self.length = end + 1
        return start, end


def _lesson(page: Page) -> Lesson:
    sheet = _Sheet()
    articles = tuple(_laid_out(article, sheet) for article in page.signed)
    return Lesson(page.issue.newspaper_id, "\n".join(sheet.lines), articles)


def _laid_out(article: Article, sheet: _Sheet) -> ReadArticle:
    """Return the article as a perfect reader would, its texts added to the sheet."""
    begin = sheet.length
    headings = {part: sheet.add(getattr(article, part)) for part in HEADINGS}
    body = sheet.length
    paragraphs = [
        Paragraph(words, (sheet.add(words),)) for words in article.paragraphs
    ]
    captions = {
        photo.pk: sheet.add(photo.caption) for photo in article.photos.all()
    }
    starts = {part: span[0] for part, span in headings.items()} | {
        Part.BODY: body
    }
    return ReadArticle(
        span=(begin, sheet.length),
        heading_sources={part: (span,) for part, span in headings.items()},
        byline=tuple(
            ReadByline(line.name, Role(line.role), (begin, begin))
            for line in article.bylines.all()
        ),
        paragraphs=tuple(paragraphs),
        photos=tuple(
            ReadPhoto(
                photo.caption,
                tuple(photo.creator_names),
                "",
                captions[photo.pk],
                captions[photo.pk],
            )
            for photo in article.photos.all()
        ),
        mentions=tuple(
            _moved(
                mention,
                captions[mention.photo_id][0]
                if mention.photo_id
                else starts[mention.part],
            )
            for mention in article.confirmed
        ),
    )


def _moved(mention: Mention, start: int) -> ReadMention:
    return ReadMention(
        mention.name, (start + mention.start, start + mention.end)
    )
