"""Undoing a step: another step that writes back what it changed, unless others have gone on from
it.
"""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from django.contrib.auth import get_permission_codename
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils.translation import gettext as _

from articles.models import Article
from editorial.blocks.makeup import Makeup
from editorial.change_log import logged
from editorial.models import Correction, Step, StepRow
from editorial.steps.in_the_way import (
    StepInTheWay,
    changed_texts,
    latest_beside,
    refuse_later_steps,
    refuse_loose_ends,
    refuse_what_went_on,
)
from editorial.steps.putting_back import PuttingBack
from editorial.steps.readers_see import ReadersSee
from editorial.steps.stated_in import OF_AN_ARTICLE, articles_changed
from editorial.steps.stored_rows import RowKey
from editorial.steps.taking import TakingStep, grouped_steps, taking_step
from editorial.steps.tracked import PLACE, TEXTS, tracked

PERMISSION = "editorial.undo_steps_of_others"
# Nobody types these in: the verbs that write them ask for other rights.
KEPT_BY_VERBS = frozenset(
    {
        "announced_correction",
        "correction",
        "field_evidence",
        "merged_person",
        "merged_event",
        "review",
        "proof",
    }
)


def undo(step: Step, by: User, reason: str = "") -> Step:
    """Take a step back and return the step that does so; undone in turn, the first one stands
    again.

    Raise ``PermissionDenied``, ``StepInTheWay`` when a later step has to be undone first, or
    ``ValidationError`` for a step that is undone already or that no undo answers. Then nothing is
    changed."""
    if not may_undo(step, by):
        raise PermissionDenied
    with (
        logged(),
        taking_step(
            Step.Kind.UNDO,
            by,
            article=step.article,
            page=step.page,
            reason=reason.strip(),
            undoes=step,
        ) as taking,
    ):
        current = Step.objects.select_for_update(of=["self"]).get(pk=step.pk)
        _refuse(current)
        _take_back(current, taking)
    if taking.step is None:
        raise LookupError("an undo is a step of its own")
    return taking.step


def undo_group(group: UUID, by: User, reason: str = "") -> list[Step]:
    """Take all steps of a group back that stand, the newest first, or none of them; return the
    steps that do so.

    Raise what ``undo`` raises."""
    steps = Step.objects.filter(group=group, undone_by=None)
    with logged(), grouped_steps():
        return [undo(step, by, reason) for step in steps.newest_first()]


def undo_whole(step: Step, by: User, reason: str = "") -> list[Step]:
    """Take back a step, along with those that were taken at once with it; return the steps that do
    so.

    Raise what ``undo`` raises."""
    group = step.group
    if group:
        return undo_group(group, by, reason)
    return [undo(step, by, reason)]


def may_undo(step: Step, by: User) -> bool:
    """Tell whether this person may undo the step: anybody's with the right for that, one's own with
    the right to change what it changed.
    """
    if by.has_perm(PERMISSION):
        return True
    if step.by_id != by.pk:
        return False
    rights = rights_to_change(step.rows.all())
    return by.has_perms(rights)


def rights_to_change(rows: Iterable[StepRow]) -> list[str]:
    """Return the rights to change the kinds of records that these rows of a step changed."""
    needed = set()
    for kind in filter(None, map(_asks_for, rows)):
        options = tracked(kind).model._meta
        is_kept = not options.auto_created and kind not in KEPT_BY_VERBS
        if is_kept:
            codename = get_permission_codename("change", options)
            needed.add(f"{options.app_label}.{codename}")
    return sorted(needed)


def _asks_for(row: StepRow) -> str:
    """Return the kind of record that somebody must be allowed to change to write this, "" for
    what follows from others: where, and as which characters, words stand. A caption is words, and
    who took a photo is of the photo.
    """
    if row.computed or row.fields <= PLACE | {"exact"}:
        return ""
    if row.kind == "block":
        return "article"
    if row.kind == "photographer":
        return "photo"
    if row.is_change and row.fields <= TEXTS.get(row.kind, frozenset()):
        return "article"
    return row.kind


def _refuse(step: Step) -> None:
    if step.is_undone:
        raise ValidationError(_("This step is undone already."))
    if step.is_final:
        message = _(
            "A signature or a publication is not undone; return or withdraw the article."
        )
        raise ValidationError(message)


def _take_back(step: Step, taking: TakingStep) -> None:
    """Write back what a step changed, with what follows from it."""
    rows = list(step.rows.order_by("pk"))
    try:
        write_back(rows, taking)
    except IntegrityError as clash:
        raise StepInTheWay(latest_beside(step, rows)) from clash


def write_back(every: list[StepRow], taking: TakingStep) -> None:
    """Write the records of these rows as they were before, with what follows from it, in an open
    ``logged()``.

    Raise ``StepInTheWay`` where a record is not as the rows left it or one that is needed is gone,
    and ``IntegrityError`` where another has taken a place that only one can have."""
    rows = [row for row in every if not row.computed]
    computed = [row for row in every if row.computed]
    locked = _locked(rows)
    _watch(rows, taking)
    makeup = _makeup(rows, taking)
    if taking.undoes is not None:
        refuse_later_steps(taking.undoes, rows)
    refuse_what_went_on(rows)
    readers = ReadersSee(rows)
    readers.before()
    by = taking.by
    with transaction.atomic():
        PuttingBack(rows, computed, by, taking.reason, makeup).carry_out()
    refuse_loose_ends(rows)
    _count_changes(rows)
    readers.after(locked, by)


def _makeup(rows: Iterable[StepRow], taking: TakingStep) -> Makeup | None:
    """Return the make-up of the page whose blocks a step laid out, watched; None for others."""
    if taking.page is None:
        return None
    is_layout = any(row.kind == "block" for row in rows)
    if not is_layout:
        return None
    makeup = Makeup.locked(taking.page)
    taking.by_blocks = True
    taking.watch_keys(makeup.keys())
    return makeup


def _locked(rows: list[StepRow]) -> list[int]:
    """Return the keys of the articles that state what these rows change, each kept from others."""
    articles = Article.every.filter(pk__in=articles_changed(rows))
    locked = articles.order_by("pk").select_for_update(of=["self"])
    return list(locked.values_list("pk", flat=True))


def _watch(rows: list[StepRow], taking: TakingStep) -> None:
    """Watch what is going to be put back, and what stands in texts that are."""
    taking.watch_keys([(row.kind, row.key) for row in rows])
    for (kind, key), _name in dict(changed_texts(rows)):
        record = tracked(kind).table.filter(pk=key).first()
        if record is not None:
            taking.watch(record)
    taking.watch_keys(_corrections(rows))


def _corrections(rows: Iterable[StepRow]) -> list[RowKey]:
    """Return the corrections in captions of photos that the step made."""
    photos = [
        row.key for row in rows if row.kind == "photo" and row.before is None
    ]
    found = Correction.objects.filter(photo__in=photos)
    return [("correction", key) for key in found.values_list("pk", flat=True)]


def _count_changes(rows: list[StepRow]) -> None:
    """Count a change of the articles whose pages show what was put back beside their texts, as
    saving it would: who has one open takes notice.
    """
    texts = dict(changed_texts(rows))
    corrected = {key for key, _name in texts if key[0] == "article"}
    beside = [
        row
        for row in rows
        if row.kind in OF_AN_ARTICLE - {"block"}
        or (row.kind == "article" and (row.kind, row.key) not in corrected)
    ]
    counted = {key for _kind, key in corrected}
    articles = articles_changed(beside) - counted
    found = Article.objects.filter(pk__in=articles)
    found.update(version=F("version") + 1)
