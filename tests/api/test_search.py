"""The search in the API."""

import pytest

from search.index import refresh
from tests.builders import make_article, make_mention, make_person

pytestmark = pytest.mark.django_db


def test_results_carry_their_marked_passages(client):
    article = make_article(
        published=True, headline="春耕开始", body="前日，柏 松谈春耕。\n别的。"
    )
    make_article(published=True, headline="春耕见闻")
    person = make_person(name="柏松")
    make_mention(article=article, name="柏 松", person=person)
    refresh(article.page.articles.values_list("pk", flat=True))
    (result,) = client.get("/api/v1/search/", {"q": "春耕 柏松"}).json()[
        "results"
    ]
    assert (
        result["article"]["html_url"]
        == f"http://testserver{article.get_absolute_url()}"
    )
    assert result["title"] == [
        {"text": "春耕", "marked": True},
        {"text": "开始", "marked": False},
    ]
    (passage,) = result["passages"]
    assert [run["text"] for run in passage if run["marked"]] == [
        "柏 松",
        "春耕",
    ]
    assert "".join(run["text"] for run in passage) == "前日，柏 松谈春耕。"
    assert (
        len(client.get("/api/v1/search/", {"q": "春耕"}).json()["results"]) == 2
    )
    assert (
        len(
            client.get(
                "/api/v1/search/", {"q": "春耕", "person": person.pk}
            ).json()["results"]
        )
        == 1
    )
