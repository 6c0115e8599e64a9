"""Deciding a finding: the machine proposes, a person decides."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import AbstractContextManager

from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils.translation import gettext as _

from articles.models import Article
from editorial.correcting import correct
from editorial.models import Finding, Rule, Step, StepRow
from editorial.readers_reports.answering import answer_later
from editorial.steps.taking import TakingStep, taking_step
from editorial.steps.undoing import undo

PERMISSION = "editorial.change_finding"


def accept(finding: Finding, by: User) -> None:
    """Agree with a finding; what it offers replaces the words it doubts, through a correction.

    A finding that offers nothing is only noted as right. Raise ``PermissionDenied``,
    ``ValidationError`` when it is decided already or its words no longer stand in the article, and
    what ``correct`` raises.
    """
    with _deciding(finding, by, finding.message) as step:
        current = _decide(finding, Finding.Status.ACCEPTED, by, step)
        if current.replacement is not None:
            _apply(current, by)
    finding.refresh_from_db()


def dismiss(finding: Finding, by: User, reason: str) -> None:
    """Disagree with a finding, saying why.

    Raise ``ValidationError`` without a reason or when it is decided already, or
    ``PermissionDenied``.
    """
    why = reason.strip()
    if not why:
        message = _("Dismissing a finding needs a reason.")
        raise ValidationError({"reason": message})
    _decide_alone(finding, Finding.Status.DISMISSED, by, why)


def defer(finding: Finding, by: User, reason: str = "") -> None:
    """Leave a finding for later; it stays open.

    Raise ``ValidationError`` when it is decided already, or ``PermissionDenied``.
    """
    _decide_alone(finding, Finding.Status.DEFERRED, by, reason.strip())


def open_again(finding: Finding, by: User, reason: str = "") -> Step:
    """Take the decision on a finding back; words that it changed are as they were before.

    Raise ``ValidationError`` for a finding that nobody has decided, and what ``undo`` raises."""
    steps = deciding_steps([finding])
    if not steps:
        raise ValidationError(_("Nobody has decided this finding."))
    undoing = undo(steps[0], by, reason)
    finding.refresh_from_db()
    return undoing


def deciding_steps(findings: Iterable[Finding]) -> list[Step]:
    """Return the steps by which these findings are as they were decided, the newest first, each
    once; open ones have none.
    """
    found: set[Step] = set()
    for finding in findings:
        if finding.status == Finding.Status.OPEN:
            continue
        written = StepRow.objects.filter(
            kind="finding",
            key=finding.pk,
            computed=False,
            step__undone_by=None,
        )
        last = written.select_related("step").order_by("-step_id").first()
        if last is not None:
            found.add(last.step)
    return sorted(found, key=lambda step: -step.pk)


def accept_missing_pictures(article: Article, by: User) -> None:
    """Note the open findings that missed a picture as right, by who has attached it.

    The reader puts such a finding between the text before and the caption.
    """
    shown = article.photos.exclude(image="").values("start")
    found = Finding.objects.open().filter(
        page=article.page_id,
        rule=Rule.MISSING_IMAGE,
        page_end__in=shown,
    )
    with taking_step(Step.Kind.FINDING, by, article=article) as step:
        for finding in found:
            step.watch_alone(finding)
            finding.decide(Finding.Status.ACCEPTED, by)
            finding.save()


def _decide_alone(finding: Finding, status: str, by: User, reason: str) -> None:
    """Store a decision that changes no words of the article."""
    with _deciding(finding, by, reason) as step:
        _decide(finding, status, by, step, reason)
    finding.refresh_from_db()


def _deciding(
    finding: Finding, by: User, reason: str
) -> AbstractContextManager[TakingStep]:
    return taking_step(
        Step.Kind.FINDING,
        by,
        article=finding.article,
        page=finding.page,
        reason=reason,
    )


def _decide(
    finding: Finding, status: str, by: User, step: TakingStep, reason: str = ""
) -> Finding:
    """Store a decision; return the finding as it then stands."""
    current = _still_open(finding, by)
    step.watch_alone(current)
    current.decide(status, by, reason)
    current.save()
    answer_later(current)
    return current


def _still_open(finding: Finding, by: User) -> Finding:
    """Return the finding as it stands now, kept from others until the end of the transaction.

    Raise ``PermissionDenied``, or ``ValidationError`` when it is decided already.
    """
    if not by.has_perm(PERMISSION):
        raise PermissionDenied
    locked = Finding.objects.select_for_update(of=["self"])
    current = locked.open().filter(pk=finding.pk).first()
    if current is None:
        raise ValidationError(_("Somebody has decided this finding already."))
    return current


def _apply(finding: Finding, by: User) -> None:
    """Put the replacement where the doubted words stand."""
    article = finding.article
    if article is None:
        raise _words_gone()
    new = _replaced(finding, article)
    photo = finding.photo
    correct(
        article,
        texts={} if photo else {finding.part: new},
        captions={photo.pk: new} if photo else {},
        by=by,
        version=article.version,
        reason=finding.message,
        finding=finding,
    )


def _replaced(finding: Finding, article: Article) -> str:
    """Return the text with the replacement in it, if the doubted words still stand there."""
    text = finding.text_in(article)
    start = finding.start
    end = finding.end
    if start is None or text[start:end] != finding.exact:
        raise _words_gone()
    return f"{text[:start]}{finding.replacement}{text[end:]}"


def _words_gone() -> ValidationError:
    return ValidationError(
        _(
            "The words of this finding no longer stand in the article; "
            "correct the text by hand."
        )
    )
