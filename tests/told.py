"""What builders make, told to the log of changes as the verbs would have told it."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Model

from editorial.change_log import RECORDS, kind_of, logged, note_changes


def note_shown(model: type[Model], keys: Iterable[int]) -> None:
    """Note records of one model, in an open ``logged()``."""
    kind = kind_of(model)
    note_changes([(kind, key) for key in keys])


def tell_of_everything() -> None:
    """Tell the log of every record, as verbs do that cannot know which of them are public."""
    with logged():
        for kind, model in RECORDS.items():
            keys = model.objects.values_list("pk", flat=True)
            note_changes((kind, key) for key in keys)
