"""What a person does with records, each act a step, as the desk would take it."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import User
from django.db.models import Model

from editorial.change_log import logged
from editorial.steps.taking import taking_step


def changed_by_hand(record: Any, **values: object) -> None:
    """Give fields of a stored record these values."""
    with logged(), taking_step("", _somebody()) as step:
        step.watch_alone(record)
        for name, value in values.items():
            setattr(record, name, value)
        record.save()


def deleted_by_hand(*records: Model) -> None:
    """Delete stored records, one after the other, each with what goes along."""
    with logged(), taking_step("", _somebody()) as step:
        step.watch(*records, wholly=True)
        for record in records:
            record.delete()


def made_by_hand(record: Model) -> None:
    """Note that a person made a record, which is stored just now."""
    with logged(), taking_step("", _somebody()) as step:
        step.watch_made_alone(record)


def _somebody() -> User:
    found, _made = User.objects.get_or_create(username="by-hand")
    return found
