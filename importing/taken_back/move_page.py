"""Moving a page to the issue that it was printed in."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Q
from django.utils.translation import gettext as _

from articles.editions import edition_name_of, edition_word_of
from articles.models import Article, Issue, Newspaper, Page, Publication
from articles.models.printed_numbers import sort_label_of
from editorial.change_log import logged, note_changes
from editorial.models import Step
from editorial.public_records import seen_at_once
from editorial.publishing.metadata import publish_in_place
from editorial.steps.taking import TakingStep, taking_step
from importing.delivery.identity import given
from importing.refusal import ImportRefused

PERMISSION = "articles.change_page"


@dataclass(frozen=True, slots=True)
class PrintedIn:
    """Where a page belongs: newspaper, day, label, and the printed name of the edition, "" for the
    ordinary one.
    """

    newspaper: Newspaper
    date: dt.date
    label: str
    edition: str = ""


def move_page(page: Page, to: PrintedIn, by: User, reason: str) -> Page:
    """Move a page with its articles to another issue, or give it another label, as one step; jumps
    to and from pages of the issue it leaves are cut. What readers see of it is published again in
    its new place, and the former addresses lead there.

    Raise ``PermissionDenied``, or ``ValidationError`` without a reason, where the label is taken,
    and where readers had addresses of another page."""
    if not by.has_perm(PERMISSION):
        raise PermissionDenied
    if not reason.strip():
        raise ValidationError(_("Say why the page is moved."))
    label = _label(to.label)
    to = replace(to, edition=edition_name_of(to.edition.strip()))
    act = taking_step(Step.Kind.PAPER, by, page=page, reason=reason.strip())
    with logged(), act as step:
        pages = Page.objects.select_for_update(of=["self"])
        current = pages.select_related("issue__newspaper").get(pk=page.pk)
        _check_unseen(current, to, label)
        issue = _issue(to, by, step)
        _check_free(current, issue, label)
        step.watch_alone(current)
        note_changes(seen_at_once(current))
        note_changes(seen_at_once(current.issue))
        if issue != current.issue:
            _cut_jumps(current, step, by)
        current.issue = issue
        current.label = label
        current.save()
        note_changes(seen_at_once(issue))
        articles = Article.objects.filter(page=current)
        publish_in_place(articles.values_list("pk", flat=True), by)
    return current


def _label(typed: str) -> str:
    try:
        label = given(None, None, typed).page
    except ImportRefused as refusal:
        raise ValidationError(str(refusal)) from refusal
    if label is None:
        raise ValidationError(_("A page needs a label."))
    return label


def _check_unseen(page: Page, to: PrintedIn, label: str) -> None:
    """Refuse a place whose addresses lead to what was published of another page."""
    published = Publication.objects.filter(
        newspaper=to.newspaper,
        day=to.date,
        edition__in=_words_of(to),
        label=label,
    )
    if published.exclude(page=page).exists():
        message = _("Readers have addresses of another page that stood there.")
        raise ValidationError(message)


def _words_of(to: PrintedIn) -> set[str]:
    """Return how addresses say the edition, and would say it if it were not stored yet."""
    of_day = Issue.objects.filter(newspaper=to.newspaper, date=to.date)
    known = of_day.called(to.edition).values_list("edition", flat=True)
    return {*known, edition_word_of(to.edition)}


def _issue(to: PrintedIn, by: User, step: TakingStep) -> Issue:
    of_day = Issue.objects.filter(newspaper=to.newspaper, date=to.date)
    known = of_day.called(to.edition)
    with_newspaper = known.select_related("newspaper")
    issue = with_newspaper.first()
    if issue is not None:
        return issue
    issue = Issue(
        newspaper=to.newspaper,
        date=to.date,
        edition_name=to.edition,
    )
    issue.save()
    step.watch_made(issue)
    return issue


def _check_free(page: Page, issue: Issue, label: str) -> None:
    if issue == page.issue and label == page.label:
        raise ValidationError(_("The page stands there already."))
    same = Page.objects.filter(issue=issue, sort_label=sort_label_of(label))
    if same.exclude(pk=page.pk).exists():
        words = {"issue": issue, "label": label}
        message = _("%(issue)s has a page %(label)s already.")
        raise ValidationError(message % words)


def _cut_jumps(page: Page, step: TakingStep, by: User) -> None:
    """Let no article go on in another issue."""
    leaves = Q(page=page) & ~Q(continuation__page=page)
    comes = Q(continuation__page=page) & ~Q(page=page)
    jumping = Article.objects.filter(leaves | comes, continuation__isnull=False)
    for article in jumping.select_for_update(of=["self"]).order_by("pk"):
        step.watch_alone(article)
        article.continuation = None
        article.save(update_fields=["continuation"])
