"""An article is read with full-width marks; what was signed is one click away."""

import re

import pytest

from articles.models import Publication
from tests.builders import make_article

pytestmark = pytest.mark.django_db
BODY = "代表到会,共5,000人;大会开幕。"


def body_at(client, address: str) -> str:
    page = client.get(address).content.decode()
    body = re.search(r'<div class="body">(.*?)</div>', page, re.DOTALL)
    return re.sub(r"<[^>]*>", "", body[1]).strip()


def test_marks_beside_chinese_are_full_width_for_reading(client):
    article = make_article(headline="开幕", body=BODY, published=True)
    address = article.get_absolute_url()
    assert body_at(client, address) == "代表到会，共5,000人；大会开幕。"
    page = client.get(address).content.decode()
    assert 'href="?marks=signed"' in page


def test_the_signed_characters_are_one_click_away(client):
    article = make_article(headline="开幕", body=BODY, published=True)
    address = article.get_absolute_url()
    assert body_at(client, f"{address}?marks=signed") == BODY
    signed = Publication.objects.get(article=article)
    assert signed.content["body"] == BODY


def test_words_led_to_stand_as_they_were_signed(client):
    article = make_article(headline="开幕", body=BODY, published=True)
    address = article.get_absolute_url()
    assert body_at(client, f"{address}?evidence=0") == BODY


def test_where_there_is_no_difference_nothing_is_said(client):
    article = make_article(headline="开幕", body="代表到会。", published=True)
    page = client.get(article.get_absolute_url()).content.decode()
    assert "marks=signed" not in page
