"""Every publication keeps its address; what is withdrawn answers with its note."""

import datetime as dt
import re

import pytest
from django.core.files.base import ContentFile

from articles.models import Article
from editorial.change_log import last_number, latest_change, logged
from editorial.publishing import withdraw
from editorial.publishing.metadata import publish_in_place
from editorial.publishing.publication_rows import new_publication
from editorial.publishing.shown import show
from editorial.publishing.signed.article_content import content_of
from tests.builders import (
    make_article,
    make_mention,
    make_page,
    make_person,
    make_photo,
    make_user,
)
from tests.public.test_articles import shown
from tests.site_map import read_sitemap

pytestmark = pytest.mark.django_db


@pytest.fixture
def article() -> Article:
    """An article published twice: 布署 was corrected to 部署."""
    article = make_article(
        headline="春耕开始", body="布署工作。", published=True
    )
    return publish_again(article, body="部署工作。")


@logged()
def publish_again(article: Article, **texts: str) -> Article:
    for name, text in texts.items():
        setattr(article, name, text)
    article.save()
    show(new_publication(article, content_of(article), None))
    return article


def version_url(article: Article, number: int) -> str:
    return f"{article.get_absolute_url()}v{number}/"


@pytest.fixture
def editor():
    return make_user(username="head", superuser=True)


def listed(html: str) -> str:
    return html.split('id="publications"')[1].split("</section>")[0]


def test_an_article_lists_its_publications(client, article):
    address = article.get_absolute_url()
    html = shown(client, address)
    assert "部署工作" in html
    assert "布署" not in html
    versions = listed(html)
    for number in (1, 2):
        assert f'href="{version_url(article, number)}"' in versions
    assert f'href="{version_url(article, 2)}?since=1"' in versions
    assert versions.index("v2/") < versions.index("v1/")
    assert "noindex" not in html


def test_an_article_published_once_lists_nothing(client):
    article = make_article(published=True)
    assert 'id="publications"' not in shown(client, article.get_absolute_url())
    html = shown(client, version_url(article, 1))
    assert "noindex" not in html
    shown(client, version_url(article, 2), 404)


def test_an_earlier_publication_keeps_its_address(client, article):
    html = shown(client, version_url(article, 1))
    current = article.get_absolute_url()
    assert "布署工作" in html
    assert "部署" not in html
    assert '<meta name="robots" content="noindex">' in html
    assert f'<link rel="canonical" href="http://testserver{current}">' in html
    line = html.split('class="notice"')[1].split("</p>")[0]
    assert f'href="{current}"' in line
    for foot in ('id="cite"', "ld+json"):
        assert foot not in html
    sitemap = read_sitemap(client)
    assert current in sitemap
    assert version_url(article, 1) not in sitemap


def test_the_current_publication_has_an_address_of_its_own(client, article):
    html = shown(client, version_url(article, 2))
    current = article.get_absolute_url()
    assert f'<link rel="canonical" href="http://testserver{current}">' in html
    assert "部署工作" in html
    assert "noindex" not in html


def test_two_publications_are_compared(client, article):
    html = shown(client, f"{version_url(article, 2)}?since=1")
    assert "<del>布</del><ins>部</ins>署工作" in html
    assert "noindex" in html
    for nonsense in ("2", "3", "x", ""):
        html = shown(client, f"{version_url(article, 2)}?since={nonsense}")
        assert "<ins>" not in html
    publish_again(article, body="部署农工作。")
    html = shown(client, f"{version_url(article, 2)}?since=1")
    assert "<del>布</del><ins>部</ins>署工作" in html
    assert "<del>布</del>" not in shown(
        client, f"{version_url(article, 1)}?since=2"
    )


def test_a_withdrawn_article_leaves_its_earlier_publications(
    client, article, editor
):
    make_photo(article=article, caption="部署工作的现场。")
    publish_again(article)
    number = article.publications.latest("number").number
    photo = article.photos.get()
    shown(client, photo.get_absolute_url())
    withdraw(article, editor, "原文有误。")
    for address in (article.get_absolute_url(), version_url(article, number)):
        response = client.get(address)
        assert response.status_code == 410
        assert "no-store" in response["Cache-Control"]
        html = response.content.decode()
        assert "原文有误。" in html
        for words in ("春耕", "工作"):
            assert words not in html
    html = shown(client, version_url(article, number - 1))
    assert "工作" in html
    assert f'href="{article.get_absolute_url()}"' in html
    assert f"{version_url(article, number)}?since" not in html
    assert f'href="{version_url(article, number)}"' not in html
    assert photo.get_absolute_url() not in html
    shown(client, photo.get_absolute_url(), 410)
    for address in ("/", "/photos/", "/feed/", "/sitemap-articles.xml"):
        assert "春耕开始" not in shown(client, address)
        assert "现场" not in shown(client, address)


def test_a_withdrawal_of_everything_reaches_each_publication(
    client, article, editor
):
    withdraw(article, editor, "依法撤回。", everything=True)
    for address in (
        article.get_absolute_url(),
        version_url(article, 1),
        version_url(article, 2),
    ):
        html = shown(client, address, 410)
        assert "依法撤回。" in html
        assert "署工作" not in html


def test_printed_words_that_were_withdrawn_stay_so(
    client, editor, settings, tmp_path
):
    """A new publication without a name does not bring back the print that has it."""
    settings.MEDIA_ROOT = tmp_path
    article = make_article(
        body="小明落水获救。", read_body="小明落水获救。", published=True
    )
    article.page.picture.save("page.png", ContentFile(b""))
    withdraw(article, editor, "依法撤回。", everything=True)
    publish_again(article, body="一名学生落水获救。")
    address = article.get_absolute_url()
    for text in ("", "?text=printed", "?text=changes"):
        html = shown(client, f"{address}{text}")
        assert "一名学生" in html
        assert "小明" not in html
        assert 'class="versions"' not in html
    html = shown(client, f"{version_url(article, 2)}?since=1")
    assert "小明" not in html
    page = type(article.page).objects.knowing_if_whole().get()
    assert not page.is_wholly_public


def test_content_and_programs_show_no_print_that_was_withdrawn(client, editor):
    article = make_article(
        body="小明落水获救。", read_body="小明落水获救。", published=True
    )
    make_photo(article=article, caption="小明。", read_caption="小明。")
    withdraw(article, editor, "依法撤回。", everything=True)
    article.photos.update(caption="学生。")
    publish_again(article, body="一名学生落水获救。")
    content = article.publications.current().get().content
    assert content["read"]["body"] == "一名学生落水获救。"
    assert "小明" not in str(content)
    answer = client.get(f"/api/v1/articles/{article.pk}/")
    assert answer.status_code == 200
    assert "小明" not in answer.content.decode()


def test_more_of_a_withdrawn_article_is_withdrawn_later(
    client, article, editor
):
    withdraw(article, editor, "原文有误。")
    shown(client, version_url(article, 1))
    number = last_number()
    withdraw(article, editor, "依法撤回。", everything=True)
    shown(client, version_url(article, 1), 410)
    change = latest_change("article", article.pk)
    assert change.number > number
    assert change.happened == "withdrawn"


def test_an_article_that_is_back_is_shown_at_its_address(
    client, article, editor
):
    withdraw(article, editor, "原文有误。")
    shown(client, article.get_absolute_url(), 410)
    publish_again(article, body="工作开始。")
    html = shown(client, article.get_absolute_url())
    assert "工作开始" in html
    assert f'href="{version_url(article, 2)}"' not in listed(html)
    assert "依法" not in html


def test_a_former_place_in_print_leads_to_the_new_one(client, article, editor):
    former = article.get_absolute_url()
    article.page = make_page(label="A7")
    article.take_place()
    article.save()
    publish_in_place([article.pk], editor)
    response = client.get(f"{former}?evidence=3")
    assert response.status_code == 301
    assert response.url == f"{article.get_absolute_url()}?evidence=3"
    assert "A7" in response.url
    html = shown(client, f"{former}v1/")
    assert article.get_absolute_url() in html


def test_the_address_of_a_former_date_leads_to_the_new_one(
    client, article, editor
):
    former = article.get_absolute_url()
    issue = article.page.issue
    issue.date = dt.date(2021, 10, 4)
    issue.save()
    article.refresh_from_db()
    publish_in_place([article.pk], editor)
    response = client.get(former)
    assert response.status_code == 301
    assert "2021-10-04" in response.url
    assert response.url == article.get_absolute_url()


def test_a_continuation_bears_the_title_that_readers_see(client):
    rest = make_article(
        page=make_page(label="A2"),
        headline="",
        body="上接的正文。",
        published=True,
    )
    beginning = make_article(
        page=make_page(label="A1"), headline="春耕开始", continuation=rest
    )
    assert title_of(rest) == "上接的正文。"
    publish_again(beginning)
    assert title_of(rest) == "春耕开始"
    beginning.headline = "改了还没签"
    beginning.save()
    publish_again(rest)
    assert title_of(rest) == "春耕开始"
    beginning.continuation = None
    publish_again(beginning)
    assert title_of(rest) == "上接的正文。"
    assert latest_change("article", rest.pk).number == last_number()


def title_of(article: Article) -> str:
    return article.publications.current().get().title


def test_an_article_with_all_it_can_have_asks_six_times_at_most(
    client, django_assert_max_num_queries
):
    texts = {"headline": "花鼓戏进剧院", "body": "花鼓戏演员谢幕，观众鼓掌。"}
    rest = make_article(
        page=make_page(label="A2"), headline="", body="柏松。", published=True
    )
    article = make_article(
        page=make_page(label="A1"), **texts, continuation=rest, published=True
    )
    make_article(**texts, published=True)
    for half, name in ((article, "花鼓"), (rest, "柏松")):
        make_mention(article=half, name=name, person=make_person(name=name))
    publish_again(article)
    address = article.get_absolute_url()
    with django_assert_max_num_queries(6):
        html = shown(client, address)
    assert 'id="publications"' in html
    assert 'id="related"' in html
    assert "柏松" in html
    first, second = sorted(
        article.publications.values_list("number", flat=True)
    )
    with django_assert_max_num_queries(4):
        shown(client, version_url(article, first))
    with django_assert_max_num_queries(7):
        shown(client, f"{version_url(article, second)}?since={first}")


def test_a_person_is_named_as_the_print_has_it_whatever_they_are_called_now(
    client,
):
    article = make_article(body="柏松到会。", published=True)
    person = make_person(name="柏松")
    make_mention(article=article, name="柏松", person=person)
    person.name = "新名字"
    person.save()
    html = shown(client, article.get_absolute_url())
    assert "新名字" not in html
    names = re.findall(
        rf'href="{person.get_absolute_url()}"[^>]*>([^<]+)<', html
    )
    assert names == ["柏松", "柏松"]
