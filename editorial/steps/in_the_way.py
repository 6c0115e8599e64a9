"""What stands against undoing a step: a later step, or a record that is not as it was left."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from editorial.models import Step, StepRow
from editorial.steps.comparing import TextPlace
from editorial.steps.stored_rows import Values, stored_rows
from editorial.steps.tracked import (
    FOLLOWING,
    MARKS,
    PLACE,
    TEXTS,
    links_of,
    links_to,
    tracked,
)
from records.diff import Run, changes
from records.grouping import grouped


class StepInTheWay(ValidationError):  # noqa: N818 - not an error of the program: others went on
    """Says that a step cannot be undone; ``step`` is the later one that has to be undone first,
    None when no step tells what changed the record.
    """

    def __init__(self, step: Step | None) -> None:
        self.step = step
        words = _in_words(step)
        super().__init__(words)


def _in_words(step: Step | None) -> str:
    if step is None:
        return _("What this step left is no longer as it left it.")
    at = timezone.localtime(step.at)
    when = date_format(at, "SHORT_DATETIME_FORMAT")
    if step.by is None or step.kind == Step.Kind.LOAD:
        return _loaded_later(when)
    message = _(
        "%(who)s changed the same later (%(when)s, %(what)s); that has to be undone first."
    )
    return message % {
        "who": _name(step.by),
        "when": when,
        "what": step.get_kind_display(),
    }


def _loaded_later(when: str) -> str:
    message = _(
        "A file loaded later (%(when)s) changed the same; this cannot be undone any more."
    )
    return message % {"when": when}


def _name(user: User) -> str:
    return user.get_full_name() or user.get_username()


def refuse_later_steps(step: Step, rows: list[StepRow]) -> None:
    """Raise ``StepInTheWay`` if a later step that stands wrote what these rows of a step wrote."""
    later = standing_rows(step, rows)
    for row in rows:
        for other in later.get((row.kind, row.key), ()):
            if _wrote_the_same(row, other):
                raise StepInTheWay(other.step)


def refuse_what_went_on(rows: list[StepRow]) -> None:
    """Raise ``StepInTheWay`` if a record is stored otherwise than these rows of a step left it.
    Texts are compared when they are put back.
    """
    stored = stored_rows([(row.kind, row.key) for row in rows])
    for row in rows:
        if not _is_as_left(row, stored.get((row.kind, row.key))):
            raise StepInTheWay(None)


def standing_rows(
    step: Step, rows: Iterable[StepRow], *, computed: bool = False
) -> dict[tuple[str, int], list[StepRow]]:
    """Return, by record, what later steps that stand wrote of the records of these rows, the newest
    first; ``computed``: what followed from others too. A step and the one that undid it are as if
    they had never been.
    """
    asked = Q(pk__in=[])
    for kind, keys in keys_by_kind(rows).items():
        asked |= Q(kind=kind, key__in=keys)
    later = StepRow.objects.filter(asked, step__gt=step.pk)
    if not computed:
        later = later.filter(computed=False)
    found = list(later.select_related("step__by").order_by("-step_id", "pk"))
    gone = _cancelled({row.step for row in found})
    standing = [row for row in found if row.step_id not in gone]
    return grouped(((row.kind, row.key), row) for row in standing)


def _cancelled(steps: set[Step]) -> set[int]:
    """Return the keys of the steps that undid another of these, and of those that were undone."""
    keys = {step.pk for step in steps}
    gone: set[int] = set()
    for step in sorted(steps, key=lambda each: -each.pk):
        if step.pk not in gone and step.undoes_id in keys:
            gone |= {step.pk, step.undoes_id}
    return gone


def _wrote_the_same(row: StepRow, later: StepRow) -> bool:
    """Tell whether a later row wrote what this one did; words are told apart by their places."""
    if not row.is_change or not later.is_change:
        return True
    return bool(row.fields & later.fields - TEXTS.get(row.kind, frozenset()))


def _is_as_left(row: StepRow, stored: Values | None) -> bool:
    """Tell whether a record is as a step left it, as far as people write it."""
    if row.after is None or stored is None:
        return row.after == stored
    names = row.fields - _written_by_others(row)
    return all(stored[name] == row.after[name] for name in names)


def _written_by_others(row: StepRow) -> frozenset[str]:
    """Return the columns that change without a person's step, and the texts of what stands."""
    found = tracked(row.kind).unwritten | FOLLOWING.get(row.kind, frozenset())
    if row.kind in MARKS:
        found |= PLACE
    if row.is_change:
        found |= TEXTS.get(row.kind, frozenset())
    return found


# Words


def carried_back(row: StepRow, name: str, stands: str) -> str:
    """Return the text that stands with what a step changed of it as it was before, and with
    everything that was changed elsewhere since; raise ``StepInTheWay`` where both met.
    """
    before = (row.before or {})[name]
    after = (row.after or {})[name]
    since = changes(after, stands)
    undone = changes(after, before)
    if any(_meet(one, other) for one in undone for other in since):
        raise StepInTheWay(_latest_of_text(row, name))
    text = stands
    for run in reversed(undone):
        start = run.old_start + _shift(since, run.old_start)
        text = text[:start] + run.new + text[start + len(run.old) :]
    return text


def _meet(one: Run, other: Run) -> bool:
    """Tell whether two changes of one text overlap or touch."""
    if one.old_start > other.old_end:
        return False
    return other.old_start <= one.old_end


def _shift(since: Iterable[Run], offset: int) -> int:
    """Return by how many characters the changes that end before a place have moved it."""
    return sum(
        len(run.new) - len(run.old) for run in since if run.old_end < offset
    )


def _latest_of_text(row: StepRow, name: str) -> Step | None:
    """Return the newest standing step that wrote the text after this one; None for a row of a step
    that is not taken yet.
    """
    if row.step_id is None:
        return None
    later = standing_rows(row.step, [row], computed=True)
    of_record = later.get((row.kind, row.key), ())
    for other in of_record:
        if name in other.fields:
            return other.step
    return None


# What points to what


def refuse_loose_ends(rows: list[StepRow]) -> None:
    """Raise ``StepInTheWay`` if something still points to a record that was deleted again, or one
    that was put back points to what is there no more.
    """
    deleted = keys_by_kind(row for row in rows if row.before is None)
    for kind, keys in deleted.items():
        for link in links_to(kind):
            pointing = tracked(link.kind).table.filter(
                **{f"{link.column}__in": keys}
            )
            for key in pointing.values_list("pk", flat=True)[:1]:
                raise StepInTheWay(_latest_of_record(link.kind, key))
    for kind, pointed_to in _pointed_to(rows).items():
        stored = tracked(kind).table.filter(pk__in=pointed_to)
        for key in sorted(
            pointed_to - set(stored.values_list("pk", flat=True))
        ):
            raise StepInTheWay(_latest_of_record(kind, key))


def keys_by_kind(rows: Iterable[StepRow]) -> dict[str, list[int]]:
    """Return the keys of the records of these rows, by their kind."""
    return grouped((row.kind, row.key) for row in rows)


def _pointed_to(rows: Iterable[StepRow]) -> dict[str, set[int]]:
    """Return the records that what was put back points to, by their kind."""
    found: dict[str, set[int]] = {}
    for row in rows:
        values = row.before or {}
        for link in links_of(row.kind):
            key = values.get(link.column)
            if key is not None:
                found.setdefault(link.to, set()).add(key)
    return found


def _latest_of_record(kind: str, key: int) -> Step | None:
    """Return the newest step that changed a record."""
    steps = Step.objects.of_record(kind, key).select_related("by")
    return steps.newest_first().first()


def latest_beside(step: Step, rows: list[StepRow]) -> Step | None:
    """Return the newest later step that made or changed records of the same kinds: one of them
    has taken a place that only one can have.
    """
    kinds = {row.kind for row in rows}
    later = StepRow.objects.filter(
        kind__in=kinds, step__gt=step.pk, computed=False
    )
    newest_first = later.select_related("step__by").order_by("-step_id")
    found = newest_first.first()
    if found is None:
        return None
    return found.step


# Which texts


def changed_texts(
    rows: Iterable[StepRow],
) -> Iterator[tuple[TextPlace, StepRow]]:
    """Yield the texts that these rows changed of records that stand."""
    for row in rows:
        if not row.is_change:
            continue
        for name in sorted(row.fields & TEXTS.get(row.kind, frozenset())):
            yield ((row.kind, row.key), name), row
