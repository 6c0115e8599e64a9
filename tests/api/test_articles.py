"""What the API says of newspapers, issues, pages, articles and photos."""

import datetime as dt
from io import BytesIO

import pytest
from django.core.files.base import ContentFile
from PIL import Image

from articles.models import Mention
from editorial.publishing import withdraw
from tests.builders import (
    make_article,
    make_issue,
    make_mention,
    make_newspaper,
    make_page,
    make_person,
    make_photo,
    make_user,
    show_as_it_stands,
)

pytestmark = pytest.mark.django_db


def get(client, path: str) -> dict:
    response = client.get(f"/api/v1/{path}")
    assert response.status_code == 200, response.content
    return response.json()


def titles(client, query: str) -> list[str]:
    return [
        record["title"]
        for record in get(client, f"articles/?{query}")["results"]
    ]


def test_an_article_in_full(client):
    article = make_article(
        published=True,
        kicker="抢抓农时",
        headline="全市春耕有序推进",
        read_headline="全市春耕有序推近",
        dateline_source="本报讯",
        body="柏 松下田。\n农户点赞。",
    )
    article.bylines.create(name="周杰", role="reporter")
    photo = make_photo(
        article=article, caption="柏松查看秧苗。", creators="林向晚\n蔡溪"
    )
    person = make_person(name="柏松")
    make_mention(article=article, name="柏 松", person=person)
    make_mention(
        article=article, name="柏松", part="caption", photo=photo, person=person
    )
    record = get(client, f"articles/{article.pk}/")
    assert record["corrected"] == {
        "kicker": "抢抓农时",
        "headline": "全市春耕有序推进",
        "subtitle": "",
        "body": "柏 松下田。\n农户点赞。",
    }
    assert record["printed"]["headline"] == "全市春耕有序推近"
    assert record["is_corrected"] is True
    assert record["bylines"] == [{"name": "周杰", "role": "reporter"}]
    assert record["dateline"] == {"source": "本报讯", "place": "", "date": None}
    assert record["photos"][0]["creators"] == ["林向晚", "蔡溪"]
    body, caption = sorted(
        record["mentions"], key=lambda mention: mention["part"]
    )
    assert (
        record["corrected"]["body"][body["start"] : body["end"]]
        == body["exact"]
        == "柏 松"
    )
    assert (body["prefix"], body["suffix"]) == ("", "下田。\n农户点赞。")
    assert caption["photo"] == photo.pk
    assert (
        caption["person"]["url"]
        == f"http://testserver/api/v1/people/{person.pk}/"
    )
    assert record["citation"].startswith(
        "周杰. 全市春耕有序推进[N/OL]. 滨江日报\uff0c2021-09-28\uff08A1\uff09["
    )
    assert record["citation"].endswith(f"]. {record['html_url']}.")


def test_words_that_were_edited_away_are_no_mention(client):
    article = make_article(published=True, body="柏松下田。")
    mention = make_mention(
        article=article, name="柏松", person=make_person(name="柏松")
    )
    Mention.objects.filter(pk=mention.pk).update(check_again=True)
    assert len(get(client, f"articles/{article.pk}/")["mentions"]) == 1
    show_as_it_stands(article)
    assert get(client, f"articles/{article.pk}/")["mentions"] == []
    assert get(client, "people/")["results"] == []


def test_the_halves_of_a_jumped_article_name_one_another_when_both_are_published(
    client,
):
    rest = make_article(
        page=make_page(label="A2"),
        published=True,
        headline="",
        body="下文。",
        continued_from="A1",
    )
    beginning = make_article(
        page=make_page(label="A1"),
        published=True,
        continuation=rest,
        continues_on="A2",
    )
    url = "http://testserver/api/v1/articles/{}/".format
    assert get(client, f"articles/{beginning.pk}/")["continuation"] == url(
        rest.pk
    )
    assert get(client, f"articles/{rest.pk}/")["beginning"] == url(beginning.pk)
    withdraw(rest, make_user(superuser=True), "撤回。")
    assert get(client, f"articles/{beginning.pk}/")["continuation"] is None


def test_filters_of_articles(client):
    paper, other = make_newspaper(), make_newspaper(name="山前晚报")
    first = make_page(
        issue=make_issue(newspaper=paper, date=dt.date(2021, 9, 27)), label="A2"
    )
    second = make_page(
        issue=make_issue(newspaper=other, date=dt.date(2021, 9, 28)), label="B1"
    )
    named = make_article(
        page=first, published=True, headline="甲", body="柏松下田。"
    )
    make_article(page=second, published=True, headline="乙")
    person = make_person(name="柏松")
    make_mention(article=named, name="柏松", person=person)
    assert titles(client, "") == ["乙", "甲"]
    assert titles(client, "ordering=date") == ["甲", "乙"]
    assert titles(client, f"newspaper={other.slug}") == ["乙"]
    assert titles(client, "date=2021-09-27") == ["甲"]
    assert titles(client, "date_from=2021-09-28") == ["乙"]
    assert titles(client, "date_to=2021-09-27") == ["甲"]
    assert titles(client, "page=B1") == ["乙"]
    assert titles(client, f"person={person.pk}") == ["甲"]
    assert titles(client, f"person={person.pk}&date=2021-09-28") == []
    assert [
        record["label"] for record in get(client, "pages/?label=A2")["results"]
    ] == ["A2"]
    assert [
        record["date"]
        for record in get(client, f"issues/?newspaper={paper.slug}")["results"]
    ] == ["2021-09-27"]


def test_a_page_lists_its_published_articles_and_never_its_text(client):
    page = make_page(text="密稿全文")
    make_article(page=page, published=True, headline="甲")
    make_article(page=page, headline="乙")
    response = client.get(f"/api/v1/pages/{page.pk}/")
    assert [article["title"] for article in response.json()["articles"]] == [
        "甲"
    ]
    assert "密稿" not in response.content.decode()


def test_a_newspaper_is_found_by_its_slug_and_an_issue_has_its_pages_in_order(
    client,
):
    issue = make_issue()
    for label in ("A10", "A2"):
        make_article(page=make_page(issue=issue, label=label), published=True)
    assert (
        get(client, f"newspapers/{issue.newspaper.slug}/")["name"] == "滨江日报"
    )
    assert [
        page["label"] for page in get(client, f"issues/{issue.pk}/")["pages"]
    ] == [
        "A2",
        "A10",
    ]


def test_a_photo_in_full(client):
    photo = make_photo(
        article=make_article(published=True),
        caption="秧苗。",
        read_caption="秧田。",
        creators="蔡溪",
        credit_line="本报",
    )
    record = get(client, f"photos/{photo.pk}/")
    assert record["image"] is None
    assert (
        record["caption"],
        record["printed_caption"],
        record["creators"],
    ) == (
        "秧苗。",
        "秧田。",
        ["蔡溪"],
    )
    assert record["article"]["title"] == "全市春耕备耕有序推进"
    assert [
        one["id"]
        for one in get(client, f"photos/?article={photo.article_id}")["results"]
    ] == [photo.pk]


def test_a_photo_names_its_picture_in_the_sizes_of_the_site_and_readers_can_fetch_them(
    client, settings, tmp_path
):
    settings.MEDIA_ROOT = tmp_path
    data = BytesIO()
    Image.new("RGB", (1200, 800)).save(data, "JPEG")
    photo = make_photo(article=make_article(published=True))
    photo.image.save("original.jpg", ContentFile(data.getvalue()))
    show_as_it_stands(photo.article)
    in_lists = get(client, "photos/")["results"][0]["image"]
    assert get(client, f"photos/{photo.pk}/")["image"] == in_lists
    assert (
        get(client, f"articles/{photo.article_id}/")["photos"][0]["image"]
        == in_lists
    )
    assert {
        name: (each["width"], each["height"]) for name, each in in_lists.items()
    } == {
        "card": (480, 320),
        "article": (960, 640),
        "full": (1200, 800),
    }
    for each in in_lists.values():
        assert each["url"].startswith("http://testserver/")
        assert Image.open(BytesIO(client.get(each["url"]).content)).size == (
            each["width"],
            each["height"],
        )
    shown = client.get(f"/api/v1/photos/{photo.pk}/").json()
    assert shown.pop("original") is None
    assert "original" not in str(shown)
