"""Law 9: a query finds every published article that contains its words, and no other."""

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from articles.models import Article, Publication
from search.folding import fold
from search.index import lines_of, refresh
from search.models import Entry
from tests.builders import make_article, make_photo, show_as_it_stands

pytestmark = pytest.mark.django_db

# Few characters, so that words meet; every kind that engines trip over.
ALPHABET = "株洲柏松的一aAß３3.0-'\"\\%_&|!:*()<>“”，。·・ 　\t\u200b\u00e9e\u0301𠮷😀👨\u200d👩\ufe0f㎡\ufb01ꟲ"
TEXTS = st.text(ALPHABET, max_size=30)
BODIES = st.lists(TEXTS, min_size=1, max_size=4).map("\n".join)
QUERIES = st.text(ALPHABET + "\n\x00\ud800", max_size=12)
MANY = settings(
    max_examples=40,
    derandomize=True,
    suppress_health_check=list(HealthCheck),
)


def found(query: str) -> set[int]:
    return set(Entry.objects.containing(query).values_list("pk", flat=True))


def scanned(query: str) -> set[int]:
    """Look for each word of the query in each line of each published article: the truth, and
    slow.
    """
    words = [word for word in map(fold, query.split()) if word]
    return {
        publication.article_id
        for publication in Publication.objects.current()
        if words
        and all(
            any(word in fold(line) for line in lines_of(publication))
            for word in words
        )
    }


@pytest.fixture
def articles() -> list[Article]:
    articles = [make_article(published=True) for _number in range(6)]
    make_photo(article=articles[0])
    return [*articles, make_article(published=False)]


@MANY
@given(
    bodies=st.lists(BODIES, min_size=7, max_size=7),
    captions=TEXTS,
    queries=st.lists(QUERIES, max_size=8),
)
@example(
    bodies=[
        "株洲\n柏 松",
        "株",
        "松柏",
        "柏\n松",
        "A\u0301",
        "柏松'\"\\",
        "柏松",
    ],
    captions="",
    queries=["柏松", "松"],
)
def test_results_equal_a_substring_scan(articles, bodies, captions, queries):
    for article, body in zip(articles, bodies, strict=True):
        article.body = body
        article.save()
    articles[0].photos.update(caption=captions)
    show_as_it_stands(*articles)
    parts = [
        body[at : at + length]
        for body in bodies
        for at, length in ((0, 1), (1, 2), (0, 5), (3, 30))
    ]
    for query in [*queries, *parts]:
        assert found(query) == scanned(query), query


@MANY
@given(
    text=st.text(max_size=60),
    start=st.integers(0, 60),
    length=st.integers(1, 60),
)
def test_words_that_stand_in_a_text_stand_in_its_folded_form(
    text, start, length
):
    assert fold(text[start : start + length]) in fold(text)
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("printed", "query"),
    [
        ("柏 松、蔡 溪", "柏松"),
        ("柏\u3000松", "柏松"),
        ("柏松", "柏\u200b松"),
        ("应出席代表348名", "348"),
        ("应出席代表３４８名", "348"),
        ("ＺＺＣＭＳ系统", "zzcms"),
        ("Zzcms 系统", "ZZCMS系统"),
        ("买买提·吐尔逊", "买买提・吐尔逊"),
        ("“三高四新”战略", '"三高四新"'),
        ("2021—2025年", "2021-2025"),
        ("⾼铁", "高铁"),
        ("100㎡", "m2"),
        ("𠮷野家", "𠮷"),
        ("加油👨‍👩‍👧！", "👨👩👧"),
        ("增长12.5%", "12.5%"),
        ("a_b*c", "_b*"),
        ("C:\\新闻", ":\\新"),
        ("O'Brien", "o’b"),
        ("AND 农业 OR", "农业 or and"),
        ("（甲）NEAR(乙)", "near(乙)"),
    ],
)
def test_what_is_written_otherwise_is_found(printed, query):
    article = make_article(published=True, headline="题", body=printed)
    refresh([article.pk])
    assert found(query) == scanned(query) == {article.pk}


@pytest.mark.parametrize(
    "query", ["", " ", "\u3000", "\x00", "\u200b", "\ud800"]
)
def test_a_query_without_words_finds_nothing(query):
    refresh([make_article(published=True).pk])
    assert found(query) == set()


@pytest.mark.parametrize(
    "query",
    [
        "'",
        '"',
        "\\",
        "*",
        "a*",
        "春耕*",
        '"春耕',
        "春耕 AND",
        "NOT 春耕",
        "-春耕",
        "春:A",
        "{春}",
        "^春耕",
        "%",
        "_",
        "();--",
    ],
)
def test_signs_are_looked_for_and_never_obeyed(query):
    refresh([make_article(published=True).pk])
    assert found(query) == set()


def test_all_words_must_stand_but_in_any_order_and_line():
    both = make_article(published=True, headline="春耕", body="柏松下田。")
    make_article(published=True, headline="春耕", body="蔡溪下田。")
    refresh(Article.objects.values_list("pk", flat=True))
    assert found("柏松 春耕") == found("耕 松 田。") == {both.pk}


@pytest.mark.parametrize("length", [33, 300, 3000])
def test_a_very_long_query_is_exact(length):
    # A run without period, so that its end tells apart what its beginning does not.
    run = "".join(
        chr(0x4E00 + number * number % 7919) for number in range(length)
    )
    whole = make_article(published=True, body=run)
    short = make_article(published=True, body=run[:-1] + "\n" + run[-2:])
    refresh([whole.pk, short.pk])
    assert found(run) == {whole.pk}
    assert found(run[:-1]) == {whole.pk, short.pk}
    assert found(" ".join(run)) == {whole.pk, short.pk}


def test_a_text_longer_than_an_engine_can_note_is_found_exactly():
    """PostgreSQL notes places up to 16,383, 256 of each entry, one megabyte in all."""
    often = make_article(published=True, body="春耕" * 10_000 + "夏种")
    varied = "".join(
        chr(0x4E00 + (number * number + number // 7) % 20_000)
        for number in range(90_000)
    )
    long = make_article(published=True, body=varied)
    refresh([often.pk, long.pk, make_article(published=True).pk])
    for query in [
        "夏种",
        "耕夏种",
        varied[-2:],
        varied[-3:],
        varied[50_000:50_040],
        varied[-1],
        "龘靐",
        "龘",
    ]:
        assert found(query) == scanned(query), query[:20]
