"""Whatever people do in whatever order, and whatever is undone or read again between: no act
disappears, no mark shows words that are not its own, and all of it can be taken back.
"""

from __future__ import annotations

from contextlib import suppress

import pytest
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import ProtectedError
from hypothesis import example, given, settings
from hypothesis import strategies as st

from articles.composing import caption_of, texts_of_blocks
from articles.models import Article, Evidence, Mention
from editorial.correcting import correct
from editorial.deciding import accept, dismiss
from editorial.models import Finding, Step, StepRow
from editorial.steps.in_the_way import StepInTheWay, standing_rows
from editorial.steps.stored_rows import stored_rows
from editorial.steps.taking import taking_step
from editorial.steps.undoing import undo
from events.models import Event, Participation
from people.models import Membership, Organization, Person
from tests.builders import make_finding, make_user
from tests.editorial.steps.whole import whole
from tests.importing.delivered import FRONT, deliver

pytestmark = pytest.mark.django_db
READINGS = (
    FRONT,
    FRONT.replace("高长林同志就选举办法作了说明。", ""),
    FRONT.replace("奏唱国歌", "高唱国歌"),
    FRONT.replace("实到代表204名", "实到代表203名").replace("韩冰", "韩兵"),
    FRONT.replace("开幕大会的执行主席是", "大会执行主席是"),
)
ACTS = st.lists(
    st.tuples(st.integers(0, 10), st.integers(0, 10_000), st.integers(0, 40)),
    min_size=3,
    max_size=7,
)


def _edit_body(by, place: int, length: int) -> None:
    article = Article.objects.first()
    body = article.body
    start = place % (len(body) + 1)
    words = "新写的字"[: length % 5]
    text = body[:start] + words + body[start + length % 9 :]
    correct(article, texts={"body": text}, by=by, version=article.version)


def _move_a_paragraph(by, place: int, length: int) -> None:
    article = Article.objects.first()
    lines = article.body.split("\n")
    line = lines.pop(place % len(lines))
    if length % 2:
        lines.insert(length % (len(lines) + 1), line)
    text = "\n".join(lines)
    correct(article, texts={"body": text}, by=by, version=article.version)


def _decide(by, place: int, length: int) -> None:
    findings = list(Finding.objects.open().order_by("pk"))
    if findings and length % 2:
        dismiss(findings[place % len(findings)], by, "原文如此。")
    elif findings:
        # What is offered for words that are gone cannot be accepted.
        with suppress(ValidationError):
            accept(findings[place % len(findings)], by)


def _doubt(by, place: int, length: int) -> None:
    """Doubt some words and offer others: the machine's part."""
    article = Article.objects.first()
    if not article.body:
        return
    start = place % len(article.body)
    end = min(start + 1 + length % 3, len(article.body))
    make_finding(
        page=article.page,
        article=article,
        message=f"{Finding.objects.count()}",
        part="body",
        start=start,
        end=end,
        exact=article.body[start:end],
        replacement="疑字"[: length % 3],
    )


def _change(by, records, place: int, **values: object) -> None:
    found = list(records.order_by("pk"))
    if not found:
        return
    record = found[place % len(found)]
    with taking_step("", by) as step:
        step.watch(record)
        for name, value in values.items():
            setattr(record, name, value)
        record.save()


def _rename(by, place: int, length: int) -> None:
    _change(by, Person.objects.all(), place, name=f"改名{length}")


def _relink(by, place: int, length: int) -> None:
    person = Person.objects.order_by("pk")[length % Person.objects.count()]
    _change(by, Mention.objects.all(), place, person=person)


def _delete(by, place: int, length: int) -> None:
    records = (Mention, Participation)[length % 2].objects.order_by("pk")
    if not records:
        return
    record = records[place % len(records)]
    with taking_step("", by) as step:
        step.watch(record)
        record.delete()


def _retitle(by, place: int, length: int) -> None:
    """Call an event otherwise, as people do who know better than the paper."""
    records = (Event, Organization)[length % 2]
    name = ("title", "name")[length % 2]
    _change(by, records.objects.all(), place, **{name: f"另名{length}"})


def _strike(by, place: int, length: int) -> None:
    """Delete a record with all that hangs on it."""
    kinds = (Event, Person, Membership, Participation)
    records = kinds[length % len(kinds)].objects.order_by("pk")
    if not records:
        return
    record = records[place % len(records)]
    # An event with parts stays as long as they do.
    with (
        suppress(ProtectedError),
        transaction.atomic(),
        taking_step("", by) as step,
    ):
        step.watch(record)
        record.delete()


def _read_again(by, place: int, length: int) -> None:
    deliver(READINGS[place % len(READINGS)])


def _undo_one(by, place: int, length: int) -> None:
    standing = Step.objects.of_people().filter(undone_by=None)
    steps = list(standing.order_by("pk"))
    if not steps:
        return
    before = whole()
    try:
        undo(steps[place % len(steps)], by)
    except StepInTheWay:
        assert whole() == before


VERBS = (
    _edit_body,
    _move_a_paragraph,
    _decide,
    _doubt,
    _rename,
    _relink,
    _delete,
    _retitle,
    _strike,
    _undo_one,
    _read_again,
)


def _marks_show_their_words() -> None:
    for model in (Mention, Evidence):
        for mark in model.objects.standing():
            assert mark.text[mark.start : mark.end] == mark.exact


def _blocks_make_up_the_texts() -> None:
    for article in Article.objects.all():
        texts = texts_of_blocks(article.blocks.in_order())
        assert texts == {name: getattr(article, name) for name in texts}
        for photo in article.photos.all():
            assert caption_of(photo.blocks.in_order()) == photo.caption


def _every_act_stands() -> None:
    """Each field that somebody wrote last is as it was written, whatever loads wrote; what was
    deleted is gone.
    """
    for step in Step.objects.of_people().order_by("pk"):
        rows = [row for row in step.rows.all() if not row.computed]
        later = standing_rows(step, rows)
        if _is_cancelled(step):
            continue
        for row in rows:
            since = later.get((row.kind, row.key), [])
            _stands(row, [each for each in since if not _is_of_a_load(each)])


def _is_of_a_load(row: StepRow) -> bool:
    return row.step.kind == Step.Kind.LOAD


def _is_cancelled(step: Step) -> bool:
    """Tell whether a step is undone, or undid one that stands as if never."""
    return step.is_undone or step.undoes is not None


def _stands(row: StepRow, later: list[StepRow]) -> None:
    if row.kind in ("article", "correction") or any(
        not each.is_change or each.fields & row.fields for each in later
    ):
        return
    stored = stored_rows([(row.kind, row.key)])
    if row.after is None:
        assert not stored
        return
    values = stored[row.kind, row.key]
    names = row.fields - {"start", "end", "prefix", "suffix", "check_again"}
    assert {name: values[name] for name in names} == {
        name: row.after[name] for name in names
    }


def _in_effect() -> list[Step]:
    """Return the last step of each chain of undoing and redoing that is in effect, the newest
    first.
    """
    heads = []
    for step in Step.objects.filter(undoes=None):
        head = step
        is_in_effect = True
        while head.is_undone:
            head = head.undone_by
            is_in_effect = not is_in_effect
        if is_in_effect:
            heads.append(head)
    return sorted(heads, key=lambda each: -each.pk)


def _carry_out(acts, verbs) -> None:
    by = make_user(username="by", superuser=True)
    for verb, place, length in acts:
        verbs[verb % len(verbs)](by, place, length)
        _marks_show_their_words()
        _blocks_make_up_the_texts()
        _every_act_stands()


# An earlier edit undone between: marks that it moved go back where they were all the same.
@example(
    acts=[
        (0, 786, 19),
        (6, 69, 21),
        (0, 0, 7),
        (10, 3, 17),
        (0, 69, 18),
        (6, 69, 21),
    ]
)
# A gap at the end of a text stays there when what was decided before an edit is taken back.
@example(acts=[(2, 1, 0), (0, 0, 5), (8, 0, 0)])
@settings(max_examples=15)
@given(acts=ACTS)
def test_all_that_was_done_is_taken_back_in_reverse_order(acts):
    with transaction.atomic():
        deliver(FRONT)
        by = make_user(username="root", superuser=True)
        for place in (3, 60, 120):
            _doubt(by, place, 2)
        before = whole()
        _carry_out(acts, [verb for verb in VERBS[:-1] if verb != _doubt])
        for head in _in_effect():
            undo(head, by)
        assert whole() == before
        transaction.set_rollback(True)


@settings(max_examples=15)
@given(acts=ACTS)
def test_no_act_disappears_whatever_is_read_again(acts):
    with transaction.atomic():
        deliver(FRONT)
        _carry_out(acts, VERBS)
        transaction.set_rollback(True)
