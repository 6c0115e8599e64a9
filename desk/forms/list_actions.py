"""One verb for many records from a list page."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from django.contrib import messages
from django.contrib.admin.helpers import ActionForm
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db.models import Model, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from desk.signed_in import editor_of
from editorial.asking.asked_steps import ask
from editorial.asking.gate import StepWaits
from editorial.correcting import StaleSave
from editorial.steps.taking import grouped_steps
from records.plaintext import PlainLineField

Record = TypeVar("Record", bound=Model)


class NoteActionForm(ActionForm):
    """The choice of an action with the words some of them need."""

    note = PlainLineField(label=_("Note or reason:"), required=False)


def carry_out(
    request: HttpRequest,
    records: QuerySet[Record],
    verb: Callable[[Record], object],
) -> None:
    """Do the verb to each record and say how many; what refuses is named with its reason and left
    as it was. The steps are one group.
    """
    with grouped_steps():
        done = sum(_is_done(request, record, verb) for record in records)
    if done:
        told = ngettext("Done for %(count)d.", "Done for %(count)d.", done)
        messages.success(request, told % {"count": done})


def carry_out_noted(
    request: HttpRequest,
    records: QuerySet[Record],
    verb: Callable[[Record, User, str], object],
) -> None:
    """Do the verb to each record in the name of who asks, with the words typed there."""
    by = editor_of(request)
    note = request.POST.get("note", "")
    carry_out(request, records, lambda record: verb(record, by, note))


def _is_done(
    request: HttpRequest, record: Record, verb: Callable[[Record], object]
) -> bool:
    """Do the verb to one record; tell whether it was done, and the person why not."""
    try:
        verb(record)
    except ValidationError as refusal:
        reasons = " ".join(refusal.messages)
        messages.error(request, f"{record}: {reasons}")
    except StaleSave as stale:
        messages.error(request, f"{record}: {stale}")
    except StepWaits as waits:
        asked = _("%(what)s: a second person has to confirm it.")
        messages.info(request, asked % {"what": ask(waits)})
    else:
        return True
    return False
