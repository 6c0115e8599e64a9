"""In which order a PDF page is read: its columns, what parts them, and how it was drawn."""

import re

import pytest

from importing.delivery.files.pdf.pdf_pages import pdf_pages
from importing.delivery.files.sources import AtHand, DeliveredFile
from importing.refusal import ImportRefused
from tests.importing.printed import Photo, Rule, Words, column, jpeg, pdf
from tests.importing.producers import sheets
from tests.importing.producers.make_sheets import PRINTED

pytestmark = pytest.mark.usefixtures("english")

FIRST = "三月十四日全市早稻育秧现场会在南湖县召开各县区的代表下田察看了秧苗"
SECOND = "会上三位种粮大户先后发言他们说今年的秧苗比去年早了五天农机也都检修过"
THIRD = "县里的农技员每天到田头查看苗情发现问题当场解决让大家种得放心收得称心"
FOURTH = "合作社的仓库里种子和肥料三月初就送到了各村只等天气转暖社员就能下田"
TWO_ARTICLES = list(map(sheets.bare, sheets.TWO_ARTICLES))


def content_of(data: bytes):
    file = DeliveredFile(AtHand("page.pdf", data), "page.pdf")
    [content] = [page.content() for page in pdf_pages([file])]
    return content


def blocks(data: bytes) -> list[str]:
    found = re.split(r"\n\n+", content_of(data).text)
    return list(map(sheets.bare, found))


def rules(data: bytes) -> list[str]:
    return [doubt.rule for doubt in content_of(data).doubts]


def columns(*texts: str, y: float, x: float = 50) -> list[list[Words]]:
    return [
        column(text, x + 180 * number, y) for number, text in enumerate(texts)
    ]


def shuffled(*parts: object) -> bytes:
    """Draw the blocks of a page from the last to the first."""
    items: list = []
    for part in reversed(parts):
        items += part if isinstance(part, list) else [part]
    return pdf(items)


@pytest.mark.parametrize(
    "name",
    [
        "chromium_columns",
        "chromium_truetype",
        "libreoffice",
        "xelatex",
        "typst_columns",
        "reportlab_shuffled",
        "fpdf_by_rows",
    ],
)
def test_sheets_of_every_program_are_read_alike(name):
    data = (PRINTED / f"{name}.pdf").read_bytes()
    assert blocks(data) == TWO_ARTICLES
    text = content_of(data).text
    for printed in sheets.TWO_ARTICLES:
        spaced = " ".join(printed.split()[:2])
        assert spaced in " ".join(text.split())


def test_a_sheet_is_read_downwards_from_the_right_to_the_left():
    data = (PRINTED / "chromium_downwards.pdf").read_bytes()
    assert blocks(data) == [sheets.DOWNWARDS_HEADLINE, *sheets.DOWNWARDS]


def test_a_headline_that_runs_downwards_stands_before_its_columns():
    data = (PRINTED / "chromium_headline_downwards.pdf").read_bytes()
    assert blocks(data) == TWO_ARTICLES[:4]
    assert "\n\n\n早稻育秧开始" in content_of(data).text


def test_a_font_that_does_not_tell_its_characters_is_refused():
    data = (PRINTED / "reportlab_untold.pdf").read_bytes()
    with pytest.raises(ImportRefused, match="do not tell which characters"):
        content_of(data)


def test_a_narrow_headline_parts_all_columns_under_it():
    upper = columns(FIRST, SECOND, y=700)
    lower = columns(THIRD, FOURTH, y=560)
    data = shuffled(
        Words("上半版标题", 50, 740, 24),
        *upper,
        Words("下半版标题", 50, 595, 24),
        *lower,
    )
    assert blocks(data) == [
        "上半版标题",
        FIRST,
        SECOND,
        "下半版标题",
        THIRD,
        FOURTH,
    ]


def test_a_headline_in_the_middle_reaches_to_both_sides():
    upper = columns(FIRST, SECOND, THIRD, y=700)
    lower = columns(THIRD, FOURTH, FIRST, y=560)
    data = shuffled(*upper, Words("下半版标题", 240, 595, 24), *lower)
    assert blocks(data) == [
        FIRST,
        SECOND,
        THIRD,
        "下半版标题",
        THIRD,
        FOURTH,
        FIRST,
    ]


@pytest.mark.parametrize(
    "between",
    [
        Rule(225, 470, 1, 150),
        Photo(jpeg(), 230, 585, 140, 40),
    ],
    ids=["line", "picture"],
)
def test_a_headline_does_not_reach_over_what_stands_beside_it(between):
    left = columns(FIRST, y=700)
    under = columns(THIRD, y=560)
    right = [*column(SECOND, 230, 700), *column(FOURTH, 230, 560)]
    data = shuffled(
        *left, Words("左栏标题", 50, 595, 24), *under, right, between
    )
    assert blocks(data) == [FIRST, "左栏标题", THIRD, SECOND, FOURTH]


def test_a_line_drawn_across_parts_stories_without_headlines():
    upper = columns(FIRST, SECOND, y=700)
    lower = columns(THIRD, FOURTH, y=600)
    parted = shuffled(*upper, Rule(50, 618, 330), *lower)
    assert blocks(parted) == [FIRST, SECOND, THIRD, FOURTH]
    assert blocks(shuffled(*upper, Rule(50, 618, 30), *lower)) == [
        FIRST,
        THIRD,
        SECOND,
        FOURTH,
    ]


def test_what_is_drawn_in_an_order_that_can_be_read_is_read_so():
    upper = columns(FIRST, SECOND, y=700)
    lower = columns(THIRD, FOURTH, y=600)
    items = [line for part in (*upper, *lower) for line in part]
    assert blocks(pdf(items)) == [FIRST, SECOND, THIRD, FOURTH]
    assert rules(pdf(items)) == ["reading_order"]
    down = [upper[0], lower[0], upper[1], lower[1]]
    items = [line for part in down for line in part]
    assert blocks(pdf(items)) == [FIRST, THIRD, SECOND, FOURTH]
    assert rules(pdf(items)) == []


def test_the_finding_stands_where_both_orders_part():
    upper = columns(FIRST, SECOND, y=700)
    lower = columns(THIRD, FOURTH, y=600)
    items = [line for part in (*upper, *lower) for line in part]
    content = content_of(pdf(items))
    [doubt] = content.doubts
    assert content.text[doubt.start :].startswith(SECOND[:3])


def test_columns_closer_than_a_character_stay_columns():
    left = column(FIRST, 50, 700)
    right = column(SECOND, 208, 700)
    assert blocks(pdf([*left, *right])) == [FIRST, SECOND]


def test_words_in_one_row_are_one_line_when_drawn_one_after_the_other():
    head = [
        Words(words, x, 760)
        for words, x in (("北岭晚报", 50), ("星期五", 130), ("第三版", 210))
    ]
    page = [*head, *column(FIRST, 50, 700)]
    assert content_of(pdf(page)).text.startswith("北岭晚报 星期五 第三版\n")
