"""The results page."""

import datetime as dt

import pytest
from django.urls import reverse

from articles.models import Article
from search.index import refresh
from search.query import ByRelevance, find
from tests.builders import (
    make_article,
    make_issue,
    make_mention,
    make_newspaper,
    make_page,
    make_person,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def articles() -> list[Article]:
    """Three days of one paper and one of another, all about sowing; the last is not published."""
    paper, other = make_newspaper(), make_newspaper(name="山前晚报")
    pages = [
        make_page(issue=make_issue(newspaper=paper, date=dt.date(2021, 9, day)))
        for day in (27, 28, 29)
    ]
    pages.append(
        make_page(issue=make_issue(newspaper=other, date=dt.date(2021, 9, 28)))
    )
    headlines = ["春耕开始", "会议召开", "秋收有望", "春耕见闻"]
    bodies = [
        "柏松下田。",
        "谈春耕，春耕要紧，春耕不误。\n柏松讲话。",
        "忆春耕。",
        "记者见闻。",
    ]
    articles = [
        make_article(page=page, headline=headline, body=body, published=True)
        for page, headline, body in zip(pages, headlines, bodies, strict=True)
    ]
    person = make_person(name="柏松")
    for article in articles[:2]:
        make_mention(article=article, name="柏松", person=person)
    articles.append(make_article(page=pages[0], headline="春耕密稿"))
    refresh(article.pk for article in articles)
    return articles


def ask(client, **data) -> list[str]:
    response = client.get(reverse("search"), data)
    assert response.status_code == 200
    assert "密稿" not in response.content.decode()
    return [
        result.article.headline
        for result in response.context.get("results", [])
    ]


def test_newest_first_and_by_relevance(client, articles):
    assert ask(client, q="春耕") == [
        "秋收有望",
        "春耕见闻",
        "会议召开",
        "春耕开始",
    ]
    assert ask(client, q="春耕", order="relevance") == [
        "春耕见闻",
        "春耕开始",
        "会议召开",
        "秋收有望",
    ]


def test_filters_narrow_and_combine(client, articles):
    person = articles[0].mentions.get().person
    assert ask(client, q="春耕", date_from="2021-09-28") == [
        "秋收有望",
        "春耕见闻",
        "会议召开",
    ]
    assert ask(
        client, q="春耕", date_from="2021-09-28", date_to="2021-09-28"
    ) == [
        "春耕见闻",
        "会议召开",
    ]
    assert ask(client, q="春耕", newspaper="shanqianwanbao") == ["春耕见闻"]
    assert ask(client, q="春耕", person=person.pk) == ["会议召开", "春耕开始"]
    assert ask(client, person=person.pk, date_to="2021-09-27") == ["春耕开始"]


def test_words_are_marked_and_escaped(client):
    article = make_article(
        published=True, headline="<b>春耕</b>", body="柏 松说“<i>春耕</i>”。"
    )
    refresh([article.pk])
    answer = client.get(reverse("search"), {"q": '柏松 春耕 "'})
    # Where a line may end is no character of a title.
    html = answer.content.decode().replace("<wbr>", "")
    assert (
        "<mark>柏 松</mark>说<mark>“</mark>&lt;i&gt;<mark>春耕</mark>" in html
    )
    assert "&lt;b&gt;<mark>春耕</mark>&lt;/b&gt;" in html


def test_who_bears_the_name_and_who_else_is_named_is_shown(client, articles):
    response = client.get(reverse("search"), {"q": "柏松"})
    person = articles[0].mentions.get().person
    assert [each.pk for each in response.context["bearers"]] == [person.pk]
    assert [
        (found.person.name, found.hits) for found in response.context["people"]
    ] == [("柏松", 2)]


def test_nothing_asked_gives_advice(client, articles):
    response = client.get(reverse("search"))
    assert "results" not in response.context
    assert ask(client, q="　") == []


def test_nothing_found_offers_what_does_find_something(client, articles):
    response = client.get(
        reverse("search"), {"q": "春耕 夏种", "date_from": "2021-09-29"}
    )
    assert [
        (option.q, option.unfiltered, option.count)
        for option in response.context["easier"]
    ] == [("春耕", False, 1)]
    assert (
        "?q=%E6%98%A5%E8%80%95&amp;date_from=2021-09-29"
        in response.content.decode()
    )
    response = client.get(
        reverse("search"), {"q": "柏松", "date_from": "2021-09-29"}
    )
    assert [
        (option.q, option.unfiltered, option.count)
        for option in response.context["easier"]
    ] == [("柏松", True, 2)]
    response = client.get(reverse("search"), {"q": "春耕会议"})
    assert [option.q for option in response.context["easier"]] == [
        "春耕 会议",
        "春耕",
        "会议",
    ]


@pytest.mark.parametrize(
    "data",
    [
        {"q": "长" * 201},
        {"q": "春\x00耕"},
        {"q": "春耕", "date_from": "昨天"},
        {"q": "春耕", "date_from": "2021-09-29", "date_to": "2021-09-28"},
        {"q": "春耕", "newspaper": "nowhere"},
        {"q": "春耕", "person": "99999"},
        {"q": "春耕", "person": "x"},
        {"q": "春耕", "order": "random"},
    ],
)
def test_what_cannot_be_asked_is_said_beside_the_field(client, articles, data):
    response = client.get(reverse("search"), data)
    assert response.status_code == 200
    assert "errorlist" in response.content.decode()
    assert "results" not in response.context


@pytest.mark.parametrize("order", ["newest", "relevance"])
def test_pages_hold_each_result_once_with_a_fixed_number_of_queries(
    client, django_assert_num_queries, order
):
    page = make_page()
    articles = [
        make_article(page=page, published=True, body="春耕。" * number)
        for number in range(45)
    ]
    refresh(article.pk for article in articles)
    seen = []
    for number in (1, 2, 3):
        with django_assert_num_queries(8 if order == "relevance" else 7):
            response = client.get(
                reverse("search"), {"q": "春耕", "order": order, "page": number}
            )
        results = response.context["results"]
        seen += [result.article.article_id for result in results]
    assert sorted(seen) == sorted(article.pk for article in articles)
    assert (
        client.get(reverse("search"), {"q": "春耕", "page": 4}).status_code
        == 404
    )


def test_beyond_the_ranked_candidates_results_go_on_by_date(monkeypatch):
    monkeypatch.setattr("search.query.CANDIDATES", 4)
    page = make_page()
    articles = [
        make_article(page=page, published=True, body="春耕。" * (10 - number))
        for number in range(9)
    ]
    refresh(article.pk for article in articles)
    ranked = ByRelevance(find("春耕"), "春耕")
    pks = [article.pk for article in articles]
    everything = [*pks[5:], *reversed(pks[:5])]
    assert [
        pk for start in range(0, 9, 3) for pk in ranked[start : start + 3]
    ] == everything


def test_an_article_withdrawn_behind_the_indexs_back_is_not_shown(
    client, articles
):
    articles[0].publications.update(is_current=False)
    assert ask(client, q="春耕开始") == []
