"""What a PDF page draws and nobody would read twice, apart, or at all; and rows of headlines."""

import pytest

from tests.importing.delivery.files.test_pdf_order import content_of
from tests.importing.printed import Words, column, pdf

pytestmark = pytest.mark.usefixtures("english")
HEADLINE = "育秧开始"
BODY = (
    "三月十四日，全市早稻育秧现场会在南湖县召开，各县区的代表下田察看了秧苗。"
)


def text(*page: Words, more: bytes = b"") -> str:
    return content_of(pdf(list(page), more=more)).text


@pytest.mark.parametrize(("across", "down"), [(0.3, 0), (2, -2), (4, 0)])
def test_a_shadow_or_bolder_type_is_read_once(across, down):
    shadow = [
        Words(each, 50 + across + 28 * number, 700 + down, 28)
        for number, each in enumerate(HEADLINE)
    ]
    page = [*shadow, Words(HEADLINE, 50, 700, 28), *column(BODY, 50, 660)]
    found = content_of(pdf(page))
    assert found.text == f"{HEADLINE}\n\n{BODY}"
    assert found.left_out.count == 0


def test_a_character_that_is_printed_twice_stays_twice():
    body = BODY.replace("秧苗", "秧苗苗苗家家户户")
    assert body in text(*column(body, 50, 660))


def test_printers_notes_beside_the_page_are_not_of_it():
    page = (
        Words("校样 张三 23:10", 60, 785, 8),
        *column(BODY, 50, 660),
        Words("色标", 60, 5, 8),
    )
    assert text(*page, more=b"/CropBox [20 20 580 780]") == BODY
    assert "校样" in text(*page)


@pytest.mark.parametrize(
    ("headline", "apart", "seen"),
    [
        ("早稻育秧开始", 1.7, "早稻育秧开始"),
        ("公告栏", 2, "公告栏"),
        ("王文", 1.7, "王 文"),
    ],
)
def test_a_headline_set_wide_is_words_without_spaces(headline, apart, seen):
    wide = [
        Words(character, 50 + number * apart * 24, 700, 24)
        for number, character in enumerate(headline)
    ]
    assert text(*wide, *column(BODY, 50, 660)) == f"{seen}\n\n{BODY}"


def test_a_row_of_headlines_comes_behind_all_columns_above_it():
    def three(letter: str, y: float) -> list[list[Words]]:
        return [
            column(f"{letter}{number}{BODY}", x, y, across=16)
            for number, x in ((1, 30), (2, 220), (3, 410))
        ]

    upper = three("甲", 700)
    left = [
        Words("老街修缮完工", 30, 560, 20),
        *column(f"乙{BODY}", 30, 530, across=25),
    ]
    right = [
        Words("公交线路开通", 320, 560, 20),
        *column(f"丙{BODY}", 320, 530, across=25),
    ]
    # Drawn by rows, from below: the order of drawing cannot be read.
    rows = sorted(
        [*upper[0], *upper[1], *upper[2], *left, *right],
        key=lambda one: (one.y, one.x),
    )
    words = text(*rows, Words(HEADLINE, 30, 730, 28))
    places = [
        words.index(each)
        for each in ("甲1", "甲2", "甲3", "老街", "乙", "公交", "丙")
    ]
    assert places == sorted(places)
