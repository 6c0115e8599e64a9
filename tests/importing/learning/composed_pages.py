"""Pages composed of plain sentences, some with names that the rules alone do not find."""

from __future__ import annotations

import random
from collections.abc import Iterator
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.utils import translation

from articles.models import Mention
from importing.learning.lesson import Lesson
from importing.one_page import load_page
from reader.results import Paragraph, ReadArticle, ReadMention
from tests.builders import (
    make_article,
    make_issue,
    make_mention,
    make_newspaper,
    make_page,
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
