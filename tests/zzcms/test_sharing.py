"""A public answer is the same bytes for everybody, and says how long it may be held."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from editorial.publishing import withdraw
from tests.builders import make_article, make_user

pytestmark = pytest.mark.django_db

SHARED = "max-age=0, s-maxage=1, stale-while-revalidate=1"
PAGES = (
    "/",
    "/newspapers/",
    "/people/",
    "/photos/",
    "/search/?q=%E6%98%A5",
    "/feed/",
    "/sitemap.xml",
    "/robots.txt",
    "/api/docs/",
    "/api/v1/articles/",
    "/nothing/",
)
ODD_HEADERS = {
    "accept-language": "en;q=0.9, fr",
    "cookie": "django_language=en; sessionid=x; csrftoken=y; odd=1",
}


@pytest.fixture
def addresses() -> list[str]:
    """Public addresses in both languages, those of an article and what stands around it too."""
    article = make_article(headline="春耕开始", published=True)
    page = article.page
    records = (article, page, page.issue, page.issue.newspaper)
    paths = [*PAGES, *(record.get_absolute_url() for record in records)]
    spoken = [
        path for path in paths if not path.startswith(("/api/v1", "/s", "/r"))
    ]
    return [*paths, *(f"/en{path}" for path in spoken)]


def test_everybody_reads_the_same_bytes(addresses):
    staff = Client()
    user = make_user(username="bianji", is_staff=True, is_superuser=True)
    staff.force_login(user)
    for address in addresses:
        plain = Client().get(address)
        odd = Client().get(address, headers=ODD_HEADERS)
        signed_in = staff.get(address)
        assert plain.content == odd.content, address
        assert plain.content == signed_in.content, address
        assert plain.headers == odd.headers == signed_in.headers, address


def test_a_public_answer_knows_no_visitor(addresses):
    for address in addresses:
        response = Client().get(address, headers=ODD_HEADERS)
        assert not response.cookies, address
        assert "Cookie" not in response.get("Vary", ""), address
        assert "Accept-Language" not in response.get("Vary", ""), address
        assert b"csrfmiddlewaretoken" not in response.content, address
        assert b'href="/admin/' not in response.content, address


def test_a_public_answer_may_be_shared_for_a_moment(addresses):
    for address in addresses:
        assert Client().get(address)["Cache-Control"] == SHARED, address


def test_what_leads_on_may_be_shared_for_a_moment(client):
    response = client.get("/people")
    assert response.status_code == 301
    assert response["Cache-Control"] == SHARED


@pytest.mark.parametrize("lead", ["", "/en"])
def test_what_was_withdrawn_is_never_kept(client, lead):
    article = make_article(published=True)
    withdraw(article, make_user(superuser=True), "有误。")
    response = client.get(f"{lead}{article.get_absolute_url()}")
    assert response.status_code == 410
    assert response["Cache-Control"] == "no-store"


def test_a_refusal_is_never_kept(client):
    response = client.get("/api/v1/articles/?nothing=1")
    assert response.status_code == 400
    assert response["Cache-Control"] == "no-store"


def test_the_desk_s_answers_are_not_shared(admin_client):
    for address in (reverse("admin:index"), "/media/x"):
        kept = admin_client.get(address).get("Cache-Control", "")
        assert "s-maxage" not in kept
