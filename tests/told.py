"""What builders make, told to the log of changes as the verbs would have told it."""

from __future__ import annotations

from editorial.change_log import RECORDS, logged, note_changes


def tell_of_all_that_is_public() -> None:
    """Let the log know every record that readers see."""
    with logged():
        for kind, model in RECORDS.items():
            public = model.objects.published().order_by("pk")
            keys = public.values_list("pk", flat=True)
            note_changes((kind, key) for key in keys)


def tell_of_everything() -> None:
    """Tell the log of every record, as verbs do that cannot know which of them are public."""
    with logged():
        for kind, model in RECORDS.items():
            keys = model.objects.values_list("pk", flat=True)
            note_changes((kind, key) for key in keys)
