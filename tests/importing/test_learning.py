"""Names are learned from signed articles only, measured on unseen pages, and used only where that
helps.
"""

from __future__ import annotations

import random
import runpy
from collections.abc import Iterator
from dataclasses import replace
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from django.core.management import CommandError, call_command
from django.test import TestCase, override_settings
from django.utils import translation

from articles.models import Mention
from editorial.publishing import publish, withdraw
from importing.learning import lessons as teaching
from importing.learning import model_file
from importing.learning.evaluation import FOLDS, evaluate
from importing.learning.features import features_of, labels_of, names_of
from importing.learning.lesson import Lesson
from importing.learning.lessons import TooLittleError, lessons
from importing.learning.score import LEAST_GAIN, Evaluation, Score
from importing.learning.training import train, trainer_of
from importing.models import ImportRun
from importing.one_page import load_page
from reader.patterns.surnames import SURNAMES
from reader.results import Paragraph, ReadArticle, ReadMention
from records.history import LOADED
from tests.architecture import ROOT
from tests.builders import (
    make_article,
    make_issue,
    make_mention,
    make_newspaper,
    make_page,
    make_photo,
    published_once,
)

PAGES, ARTICLES = 20, 6
# Surnames that the rules' table does not hold, and two-character given names.
RARE = "坎把喇脱拜悟呗岔"
GIVEN = (
    "明义",
    "金花",
    "福强",
    "春梅",
    "守信",
    "玉兰",
    "宝山",
    "德才",
    "秀英",
    "长河",
    "立新",
    "广田",
    "桂芝",
    "永年",
    "家旺",
)
NEW_GIVEN = ("小满", "海燕", "国栋", "志远", "文彬", "雨生", "有粮", "树声")
WITH_NAME = (
    "当天下午{}清点了仓库里的粮食。",
    "水渠修好以后{}每天巡查两遍。",
    "村里的账本由{}逐笔核对。",
    "天刚亮{}就把渔船推下了水。",
    "大家跟着{}学习修剪果树。",
    "新搭的大棚交给{}照看。",
    "夜里{}守着水泵没有合眼。",
    "剩下的砖瓦{}一车一车运回村口。",
)
WITHOUT_NAME = (
    "闪电过后雨下了整整一夜。",
    "粮食已经妥善保管在仓库里。",
    "虎口处的水渠修好以后加了护栏。",
    "锁具店门前的道路铺上了砖瓦。",
    "傍晚的村口停满了运粮的车。",
    "果树修剪完毕，大棚换上了新膜。",
)
# What the rules read without any help.
PLAIN = "市长王建国表示，今年的工期不变。"


DAMAGE = {
    "cut short": lambda whole: whole[:-7],
    "one bit": lambda whole: whole[:-9] + bytes([whole[-9] ^ 1]) + whole[-8:],
    "another evaluation": lambda whole: whole.replace(
        b'\\"right\\": ', b'\\"right\\": 9', 1
    ),
    "no head": lambda whole: whole.split(b"\n", 1)[1],
    "another head": lambda whole: b"[1]\n" + whole,
    "a head without a digest": lambda whole: b"{}\n" + whole,
    "empty": lambda whole: b"",
}


def composed(
    seed: int, *, rare: bool = True, given: tuple[str, ...] = GIVEN
) -> Iterator[tuple[str, list[str]]]:
    """Yield the body and the names of each article of one page."""
    draw = random.Random(seed)  # noqa: S311 - the same archive every time
    for _number in range(ARTICLES if rare else 2 * ARTICLES):
        names = (
            [draw.choice(RARE) + name for name in draw.sample(given, 2)]
            if rare
            else []
        )
        lines = [
            draw.choice(WITHOUT_NAME),
            *(draw.choice(WITH_NAME).format(name) for name in names),
            PLAIN,
        ]
        draw.shuffle(lines)
        yield "".join(lines[:2]) + "\n" + "".join(lines[2:]), [*names, "王建国"]


@published_once()
def make_archive(*, rare: bool = True) -> None:
    """Make pages of published articles whose names are marked as a person would mark them."""
    issue = make_issue(newspaper=make_newspaper(name="河口日报"))
    for seed in range(PAGES):
        page = make_page(issue=issue, label=f"A{seed + 1}")
        for body, names in composed(seed, rare=rare):
            article = make_article(page=page, body=body, published=True)
            for name in names:
                make_mention(article=article, name=name)


def unseen() -> tuple[str, set[str]]:
    """Return a page as delivered, and the names on it that are in no archive."""
    articles = list(composed(1000, given=NEW_GIVEN))
    lines = [
        f"第{'一二三四五六'[n]}组工作有序推进\n{body.replace(chr(10), '')}"
        for n, (body, _names) in enumerate(articles)
    ]
    return "\n".join(lines), {
        name for _body, names in articles for name in names
    } - {"王建国"}


def lesson_of(text: str, *names: str) -> Lesson:
    mentions = tuple(
        ReadMention(name, (text.index(name), text.index(name) + len(name)))
        for name in names
    )
    paragraph = Paragraph(text, ((0, len(text)),))
    return Lesson(
        1,
        text,
        (
            ReadArticle(
                span=(0, len(text)), paragraphs=(paragraph,), mentions=mentions
            ),
        ),
    )


def told(command: str, *args: str) -> list[str]:
    """Run a command in English and return its lines."""
    out = StringIO()
    with translation.override("en"):
        call_command(command, *args, stdout=out, stderr=out)
    return out.getvalue().splitlines()


def refused(command: str, *args: str) -> str:
    """Return the one line with which a command ends in failure."""
    with pytest.raises(CommandError) as failure:
        told(command, *args)
    assert failure.value.returncode == 1
    assert "\n" not in str(failure.value)
    return str(failure.value)


def loaded_names(text: str, label: str = "B1") -> set[str]:
    """Load a page and return the names marked on it."""
    run = load_page(
        text.encode(),
        source_name="page.txt",
        newspaper="河口日报",
        date="2021-09-29",
        page=label,
    )
    return set(
        Mention.objects.filter(article__page=run.page).values_list(
            "name", flat=True
        )
    )


# An archive whose names the rules do not all find


class LearnedArchiveTest(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.path = (
            Path(cls.enterClassContext(TemporaryDirectory()))
            / "models"
            / "names"
        )
        make_archive()
        with override_settings(NAME_MODEL=cls.path, USE_NAME_MODEL=False):
            cls.report = told("learn_names")

    def setUp(self):
        self.enterContext(
            override_settings(NAME_MODEL=self.path, USE_NAME_MODEL=True)
        )

    def test_the_rules_do_not_know_these_surnames(self):
        assert not SURNAMES & set(RARE)

    def test_the_report_says_what_is_gained_on_pages_not_learned_from(self):
        evaluation = model_file.read(self.path)[1]
        assert evaluation.pages == PAGES
        assert (
            evaluation.names
            == Mention.objects.count()
            == evaluation.rules.there
            == evaluation.with_model.there
        )
        assert evaluation.with_model.recall > evaluation.rules.recall
        assert evaluation.with_model.precision > 0.95
        gain = (evaluation.with_model.f1 - evaluation.rules.f1) * 100
        assert self.report == [
            f"Learned from {evaluation.names} confirmed names on {PAGES} pages; "
            f"measured in {FOLDS} parts, on pages not learned from.",
            f"rules alone: {self.measures(evaluation.rules)}",
            f"rules and model: {self.measures(evaluation.with_model)}",
            f"The model beats the rules (F1 {gain:+.1f}): "
            "imports use it once USE_NAME_MODEL=1 is set.",
        ]

    def measures(self, score):
        return f"precision {score.precision:.1%}, recall {score.recall:.1%}, F1 {score.f1:.1%}"

    def test_an_import_with_the_model_finds_names_that_the_rules_miss(self):
        text, names = unseen()
        assert len(names) > 8
        with override_settings(USE_NAME_MODEL=False):
            assert loaded_names(text) == {"王建国"}
        found = loaded_names(text, "B2") - {"王建国"}
        assert found <= names
        assert len(found) > 0.7 * len(names)

    def test_the_model_is_in_use_while_it_is_switched_on(self):
        assert model_file.model_in_use() is not None
        with override_settings(USE_NAME_MODEL=False):
            assert model_file.model_in_use() is None

    def test_a_model_that_does_not_beat_the_rules_is_not_used(self):
        model, evaluation = model_file.read(self.path)
        path = self.path.with_name("no-better")
        model_file.write(
            path, model, replace(evaluation, with_model=evaluation.rules)
        )
        with override_settings(NAME_MODEL=path):
            assert model_file.model_in_use() is None
            assert loaded_names(unseen()[0]) == {"王建国"}

    def test_a_damaged_model_is_one_line_and_nothing_is_loaded(self):
        page = self.path.with_name("河口日报_2021-09-29_B1.txt")
        page.write_text(unseen()[0])
        for damage, do in DAMAGE.items():
            path = self.path.with_name("damaged")
            path.write_bytes(do(self.path.read_bytes()))
            with self.subTest(damage), override_settings(NAME_MODEL=path):
                line = (
                    f"the name model {path} cannot be used: it is damaged; "
                    "run learn_names or set USE_NAME_MODEL=0"
                )
                assert refused("import_pages", str(page)) == line
                assert not ImportRun.objects.exists()

    def test_a_model_that_is_not_there_is_one_line(self):
        with override_settings(NAME_MODEL=self.path.with_name("nowhere")):
            assert "no such file" in refused("import_pages", str(self.path))

    def test_a_model_for_other_features_is_one_line(self):
        path, whole = (
            self.path.with_name("outdated"),
            model_file.read(self.path),
        )
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(model_file, "VERSION", 0)
            model_file.write(path, *whole)
        with override_settings(NAME_MODEL=path):
            assert "another version of the program wrote it" in refused(
                "import_pages", str(self.path)
            )

    def test_a_model_that_cannot_be_written_is_one_line(self):
        with override_settings(NAME_MODEL=self.path / "below-a-file" / "names"):
            assert str(self.path) in refused("learn_names")

    def test_the_same_archive_gives_the_same_model(self):
        again = train(trainer_of(lessons(), FOLDS))
        assert again == model_file.read(self.path)[0]


class PlainArchiveTest(TestCase):
    """Every name here is one the rules read: there is nothing to gain."""

    @classmethod
    def setUpTestData(cls):
        make_archive(rare=False)

    def test_the_report_says_that_the_rules_stand_alone(self):
        path = Path(self.enterContext(TemporaryDirectory())) / "names"
        with override_settings(NAME_MODEL=path, USE_NAME_MODEL=True):
            last = told("learn_names")[-1]
            assert last == (
                "The model does not beat the rules (F1 +0.0): "
                "pages are read with the rules alone."
            )
            assert model_file.model_in_use() is None


# The settings


def test_off_by_default(monkeypatch):
    monkeypatch.setattr(
        "environ.Env.read_env", lambda *_args: None
    )  # A tester's own .env may switch it on.
    for name in ("USE_NAME_MODEL", "NAME_MODEL"):
        monkeypatch.delenv(name, raising=False)
    settings = runpy.run_path(ROOT / "zzcms" / "settings.py")
    assert (settings["USE_NAME_MODEL"], settings["NAME_MODEL"]) == (
        False,
        ROOT / "var" / "names.model",
    )


def test_switched_on_by_the_environment(monkeypatch):
    monkeypatch.setenv("USE_NAME_MODEL", "1")
    monkeypatch.setenv("NAME_MODEL", "/srv/names.model")
    settings = runpy.run_path(ROOT / "zzcms" / "settings.py")
    assert (settings["USE_NAME_MODEL"], settings["NAME_MODEL"]) == (
        True,
        Path("/srv/names.model"),
    )


# What counts as confirmed


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
    if change == "delete":
        mentions[0]._change_reason = LOADED
        mentions[0].delete()
    else:
        added = make_mention(article=article, name="会计")
        row = added.history.latest()
        row.history_change_reason = LOADED
        row.save()
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


# Training and measuring


def test_a_page_left_out_teaches_nothing():
    pages = [
        lesson_of(WITH_NAME[n].format(name), name)
        for n, name in enumerate(["妥金花", "闪明义", "仝家旺"])
    ]
    without_names = [lesson_of(pages[0].text), *pages[1:]]
    left_out, all_in = (
        train(trainer_of(pages, 3), without) for without in (0, -1)
    )
    assert left_out == train(trainer_of(without_names, 3), 0)
    assert all_in != train(trainer_of(without_names, 3))


def test_the_rules_are_measured_without_the_names_of_the_page_itself():
    names = ["坎金花", "悟明义", "喇家旺", "脱立新", "拜春梅"]
    pages = [
        lesson_of(WITH_NAME[n].format(name), name)
        for n, name in enumerate(names)
    ]
    assert evaluate(pages, trainer_of(pages, FOLDS)).rules == Score(
        right=0, found=0, there=5
    )
    twice = [
        lesson_of(WITH_NAME[n].format("坎金花"), "坎金花") for n in range(5)
    ]
    assert evaluate(twice, trainer_of(twice, FOLDS)).rules == Score(
        right=5, found=5, there=5
    )
    elsewhere = [
        replace(page, newspaper=number) for number, page in enumerate(twice)
    ]
    assert evaluate(elsewhere, trainer_of(elsewhere, FOLDS)).rules.found == 0


def test_a_model_must_gain_more_than_chance():
    rules = Score(right=800, found=1000, there=1000)
    for right, beats in [
        (1000, True),
        (806, True),
        (803, False),
        (800, False),
        (700, False),
    ]:
        assert (
            Evaluation(20, 1000, rules, Score(right, 1000, 1000)).beats_rules
            is beats
        ), right
    assert 0 < LEAST_GAIN < 0.01


def test_a_score_is_of_exact_spans():
    score = Score(right=6, found=8, there=12) + Score(right=0, found=2, there=0)
    assert (score.precision, score.recall, score.f1) == (0.6, 0.5, 12 / 22)
    assert (Score().precision, Score().recall, Score().f1) == (0, 0, 0)


@pytest.mark.parametrize(
    ("labels", "names"),
    [
        ("OBIEO", [(1, 4)]),
        ("BEBE", [(0, 2), (2, 4)]),
        ("BIIE", [(0, 4)]),
        ("OIEO", []),
        ("BOE", []),
        ("BIO", []),
        ("BBE", [(1, 3)]),
        ("BIEE", [(0, 3)]),
        ("OB", []),
        ("", []),
    ],
)
def test_labels_spell_names(labels, names):
    assert names_of(labels) == names
    assert names_of(labels_of(len(labels), names)) == names


def test_of_names_that_overlap_the_first_counts_and_one_character_is_none():
    assert "".join(labels_of(8, [(2, 5), (1, 4), (6, 7)])) == "OBIEOOOO"


@pytest.mark.parametrize(
    "text", ["妥", "妥金花\u3000说：“好！”", "2021年A股😀", "欧阳 修", "\n"]
)
def test_each_character_has_features(text):
    assert len(features_of(text)) == len(text)
    assert all(features_of(text))
    assert features_of(text) == features_of(text)
