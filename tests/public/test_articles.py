"""The public pages of newspapers, issues, pages, articles and photos."""

import datetime as dt
import json
import re

import pytest
from django.utils.html import escape

from articles.models import Article, Byline, Publication
from editorial.change_log import logged
from editorial.publishing.shown import hide
from tests.builders import (
    make_article,
    make_event,
    make_evidence,
    make_mention,
    make_page,
    make_person,
    make_photo,
    saved,
    show_as_it_stands,
)

pytestmark = pytest.mark.django_db


def shown(client, address: str, status: int = 200) -> str:
    response = client.get(address)
    assert response.status_code == status, address
    # Where a line may end is no character of a heading.
    return response.content.decode().replace("<wbr>", "")


def byline(article: Article, *names: str) -> None:
    for position, name in enumerate(names, 1):
        saved(
            Byline(
                article=article, name=name, role="reporter", position=position
            )
        )
    show_as_it_stands(article)


# Article


def test_an_article_shows_every_part_of_it(client):
    article = make_article(
        kicker="春耕在即",
        headline="春耕开始",
        subtitle="农机下田",
        body="第一段。\n第二段。",
        dateline_source="本报讯",
        dateline_place="滨江",
        dateline_date=dt.date(2021, 9, 27),
        published=True,
    )
    byline(article, "柏松")
    make_photo(
        article=article,
        caption="下田。",
        creators="林晚\n石开",
        credit_line="本报",
        creator_job_title="记者",
    )
    html = shown(client, article.get_absolute_url())
    for text in (
        "春耕在即",
        "农机下田",
        "<p>第一段。</p><p>第二段。</p>",
        "柏松",
        "本报讯",
        "滨江",
        "下田。",
        "林晚 石开",
    ):
        assert text in html
    assert '<time datetime="2021-09-27">' in html
    assert re.search(r"<h1[^>]*>春耕开始</h1>", html)


def test_the_text_is_plain_text(client):
    article = make_article(
        headline="<b>黑</b>",
        body='<script>alert("甲")</script> & 乙',
        published=True,
    )
    html = shown(client, article.get_absolute_url())
    assert "<script>alert" not in html
    assert "<b>黑</b>" not in html
    assert escape('<script>alert("甲")</script> & 乙') in html
    assert described(html)["headline"] == "<b>黑</b>"


def test_an_unpublished_article_has_no_address(client):
    assert "春耕" not in shown(
        client, make_article(headline="春耕").get_absolute_url(), 404
    )


@pytest.mark.parametrize("status", ["imported", "final_reviewed"])
def test_an_article_stays_as_it_was_published_while_it_is_corrected(
    client, status
):
    article = make_article(headline="春耕开始", published=True)
    before = shown(client, article.get_absolute_url())
    article.headline = "未签"
    article.status = status
    article.save()
    article.bylines.create(name="未签者", role="reporter")
    assert shown(client, article.get_absolute_url()) == before


@pytest.mark.parametrize("label", ["A9", "%00", "%0a", "甲"])
def test_a_page_that_was_not_printed_has_no_address(client, label):
    address = make_article(published=True).page.get_absolute_url()
    shown(client, address.replace("A1", label), 404)


def test_no_day_that_the_calendar_lacks(client):
    address = make_article(published=True).get_absolute_url()
    shown(client, address.replace("2021-09-28", "2021-02-30"), 404)
    shown(client, address.replace("2021-09-28", "2021-09-27"), 404)


@pytest.mark.parametrize(
    "part", ["kicker", "headline", "subtitle", "body", "caption"]
)
def test_an_evidence_link_marks_the_exact_words_in_every_part(client, part):
    texts = dict.fromkeys(
        ("kicker", "headline", "subtitle", "body"), "会前。春耕会议召开。会后。"
    )
    article = make_article(**texts, published=True)
    photo = (
        make_photo(article=article, caption="会前。春耕会议召开。会后。")
        if part == "caption"
        else None
    )
    evidence = make_evidence(
        article=article, words="春耕会议召开", part=part, photo=photo
    )
    make_event(evidence=evidence)
    mention = make_mention(
        article=article,
        name="春耕",
        part=part,
        photo=photo,
        person=make_person(name="春耕"),
    )
    for words in (evidence, mention):
        address, fragment = words.get_absolute_url().split("#")
        html = shown(client, address)
        assert re.findall(r'<mark id="([^"]+)">([^<]+)</mark>', html) == [
            (fragment, words.exact)
        ]


def test_words_edited_away_or_of_another_article_are_not_marked(client):
    article, other = make_article(published=True), make_article(published=True)
    gone = make_evidence(article=article, words="翻耕整地", check_again=True)
    make_event(evidence=gone)
    elsewhere = make_evidence(article=other, words="农技人员下田")
    make_event(evidence=elsewhere)
    for key in (gone.pk, elsewhere.pk, 0, "x", "９", "9" * 40, "9" * 5000):
        html = shown(client, f"{article.get_absolute_url()}?evidence={key}")
        assert "<mark" not in html
        assert 'class="notice"' in html
    assert 'class="notice"' not in shown(client, article.get_absolute_url())


def test_a_corrected_article_shows_the_print_and_what_changed(client):
    article = make_article(
        headline="部署工作",
        read_headline="布署工作",
        body="下田。",
        published=True,
    )
    address = article.get_absolute_url()
    assert "布署" not in shown(client, address)
    assert "布署工作" in shown(client, f"{address}?text=printed")
    assert "<del>布</del><ins>部</ins>署工作" in shown(
        client, f"{address}?text=changes"
    )
    tabs, _, rest = (
        shown(client, f"{address}?text=changes")
        .split('class="versions"')[1]
        .partition("</nav>")
    )
    assert "<del>" not in tabs
    assert '<p class="legend"' in rest
    assert "<h1>部署工作</h1>" in shown(
        client, f"{address}?text=nonsense"
    ).replace('<h1 lang="zh-Hans">', "<h1>")
    untouched = make_article(published=True).get_absolute_url()
    assert "text=changes" not in shown(client, untouched)


def test_days_are_written_as_the_newspaper_writes_them(client):
    issue = make_article(published=True).page.issue
    assert ">2021年9月28日<" in shown(client, issue.get_absolute_url())


def test_a_continuation_runs_on_and_leads_back(client):
    rest = make_article(
        page=make_page(label="A2"),
        headline="",
        body="后半篇。",
        continued_from="A1",
        published=True,
    )
    article = make_article(
        page=make_page(label="A1"),
        headline="春耕开始",
        continues_on="A2",
        continuation=rest,
        published=True,
    )
    assert "后半篇。" in shown(client, article.get_absolute_url())
    html = shown(client, rest.get_absolute_url())
    assert article.get_absolute_url() in html
    assert re.search(r"<h1[^>]*>春耕开始</h1>", html)
    publication = Publication.objects.current().get(article=article)
    publication.withdrawn_at = publication.at
    publication.withdrawal_note = "已撤回。"
    publication.reach = "current"
    with logged():
        hide(publication)
    html = shown(client, rest.get_absolute_url())
    assert "春耕开始" not in html
    assert "A1" in html.split('class="notice"')[1].split("</p>")[0]


def test_a_half_that_is_not_here_is_said_to_be_missing(client):
    article = make_article(continues_on="C3", published=True)
    assert re.search(
        r'class="jump-line"[^>]*>[^<]*C3',
        shown(client, article.get_absolute_url()),
    )


def test_the_foot_names_people_events_and_neighbours(client):
    article = make_article(
        headline="中间", body="柏松到会。", position=2, published=True
    )
    before = make_article(headline="前篇", position=1, published=True)
    make_article(headline="未刊", position=3)
    after = make_article(headline="后篇", position=4, published=True)
    person = make_person(name="柏松")
    make_mention(article=article, name="柏松", person=person)
    event = make_event(evidence=make_evidence(article=article, words="到会"))
    html = shown(client, article.get_absolute_url())
    for address in (
        record.get_absolute_url() for record in (before, after, person, event)
    ):
        assert f'href="{address}"' in html


def test_data_for_search_engines(client):
    article = make_article(
        headline="春耕开始",
        read_headline="春耕开绐",
        body="柏松到会。",
        published=True,
    )
    byline(article, "林晚")
    make_mention(article=article, name="柏松", person=make_person(name="柏松"))
    html = shown(client, article.get_absolute_url())
    data = described(html)
    assert data["@type"] == "NewsArticle"
    assert data["datePublished"] == "2021-09-28"
    assert data["printPage"] == "A1"
    assert data["author"] == [{"@type": "Person", "name": "林晚"}]
    assert [person["name"] for person in data["mentions"]] == ["柏松"]
    assert data["correction"][0].startswith("http://testserver/")


def described(html: str) -> dict:
    """Return the first node of a page's data block."""
    block = re.search(
        r'<script type="application/ld\+json">(.*?)</script>', html
    )
    return json.loads(block[1])["@graph"][0]


# Answers


def test_the_same_page_has_the_same_etag(client):
    address = make_article(published=True).get_absolute_url()
    etag = client.get(address)["ETag"]
    assert (
        client.get(address, headers={"if-none-match": etag}).status_code == 304
    )


def test_pages_obey_a_strict_policy(client):
    article = make_article(body="柏松到会。", published=True)
    make_photo(article=article)
    for address in ("/", article.get_absolute_url(), "/nothing/"):
        response = client.get(address)
        html = response.content.decode()
        assert "default-src 'self'" in response["Content-Security-Policy"]
        assert "unsafe" not in response["Content-Security-Policy"]
        assert " style=" not in html
        assert "<style" not in html
        assert not re.search(r"\son\w+=", html)
        assert set(re.findall(r"<script[^>]*>", html)) <= {
            '<script type="application/ld+json">'
        }
