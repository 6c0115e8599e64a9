"""Signing the stages of an issue before print, and taking the last of them back."""

from __future__ import annotations

from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils.translation import gettext as _

from articles.models import Issue
from editorial.models import Proof, Step
from editorial.steps.taking import taking_step

PERMISSION = "editorial.add_proof"


def sign_proof(issue: Issue, stage: str, by: User, note: str = "") -> Proof:
    """Sign one stage of an issue in the person's name.

    Raise ``PermissionDenied``, or ``ValidationError`` for a stage out of turn and for who may not
    check their own changes."""
    if not by.has_perm(PERMISSION):
        raise PermissionDenied
    with taking_step(Step.Kind.REVIEW, by, reason=note.strip()) as step:
        Issue.objects.select_for_update(of=["self"]).get(pk=issue.pk)
        proof = Proof(issue=issue, stage=stage, by=by, note=note.strip())
        proof.full_clean(validate_constraints=False)
        proof.save()
        step.watch_made(proof)
    return proof


def take_proof_back(proof: Proof, by: User) -> None:
    """Let the last signed stage of an issue count no longer: it is signed again.

    Raise ``PermissionDenied``, or ``ValidationError`` when a later one stands."""
    if not by.has_perm(PERMISSION):
        raise PermissionDenied
    with taking_step(Step.Kind.REVIEW, by) as step:
        of_issue = Proof.objects.standing().filter(issue=proof.issue_id)
        standing = of_issue.select_for_update(of=["self"])
        last = standing.order_by("-pk").first()
        if last is None or last.pk != proof.pk:
            raise ValidationError(
                _("A later stage has to be taken back first.")
            )
        step.watch_alone(last)
        last.voided = True
        last.save(update_fields=["voided"])
