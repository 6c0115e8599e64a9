"""Asking for a step, confirming it, declining it, taking the question back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.models import Article, Page
from editorial.asking.acts_as_values import (
    act_of,
    rows_of_act,
    with_free_keys,
)
from editorial.asking.gate import StepWaits, confirmed_already
from editorial.asking.seen_at_once import seen_otherwise
from editorial.change_log import logged
from editorial.models import Step, StepRow, WaitingStep
from editorial.public_records import RECORDS, RecordKey, by_kind
from editorial.steps.taking import grouped_steps, taking_step
from editorial.steps.undoing import rights_to_change, write_back

PERMISSION = "editorial.confirm_step"


def ask(waits: StepWaits) -> WaitingStep:
    """Keep acts that were held, for a second person to confirm, and return what waits."""
    rows = [row for held in waits.acts for row in held.rows]
    records = sorted(seen_otherwise(rows))
    names = " · ".join(_names(records))
    return WaitingStep.objects.create(
        acts=[act_of(held) for held in waits.acts],
        records=records,
        subject=names[: WaitingStep.MOST_OF_A_NAME],
        by=waits.acts[0].by,
    )


def _names(records: Iterable[RecordKey]) -> Iterator[str]:
    """Yield kind and name of each record."""
    for kind, keys in by_kind(records):
        model = RECORDS[kind]
        for record in model._default_manager.filter(pk__in=keys):
            yield f"{model._meta.verbose_name} {record}"


def confirm_asked(waiting: WaitingStep, by: User) -> None:
    """Let what another asks for take effect, as steps of who asked.

    Raise ``PermissionDenied``, or ``ValidationError`` for what is decided already and where a
    record is not any more as it was when this was asked for. Then nothing is changed."""
    with confirmed_already(), logged(), grouped_steps():
        current = _held(waiting)
        if not may_confirm(current, by):
            raise PermissionDenied
        for act in current.acts:
            _carry_out(act, current.by, by)
        _decide(current, WaitingStep.Outcome.CONFIRMED, by)


def decline_asked(waiting: WaitingStep, by: User, answer: str) -> None:
    """Refuse what another asks for, and say why.

    Raise ``PermissionDenied``, or ``ValidationError`` without an answer and for what is decided
    already."""
    if not answer.strip():
        raise ValidationError(_("Say why it is declined."))
    with transaction.atomic():
        current = _held(waiting)
        if not may_confirm(current, by):
            raise PermissionDenied
        current.answer = answer.strip()
        _decide(current, WaitingStep.Outcome.DECLINED, by)


def take_question_back(waiting: WaitingStep, by: User) -> None:
    """Ask for it no more; raise ``PermissionDenied`` for somebody else's question, and
    ``ValidationError`` for what is decided already.
    """
    with transaction.atomic():
        current = _held(waiting)
        if current.by_id != by.pk:
            raise PermissionDenied
        _decide(current, WaitingStep.Outcome.TAKEN_BACK, by)


def may_confirm(waiting: WaitingStep, by: User) -> bool:
    """Tell whether this person may decide about it: somebody else than who asks, with the right to
    confirm and the rights to do it.
    """
    if waiting.by_id == by.pk:
        return False
    if not by.has_perm(PERMISSION):
        return False
    return by.has_perms(_rights_to_do(waiting))


def _rights_to_do(waiting: WaitingStep) -> list[str]:
    rows = [row for act in waiting.acts for row in rows_of_act(act)]
    return rights_to_change(rows)


def _held(waiting: WaitingStep) -> WaitingStep:
    """Return what waits, kept from others."""
    asked = WaitingStep.objects.select_for_update(of=["self"])
    with_asker = asked.select_related("by")
    current = with_asker.get(pk=waiting.pk)
    if current.outcome:
        message = _("Somebody has decided about this already.")
        raise ValidationError(message)
    return current


def _decide(waiting: WaitingStep, outcome: str, by: User) -> None:
    waiting.outcome = outcome
    waiting.decided_by = by
    waiting.decided_at = timezone.now()
    waiting.save()


def _carry_out(act: dict[str, Any], asked_by: User, by: User) -> None:
    """Take one act as a step of who asked for it."""
    step = taking_step(
        act["kind"],
        asked_by,
        article=Article.every.filter(pk=act["article"]).first(),
        page=Page.objects.filter(pk=act["page"]).first(),
        reason=act["reason"],
        undoes=_standing(act["undoes"]),
        confirmed_by=by,
    )
    rows = with_free_keys(rows_of_act(act))
    try:
        with step as taking:
            write_back([_turned(row) for row in rows], taking)
    except IntegrityError as clash:
        message = _("Another record has taken the place that this one needs.")
        raise ValidationError(message) from clash


def _standing(key: int | None) -> Step | None:
    """Return the step that is to be undone, kept from others."""
    if key is None:
        return None
    step = Step.objects.select_for_update(of=["self"]).get(pk=key)
    if step.is_undone:
        raise ValidationError(_("This step is undone already."))
    return step


def _turned(row: StepRow) -> StepRow:
    """Return a row the other way round: to write it back is to take the step."""
    return StepRow(
        kind=row.kind,
        key=row.key,
        computed=row.computed,
        before=row.after,
        after=row.before,
    )
