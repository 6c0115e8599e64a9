"""What the API says of what was signed: numbers, digests, and addresses that stay."""

import hashlib

import pytest

from articles.models import Article, Publication
from editorial.change_log import logged
from editorial.publishing import withdraw
from editorial.publishing.publication_rows import new_publication
from editorial.publishing.shown import show
from editorial.publishing.signed.article_content import content_of
from tests.builders import make_article, make_mention, make_person, make_user

pytestmark = pytest.mark.django_db

NOTE = "因来稿有误，撤回。"


@pytest.fixture
def article() -> Article:
    article = make_article(
        published=True, headline="春耕开始", body="柏松下田。"
    )
    make_mention(article=article, name="柏松", person=make_person(name="柏松"))
    return article


def publish_again(article: Article, headline: str) -> Publication:
    """Publish an article under another headline, the publication before kept."""
    article.headline = headline
    article.save()
    publication = new_publication(article, content_of(article), None)
    with logged():
        show(publication)
    return publication


def get(client, path: str, status: int = 200) -> dict:
    response = client.get(f"/api/v1/{path}")
    assert response.status_code == status, response.content
    return response.json()


def test_a_correction_in_progress_changes_nothing(client, article):
    paths = [
        "articles/",
        f"articles/{article.pk}/",
        "search/?q=春耕",
        "people/",
    ]
    before = [get(client, path) for path in paths]
    Article.objects.update(
        headline="密稿", body="密谈。", status=Article.Status.IMPORTED
    )
    article.mentions.all().delete()
    assert [get(client, path) for path in paths] == before


def test_an_article_says_which_publication_it_is(client, article):
    first = Publication.objects.current().get()
    second = publish_again(article, "春耕结束")
    record = get(client, f"articles/{article.pk}/")
    (listed,) = get(client, "articles/")["results"]
    assert listed.items() <= record.items()
    assert record["title"] == "春耕结束"
    assert record["publication"] == record["version"] == first.number + 1
    assert record["sha256"] == second.sha256
    assert record["published_at"] == record["modified_at"]
    assert record["first_published_at"] < record["published_at"]
    numbered = record["publications"]
    assert [(one["number"], one["sha256"]) for one in numbered] == [
        (second.number, second.sha256),
        (first.number, first.sha256),
    ]
    assert {one["reason"] for one in numbered} == {"signed"}
    assert numbered[1]["html_url"].endswith(f"/v{first.number}/")


def test_a_digest_can_be_checked_by_a_program(client, article):
    first = Publication.objects.current().get()
    publish_again(article, "春耕结束")
    for one in get(client, f"articles/{article.pk}/")["publications"]:
        publication = client.get(one["url"]).json()
        assert one.items() <= publication.items()
        signed = publication["canonical"].encode()
        assert hashlib.sha256(signed).hexdigest() == one["sha256"]
        assert publication["article"] == (
            f"http://testserver/api/v1/articles/{article.pk}/"
        )
        assert publication["is_current"] is (one["number"] != first.number)
        assert ("春耕结束" in signed.decode()) is publication["is_current"]


def test_a_withdrawn_publication_answers_with_its_note(client, article):
    first = Publication.objects.current().get().number
    publish_again(article, "春耕结束")
    own = f"articles/{article.pk}/publications/"
    withdraw(article, make_user(superuser=True), NOTE)
    for path in (f"articles/{article.pk}/", f"{own}{first + 1}/"):
        gone = client.get(f"/api/v1/{path}")
        assert gone.status_code == 410
        assert gone.json()["note"] == NOTE
        assert gone["Cache-Control"] == "no-store"
    assert get(client, f"{own}{first}/")["is_withdrawn"] is False


def test_a_withdrawal_of_everything_reaches_earlier_publications(
    client, article
):
    first = Publication.objects.current().get().number
    publish_again(article, "春耕结束")
    by = make_user(superuser=True)
    withdraw(article, by, NOTE, everything=True)
    for number in (first, first + 1):
        path = f"articles/{article.pk}/publications/{number}/"
        assert get(client, path, 410)["note"] == NOTE
    third = publish_again(article, "春耕又开始")
    record = get(client, f"articles/{article.pk}/")
    assert [one["is_withdrawn"] for one in record["publications"]] == [
        False,
        True,
        True,
    ]
    assert record["publication"] == third.number


def test_a_publication_that_is_not_there(client, article):
    other = make_article(published=True)
    number = publish_again(other, "乙").number
    for path in (
        f"articles/{article.pk}/publications/9/",
        f"articles/{article.pk}/publications/{10**17}/",
        f"articles/{other.pk + 1}/publications/{number}/",
        f"articles/{article.pk}/publications/",
    ):
        assert set(get(client, path, 404)) == {"detail"}
    own = f"articles/{other.pk}/publications/{number}/"
    assert get(client, f"{own}?number=1", 400)["parameter"] == "number"
