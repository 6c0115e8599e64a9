"""Words that state a post, typed in its row on the page of a person or of the post."""

import pytest

from articles.models import Evidence
from people.models import Membership, Post
from tests.builders import (
    make_article,
    make_mention,
    make_person,
    saved,
)
from tests.desk.members import member, text_of
from tests.desk.saved_forms import one_step, page_of, undone
from tests.desk.typed import typed

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]
BODY = "局长林向晚主持会议。\n周易安讲话。\n局长林向晚讲话。"


@pytest.fixture
def desk():
    return member("an-editor", "Editors")


@pytest.fixture
def article():
    return make_article(headline="市委会议召开", body=BODY)


@pytest.fixture
def person(article):
    person = make_person(name="林向晚")
    make_mention(article=article, name="林向晚", person=person)
    return person


@pytest.fixture
def post():
    return saved(Post(label="局长"))


def row_of_a_post(post, **changes):
    return {
        "memberships__TOTAL_FORMS": 1,
        "memberships__0__post": post.pk,
    } | {f"memberships__0__{name}": value for name, value in changes.items()}


def form_of(desk, person, **changes):
    return typed(desk.get(page_of(person)), "person_form", **changes)


def test_a_post_is_added_with_its_words_on_the_page_of_a_person(
    desk, person, post, article
):
    page = desk.get(page_of(person))
    assert "data-source" in text_of(page)
    row = row_of_a_post(post, words="局长林向晚主持")
    data = typed(page, "person_form", **row)
    assert data["words_in"] == str(article.pk)
    assert "words" not in data
    step = one_step(desk, page_of(person), data)
    held = Membership.objects.get()
    assert held.evidence.get().exact == "局长林向晚主持"
    assert "undone" in undone(desk, step)
    assert not Membership.objects.exists()
    assert not Evidence.objects.exists()


def test_words_are_added_to_those_of_a_post_on_record(desk, person, post):
    held = saved(Membership(person=person, post=post))
    data = form_of(desk, person, memberships__0__words="局长林向晚主持")
    one_step(desk, page_of(person), data)
    data = form_of(desk, person, memberships__0__words="周易安讲话")
    one_step(desk, page_of(person), data)
    stated = {words.exact for words in held.evidence.all()}
    assert stated == {"局长林向晚主持", "周易安讲话"}


def test_nothing_typed_is_lost_when_a_place_is_asked_for(desk, person, post):
    row = row_of_a_post(post, words="局长林向晚", start_date="2021-09")
    refused = desk.post(page_of(person), form_of(desk, person, **row))
    assert "These words stand in several places" in text_of(refused)
    again = typed(refused, "person_form")
    assert again["memberships-0-words"] == "局长林向晚"
    assert again["memberships-0-start_date"] == "2021-09"
    second = BODY.rindex("局长林向晚")
    again["memberships-0-words-at"] = f"body::{second}"
    again["memberships-0-start_date"] = "从未"
    # Refused for another reason, the place chosen stays chosen.
    refused = desk.post(page_of(person), again)
    again = typed(refused, "person_form")
    assert again["memberships-0-words-at"] == f"body::{second}"
    again["memberships-0-start_date"] = "2021-09"
    one_step(desk, page_of(person), again)
    assert Membership.objects.get().evidence.get().start == second


def test_the_holder_of_a_post_is_added_with_the_words(
    desk, person, post, article
):
    url = f"{page_of(post)}?words_in={article.pk}"
    holder = {
        "memberships__TOTAL_FORMS": 1,
        "memberships__0__person": person.pk,
        "memberships__0__words": "局长林向晚主持",
    }
    data = typed(desk.get(url), "post_form", **holder)
    one_step(desk, url, data)
    held = Membership.objects.get()
    assert held.person == person
    assert held.evidence.get().exact == "局长林向晚主持"


def test_of_a_post_that_nothing_states_the_newest_articles_are_offered(
    desk, post, article
):
    text = text_of(desk.get(page_of(post)))
    assert f'<option value="{article.pk}">' in text
    assert "data-source" not in text


def test_who_may_only_look_is_asked_for_no_words(person):
    reader = member("a-reviewer", "Reviewers")
    page = reader.get(page_of(person))
    assert page.status_code == 200
    assert "data-words" not in text_of(page)
    assert "words_in" not in text_of(page)
