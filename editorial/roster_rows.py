"""Confirming a row of a kept roster file: a second person compared it with the file."""

from __future__ import annotations

from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils.translation import gettext as _

from editorial.models import Step
from editorial.steps.taking import taking_step
from people.models import RosterRow

PERMISSION = "people.change_rosterrow"


def confirm(row: RosterRow, by: User) -> None:
    """Note that this person has compared the row with the file.

    Raise ``PermissionDenied``, or ``ValidationError`` for who entered the row and for a row that is
    confirmed already.
    """
    if not by.has_perm(PERMISSION):
        raise PermissionDenied
    with taking_step(Step.Kind.TABLE, by) as step:
        current = RosterRow.objects.select_for_update(of=["self"]).get(
            pk=row.pk
        )
        if current.confirmed_by_id:
            raise ValidationError(_("This row is confirmed already."))
        if current.entered_by_id == by.pk:
            message = _("You entered this row; somebody else must confirm it.")
            raise ValidationError(message)
        step.watch_alone(current)
        current.confirmed_by = by
        current.save()
    row.refresh_from_db()
