"""What counts as confirmed: names are learned from signed articles only."""

from __future__ import annotations

import pytest

from articles.models import Mention
from editorial.publishing import publish, withdraw
from editorial.steps.loads.load_steps import LoadStep
from importing.learning import lessons as teaching
from importing.learning.lessons import TooLittleError, lessons
from tests.builders import make_article, make_mention, make_page, make_photo
from tests.importing.learning.composed_pages import PLAIN, refused


@pytest.fixture
def few(monkeypatch):
    """Let a handful of names be enough."""
    monkeypatch.setattr(teaching, "LEAST_PAGES", 1)
    monkeypatch.setattr(teaching, "LEAST_MENTIONS", 1)


def confirmed() -> list[str]:
    return sorted(name for lesson in lessons() for name in lesson.names)


def test_too_little_is_one_line_and_changes_nothing(db, tmp_path, settings):
    settings.NAME_MODEL = tmp_path / "names"
    settings.NAME_MODEL.write_text("as it was")
    make_mention(
        article=make_article(body=PLAIN, published=True), name="王建国"
    )
    assert refused("learn_names") == (
        "too little to learn from: 1 confirmed names on 1 pages "
        "with signed articles; 200 on 20 pages are needed"
    )
    assert settings.NAME_MODEL.read_text() == "as it was"
    assert [file.name for file in tmp_path.iterdir()] == ["names"]


def test_only_signed_articles_teach(few, editor, sign_all, reviewers):
    article = make_article(body=PLAIN)
    make_mention(article=article, name="王建国")
    with pytest.raises(TooLittleError):
        lessons()
    sign_all(article)
    assert confirmed() == ["王建国"]
    publish(article, reviewers[-1])
    assert confirmed() == ["王建国"]
    withdraw(article, reviewers[-1], "内容待核。")
    with pytest.raises(TooLittleError):
        lessons()


def test_words_that_were_edited_away_teach_nothing(few, db):
    article = make_article(body=PLAIN, published=True)
    make_mention(article=article, name="王建国")
    lost = make_mention(article=article, name="市长")
    lost.check_again = True
    lost.save()
    assert confirmed() == ["王建国"]


@pytest.mark.parametrize("change", ["add", "delete"])
def test_names_that_a_load_touched_after_the_signature_teach_nothing(
    few, sign_all, change
):
    article = make_article(body=PLAIN + "会计妥金花记账。")
    mentions = [
        make_mention(article=article, name=name)
        for name in ("王建国", "妥金花")
    ]
    sign_all(article)
    assert confirmed() == ["妥金花", "王建国"]
    load = LoadStep(tells_made=True)
    if change == "delete":
        load.watch(mentions)
        mentions[0].delete()
    else:
        load.note_made([make_mention(article=article, name="会计")])
    load.write(article.page, None)
    with pytest.raises(TooLittleError):
        lessons()


def test_names_that_a_person_added_after_the_signature_teach(few, sign_all):
    article = make_article(body=PLAIN + "会计妥金花记账。")
    sign_all(article)
    make_mention(article=article, name="妥金花")
    assert confirmed() == ["妥金花"]


def test_each_part_of_an_article_is_laid_out_with_its_names(few, db):
    article = make_article(
        kicker="佴永年任队长",
        headline="锁小满获奖",
        subtitle="——记 仝 兰的一天",
        body="妥金花说。\n\n闪明义和拜宝山到场。",
        published=True,
    )
    photo = make_photo(
        article=article, caption="撒守信在田间。", creators="林向晚\n周一舟"
    )
    make_photo(article=article, caption="", position=2)
    for part, name in [
        ("kicker", "佴永年"),
        ("headline", "锁小满"),
        ("body", "妥金花"),
        ("body", "拜宝山"),
    ]:
        make_mention(article=article, part=part, name=name)
    padded = Mention(article=article, part="subtitle", name="仝兰")
    padded.anchor(4, 7)
    padded.save()
    make_mention(article=article, part="caption", photo=photo, name="撒守信")
    (lesson,) = lessons()
    assert [lesson.text[start:end] for start, end in sorted(lesson.spans)] == [
        *("佴永年", "锁小满", "仝 兰", "妥金花", "拜宝山", "撒守信")
    ]
    assert [
        (text, [text[a:b] for a, b in names])
        for text, names in lesson.passages()
        if text
    ] == [
        ("佴永年任队长", ["佴永年"]),
        ("锁小满获奖", ["锁小满"]),
        ("——记 仝 兰的一天", ["仝 兰"]),
        ("妥金花说。", ["妥金花"]),
        ("闪明义和拜宝山到场。", ["拜宝山"]),
        ("撒守信在田间。", ["撒守信"]),
    ]
    assert lesson.articles[0].photos[0].photographers == ("林向晚", "周一舟")


def test_the_newest_pages_are_taken_when_there_are_many(few, db, monkeypatch):
    monkeypatch.setattr(teaching, "MOST_PAGES", 2)
    for label, name in [("A1", "王建国"), ("A2", "李卫民"), ("A3", "张爱华")]:
        make_mention(
            article=make_article(
                page=make_page(label=label), body=f"{name}说。", published=True
            ),
            name=name,
        )
    assert [lesson.names for lesson in lessons()] == [{"张爱华"}, {"李卫民"}]


def test_lessons_ask_few_queries(few, db, django_assert_num_queries):
    for label in ("A1", "A2", "A3"):
        page = make_page(label=label)
        for _number in range(3):
            make_mention(
                article=make_article(page=page, body=PLAIN, published=True),
                name="王建国",
            )
    with django_assert_num_queries(5):
        assert len(lessons()) == 3
