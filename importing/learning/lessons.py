"""What the archive teaches: the names in its signed articles, laid out as a reading of their pages.

A name is confirmed when its words stand in an article that has passed the final review: reviewers
have signed what is marked there as a name, and that the rest is none. What a load has changed since
then nobody has signed; an article whose names were touched so teaches nothing until it is signed
again, or the model would learn from itself."""

from __future__ import annotations

from django.db.models import Exists, OuterRef, Prefetch, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _

from articles.models import Article, Mention, Page, Publication
from articles.models.article_queries import TEXTS_AS_READ
from editorial.models import Review, Step
from importing.learning.lesson import Lesson, lesson_of

# Below these the evaluation says more about chance than about the model.
LEAST_PAGES = 20
LEAST_MENTIONS = 200
# The newest pages are enough, and more would not fit into the memory of a small machine.
MOST_PAGES = 300


class TooLittleError(ValueError):
    """Say in one line that the archive has not signed enough names yet."""


def lessons() -> list[Lesson]:
    """Return a lesson for each page with signed articles, the newest page first, at most
    ``MOST_PAGES``.

    Raise ``TooLittleError`` when they are fewer than ``LEAST_PAGES`` or hold fewer than
    ``LEAST_MENTIONS`` names."""
    found = [lesson_of(page) for page in _signed_pages()]
    _check_enough(found)
    return found


def _signed_pages() -> QuerySet[Page]:
    """Return the newest pages with signed articles, these with all that a lesson needs."""
    of_page = signed().filter(page=OuterRef("pk"))
    newest = Page.objects.filter(Exists(of_page)).order_by("-pk")[:MOST_PAGES]
    standing = Mention.objects.standing().in_order()
    articles = (
        signed()
        .order_by("position")
        .defer(*TEXTS_AS_READ)
        .prefetch_related("bylines", "photos", Prefetch("mentions", standing))
    )
    return (
        newest.select_related("issue")
        .defer("text")
        .prefetch_related(Prefetch("articles", articles))
    )


def _check_enough(found: list[Lesson]) -> None:
    mentions = sum(len(lesson.spans) for lesson in found)
    if len(found) >= LEAST_PAGES and mentions >= LEAST_MENTIONS:
        return
    counts = {
        "mentions": mentions,
        "pages": len(found),
        "least": LEAST_MENTIONS,
        "least_pages": LEAST_PAGES,
    }
    raise TooLittleError(
        _(
            "too little to learn from: %(mentions)d confirmed names on "
            "%(pages)d pages with signed articles; "
            "%(least)d on %(least_pages)d pages are needed"
        )
        % counts
    )


def signed() -> QuerySet[Article]:
    """Return the articles that passed the final review and whose names no load has changed
    since.
    """
    final = Review.objects.standing().filter(
        article=OuterRef("pk"),
        step=Review.Step.FINAL,
        decision=Review.Decision.APPROVED,
    )
    changed = Step.changed.through.objects.filter(
        article=OuterRef("pk"),
        step__kind=Step.Kind.LOAD,
        step__at__gt=OuterRef("signed_at"),
    )
    passed = Article.objects.filter(
        status__in=[Article.Status.FINAL_REVIEWED, Article.Status.PUBLISHED]
    )
    current = Publication.objects.current().filter(article=OuterRef("pk"))
    return passed.annotate(
        signed_at=Coalesce(
            Subquery(final.values("at")[:1]), Subquery(current.values("at")[:1])
        )
    ).filter(~Exists(changed))
