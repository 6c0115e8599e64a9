"""Deciding a case: what is decided of it is decided of each of its findings."""

from __future__ import annotations

from contextlib import AbstractContextManager

from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from articles.models import Article, Page, Photo
from editorial.casework.acts import PageWords, act_named
from editorial.casework.cases import Case, cases_of
from editorial.deciding import PERMISSION, deciding_steps, defer, dismiss
from editorial.models import Finding, Step
from editorial.steps.taking import TakingStep, grouped_steps, taking_step
from editorial.steps.undoing import undo
from records.grouping import grouped


def words_on_page(page: Page) -> PageWords:
    """Return the words of a page as they stand now."""
    articles = {each.pk: each for each in page.articles.in_order()}
    shown = Photo.objects.filter(article__page=page).order_by("position", "pk")
    for photo in shown:
        photo.article = articles[photo.article_id]
    photos = grouped((photo.article_id, photo) for photo in shown)
    return PageWords(page.text, articles, photos)


def cases_on(page: Page, words: PageWords) -> list[Case]:
    """Return the cases of a page, settled ones too, each finding with the very article at hand."""
    photos = {
        photo.pk: photo for found in words.photos.values() for photo in found
    }
    findings = list(page.findings.select_related("decided_by"))
    for finding in findings:
        finding.page = page
        finding.article = words.articles.get(finding.article_id or 0)
        finding.photo = photos.get(finding.photo_id or 0)
    return cases_of(findings)


def act_on(page: Page, key: int, name: str, by: User, seen: str = "") -> Case:
    """Do what the act of this name does about the case that holds the finding ``key``; return the
    case as it then stands.

    ``seen`` is the digest of the case as it was shown, '' for any. Raise ``PermissionDenied``,
    ``ValidationError`` when the case looks otherwise now, was settled, or cannot be acted on so,
    and what ``correct`` raises.
    """
    with _one_step(page, by):
        words = _locked_words(page, by)
        case = _case_of(page, words, key)
        if seen and seen != case.seen:
            raise ValidationError(
                _("This case has changed since you opened it; look again.")
            )
        if not case.is_open and not case.is_put_off:
            raise ValidationError(_("Somebody has settled this case already."))
        act = act_named(case, words, name)
        act.carry_out(case, words, by)
    return case_of(page, key)


def refuse_case(page: Page, key: int, by: User, reason: str) -> Case:
    """Dismiss each finding of a case, saying why; raise what ``dismiss`` raises."""
    with _one_step(page, by, reason):
        undecided = _undecided(page, key)
        for finding in undecided:
            dismiss(finding, by, reason)
    return case_of(page, key)


def put_off(page: Page, key: int, by: User, reason: str = "") -> Case:
    """Leave each finding of a case for later; raise what ``defer`` raises."""
    with _one_step(page, by, reason):
        undecided = _undecided(page, key)
        for finding in undecided:
            defer(finding, by, reason)
    return case_of(page, key)


def reopen(page: Page, key: int, by: User) -> Case:
    """Undo the step that decided a case: it waits again, and words that it changed are back.

    Raise ``ValidationError`` for a case that nobody has decided, and what ``undo`` raises.
    """
    with transaction.atomic(), grouped_steps():
        _locked_words(page, by)
        decided = _decided(page, key)
        for step in deciding_steps(decided):
            undo(step, by)
    return case_of(page, key)


def _one_step(
    page: Page, by: User, reason: str = ""
) -> AbstractContextManager[TakingStep]:
    return taking_step(Step.Kind.FINDING, by, page=page, reason=reason.strip())


def _decided(page: Page, key: int) -> list[Finding]:
    unseen = Finding.Status.OPEN
    found = case_of(page, key).findings
    decided = [each for each in found if each.status != unseen]
    if not decided:
        message = _("Nobody has decided this case.")
        raise ValidationError(message)
    return decided


def case_of(page: Page, key: int) -> Case:
    """Return the case that holds the finding of this key; raise ``ValidationError`` for none."""
    words = words_on_page(page)
    return _case_of(page, words, key)


def _case_of(page: Page, words: PageWords, key: int) -> Case:
    for case in cases_on(page, words):
        if key in case.keys:
            return case
    raise ValidationError(_("This case is no longer one of this page."))


def _undecided(page: Page, key: int) -> list[Finding]:
    settled = (Finding.Status.ACCEPTED, Finding.Status.DISMISSED)
    found = case_of(page, key).findings
    waiting = [each for each in found if each.status not in settled]
    if not waiting:
        raise ValidationError(_("Somebody has settled this case already."))
    return waiting


def _locked_words(page: Page, by: User) -> PageWords:
    """Keep the page's articles from others until the transaction ends; return their words."""
    if not by.has_perm(PERMISSION):
        raise PermissionDenied
    articles = Article.objects.filter(page=page)
    in_order = articles.order_by("pk")
    locked = in_order.select_for_update(of=["self"])
    list(locked.values_list("pk"))
    return words_on_page(page)
