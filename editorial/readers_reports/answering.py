"""Readers who asked for an answer hear what editors decided; then their address is forgotten."""

from __future__ import annotations

import logging
from functools import partial
from smtplib import SMTPException

from django.core.mail import send_mail
from django.db import transaction
from django.db.models import QuerySet
from django.utils import translation
from django.utils.translation import gettext as _

from editorial.models import AwaitedAnswer, Finding

logger = logging.getLogger(__name__)


def answer_later(finding: Finding) -> None:
    """Answer whoever waits for the decision of a finding, once the transaction is done."""
    transaction.on_commit(partial(send_answers, finding.pk))


def send_answers(finding: int | None = None) -> int:
    """Send the answers that are due, of one finding or of all; return how many were sent.

    One that cannot be sent waits for ``manage.py answer_reports``."""
    in_turn = _due(finding).order_by("pk")
    sent = [_send(each) for each in in_turn]
    return sum(sent)


def _due(finding: int | None) -> QuerySet[AwaitedAnswer]:
    due = AwaitedAnswer.objects.due().select_related("finding")
    if finding is None:
        return due
    return due.filter(finding=finding)


def _send(awaited: AwaitedAnswer) -> bool:
    try:
        with translation.override(awaited.language):
            send_mail(_subject(awaited), _text(awaited), None, [awaited.email])
    except (OSError, SMTPException) as failure:
        logger.warning("An answer to a reader is not sent: %s", failure)
        return False
    awaited.delete()
    return True


def _subject(awaited: AwaitedAnswer) -> str:
    title = " ".join(awaited.title.split())
    return _("Your report about “%(title)s”") % {"title": title}


def _text(awaited: AwaitedAnswer) -> str:
    finding = awaited.finding
    lines = [
        _("Thank you for your report. You wrote:"),
        finding.message,
        _decision(finding),
        awaited.address,
        _("Your e-mail address is deleted with this answer."),
    ]
    return "\n\n".join(lines) + "\n"


def _decision(finding: Finding) -> str:
    """Say what was decided, in the language of the moment."""
    if finding.status == Finding.Status.ACCEPTED:
        return _(
            "The editors agree. Readers see the correction as soon as it is signed."
        )
    told = _(
        "The editors looked at it and left the record as it is: %(reason)s"
    )
    return told % {"reason": finding.reason}
