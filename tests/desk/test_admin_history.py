"""The history of a record in the admin is its steps, in words and by people's names."""

import pytest
from django.urls import reverse

from desk.forms.editor_names import name_of
from editorial.correcting import correct
from tests.builders import make_article, make_user
from tests.importing.delivered import FRONT, deliver

pytestmark = pytest.mark.django_db


@pytest.fixture
def root(client):
    client.force_login(make_user(username="root", superuser=True))
    client.cookies["django_language"] = "en"
    return client


def shown(client, key: int) -> str:
    url = reverse("admin:articles_article_history", args=[key])
    return client.get(url).content.decode()


def test_a_correction_is_one_row_that_names_who_and_why(root):
    article = deliver(FRONT).page.articles.first()
    by = make_user(first_name="周编辑")
    correct(
        article,
        texts={"headline": "春耕开始"},
        by=by,
        version=article.version,
        reason="核对。",
    )
    html = shown(root, article.pk)
    assert html.count("周编辑") == 1
    assert "核对。" in html
    assert "<ins>春耕" in html


def test_a_page_read_again_is_a_row_that_nobody_undoes(root):
    article = deliver(FRONT).page.articles.first()
    old = article.headline
    new = old.replace(old[:2], "重读", 1)
    deliver(FRONT.replace(old, new))
    html = shown(root, article.pk)
    content = html[html.index('<div id="content"') : html.index("<footer")]
    assert "loading" in content
    assert "<ins>重读</ins>" in content
    assert "undo" not in content.casefold()


def test_what_nobody_has_touched_has_no_rows(root):
    article = make_article()
    html = shown(root, article.pk)
    assert "Nobody has changed it." in html


def test_a_history_is_for_those_who_may_see_the_record(client):
    article = make_article()
    client.force_login(make_user(username="guest", is_staff=True))
    url = reverse("admin:articles_article_history", args=[article.pk])
    assert client.get(url).status_code == 403


def test_who_gave_no_name_is_known_by_the_login():
    assert [
        name_of(make_user(username="a", last_name="周")),
        name_of(make_user(username="b")),
        name_of(None),
    ] == [
        "周",
        "b",
        "",
    ]
