"""What an editor tells readers of a correction stands wherever the article does."""

import json
import re
from xml.etree import ElementTree

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone

from articles.models import Article
from editorial.models import Step
from editorial.publishing import publish, withdraw
from editorial.publishing.metadata import publish_in_place
from tests.builders import make_article, make_user
from tests.public.test_articles import shown

pytestmark = pytest.mark.django_db

NOTE = "第三段<春耕>应为“春种”。\n谨此更正。"
SHOWN = "第三段&lt;春耕&gt;应为“春种”。<br>谨此更正。"


@pytest.fixture
def head():
    return make_user(username="head", superuser=True)


@pytest.fixture
def signed_again(sign_all):
    """Give an article another body, and let three people sign it."""

    def sign(article: Article, body: str) -> Article:
        article.refresh_from_db()
        article.body = body
        article.status = Article.Status.IMPORTED
        article.save()
        article.reviews.all().delete()
        return sign_all(article)

    return sign


@pytest.fixture
def article(head, signed_again):
    """An article published for the third time: the second time with a note, then without one."""
    article = make_article(headline="谈春", body="春耕。", published=True)
    publish(signed_again(article, "春种。"), head, NOTE)
    publish(signed_again(article, "春种了。"), head)
    return article


def notes_in(html: str) -> str:
    text = re.search(
        r'<section class="correction-notes".*?</section>', html, re.DOTALL
    )
    return text[0] if text else ""


def test_the_note_stands_under_the_head_with_number_and_date(client, article):
    address = article.get_absolute_url()
    html = shown(client, address)
    note = notes_in(html)
    noted = article.publications.get(number=2)
    assert SHOWN in note
    assert f'href="{address}v2/">第2次发布</a>' in note
    assert f'<time datetime="{timezone.localtime(noted.at):%Y-%m-%d}' in note
    assert (
        html.index("</header>\n")
        < html.index(note)
        < html.index("春种了。</p>")
    )
    listed = html.split('id="publications"')[1].split("</section>")[0]
    assert listed.count(SHOWN) == 1
    assert listed.index("v2/") < listed.index(SHOWN) < listed.index("v1/")


def test_an_earlier_version_knows_no_later_note(client, article):
    address = article.get_absolute_url()
    assert SHOWN in notes_in(shown(client, f"{address}v2/"))
    assert not notes_in(shown(client, f"{address}v1/"))


def test_feed_and_files_tell_the_note(client, article):
    feed = ElementTree.fromstring(client.get("/feed/").content)  # noqa: S314
    summary = feed.find(".//{*}entry/{*}summary").text
    assert "更正（第2次发布，" in summary
    assert "&lt;春耕&gt;应为“春种”。 谨此更正。" in summary
    path = article.get_absolute_url().removesuffix("/")
    assert "谨此更正。" in client.get(f"{path}.txt").content.decode()
    told = {
        "@type": "CorrectionComment",
        "text": NOTE,
        "datePublished": article.publications.get(number=2).at.isoformat(),
        "url": f"http://testserver{path}/v2/",
    }
    assert told in client.get(f"{path}.json").json()["@graph"][0]["correction"]
    head = re.search(
        r'<script type="application/ld\+json">(.*?)</script>',
        shown(client, f"{path}/"),
        re.DOTALL,
    )[1]
    assert told in json.loads(head)["@graph"][0]["correction"]


def test_programs_read_the_note_of_each_publication(client, article):
    record = client.get(reverse("api-article-detail", args=[article.pk])).json()
    notes = [each["correction_note"] for each in record["publications"]]
    assert notes == ["", NOTE, ""]


def test_the_note_lasts_when_what_has_no_text_changes(client, article, head):
    article.position = 9
    article.save()
    publish_in_place([article.pk], head)
    assert SHOWN in notes_in(shown(client, article.get_absolute_url()))
    assert "谨此更正" in client.get("/feed/").content.decode()


def test_a_withdrawn_publication_takes_its_note_along(
    client, article, head, signed_again
):
    withdraw(article, head, "撤稿。", everything=True)
    path = reverse("api-publication-detail", args=[article.pk, 3])
    assert client.get(path).status_code == 410
    publish(signed_again(article, "春种好。"), head, "另一处。")
    html = shown(client, article.get_absolute_url())
    assert "另一处。" in notes_in(html)
    assert "谨此更正" not in html
    assert "谨此更正" not in client.get("/feed/").content.decode()
    record = client.get(
        reverse("api-article-detail", args=[article.pk])
    ).content.decode()
    assert "谨此更正" not in record


def test_what_was_never_published_has_nothing_to_note(head, signed_again):
    article = make_article(headline="谈春", body="春耕。")
    signed_again(article, "春种。")
    with pytest.raises(ValidationError, match="首次发布"):
        publish(article, head, NOTE)
    article.refresh_from_db()
    assert not article.publications.exists()
    publish(article, head, " \n")
    assert not article.publications.get().correction_note


def test_editors_write_the_note_where_they_publish(
    admin_client, article, signed_again
):
    page = reverse("admin:articles_article_change", args=[article.pk])
    signed_again(article, "春种罢。")
    sheet = reverse("desk-review", args=[article.pk])
    for screen in (page, sheet):
        html = admin_client.get(screen).content.decode()
        assert 'name="correction_note"' in html
    answer = admin_client.post(
        reverse("admin:articles_article_publish", args=[article.pk]),
        {"correction_note": "一处\r\n两行。"},
    )
    assert answer.status_code == 302
    newest = article.publications.get(is_current=True)
    assert newest.correction_note == "一处\n两行。"
    step = Step.objects.filter(kind=Step.Kind.PUBLICATION).latest("pk")
    assert step.reason == "一处\n两行。"
    fresh = make_article(headline="新稿", body="春耕。")
    signed_again(fresh, "春种。")
    page = reverse("admin:articles_article_change", args=[fresh.pk])
    html = admin_client.get(page).content.decode()
    assert 'name="correction_note"' not in html
