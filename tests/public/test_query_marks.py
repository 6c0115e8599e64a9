"""The words of a search stay marked in the article that a hit opens."""

import re

import pytest
from django.test import override_settings
from django.urls import reverse

from public.views.articles import ArticleView
from search.index import refresh
from search.query import LONGEST_QUERY
from tests.builders import (
    make_article,
    make_mention,
    make_page,
    make_person,
    make_photo,
)
from tests.public.test_articles import shown

pytestmark = pytest.mark.django_db


@pytest.fixture
def article():
    return make_article(
        kicker="谈春耕",
        headline="春耕开始",
        subtitle="不误春耕",
        body="柏 松说“<i>春耕</i>”要紧。\n第二天又谈春耕。",
        published=True,
    )


def opened(client, article, q: str, **more: str) -> str:
    address = article.get_absolute_url()
    response = client.get(address, {"q": q, **more})
    assert response.status_code == 200
    return response.content.decode()


def text_of(html: str) -> str:
    return html.split('<article class="article')[1].split("</article>")[0]


def marks_in(html: str) -> list[str]:
    text = text_of(html)
    found = re.findall(r"<mark(?: id=\"words\")?>(.*?)</mark>", text, re.DOTALL)
    return [re.sub("<wbr>", "", each) for each in found]


def said_in(html: str) -> str:
    """Return the notice about the marks, empty where there is none."""
    found = re.search(
        r'<p class="legend"[^>]*>\s*已标出：.*?</p>', html, re.DOTALL
    )
    return found[0] if found else ""


def test_a_hit_opens_its_article_with_the_words_marked(client, article):
    refresh([article.pk])
    found = shown(client, f"{reverse('search')}?q=春耕+柏松")
    link = re.search(r'<h3>\s*<a\s+href="([^"]+)"', found)[1]
    assert link == (
        f"{article.get_absolute_url()}?q="
        "%E6%98%A5%E8%80%95%20%E6%9F%8F%E6%9D%BE#words"
    )
    html = shown(client, link)
    notice = said_in(html)
    assert "<mark>春耕 柏松</mark>" in notice
    assert marks_in(html.replace(notice, "")) == [
        "春耕",
        "春耕",
        "春耕",
        "柏 松",
        "春耕",
        "春耕",
    ]
    assert html.count('id="words"') == 1
    assert f'href="{article.get_absolute_url()}">不标字词</a>' in notice


def test_marks_are_folded_as_the_search_folds(client):
    article = make_article(
        headline="ＧＤＰ", body="阿·木说“１２亿”。", published=True
    )
    html = opened(client, article, 'gdp "12 阿•木')
    assert marks_in(html.replace(said_in(html), "")) == [
        "ＧＤＰ",
        "阿·木",
        "“１２",
    ]


def test_what_was_typed_is_escaped(client, article):
    html = opened(client, article, "<i> <script>")
    assert "&lt;<mark" not in html
    assert '<mark id="words">&lt;i&gt;</mark>春耕' in html
    assert "<script>" not in said_in(html)
    assert "&lt;script&gt;" in said_in(html)


def test_title_and_attributes_hold_no_marks(client, article):
    make_photo(article=article, caption="春耕图", alt_text="春耕的人")
    html = opened(client, article, "春耕")
    assert "<title>春耕开始 ·" in html
    assert not re.search(r'="[^"]*<mark', html)
    assert "<mark>春耕</mark>图" in html
    head = html.split("</head>")[0]
    assert "<mark" not in head
    address = f'"http://testserver{article.get_absolute_url()}"'
    assert f'<link rel="canonical" href={address}>' in head


@pytest.mark.parametrize(
    "q", ["无此词", "", " ", "\x00", "春" * (LONGEST_QUERY + 1), "%s{{"]
)
def test_what_stands_nowhere_marks_nothing_and_is_no_error(client, article, q):
    html = opened(client, article, q)
    assert "<mark" not in text_of(html)
    assert not said_in(html)


def test_a_name_that_is_marked_still_leads_to_its_person(client, article):
    person = make_person(name="柏松")
    plain = make_article(
        headline="", body="请柏松讲话。柏松讲。", published=True
    )
    make_mention(article=plain, name="柏松", person=person)
    href = re.escape(f'href="{person.get_absolute_url()}"')
    html = opened(client, plain, "柏松")
    name = re.search(rf'<a\s+class="name"\s+{href}\s*>(.*?)</a>', html)[1]
    assert re.sub(r' id="words"', "", name) == "<mark>柏松</mark>"


def test_a_mark_that_cuts_a_name_leaves_it_without_its_link(client):
    person = make_person(name="柏松")
    plain = make_article(headline="", body="请柏松讲话。", published=True)
    make_mention(article=plain, name="柏松", person=person)
    html = text_of(opened(client, plain, "松讲"))
    assert 'class="name"' not in html
    assert '<p>请柏<mark id="words">松</mark><mark>讲</mark>话。</p>' in html


def test_words_that_the_end_of_a_page_parts_are_not_found_across_it(client):
    article = make_article(headline="", body="大会谈春", published=True)
    make_article(
        headline="另题", body="耕之事。", continuation=None, published=True
    )
    assert "<mark" not in text_of(opened(client, article, "春耕"))


@pytest.fixture
def halves():
    rest = make_article(
        page=make_page(label="A2"),
        headline="谈春耕之后",
        body="又说春耕。",
        continued_from="A1",
        published=True,
    )
    beginning = make_article(
        page=make_page(label="A1"),
        headline="一谈",
        body="先说春耕。",
        continuation=rest,
        published=True,
    )
    return beginning, rest


def test_either_half_is_opened_with_the_words_marked_and_leads_on_with_them(
    client, halves
):
    first, rest = (half.get_absolute_url() for half in halves)
    asked = "?q=%E6%98%A5%E8%80%95"
    html = text_of(shown(client, f"{first}{asked}"))
    assert html.count("春耕</mark>") == 3
    assert f'href="{rest}{asked}"' in html
    html = text_of(shown(client, f"{rest}{asked}"))
    assert html.count("春耕</mark>") == 3
    assert f'href="{first}{asked}"' in html


def test_without_a_search_one_half_leads_to_the_other_alone(client, halves):
    first, rest = (half.get_absolute_url() for half in halves)
    assert f'href="{rest}"' in text_of(shown(client, first))
    assert f'href="{first}"' in text_of(shown(client, rest))


def test_a_link_to_words_or_another_version_shows_these_alone(client, article):
    mention = make_mention(
        article=article, name="第二天", person=make_person(name="第二天")
    )
    html = opened(client, article, "春耕", mention=str(mention.pk))
    assert marks_in(html) == ["第二天"]
    assert not said_in(html)
    html = opened(client, article, "春耕", evidence="0")
    assert not said_in(html)


def test_the_lines_of_a_heading_end_where_they_do_without_marks(client):
    article = make_article(headline="代表团继续审议工作报告", published=True)
    plain = client.get(article.get_absolute_url()).content.decode()
    heading = re.compile(r"<h1>(.*?)</h1>", re.DOTALL)
    ends = heading.search(plain)[1]
    assert ends.count("<wbr>") > 1
    marked = heading.search(opened(client, article, "续审议工"))[1]
    assert re.sub(r"</?mark[^>]*>", "", marked) == ends


@override_settings(KEPT_PAGES_BYTES=1_000_000)
def test_pages_with_marks_are_not_kept_and_leave_the_others_alone(
    article, monkeypatch
):
    from django.test import Client

    made = []
    original = ArticleView.get
    monkeypatch.setattr(
        ArticleView,
        "get",
        lambda view, request, *args, **kwargs: (
            made.append(request.get_full_path())
            or original(view, request, *args, **kwargs)
        ),
    )
    client = Client()
    address = article.get_absolute_url()
    for _ in range(2):
        assert "<mark" in client.get(address, {"q": "春耕"}).content.decode()
        assert "<mark" not in client.get(address).content.decode()
    assert [path for path in made if "?" not in path] == [address]
    assert len(made) == 3
