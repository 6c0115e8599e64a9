"""The index holds what is published, as it stands, and nothing else."""

from io import StringIO

import pytest
from django.core.management import call_command

from articles.models import Article
from search.index import refresh, renew, to_be_indexed
from search.models import Entry
from tests.builders import make_article, make_photo

pytestmark = pytest.mark.django_db


def found(query: str) -> set[int]:
    return set(Entry.objects.containing(query).values_list("pk", flat=True))


def test_a_published_article_is_found_by_any_of_its_words():
    article = make_article(
        published=True,
        kicker="迎春",
        headline="全市春耕",
        subtitle="抢抓农时",
        dateline_source="本报讯",
        body="各地抓住晴好天气。\n农技人员下田。",
    )
    make_photo(article=article, caption="查看秧苗。", creators="柏松\n林向晚")
    article.bylines.create(name="周杰", role="reporter")
    refresh([article.pk])
    for word in [
        "迎春",
        "春耕",
        "抢抓农时",
        "本报讯",
        "晴好天气",
        "下田。",
        "秧苗",
        "柏松",
        "林向晚",
        "周杰",
    ]:
        assert found(word) == {article.pk}, word


def test_no_word_reaches_across_lines():
    article = make_article(
        published=True,
        headline="全市春耕",
        body="各地抓住。\n农技人员。\n甲\n乙",
    )
    refresh([article.pk])
    assert found("耕各") == found("。农") == found("甲乙") == set()
    assert found("甲") == {article.pk}


def test_an_unpublished_article_is_not_found():
    article = make_article()
    refresh([article.pk])
    assert found("春耕") == set()
    assert not Entry.objects.exists()


def test_a_corrected_article_is_found_by_its_new_words_only():
    article = make_article(published=True, body="农技人员下田。")
    refresh([article.pk])
    article.body = "农业专家下田。"
    article.save()
    refresh([article.pk])
    assert found("农技") == found("技") == set()
    assert found("农业") == found("专") == found("下田") == {article.pk}


def test_a_withdrawn_article_leaves_the_index_and_its_neighbour_stays():
    article, neighbour = (
        make_article(published=True),
        make_article(published=True),
    )
    refresh([article.pk, neighbour.pk])
    article.status = Article.Status.WITHDRAWN
    article.save()
    refresh([article.pk])
    assert found("春耕") == found("春") == {neighbour.pk}


def test_refreshing_twice_changes_nothing():
    article = make_article(published=True)
    refresh([article.pk, article.pk])
    refresh(iter([article.pk]))
    assert found("春耕") == {article.pk}
    assert Entry.objects.count() == 1


def test_rebuilding_forgets_what_is_gone_and_finds_what_was_missing():
    gone, missing = (
        make_article(published=True),
        make_article(published=True, headline="秋收"),
    )
    refresh([gone.pk])
    Article.objects.filter(pk=gone.pk).update(status=Article.Status.WITHDRAWN)
    out = StringIO()
    call_command("rebuild_search_index", stdout=out)
    assert found("春耕") == set()
    assert found("秋收") == {missing.pk}
    assert "1" in out.getvalue()


def test_a_deleted_article_is_not_found():
    article = make_article(published=True)
    refresh([article.pk])
    article.delete()
    assert found("春耕") == set()
    refresh([make_article(published=True, headline="秋收").pk])
    assert len(found("秋收")) == 1


def test_renewed_step_by_step_the_index_holds_what_is_published(monkeypatch):
    monkeypatch.setattr("search.index.BATCH", 2)
    articles = [
        make_article(published=True, position=number, headline=f"第{number}条")
        for number in range(1, 4)
    ]
    gone = make_article(published=True, position=4, headline="已撤下")
    refresh([gone.pk])
    Article.objects.filter(pk=gone.pk).update(status="withdrawn")
    make_article(position=5, headline="未发表")
    pks = to_be_indexed()
    assert pks == [*(article.pk for article in articles), gone.pk]
    assert list(renew(pks)) == [2, 2]
    assert found("条") == {article.pk for article in articles}
    assert found("已撤下") == found("未发表") == set()
    assert Entry.objects.count() == 3
