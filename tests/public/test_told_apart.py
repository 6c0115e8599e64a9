"""Two people of one name on one list are told apart wherever they stand."""

import re

import pytest
from django.urls import reverse

from search.index import refresh
from tests.builders import (
    make_article,
    make_evidence,
    make_mention,
    make_participation,
    make_person,
)
from tests.congress_builders import address_of, make_congress, make_sitting
from tests.public.test_articles import shown

pytestmark = pytest.mark.django_db


@pytest.fixture
def bearers():
    """Two people named 柏松, each in an article of their own."""
    people = []
    for headline in ("春耕", "秋收"):
        person = make_person(name="柏松")
        article = make_article(
            headline=headline, body="请柏松讲话。", published=True
        )
        make_mention(article=article, name="柏松", person=person)
        refresh([article.pk])
        people.append(person)
    return people


def apart_in(html: str) -> list[str]:
    return re.findall(r'<span class="apart">([^<]+)</span>', html)


def test_the_search_tells_bearers_of_a_name_apart(client, bearers):
    html = shown(client, f"{reverse('search')}?q=柏松")
    notice = html.split('class="notice"')[1].split("</p>")[0]
    assert sorted(apart_in(notice)) == ["春耕 2021", "秋收 2021"]
    narrowed = html.split('id="people"')[1].split("</section>")[0]
    assert sorted(apart_in(narrowed)) == ["春耕 2021", "秋收 2021"]


def test_an_article_tells_two_of_one_name_apart(client, bearers):
    article = make_article(
        headline="两个柏松", body="柏松到会。", published=True
    )
    first, second = bearers
    for person, part in ((first, "headline"), (second, "body")):
        make_mention(article=article, name="柏松", person=person, part=part)
    html = shown(client, article.get_absolute_url())
    named = html.split('id="named"')[1].split("</section>")[0]
    assert len(apart_in(named)) == 2


def test_who_stands_alone_on_a_list_needs_nothing_to_be_told_apart(client):
    person = make_person(name="柏松")
    article = make_article(body="请柏松讲话。", published=True)
    make_mention(article=article, name="柏松", person=person)
    refresh([article.pk])
    for address in (
        article.get_absolute_url(),
        f"{reverse('search')}?q=柏松",
    ):
        assert not apart_in(shown(client, address))


def test_the_table_of_sessions_tells_two_of_one_name_apart(client, bearers):
    congress = make_congress()
    sitting = make_sitting(congress=congress, title="开幕会")
    for index, person in enumerate(bearers):
        article = make_article(body=f"第{index}：柏松主持。", published=True)
        words = make_evidence(article=article, words="柏松主持")
        make_participation(event=sitting, person=person, evidence=words)
    html = shown(client, f"{address_of(congress)}who/")
    table = html.split('class="matrix"')[1].split("</table>")[0]
    assert len(apart_in(table)) == 2
