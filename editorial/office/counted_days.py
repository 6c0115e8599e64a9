"""Dates that were worked out from an issue's date (yesterday, 27 September): when that is another
one, somebody looks at them again.
"""

from __future__ import annotations

from collections.abc import Collection

from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import F, QuerySet
from django.utils.translation import gettext as _

from articles.models import Article
from editorial.change_log import logged
from editorial.models import Step
from editorial.publishing.reopening import reopen_changed
from editorial.steps.taking import taking_step
from events.models import FieldEvidence

PERMISSION = "articles.change_article"


def mark_counted_days(articles: Collection[int]) -> None:
    """Mark the dates that words of these articles state if they were counted from another day than
    the articles are of now, and let the others stand; signatures on what is stated otherwise so
    are void.
    """
    turned = _turned(articles)
    if not turned:
        return
    changed = FieldEvidence.objects.filter(pk__in=turned)
    to_reopen = set(changed.values_list("evidence__article", flat=True))
    marked = _keys(changed.to_check())
    changed.filter(pk__in=marked).update(check_again=False)
    changed.exclude(pk__in=marked).update(check_again=True)
    reopen_changed(to_reopen)


def _turned(articles: Collection[int]) -> set[int]:
    """Return the keys of the dates whose mark is not as it should be."""
    stated = FieldEvidence.objects.of_articles(articles)
    counted = stated.filter(counted_from__isnull=False)
    of_day = counted.filter(counted_from=F("evidence__article__day"))
    of_others = counted.exclude(pk__in=of_day.values("pk"))
    marked = _keys(of_day.filter(check_again=True))
    unmarked = _keys(of_others.filter(check_again=False))
    return marked | unmarked


def _keys(rows: QuerySet[FieldEvidence]) -> set[int]:
    return set(rows.values_list("pk", flat=True))


def days_to_check(article: Article) -> QuerySet[FieldEvidence]:
    """Return the dates to be looked at again, with event and words, in the order of the text."""
    stated = FieldEvidence.objects.of_articles([article.pk]).to_check()
    along = stated.select_related("event", "evidence")
    return along.order_by("evidence__part", "evidence__start", "pk")


def _day_to_check(article: Article, key: int) -> FieldEvidence:
    day = days_to_check(article).filter(pk=key).first()
    if day is None:
        raise ValidationError(_("Nothing is to be looked at here."))
    return day


def confirm_counted_day(article: Article, key: int, by: User) -> None:
    """Let a date of an article stand, though the article's issue has another date now; ``key`` is
    that of its words.

    Raise ``PermissionDenied``, or ``ValidationError`` for one that somebody has looked at."""
    if not by.has_perm(PERMISSION):
        raise PermissionDenied
    act = taking_step(Step.Kind.FACT, by, article=article)
    with logged(), act as step:
        current = Article.objects.locked(article.pk)
        day = _day_to_check(current, key)
        step.watch_alone(day)
        day.counted_from = current.day
        day.check_again = False
        day.save(update_fields=["counted_from", "check_again"])
        reopen_changed([current.pk])
