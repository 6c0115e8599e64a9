"""Keywords follow jieba; related articles share them."""

import jieba
import jieba.posseg
import pytest

from articles.models import Article
from search.index import refresh
from search.keywords import keywords_of, related, segments
from tests.builders import make_article

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


@pytest.mark.django_db
def test_refreshing_keeps_the_keywords_of_what_is_published():
    published = make_article(
        published=True, headline="花鼓戏进剧院", body="花鼓戏深受观众喜爱。"
    )
    draft = make_article(headline="花鼓戏进剧院", body="花鼓戏深受观众喜爱。")
    refresh([published.pk, draft.pk])
    assert "花鼓戏" in Article.objects.get(pk=published.pk).keywords
    assert Article.objects.get(pk=draft.pk).keywords == []


@pytest.mark.django_db
def test_related_articles_share_keywords_and_are_published(
    django_assert_num_queries,
):
    texts = {
        "near": ("花鼓戏进剧院", "花鼓戏演员谢幕，剧院观众鼓掌。"),
        "draft": ("花鼓戏进剧院", "花鼓戏演员谢幕，剧院观众鼓掌。"),
        "far": ("车站开工", "城际铁路沿线新建车站。"),
        "half": ("花鼓戏进剧院", "花鼓戏演员谢幕，剧院观众鼓掌。"),
        "self": ("花鼓戏进剧院", "花鼓戏演员、剧院观众都说花鼓戏好。"),
    }
    made = {
        name: make_article(
            headline=headline, body=body, published=name != "draft"
        )
        for name, (headline, body) in texts.items()
    }
    made["half"].continuation = made["self"]
    made["half"].save()
    refresh(article.pk for article in made.values())
    article = Article.objects.get(pk=made["self"].pk)
    with django_assert_num_queries(4):
        assert related(article) == [made["near"]]
    assert related(Article.objects.get(pk=made["far"].pk)) == []
    assert related(Article(keywords=[])) == []
