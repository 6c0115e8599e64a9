"""People whom an article names, on its English page, and the one form of dates there."""

from __future__ import annotations

import re

import pytest

from tests.builders import make_article, make_mention, make_person
from tests.public.test_articles import shown

pytestmark = pytest.mark.django_db


@pytest.fixture
def article():
    """An article that prints a shorter name than the person has now, whose pinyin is corrected."""
    person = make_person(name="单文柏", sort_name="dan wen bai")
    article = make_article(body="单文到会。", published=True)
    make_mention(article=article, name="单文", person=person)
    return article


def people_named(html: str) -> str:
    listed = html.split('id="named"')[1].split("</section>")[0]
    return " ".join(re.sub("<[^>]+>", "", listed).split())


def test_people_named_stand_in_pinyin_with_the_printed_name(client, article):
    address = article.get_absolute_url()
    english = shown(client, f"/en{address}")
    assert "Dan Wenbai 单文" in people_named(english)
    chinese = people_named(shown(client, address))
    assert "单文" in chinese
    assert "Dan" not in chinese


def test_pinyin_costs_one_query(client, article, django_assert_max_num_queries):
    address = f"/en{article.get_absolute_url()}"
    shown(client, address)
    with django_assert_max_num_queries(6):
        shown(client, address)


def test_a_date_has_one_form(client, article):
    english = shown(client, f"/en{article.get_absolute_url()}")
    day = article.page.issue.date
    written = f"{day.day} {day:%b %Y}"
    assert f">{written}<" in english
    assert f"{day:%B} {day.day}" not in english
