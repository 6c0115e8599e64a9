"""What a reading is made of keeps its place on the page."""

from __future__ import annotations

import pytest

from reader.results import PageError, Paragraph


def test_a_joined_paragraph_knows_where_on_the_page_its_words_stand():
    paragraph = Paragraph("全市植树节活动", ((10, 14), (20, 23)))
    assert paragraph.on_page(0, 4) == (10, 14)
    assert paragraph.on_page(3, 5) == (13, 21)
    assert paragraph.on_page(4, 7) == (20, 23)
    with pytest.raises(PageError, match="offset 8 lies behind"):
        paragraph.on_page(0, 16)
