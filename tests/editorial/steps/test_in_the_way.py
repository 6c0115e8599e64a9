"""An undo is refused, naming the later step, where others have gone on from what it changes."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import translation

from articles.models import Article
from editorial.correcting import correct
from editorial.deciding import accept, dismiss
from editorial.models import Finding, Step
from editorial.steps.in_the_way import StepInTheWay
from editorial.steps.taking import grouped_steps, taking_step
from editorial.steps.undoing import may_undo, undo, undo_group
from events.models import Event
from people.models import OtherName, Person
from tests.builders import (
    make_article,
    make_event,
    make_evidence,
    make_finding,
    make_mention,
    make_participation,
    make_person,
    make_user,
    saved,
)
from tests.conftest import with_permissions
from tests.editorial.steps.whole import whole

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]
BODY = "会议由林向皖主持。\n周易安讲话。"


@pytest.fixture
def by(db):
    return make_user(username="by", superuser=True)


@pytest.fixture
def colleague(db):
    return make_user(username="liu", superuser=True, first_name="刘编辑")


@pytest.fixture
def article():
    return make_article(body=BODY)


def correcting(article: Article, by, **texts: str) -> Step:
    article.refresh_from_db()
    correct(article, texts=texts, by=by, version=article.version)
    return Step.objects.newest_first().first()


def changing(record, by, **values: object) -> Step:
    with taking_step("", by) as step:
        step.watch(record)
        for name, value in values.items():
            setattr(record, name, value)
        record.save()
    return step.step


def making(record, by) -> Step:
    with taking_step("", by) as step:
        record.save()
        step.watch_made(record)
    return step.step


def deleting(record, by) -> Step:
    with taking_step("", by) as step:
        step.watch(record)
        type(record).objects.get(pk=record.pk).delete()
    return step.step


def refused(step: Step, by) -> Step | None:
    """Return the step that stands in the way; nothing is changed."""
    before = whole()
    count = Step.objects.count()
    with pytest.raises(StepInTheWay) as refusal:
        undo(step, by)
    assert (whole(), Step.objects.count()) == (before, count)
    return refusal.value.step


# Fields


def test_a_later_step_on_the_same_field_is_named(by, colleague):
    person = make_person(name="何天")
    first = changing(person, by, name="何田")
    later = changing(person, colleague, name="何填")
    assert refused(first, by) == later
    with pytest.raises(StepInTheWay, match="刘编辑 changed the same later"):
        undo(first, by)
    with (
        translation.override("zh-hans"),
        pytest.raises(StepInTheWay, match="刘编辑"),
    ):
        undo(first, by)


def test_another_field_of_the_record_is_in_nobodys_way(by, colleague):
    person = make_person(name="何天")
    first = changing(person, by, note="记者")
    changing(person, colleague, gender="female")
    undo(first, by)
    person.refresh_from_db()
    assert (person.note, person.gender) == ("", "female")


def test_a_later_step_that_was_undone_is_in_nobodys_way(by, colleague):
    person = make_person(name="何天")
    first = changing(person, by, note="甲")
    later = changing(person, colleague, note="乙")
    undone = undo(later, colleague)
    redone = undo(undone, colleague)
    assert refused(first, by) == redone.undoes.undoes
    undo(redone, colleague)
    undo(first, by)
    person.refresh_from_db()
    assert person.note == ""


def test_the_same_value_again_is_a_step_in_the_way(by, colleague):
    person = make_person(name="何天")
    first = changing(person, by, note="甲")
    changing(person, colleague, note="乙")
    last = changing(person, colleague, note="甲")
    assert refused(first, by) == last


def test_what_no_step_tells_of_is_refused_without_a_name(by):
    person = make_person(name="何天")
    first = changing(person, by, note="甲")
    Person.objects.update(note="乙")
    with pytest.raises(StepInTheWay, match="no longer as it left it"):
        undo(first, by)
    assert refused(first, by) is None


# Records


def test_a_record_made_is_deleted_unless_it_was_changed(by, colleague):
    person = Person(name="何天")
    made = making(person, by)
    later = changing(person, colleague, note="甲")
    assert refused(made, by) == later
    undo(later, by)
    undo(made, by)
    assert not Person.objects.exists()


def test_a_record_made_stays_while_others_point_to_it(article, by, colleague):
    person = Person(name="周易安")
    made = making(person, by)
    mention = make_mention(article=article, name="周易安")
    linked = changing(mention, colleague, person=person)
    assert refused(made, by) == linked


def test_what_was_deleted_comes_back_only_to_what_is_there(by, colleague):
    person = make_person(name="何天")
    name = saved(OtherName(person=person, name="小何"))
    first = deleting(name, by)
    gone = deleting(person, colleague)
    assert refused(first, by) == gone
    undo(gone, by)
    undo(first, by)
    assert person.other_names.get() == name


def test_a_deleted_event_comes_back_with_all_its_facts(article, by):
    words = make_evidence(article=article, words="周易安讲话")
    event = make_event(evidence=words)
    make_participation(event=event, person=make_person(), evidence=words)
    before = whole()
    step = deleting(event, by)
    assert step.kind == "event"
    assert not Event.objects.exists()
    undo(step, by)
    assert whole() == before


def test_a_place_that_only_one_can_have_is_taken(by, colleague):
    person = make_person(name="何天")
    first = deleting(saved(OtherName(person=person, name="小何")), by)
    again = making(OtherName(person=person, name="小何"), colleague)
    assert refused(first, by) == again


# Words


def test_words_elsewhere_are_in_nobodys_way(article, by, colleague):
    first = correcting(article, by, body=BODY.replace("林向皖", "林向晚"))
    elsewhere = article.body.replace("讲话", "作了讲话")
    correcting(article, colleague, body=elsewhere)
    undo(first, by)
    article.refresh_from_db()
    assert article.body == "会议由林向皖主持。\n周易安作了讲话。"


def test_the_same_words_changed_again_are_in_the_way(article, by, colleague):
    first = correcting(article, by, body=BODY.replace("林向皖", "林向晚"))
    later = correcting(
        article, colleague, body=BODY.replace("林向皖", "林向婉")
    )
    assert refused(first, by) == later


def test_marks_that_moved_with_words_are_in_nobodys_way(article, by, colleague):
    mention = make_mention(article=article, name="周易安")
    first = changing(mention, by, person=make_person(name="周易安"))
    correcting(article, colleague, body=f"昨天，{BODY}")
    undo(first, by)
    mention.refresh_from_db()
    assert mention.person is None
    assert mention.text[mention.start : mention.end] == "周易安"


def test_a_mark_comes_back_where_its_words_stand_now(article, by, colleague):
    mention = make_mention(article=article, name="周易安")
    first = deleting(mention, by)
    correcting(article, colleague, body=f"昨天，{BODY}")
    undo(first, by)
    mention.refresh_from_db()
    assert mention.text[mention.start : mention.end] == "周易安"
    assert not mention.check_again


def test_a_mark_whose_words_are_gone_is_to_be_checked_again(
    article, by, colleague
):
    mention = make_mention(article=article, name="周易安")
    first = deleting(mention, by)
    gone = correcting(article, colleague, body="会议由林向皖主持。")
    undo(first, by)
    mention.refresh_from_db()
    assert mention.check_again
    undo(gone, by)
    mention.refresh_from_db()
    assert (mention.check_again, mention.start) == (False, BODY.index("周易安"))


def test_marks_that_changed_places_are_where_they_were(article, by):
    one = make_mention(article=article, name="林向皖")
    other = make_mention(article=article, name="周易安")
    before = whole()
    with taking_step("", by) as step:
        step.watch(one, other)
        places = [(mark.start, mark.end) for mark in (one, other)]
        other.anchor(0, 1)
        other.save()
        one.anchor(*places[1])
        one.save()
        other.anchor(*places[0])
        other.save()
    assert whole() != before
    undo(step.step, by)
    assert whole() == before


# Who may, and what cannot be undone


def test_ones_own_step_needs_the_right_to_change(article, by):
    plain = with_permissions(make_user(username="plain"), "change_person")
    own = changing(make_person(), plain, note="甲")
    others = changing(make_person(name="周易安"), by, note="甲")
    assert (may_undo(own, plain), may_undo(others, plain)) == (True, False)
    with pytest.raises(PermissionDenied):
        undo(others, plain)
    text = correcting(article, plain, body="全都重写。")
    assert not may_undo(text, plain)
    chief = with_permissions(
        make_user(username="chief"), "undo_steps_of_others"
    )
    undo(undo(others, chief), chief)


def test_a_step_is_undone_once(by):
    step = changing(make_person(), by, note="甲")
    undo(step, by)
    with pytest.raises(ValidationError, match="undone already"):
        undo(step, by)


def test_a_group_is_undone_together_or_not_at_all(article, by, colleague):
    findings = [
        make_finding(page=article.page, article=article, message=f"{number}")
        for number in range(3)
    ]
    with grouped_steps():
        for finding in findings:
            dismiss(finding, by, "原文如此。")
    group = Step.objects.first().group
    assert len(undo_group(group, by)) == 3
    assert Finding.objects.open().count() == 3
    with grouped_steps():
        for finding in findings:
            accept(finding, by)
    group = Step.objects.first().group
    later = changing(findings[0], colleague, status="dismissed")
    with pytest.raises(StepInTheWay) as refusal:
        undo_group(group, by)
    assert refusal.value.step == later
    assert Finding.objects.open().count() == 0


def test_what_was_not_watched_is_no_step(article, by):
    mention = make_mention(article=article, name="周易安")
    other = make_mention(article=make_article(), name="各地")
    other.article = mention.article
    with (
        pytest.raises(LookupError, match="not watched"),
        taking_step("", by) as step,
    ):
        _save_beside(step, article, other)


def _save_beside(step, watched, other) -> None:
    step.watch(watched)
    other.save()
