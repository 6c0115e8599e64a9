"""History in the admin is for reading: in words, by people's names, one row for one change."""

import pytest
from django.urls import reverse

from desk.forms.editor_names import name_of
from editorial.correcting import correct
from tests.builders import make_article, make_page, make_user
from tests.importing.delivered import FRONT, deliver

pytestmark = pytest.mark.django_db


@pytest.fixture
def root(client):
    client.force_login(make_user(username="root", superuser=True))
    client.cookies["django_language"] = "en"
    return client


def shown(client, page: str, *args: object) -> str:
    return client.get(
        reverse(f"admin:articles_article_{page}", args=args)
    ).content.decode()


def test_a_correction_is_one_row_with_the_status_it_leads_to():
    article, by = make_article(published=True), make_user()
    before = article.history.count()
    correct(
        article,
        texts={"headline": "春耕开始"},
        by=by,
        version=article.version,
        reason="核对。",
    )
    row = article.history.first()
    assert article.history.count() == before + 1
    assert (row.headline, row.status, row.history_change_reason) == (
        "春耕开始",
        "imported",
        "核对。",
    )


def test_rows_name_people_and_say_why_in_words(root):
    article = deliver(FRONT).page.articles.first()
    by = make_user(first_name="周编辑")
    correct(
        article, texts={"headline": "春耕开始"}, by=by, version=article.version
    )
    html = shown(root, "history", article.pk)
    assert "周编辑" in html
    assert "loaded from a file" in html
    assert ">load<" not in html


def test_a_row_is_read_and_not_typed_into(root):
    article = make_article(headline="春耕开始")
    html = shown(root, "simple_history", article.pk, article.history.first().pk)
    content = html[html.index('<div id="content"') : html.index("<footer")]
    assert "春耕开始" in content
    assert not [
        tag for tag in ("<input", "<textarea", "<select") if tag in content
    ]
    assert "Historical" not in html
    assert reverse("admin:app_list", args=["articles"]) in html


def test_a_row_is_for_those_who_may_see_the_record(client):
    article = make_article()
    client.force_login(make_user(username="guest", is_staff=True))
    url = reverse(
        "admin:articles_article_simple_history",
        args=[article.pk, article.history.first().pk],
    )
    assert client.get(url).status_code == 403


def test_what_pointed_to_nothing_is_empty_and_what_is_gone_is_named(root):
    first, rest = make_article(), make_article(page=make_page(label="B2"))
    first.continuation = rest
    first.save()
    html = shown(root, "history", first.pk)
    assert "pk=None" not in html
    row = first.history.first().pk
    first.continuation = None
    first.save()
    key = rest.pk
    rest.delete()
    assert f"no longer there ({key})" in shown(root, "history", first.pk)
    assert f"pk={key}" in shown(root, "simple_history", first.pk, row)


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
