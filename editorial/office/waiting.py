"""What waits at the desk, and which of it one person may do: nobody signs what they changed."""

from __future__ import annotations

from django.contrib.auth.models import User
from django.db.models import Exists, OuterRef, Subquery

from articles.models import Article, Evidence, Mention, Page, Photo
from articles.models.article_queries import ArticleQuerySet
from articles.models.paper import PageQuerySet
from articles.models.photo import PhotoQuerySet
from editorial.models import Finding, Review, Rule
from editorial.models.finding import FindingQuerySet
from editorial.models.step import unchanged_by
from events.models import FieldEvidence

# Which state of work waits for which step; withdrawn articles are corrected before they are signed.
STATE_BEFORE: dict[str, str] = {
    Review.Step.FIRST: Article.Status.IMPORTED,
    Review.Step.SECOND: Article.Status.FIRST_REVIEWED,
    Review.Step.FINAL: Article.Status.SECOND_REVIEWED,
}
CLASHES = (Rule.OTHER_READING, Rule.NOT_READ_AGAIN)


def returned() -> ArticleQuerySet:
    """Keep the articles that a reviewer sent back and nobody has changed since."""
    standing = Review.objects.standing()
    of_article = standing.filter(article=OuterRef("pk"))
    sent_back = of_article.filter(decision=Review.Decision.RETURNED)
    unsigned = Article.objects.filter(status=Article.Status.IMPORTED)
    return unsigned.filter(Exists(sent_back))


def to_sign(step: str) -> ArticleQuerySet:
    """Keep the articles whose turn a step is: for the first review those with nothing open."""
    waiting = Article.objects.filter(status=STATE_BEFORE[step])
    if step != Review.Step.FIRST:
        return waiting
    doubted = findings_to_clear().filter(article=OuterRef("pk"))
    sent_back = returned().values("pk")
    return waiting.exclude(Exists(doubted)).exclude(pk__in=sent_back)


def signable_by(articles: ArticleQuerySet, by: User) -> ArticleQuerySet:
    """Leave the articles that this person changed since they were published, or signed another step
    of.
    """
    mine = Review.objects.approving().filter(article=OuterRef("pk"), by=by)
    return unchanged_by(articles, by).exclude(Exists(mine))


def publishable() -> ArticleQuerySet:
    return Article.objects.filter(status=Article.Status.FINAL_REVIEWED)


def withdrawn() -> ArticleQuerySet:
    """Keep the articles that wait to be corrected and signed again behind their note."""
    return Article.objects.filter(status=Article.Status.WITHDRAWN)


def stating_lost_words() -> ArticleQuerySet:
    """Keep the articles with marked words that were edited away, or dates counted from an issue's
    date that is another one now: what they state is hidden.
    """
    lost = {"article": OuterRef("pk"), "check_again": True}
    mentions = Mention.objects.filter(**lost)
    evidence = Evidence.objects.filter(**lost)
    counted = FieldEvidence.objects.to_check()
    dates = counted.filter(evidence__article=OuterRef("pk"))
    words = Exists(mentions) | Exists(evidence)
    return Article.objects.filter(words | Exists(dates))


def findings_to_clear() -> FindingQuerySet:
    """Keep the findings that nobody has looked at; those put off wait for a day."""
    return Finding.objects.filter(status=Finding.Status.OPEN)


def pages_to_clear() -> PageQuerySet:
    """Keep the pages with something that nobody has looked at."""
    return _pages_with(findings_to_clear())


def missing_pictures() -> FindingQuerySet:
    """Keep what says that a picture has not come, waited for or not."""
    return Finding.objects.open().filter(rule=Rule.MISSING_IMAGE)


def pages_missing_pictures() -> PageQuerySet:
    """Keep the pages with a caption whose picture has not come."""
    return _pages_with(missing_pictures())


def reports_of_readers() -> FindingQuerySet:
    """Keep what readers said is wrong."""
    return Finding.objects.open().filter(rule=Rule.READER_REPORT)


def photos_to_describe() -> PhotoQuerySet:
    """Keep the photos whose pictures keep their articles from being signed."""
    return Photo.objects.undescribed()


def pages_readers_doubt() -> PageQuerySet:
    """Keep the pages of which a reader said that something is wrong."""
    return _pages_with(reports_of_readers())


def clashes() -> FindingQuerySet:
    """Keep what is read otherwise than editors made of an older reading."""
    return Finding.objects.open().filter(rule__in=CLASHES)


def pages_read_otherwise() -> PageQuerySet:
    """Keep the pages on which a new reading differs from what editors made of the old one."""
    return _pages_with(clashes())


def first_on_page(findings: FindingQuerySet) -> Subquery:
    """Return the key of the first of these findings on each page, for a QuerySet of pages."""
    of_page = findings.filter(page=OuterRef("pk"))
    return Subquery(of_page.order_by("page_start", "pk").values("pk")[:1])


def _pages_with(findings: FindingQuerySet) -> PageQuerySet:
    of_page = findings.filter(page=OuterRef("pk"))
    return Page.objects.listed().filter(Exists(of_page))
