"""Fonts that do not tell their characters are found by what they give in their place."""

import pytest

from importing.delivery.files.pdf.pdf_boxes import Box
from importing.delivery.files.pdf.pdf_columns import ColumnText
from importing.delivery.files.pdf.pdf_glyphs import GAP, Glyph
from importing.delivery.files.pdf.pdf_spelling import (
    share_of,
    untold_fonts,
    with_gaps,
)
from importing.delivery.files.pdf.pdf_text import PdfText

pytestmark = pytest.mark.usefixtures("english")

CHINESE = "本报讯 三月十四日“育秧”会议——在南湖县召开(12.5%),±0.3℃×2·温差"


def glyphs(text: str, font: int = 1, *, is_told: bool = True) -> list[Glyph]:
    box = Box(0, 0, 10, 10)
    return [Glyph(each, box, 10, font, is_told) for each in text]


@pytest.mark.parametrize(
    ("text", "is_untold"),
    [
        (CHINESE, False),
        ("The Café at São Paulo opens in May", False),
        ("ÑÖÜáàâäãåÉç2021èêëíìî", True),
        ("\ue001\ue002\ue003\ue004\ue005新", True),
        ("ÑÖÜá", False),
        ("ÑÖÜáà" + "新" * 12, False),
        ("ÑÖÜáà" + "新" * 11, True),
    ],
)
def test_a_font_is_untold_by_what_it_prints(text, is_untold):
    assert untold_fonts(glyphs(text)) == ({1} if is_untold else set())


def test_characters_without_a_code_are_not_told():
    assert untold_fonts(glyphs("新区新区新", is_told=False)) == {1}


def test_gaps_take_the_place_of_what_one_font_does_not_tell():
    page = [*glyphs(CHINESE), *glyphs("ÑÖÜáà27", font=2)]
    untold = untold_fonts(page)
    assert untold == {2}
    assert 0 < share_of(untold, page) < 0.5
    text = "".join(each.character for each in with_gaps(page, untold))
    assert text == CHINESE + GAP * 5 + "27"


def test_gaps_are_a_severe_finding():
    text = f"本报讯{GAP}{GAP}新区{GAP}。"
    [doubt] = PdfText(ColumnText(text, (), ()), text, has_untold=True).doubts()
    assert (doubt.rule, doubt.severity) == ("untold_characters", 1)
    assert text[doubt.start : doubt.end] == f"{GAP}{GAP}新区{GAP}"
    assert "3 of them" in doubt.message
    assert (
        list(PdfText(ColumnText(text, (), ()), text, has_untold=False).doubts())
        == []
    )
