"""Confirming a row of a kept roster file: a second person compared it with the file."""

from __future__ import annotations

from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from people.models import RosterRow
from records.history import note_next

PERMISSION = "people.change_rosterrow"


def confirm(row: RosterRow, by: User) -> None:
    """Note that this person has compared the row with the file.

    Raise ``PermissionDenied``, or ``ValidationError`` for who entered the row and for a row that is
    confirmed already.
    """
    if not by.has_perm(PERMISSION):
        raise PermissionDenied
    with transaction.atomic():
        current = RosterRow.objects.select_for_update(of=["self"]).get(
            pk=row.pk
        )
        if current.confirmed_by_id:
            raise ValidationError(_("This row is confirmed already."))
        if current.entered_by_id == by.pk:
            message = _("You entered this row; somebody else must confirm it.")
            raise ValidationError(message)
        current.confirmed_by = by
        note_next(current, by)
        current.save()
    row.refresh_from_db()
