"""The public index of people and the page of a person."""

import datetime as dt
import re

import pytest

from people.models import Membership, Post
from tests.builders import (
    make_article,
    make_event,
    make_evidence,
    make_issue,
    make_mention,
    make_page,
    make_participation,
    make_person,
    published_once,
    saved,
    show_as_it_stands,
)

pytestmark = pytest.mark.django_db


def shown(client, address: str, status: int = 200) -> str:
    response = client.get(address)
    assert response.status_code == status, address
    return response.content.decode()


@published_once()
def named(name: str, **fields: object):
    """A person whom a published article names."""
    person = make_person(name=name, **fields)
    article = make_article(body=f"{name}到会。", published=True)
    make_mention(article=article, name=name, person=person)
    return person


def letters_and_names(html: str) -> list[str]:
    return re.findall(
        r'<h2 id="letter-\d+">([^<]+)</h2>|<li><a href="/people/\d+/">([^<]+)<',
        html,
    )


def test_the_index_is_by_pinyin_with_surnames_read_as_surnames(client):
    for name in ("曾广平", "阿依古丽", "单文柏", "柏松", "Ω"):
        named(name)
    make_person(name="未刊人")
    html = shown(client, "/people/")
    order = [letter or name for letter, name in letters_and_names(html)]
    assert order == [
        "A",
        "阿依古丽",
        "B",
        "柏松",
        "S",
        "单文柏",
        "Z",
        "曾广平",
        "#",
        "Ω",
    ]
    assert "未刊人" not in html


def test_a_letter_lists_its_people_and_an_unknown_one_is_no_address(client):
    named("曾广平"), named("柏松")
    html = shown(client, "/people/?initial=Z")
    assert "曾广平" in html
    assert "柏松" not in html
    for initial in ("Q", "ZZ", "%00"):
        shown(client, f"/people/?initial={initial}", 404)


def test_a_person_shows_every_place_with_its_words_by_article_newest_first(
    client,
):
    person = make_person(name="柏松")
    newspaper_pages = [
        make_page(issue=make_issue(date=dt.date(2021, 9, day)))
        for day in (27, 28)
    ]
    for page in newspaper_pages:
        article = make_article(
            page=page,
            headline=f"{page.issue.date:%d}日",
            body="请柏松同志讲话。",
            published=True,
        )
        mention = make_mention(article=article, name="柏松", person=person)
    html = shown(client, person.get_absolute_url())
    assert re.findall(r"<h3[^>]*><a[^>]*>([^<]+)</a>", html) == ["28日", "27日"]
    assert ">请<mark>柏松</mark>同志讲话。<" in html
    assert mention.get_absolute_url() in html


def test_a_person_nobody_published_names_has_no_page(client):
    person = make_person(name="柏松")
    mention = make_mention(
        article=make_article(body="柏松到会。"), name="柏松", person=person
    )
    shown(client, person.get_absolute_url(), 404)
    published = make_article(body="柏松到会。", published=True)
    mention = make_mention(
        article=published, name="柏松", person=person, check_again=True
    )
    shown(client, person.get_absolute_url(), 404)
    mention.check_again = False
    saved(mention)
    show_as_it_stands(published)
    shown(client, person.get_absolute_url())


def test_a_post_shows_only_with_the_words_that_state_it(client):
    person = named("柏松")
    stated, unstated, unpublished = (
        saved(Membership(person=person, post=saved(Post(label=label))))
        for label in ("部长", "秘书长", "司库")
    )
    evidence = make_evidence(
        article=make_article(body="部长柏松到会。", published=True),
        words="部长",
    )
    evidence.memberships.add(stated)
    show_as_it_stands(evidence.article)
    make_evidence(
        article=make_article(body="司库柏松到会。"), words="司库"
    ).memberships.add(unpublished)
    html = shown(client, person.get_absolute_url())
    posts = html.split('id="posts"')[1].split("</section>")[0]
    assert "部长" in posts
    assert evidence.get_absolute_url() in posts
    assert str(unstated.post) not in html
    assert str(unpublished.post) not in html


def test_without_a_stated_post_none_is_shown(client):
    assert 'id="posts"' not in shown(client, named("柏松").get_absolute_url())


def test_an_event_is_shown_with_role_and_words(client):
    person = named("柏松")
    article = make_article(body="柏松主持开幕。", published=True)
    evidence = make_evidence(article=article, words="柏松主持")
    event = make_event(evidence=evidence)
    make_participation(
        event=event,
        person=person,
        evidence=evidence,
        role="主持人",
        delegations=[1, 12],
    )
    hidden = make_event(title="未刊会")
    make_participation(
        event=hidden, person=person, evidence=evidence, role="主持人"
    )
    html = shown(client, person.get_absolute_url())
    for text in (
        event.get_absolute_url(),
        evidence.get_absolute_url(),
        "主持人",
        "第一、第十二代表团",
    ):
        assert text in html
    assert "未刊会" not in html


def test_only_the_newest_events_stand_on_the_page_of_a_person(
    client, monkeypatch
):
    monkeypatch.setattr("public.views.people.EVENTS_SHOWN", 2)
    person = named("柏松")
    pages = [
        make_page(issue=make_issue(date=dt.date(2021, 9, day)))
        for day in (25, 26, 27)
    ]
    all_events = f"{person.get_absolute_url()}events/"
    for page in pages:
        assert all_events not in shown(client, person.get_absolute_url())
        article = make_article(page=page, body="柏松主持。", published=True)
        words = make_evidence(article=article, words="主持")
        date = page.issue.date
        event = make_event(
            title=f"{date:%d}日会", edtf=f"{date}", evidence=words
        )
        make_participation(event=event, person=person, evidence=words)
    titles = re.compile(r'lang="zh-Hans">(\d+日会)</a>')
    html = shown(client, person.get_absolute_url())
    assert titles.findall(html) == ["27日会", "26日会"]
    assert f'href="{all_events}"' in html
    assert titles.findall(shown(client, all_events)) == [
        "27日会",
        "26日会",
        "25日会",
    ]


def test_posts_and_events_stand_on_the_first_page_alone(client, monkeypatch):
    monkeypatch.setattr("public.views.people.PersonView.paginate_by", 1)
    person = named("柏松")
    article = make_article(body="柏松主持。", published=True)
    make_mention(article=article, name="柏松", person=person)
    words = make_evidence(article=article, words="主持")
    make_participation(
        event=make_event(evidence=words), person=person, evidence=words
    )
    address = person.get_absolute_url()
    assert 'id="events"' in shown(client, address)
    assert 'id="events"' not in shown(client, f"{address}?page=2")


def test_of_many_places_only_so_many_are_counted_and_all_are_shown(
    client, monkeypatch
):
    monkeypatch.setattr("public.paging.MOST_COUNTED", 2)
    monkeypatch.setattr("public.views.people.PersonView.paginate_by", 1)
    person = named("柏松")
    address = f"/en{person.get_absolute_url()}"
    for number in range(2, 5):
        article = make_article(body="柏松到会。", published=True)
        make_mention(article=article, name="柏松", person=person)
        is_capped = "more than 2 places" in shown(client, address)
        assert is_capped == (number > 2)
        last = shown(client, f"{address}?page={number}")
        assert "<mark>柏松</mark>" in last
        assert 'rel="next"' not in last
        assert 'rel="next"' in shown(client, f"{address}?page={number - 1}")
        shown(client, f"{address}?page={number + 1}", 404)


@pytest.mark.parametrize("number", [2, 12])
def test_the_index_asks_the_same_of_the_database_however_long_it_is(
    client, django_assert_num_queries, number
):
    for index in range(number):
        named(f"柏{chr(0x4E00 + index)}")
    with django_assert_num_queries(4):
        shown(client, "/people/")


@pytest.mark.parametrize("number", [2, 12])
def test_a_person_asks_the_same_of_the_database_however_often_named(
    client, django_assert_num_queries, number
):
    person = named("柏松")
    with published_once():
        for index in range(number):
            article = make_article(
                headline="", body=f"第{index}天柏松到会。", published=True
            )
            make_article(
                page=make_page(label=f"B{index}"),
                headline=f"第{index}天",
                continuation=article,
                published=True,
            )
            make_mention(article=article, name="柏松", person=person)
            evidence = make_evidence(article=article, words="柏松到会")
            event = make_event(title=f"第{index}会", evidence=evidence)
            make_participation(event=event, person=person, evidence=evidence)
            evidence.memberships.add(
                saved(
                    Membership(
                        person=person, post=saved(Post(label=f"第{index}职"))
                    )
                )
            )
    with django_assert_num_queries(12):
        shown(client, person.get_absolute_url())


def test_an_ellipsis_stands_only_where_the_text_goes_on(client):
    person = make_person(name="柏松")
    article = make_article(
        body=f"{'春' * 40}请柏松同志讲话。{'秋' * 40}", published=True
    )
    make_mention(article=article, name="柏松", person=person)
    html = client.get(person.get_absolute_url()).content.decode()
    assert re.search("…春+请<mark>柏松</mark>同志讲话。秋+…", html)
