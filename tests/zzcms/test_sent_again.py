"""A form that comes too late is shown again as it was typed; a login leads to a page of ours."""

import re

import pytest
from django.test import Client

from tests.builders import make_article, make_user

pytestmark = pytest.mark.django_db
OURS = {"Sec-Fetch-Site": "same-origin"}
LATIN = re.compile(r"[A-Za-z]{3,}")


@pytest.fixture
def words():
    article = make_article()
    address = f"/admin/desk/page/{article.page_id}/words/"
    typed = {"article": str(article.pk), "words": "写了很久。\n又一段。"}
    return address, typed | {"reason": "核对<原件>"}


def strict():
    return Client(enforce_csrf_checks=True)


def shown(answer):
    """Return the words of the page itself, without markup and frame."""
    html = answer.content.decode()
    main = html[html.index("<main") : html.index("</main>")]
    return re.sub(r"<[^>]+>", " ", main)


def test_after_the_session_the_form_is_still_there(client, words):
    address, typed = words
    answer = client.post(address, typed, headers=OURS)
    assert answer.status_code == 403
    html = answer.content.decode()
    assert 'value="写了很久。\n又一段。"' in html
    assert "核对&lt;原件&gt;" in html
    assert f'action="{address}"' in html
    assert not LATIN.findall(shown(answer))


def test_it_is_sent_once_more_under_the_new_token(words):
    address, typed = words
    client = strict()
    make_user(username="root", superuser=True)
    late = client.post(address, typed, headers=OURS)
    assert late.status_code == 403
    client.force_login(make_user(username="other", superuser=True))
    again = client.post(address, typed, headers=OURS)
    token = re.search(
        r'csrfmiddlewaretoken" value="(\w+)"', again.content.decode()
    )[1]
    sent = typed | {"csrfmiddlewaretoken": token}
    assert client.post(address, sent, headers=OURS).status_code == 409


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "cross-site"},
        {"Origin": "http://elsewhere.example"},
        {},
    ],
)
def test_nothing_of_another_site_is_shown(words, headers):
    address, typed = words
    answer = strict().post(address, typed, headers=headers)
    assert answer.status_code == 403
    assert "写了很久" not in answer.content.decode()


def test_a_browser_that_says_only_its_origin_is_believed(client, words):
    address, typed = words
    origin = {"Origin": "http://testserver"}
    answer = client.post(address, typed, headers=origin)
    assert "写了很久" in answer.content.decode()


def test_no_password_is_shown_again(client):
    typed = {"username": "root", "password": "a-long-pass-phrase"}
    answer = strict().post("/admin/login/", typed, headers=OURS)
    assert answer.status_code == 403
    assert "a-long-pass-phrase" not in answer.content.decode()


@pytest.mark.parametrize("where", ["", "http://elsewhere.example/", "//x.y/"])
def test_a_login_leads_to_a_page_of_ours(client, where):
    make_user(username="root", superuser=True)
    typed = {"username": "root", "password": "a-long-pass-phrase"}
    answer = client.post("/admin/login/", typed | {"next": where}, follow=True)
    assert answer.redirect_chain == [("/admin/", 302)]
    assert answer.status_code == 200
