"""One person proves to be two: what is ticked goes, with the facts of the same words."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from articles.models import Byline, Mention
from editorial.models import Step
from editorial.splitting.split_person import SplitOff, split_person
from editorial.splitting.stated_facts_of import marks_with_facts
from editorial.steps.undoing import undo
from events.models import Participation
from people.models import Membership, Pair, Person, Post
from tests.builders import (
    make_article,
    make_event,
    make_evidence,
    make_mention,
    make_participation,
    make_person,
    make_user,
    saved,
)
from tests.conftest import with_permissions

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]


@pytest.fixture
def by(db):
    return with_permissions(
        make_user(),
        *("add_person", "change_person", "undo_steps_of_others"),
    )


@pytest.fixture
def person():
    return make_person(name="周杰")


@pytest.fixture
def first(person):
    """The article that names him as a member of the presidium, with his post."""
    article = make_article(body="副市长周杰主持会议。")
    words = make_evidence(article=article, words="副市长周杰主持会议")
    make_participation(event=make_event(), person=person, evidence=words)
    post = saved(Post(label="副市长"))
    held = saved(Membership(person=person, post=post))
    words.memberships.add(held)
    return make_mention(article=article, name="周杰", person=person)


@pytest.fixture
def second(person):
    """The article a correspondent of that name signed, and is named in."""
    article = make_article(body="通讯员周杰报道。", headline="早稻育秧")
    saved(Byline(article=article, name="周杰", role="writer", person=person))
    return make_mention(article=article, name="周杰", person=person)


def test_each_mark_is_shown_with_what_its_words_state(person, first, second):
    shown = {mark.mention: mark.facts for mark in marks_with_facts(person)}
    assert shown[second] == []
    part = Participation.objects.get()
    assert shown[first] == [part, Membership.objects.get()]


def test_what_is_ticked_goes_to_somebody_new(person, first, second, by):
    signed = Byline.objects.get()
    off = SplitOff({second.pk}, {signed.pk}, name="周杰", note="通讯员")
    other = split_person(person, off, by)
    assert other != person
    assert (other.name, other.note) == ("周杰", "通讯员")
    second.refresh_from_db()
    first.refresh_from_db()
    signed.refresh_from_db()
    assert (second.person, signed.person, first.person) == (
        other,
        other,
        person,
    )
    assert Participation.objects.get().person == person
    pair = Pair.objects.get()
    assert (pair.verdict, {pair.first, pair.second}) == ("two", {person, other})
    assert second.article.page.issue.newspaper.people.get() == other
    undo(Step.objects.get(), by)
    second.refresh_from_db()
    signed.refresh_from_db()
    assert (second.person, signed.person) == (person, person)
    assert Person.objects.get() == person
    assert not Pair.objects.exists()


def test_the_facts_of_the_same_words_go_along(person, first, second, by):
    other = split_person(person, SplitOff({first.pk}), by)
    assert Participation.objects.get().person == other
    assert Membership.objects.get().person == other
    version = first.article.version
    first.article.refresh_from_db()
    assert first.article.version == version + 1


def test_a_fact_of_two_marks_stays_until_both_go(person, first, second, by):
    held = Membership.objects.get()
    words = make_evidence(article=second.article, words="通讯员周杰报道")
    words.memberships.add(held)
    split_person(person, SplitOff({first.pk}), by)
    held.refresh_from_db()
    assert held.person == person
    assert Participation.objects.get().person != person


def test_it_may_be_somebody_who_is_known(person, first, second, by):
    known = make_person(name="周杰")
    split_person(person, SplitOff({second.pk}, person=known.pk), by)
    second.refresh_from_db()
    assert second.person == known
    with pytest.raises(ValidationError, match="Nobody else"):
        split_person(person, SplitOff({first.pk}, person=person.pk), by)
    with pytest.raises(ValidationError, match="Nobody else"):
        split_person(person, SplitOff({first.pk}, person=0), by)


def test_what_the_other_has_already_is_refused(person, first, by):
    known = make_person(name="周杰")
    part = Participation.objects.get()
    make_participation(
        event=part.event, person=known, evidence=part.evidence, role=part.role
    )
    with pytest.raises(ValidationError, match="has this already"):
        split_person(person, SplitOff({first.pk}, person=known.pk), by)
    assert Mention.objects.get().person == person


def test_nothing_or_all_ticked_is_no_split(person, first, second, by):
    signed = Byline.objects.get()
    with pytest.raises(ValidationError, match="Tick at least one"):
        split_person(person, SplitOff({0}), by)
    everything = SplitOff({first.pk, second.pk}, {signed.pk})
    with pytest.raises(ValidationError, match="still one person"):
        split_person(person, everything, by)
    assert Person.objects.get() == person


def test_who_may_not_change_people_splits_none(person, first):
    with pytest.raises(PermissionDenied):
        split_person(person, SplitOff({first.pk}), make_user())
