"""What an editor decides about two people of near names is one step, and can be undone."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from articles.models import Article, Mention
from editorial.models import Step
from editorial.pairs import pair_verdicts
from editorial.pairs.pair_verdicts import OnePerson, join_pair, settle_pair
from editorial.steps.undoing import undo
from people.models import OtherName, Pair, Person
from tests.builders import (
    make_article,
    make_mention,
    make_person,
    make_photo,
    make_user,
    saved,
)
from tests.conftest import with_permissions

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]
BODY = "江小忠、易湘冬。\n易湘冬在会上发言。"


@pytest.fixture
def by(db):
    return with_permissions(
        make_user(),
        *("change_pair", "change_person", "delete_person"),
        *("change_article", "change_mention", "change_othername"),
        "undo_steps_of_others",
    )


@pytest.fixture
def pair():
    stays, goes = (make_person(name=name) for name in ("易湘东", "易湘冬"))
    article = make_article(body=BODY, read_body=BODY)
    make_mention(article=article, name="易湘冬", person=goes)
    second = Mention(article=article, name="易湘冬", person=goes, part="body")
    second.anchor(BODY.rindex("易湘冬"), BODY.rindex("易湘冬") + 3)
    saved(second)
    return saved(Pair(first=stays, second=goes, likeness="same_sound"))


def names_marked() -> list[tuple[str, str]]:
    marks = Mention.objects.order_by("start")
    return [(mark.exact, mark.person.name) for mark in marks]


def test_two_people_are_not_asked_about_again(pair, by):
    settle_pair(pair, "two", by)
    assert not Pair.objects.waiting().exists()
    with pytest.raises(ValidationError, match="has decided"):
        settle_pair(pair, "later", by)
    undo(Step.objects.get(), by)
    assert Pair.objects.waiting().get() == pair


def test_what_is_put_off_can_be_decided_later(pair, by):
    settle_pair(pair, "later", by)
    assert list(Pair.objects.put_off()) == [pair]
    settle_pair(pair, "two", by)
    assert not Pair.objects.put_off().exists()


def test_a_slip_is_corrected_where_it_stands_and_the_two_are_one(pair, by):
    stays = pair.first
    join_pair(pair, OnePerson(stays.pk, is_slip=True), by, "同音之误")
    article = Article.objects.get()
    assert article.body == BODY.replace("冬", "东")
    assert names_marked() == [("易湘东", "易湘东")] * 2
    assert not Mention.objects.filter(check_again=True).exists()
    assert not Pair.objects.exists()
    step = Step.objects.get()
    undo(step, by)
    article.refresh_from_db()
    assert article.body == BODY
    assert names_marked() == [("易湘冬", "易湘冬")] * 2
    assert Pair.objects.waiting().exists()


def test_a_slip_in_a_caption_is_corrected_there(pair, by):
    article = Article.objects.get()
    photo = make_photo(article=article, caption="易湘冬在会上。")
    mark = Mention(
        article=article,
        photo=photo,
        part="caption",
        name="易湘冬",
        person=pair.second,
    )
    mark.anchor(0, 3)
    saved(mark)
    join_pair(pair, OnePerson(pair.first_id, is_slip=True), by, "同音之误")
    photo.refresh_from_db()
    mark.refresh_from_db()
    assert photo.caption == "易湘东在会上。"
    assert (mark.exact, mark.person) == ("易湘东", pair.first)


def test_the_first_of_the_two_may_be_the_slip(pair, by):
    Mention.objects.order_by("pk").last().delete()
    second = pair.second
    join_pair(pair, OnePerson(second.pk, is_slip=True), by, "冬字是对的")
    assert Article.objects.get().body == BODY
    assert names_marked() == [("易湘冬", "易湘冬")]
    assert Person.objects.get() == second


def test_what_is_printed_often_is_no_slip(pair, by, monkeypatch):
    monkeypatch.setattr(pair_verdicts, "MOST_SLIPS", 1)
    one = OnePerson(pair.first_id, is_slip=True)
    with pytest.raises(ValidationError, match="more than 1 places"):
        join_pair(pair, one, by, "同音之误")
    assert Person.objects.count() == 2
    assert Article.objects.get().body == BODY


def test_another_name_is_kept_and_the_words_stay(pair, by):
    join_pair(pair, OnePerson(pair.first_id), by, "两种写法")
    assert Article.objects.get().body == BODY
    assert OtherName.objects.get().name == "易湘冬"
    assert names_marked() == [("易湘冬", "易湘东")] * 2


def test_what_was_decided_holds_for_who_stays(pair, by):
    third = make_person(name="易湘栋")
    saved(
        Pair(
            first=pair.second,
            second=third,
            likeness="same_sound",
            verdict="two",
            by=by,
        )
    )
    join_pair(pair, OnePerson(pair.first_id), by, "两种写法")
    left = Pair.objects.get()
    assert (left.first, left.second) == (pair.first, third)
    assert left.verdict == "two"
    undo(Step.objects.get(), by)
    assert Pair.objects.count() == 2
    assert Pair.objects.filter(first=pair.second, second=third).exists()


def test_who_may_not_decide_changes_nothing(pair):
    nobody = make_user()
    with pytest.raises(PermissionDenied):
        settle_pair(pair, "two", nobody)
    with pytest.raises(PermissionDenied):
        join_pair(pair, OnePerson(pair.first_id), nobody, "同一人")
    with pytest.raises(ValidationError, match="Neither"):
        join_pair(pair, OnePerson(0), nobody, "同一人")
    assert Pair.objects.waiting().get() == pair
