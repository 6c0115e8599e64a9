"""Keywords follow jieba; related articles share them."""

import datetime as dt

import jieba
import jieba.posseg
import pytest

from articles.models import Article, Publication
from search.keywords import keywords_of, related_keys, segments
from tests.builders import (
    DATE,
    make_article,
    make_issue,
    make_mention,
    make_page,
    make_person,
)

TEXTS = [
    "全市春耕备耕工作有序推进，农技人员下田指导农户育秧。",
    "人民代表大会代表分组审议政府工作报告，一致认为报告内涵丰富、催人奋进。",
    "花鼓戏剧团晚上在剧院演出，观众掌声不断；演员谢幕三次。",
    "长株潭一体化提速，城际铁路沿线新建十二座车站。",
]


@pytest.fixture(scope="module")
def dictionary(tmp_path_factory) -> jieba.Tokenizer:
    tokenizer = jieba.Tokenizer()
    tokenizer.tmp_dir = str(tmp_path_factory.mktemp("jieba"))
    return tokenizer


@pytest.mark.parametrize("text", TEXTS)
def test_the_fast_segmenter_cuts_as_jieba_does(text, dictionary):
    assert segments(text) == dictionary.lcut(text, HMM=False)


def test_keywords_are_the_telling_nouns():
    text = (
        "市花鼓戏剧团演出花鼓戏《补锅》。花鼓戏深受群众喜爱，我们要坚持演出。"
    )
    keywords = keywords_of(text)
    assert keywords[0] == "花鼓戏"
    assert not {"我们", "坚持", "深受", "要"} & set(keywords)
    assert keywords_of(text, top=1) == ["花鼓戏"]
    assert keywords_of("") == keywords_of("。，12 abc") == []


def published(article: Article) -> Publication:
    return Publication.objects.current().get(article=article)


@pytest.mark.django_db
def test_a_publication_keeps_its_keywords():
    article = make_article(
        published=True, headline="花鼓戏进剧院", body="花鼓戏深受观众喜爱。"
    )
    assert "花鼓戏" in published(article).keywords


def test_pieces_of_names_are_no_keywords():
    text = "欧阳建设、段其野到剧院看花鼓戏，欧阳建设说好。剧院江段其野走过。"
    names = ["欧阳建设", "段其野"]
    assert {"欧阳", "建设"} & set(keywords_of(text))
    found = keywords_of(text, names=names)
    assert "花鼓戏" in found
    assert not {"欧阳", "建设", "江段"} & set(found)


@pytest.mark.django_db
def test_the_people_of_an_article_are_none_of_its_keywords():
    body = "欧阳建设在剧院看花鼓戏。"
    article = make_article(headline="剧院", body=body, published=True)
    person = make_person(name="欧阳建设")
    make_mention(article=article, name="欧阳建设", person=person)
    assert not {"欧阳", "建设"} & set(published(article).keywords)


@pytest.mark.django_db
def test_related_articles_share_keywords_and_are_published(
    django_assert_num_queries,
):
    texts = {
        "near": ("花鼓戏进剧院", "花鼓戏演员谢幕，剧院观众鼓掌。"),
        "draft": ("花鼓戏进剧院", "花鼓戏演员谢幕，剧院观众鼓掌。"),
        "far": ("车站开工", "城际铁路沿线新建车站。"),
        "newer": ("花鼓戏进剧院", "花鼓戏演员谢幕，剧院观众鼓掌。"),
        "self": ("花鼓戏进剧院", "花鼓戏演员、剧院观众都说花鼓戏好。"),
    }
    made = {
        name: make_article(
            headline=headline, body=body, published=name != "draft"
        )
        for name, (headline, body) in texts.items()
    }
    publication = published(made["self"])
    with django_assert_num_queries(1):
        found = related_keys(publication)
    assert found == [made["newer"].pk, made["near"].pk]
    assert related_keys(publication, 1) == [made["newer"].pk]
    assert related_keys(published(made["far"])) == []
    assert related_keys(Publication(keywords=[])) == []


@pytest.mark.django_db
@pytest.mark.parametrize(("days", "is_near"), [(7, True), (8, False)])
def test_related_articles_are_of_the_same_days(days, is_near):
    texts = {"headline": "花鼓戏进剧院", "body": "花鼓戏演员谢幕。"}
    article = make_article(**texts, published=True)
    issue = make_issue(date=DATE - dt.timedelta(days=days))
    other = make_article(page=make_page(issue=issue), **texts, published=True)
    expected = ([other.pk], [article.pk]) if is_near else ([], [])
    assert (
        related_keys(published(article)),
        related_keys(published(other)),
    ) == expected
