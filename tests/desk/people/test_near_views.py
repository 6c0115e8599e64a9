"""Near names at the desk: side by side, decided, and told apart where one is chosen."""

from __future__ import annotations

import datetime as dt

import pytest
from django.contrib.auth.models import Permission, User
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from editorial.pairs.find_pairs import find_pairs
from people.models import Membership, Pair, Person, Post, RosterEntry
from tests.builders import (
    make_article,
    make_issue,
    make_mention,
    make_newspaper,
    make_page,
    make_person,
    saved,
)
from tests.desk.members import member, text_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]
NEAR = reverse("desk-near")


@pytest.fixture
def desk():
    return member("an-editor", "Editors")


def make_pair(one: str = "易湘东", other: str = "易湘冬") -> Pair:
    people = [make_person(name=name) for name in (one, other)]
    find_pairs(people)
    return Pair.objects.order_by("pk").last()


def name_in_print(person: Person, times: int = 1) -> None:
    for _number in range(times):
        article = make_article(body=f"出席的有{person.name}等同志。")
        make_mention(article=article, name=person.name, person=person)


def test_the_two_stand_side_by_side_with_their_evidence(desk):
    pair = make_pair()
    name_in_print(pair.first, 2)
    post = saved(Post(label="市长"))
    saved(Membership(person=pair.first, post=post))
    saved(RosterEntry(roster="主席团", rank=17, person=pair.second))
    shown = text_of(desk.get(NEAR))
    for words in ("2 in 2 articles", "市长", "主席团 17", "yi xiang dong"):
        assert words in shown
    assert "易湘<mark>东</mark>" in shown
    assert "出席的有<mark>易湘东</mark>" in shown
    assert "滨江日报 2021" in shown
    assert "No words name this person" in shown
    assert f'value="slip:{pair.second_id}"' in shown
    assert f'value="slip:{pair.first_id}"' not in shown


@pytest.mark.parametrize("verdict", ["two", "later"])
def test_a_verdict_leads_to_the_next_pair(desk, verdict):
    pair = make_pair()
    following = make_pair("罗海琼", "罗海清")
    address = reverse("desk-pair", args=[pair.pk])
    answer = desk.post(address, {"verdict": verdict}, follow=True)
    assert answer.redirect_chain == [(f"{NEAR}?after={pair.pk}", 302)]
    assert f'href="?after={following.pk}"' in text_of(answer)
    pair.refresh_from_db()
    assert (pair.verdict, pair.by) == (verdict, User.objects.get())


def test_one_person_of_the_two_needs_a_reason(desk):
    pair = make_pair()
    address = reverse("desk-pair", args=[pair.pk])
    one = {"verdict": f"one:{pair.first_id}", "reason": " "}
    answer = desk.post(address, one)
    assert answer.status_code == 409
    assert "needs a reason" in text_of(answer)
    answer = desk.post(address, one | {"reason": "同日同会"}, follow=True)
    assert "The two are one person" in text_of(answer)
    assert Person.objects.get() == pair.first
    assert "No pair waits" in text_of(answer)


@pytest.mark.parametrize("verdict", ["", "one:", "one:x", "kill:1"])
def test_an_unknown_verdict_is_no_address(desk, verdict):
    address = reverse("desk-pair", args=[make_pair().pk])
    assert desk.post(address, {"verdict": verdict}).status_code == 404


def test_a_pair_is_asked_for_by_its_key(desk):
    first, second = make_pair(), make_pair("罗海琼", "罗海清")
    shown = text_of(desk.get(f"{NEAR}?pair={second.pk}"))
    assert f'href="?after={second.pk}"' in shown
    assert f'href="?after={first.pk}"' in text_of(desk.get(f"{NEAR}?after=x"))
    # A pair that is gone: what waits is shown.
    assert f'href="?after={first.pk}"' in text_of(desk.get(f"{NEAR}?pair=77"))


def test_what_is_put_off_comes_when_nothing_else_waits(desk):
    pair = make_pair()
    desk.post(reverse("desk-pair", args=[pair.pk]), {"verdict": "later"})
    assert "put off" in text_of(desk.get(NEAR))


def test_the_screen_costs_the_same_however_often_they_are_named(desk):
    pair = make_pair()
    make_pair("罗海琼", "罗海清")
    counts = []
    for times in (1, 5):
        name_in_print(pair.first, times)
        name_in_print(pair.second, times)
        with CaptureQueriesContext(connection) as queries:
            desk.get(NEAR)
        counts.append(len(queries))
    assert counts[0] == counts[1]
    assert counts[0] <= 20


def test_near_names_are_a_queue_of_the_front_page(desk):
    pair = make_pair()
    shown = text_of(desk.get(reverse("admin:index")))
    assert f'href="{NEAR}?pair={pair.pk}"' in shown


def test_who_may_not_decide_sees_none_of_it(desk):
    pair = make_pair()
    reader = member("a-reviewer", "Reviewers")
    address = reverse("desk-pair", args=[pair.pk])
    assert reader.get(NEAR).status_code == 403
    assert reader.post(address, {"verdict": "two"}).status_code == 403
    reviewer = User.objects.get(username="a-reviewer")
    may = Permission.objects.get(codename="change_pair")
    reviewer.user_permissions.add(may)
    shown = text_of(reader.get(NEAR))
    assert 'value="two"' in shown
    assert 'value="one:' not in shown


# Splitting


def test_ticked_places_go_to_somebody_new(desk):
    person = make_person(name="周杰")
    name_in_print(person, 2)
    address = reverse("desk-split-person", args=[person.pk])
    first, second = person.mentions.order_by("pk")
    shown = text_of(desk.get(address))
    assert shown.count('name="m"') == 2
    assert address in text_of(
        desk.get(reverse("admin:people_person_change", args=[person.pk]))
    )
    form = {"m": [second.pk], "name": "周杰", "note": "通讯员"}
    answer = desk.post(address, form)
    other = Person.objects.exclude(pk=person.pk).get()
    assert answer.url == reverse("admin:people_person_change", args=[other.pk])
    assert (other.note, list(other.mentions.all())) == ("通讯员", [second])
    assert list(person.mentions.all()) == [first]


def test_a_refused_split_keeps_what_was_typed(desk):
    person = make_person(name="周杰")
    name_in_print(person, 1)
    address = reverse("desk-split-person", args=[person.pk])
    key = person.mentions.get().pk
    answer = desk.post(address, {"m": [key], "note": "通讯员"})
    shown = text_of(answer)
    assert answer.status_code == 409
    assert "still one person" in shown
    assert f'value="{key}" id="m-{key}" checked' in shown
    assert 'value="通讯员"' in shown
    assert desk.post(address, {"m": [key], "person": "x"}).status_code == 409


def test_a_split_of_many_places_asks_no_more(desk):
    person = make_person(name="周杰")
    address = reverse("desk-split-person", args=[person.pk])
    counts = []
    for times in (1, 5):
        name_in_print(person, times)
        with CaptureQueriesContext(connection) as queries:
            desk.get(address)
        counts.append(len(queries))
    assert counts[0] == counts[1]


# Choosing one of a name


def test_people_of_one_name_are_told_apart_where_one_is_chosen(desk):
    first, second = make_person(name="周杰"), make_person(name="周杰")
    saved(Membership(person=first, post=saved(Post(label="副市长"))))
    paper = make_newspaper(name="江城日报")
    for year in (2019, 2021):
        issue = make_issue(newspaper=paper, date=dt.date(year, 3, 1))
        article = make_article(page=make_page(issue=issue), body="周杰出席。")
        make_mention(article=article, name="周杰", person=second)
    asked = {
        "app_label": "articles",
        "model_name": "mention",
        "field_name": "person",
        "term": "周杰",
    }
    with CaptureQueriesContext(connection) as queries:
        answer = desk.get(reverse("admin:autocomplete"), asked)
    texts = [each["text"] for each in answer.json()["results"]]
    assert texts == [
        f"周杰 №{first.pk} · 副市长",
        f"周杰 №{second.pk} · 江城日报 2019–2021",
    ]
    assert len(queries) <= 10
    asked |= {"app_label": "people", "model_name": "membership"}
    asked |= {"field_name": "post", "term": "副市长"}
    posts = desk.get(reverse("admin:autocomplete"), asked).json()["results"]
    assert [each["text"] for each in posts] == [str(Post.objects.get())]
