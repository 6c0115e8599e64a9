"""Coverage is counted from what a file shows, not from what was taken out of it."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from docx import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from importing.delivery.delivered_page import (
    Delivery,
    only_page,
    read_delivery,
)
from importing.delivery.files import Content, gather, pages_in
from importing.delivery.files.content import LeftOut, left_out_of
from importing.delivery.files.pdf import pdf_text
from importing.delivery.unread import left_out_doubts
from reader import ReadPage
from reader.results import ReadFinding
from tests.importing.epaper import article, index
from tests.importing.library import BODY, HEADLINE, alto, block
from tests.importing.printed import Words, column, pdf

pytestmark = pytest.mark.usefixtures("english")

REPORT = "本报讯 三月十四日，全市早稻育秧现场会在南湖县召开，各县区农业部门下田察看秧苗。"
LINES = [Words("今春第一批早稻完成育秧", 60, 740, 30), *column(REPORT, 60, 690)]


def unread(read: ReadPage) -> list[ReadFinding]:
    """Return what is said of characters that were not read."""
    return [one for one in read.findings if one.rule == "unread_characters"]


def content_of(data: bytes, name: str) -> Content:
    return only_page(data, name).content()


@pytest.mark.parametrize(
    ("shown", "text", "count"),
    [
        ("早稻育秧", "早稻 育秧", 0),
        ("早稻育秧", "育秧\n\n早稻", 0),
        ("早稻早稻", "早稻", 2),
        ("早 稻\n", "", 2),
        ("早稻", "早稻育秧", 0),
    ],
)
def test_what_a_text_holds_less_often_than_the_file_is_left_out(
    shown, text, count
):
    assert left_out_of(shown, text).count == count


@pytest.mark.parametrize(
    ("shown", "text", "words", "behind"),
    [
        ("早稻开始育秧", "早稻\n育秧", "开始", 1),
        ("早 稻 开 始", "早 稻", "开始", 2),
        ("开始育秧", "育秧", "开始", None),
        # In two places, or in nobody knows which.
        ("早稻开始育秧", "稻开始育", "", None),
        ("早稻早稻", "早稻", "", None),
        # The stretch is known, and what stands before it is there twice.
        ("早早稻", "早早", "稻", 1),
        ("早稻甲早稻", "早稻早稻", "甲", None),
        ("甲早稻乙早稻甲", "甲早稻乙早稻", "甲", 5),
        ("秧" * 30, "秧", "", None),
        ("早稻甲乙早稻乙甲", "早稻早稻甲乙", "", None),
        ("早稻育秧", "早稻育秧", "", None),
    ],
)
def test_words_that_are_missing_side_by_side_are_named(
    shown, text, words, behind
):
    found = left_out_of(shown, text)
    assert (found.words, found.behind) == (words, behind)


def test_the_share_is_of_all_that_the_file_shows():
    assert Content("早 稻\n育", left_out=LeftOut(1)).coverage(1.0) == 0.75
    assert Content("早 稻\n育", left_out=LeftOut(3)).coverage(0.5) == 0.25
    assert Content("早 稻\n育").coverage(1.0) == 1.0


def test_a_line_that_falls_out_of_the_columns_of_a_pdf_is_counted(monkeypatch):
    assert content_of(pdf(LINES), "a.pdf").left_out.count == 0
    in_columns = pdf_text.page_text
    monkeypatch.setattr(
        pdf_text,
        "page_text",
        lambda lines, partings: in_columns(lines[:1], partings),
    )
    name = "滨江日报_2019-03-15_A1.pdf"
    page = only_page(pdf(LINES), name)
    left_out = len(REPORT.replace(" ", ""))
    assert page.content().left_out.count == left_out
    headline = len(LINES[0].text)
    read = read_delivery(Delivery(page))
    assert read.coverage == headline / (headline + left_out)
    [doubt] = unread(read)
    assert doubt.message.startswith(f"{left_out} characters that the file ")
    assert read.text[doubt.start : doubt.end] == LINES[0].text[-1]


def test_a_page_that_is_wholly_read_raises_no_doubt():
    page = only_page(pdf(LINES), "滨江日报_2019-03-15_A1.pdf")
    read = read_delivery(Delivery(page))
    assert read.coverage == 1
    assert unread(read) == []


def test_characters_in_no_block_are_doubted_too():
    [doubt] = left_out_doubts(Content("早稻育秧"), 0.75)
    assert doubt.message == (
        "1 character that the file shows is not in the text."
    )
    assert (doubt.start, doubt.end) == (0, 0)
    assert list(left_out_doubts(Content("早稻育秧"), 1.0)) == []


def test_many_missing_words_are_named_by_their_beginning():
    [doubt] = left_out_doubts(
        Content("早稻", left_out=LeftOut(70, "秧" * 70, 1)), 1.0
    )
    assert doubt.message == (
        "70 characters that the file shows are not in the text."
        f" It is “{'秧' * 60}…”."
    )
    assert (doubt.start, doubt.end) == (1, 2)


def test_words_of_alto_that_stand_in_no_line_are_counted():
    whole = alto(block("a", HEADLINE), block("b", BODY))
    assert content_of(whole.encode(), "a.xml").left_out.count == 0
    torn = whole.replace(
        "</TextBlock>", '<String CONTENT="一片-新绿"/></TextBlock>', 1
    )
    assert content_of(torn.encode(), "a.xml").left_out.count == 4


def saved(document) -> bytes:
    output = io.BytesIO()
    document.save(output)
    return output.getvalue()


def test_words_of_a_document_that_stand_in_no_paragraph_are_counted():
    document = Document()
    document.add_paragraph("育秧开始")
    cells = document.add_table(1, 2).rows[0].cells
    cells[0].text, cells[1].text = "早稻", "120万亩"
    assert content_of(saved(document), "a.docx").left_out.count == 0
    run = parse_xml(f"<w:r {nsdecls('w')}><w:t>一片新绿</w:t></w:r>")
    document.element.body.insert(1, run)
    found = content_of(saved(document), "a.docx").left_out
    assert found == LeftOut(4, "一片新绿", 3)


def test_the_footnotes_of_a_document_are_counted():
    document = Document()
    document.add_paragraph("育秧开始")
    notes = (
        f"<w:footnotes {nsdecls('w')}><w:footnote><w:p><w:r>"
        "<w:t>见昨日二版</w:t></w:r></w:p></w:footnote></w:footnotes>"
    )
    part = Part(
        PackURI("/word/footnotes.xml"),
        CONTENT_TYPE.WML_FOOTNOTES,
        notes.encode(),
        document.part.package,
    )
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    assert content_of(saved(document), "a.docx").left_out.count == 5


BESIDE = {
    "<p>县里还派出三支农技队。</p>": 11,
    "<p>上一期 下一期 放大 缩小</p>": 0,
    '<p><a href="content_9.htm">老街修缮完工。</a></p>': 0,
    "<p>版权所有，未经许可不得转载。</p>": 0,
    "<p>三月十四日，南湖县的大棚里一片新绿…</p>": 0,
    "<p>三月十四日，南湖县的大棚里一片新绿。</p>": 0,
    "<script>alert('完成了。')</script>": 0,
}


@pytest.mark.parametrize(("beside", "count"), BESIDE.items())
def test_sentences_beside_an_article_are_counted_and_navigation_is_not(
    tmp_path: Path, beside, count
):
    folder = tmp_path / "html/2019-03/15"
    folder.mkdir(parents=True)
    html = article("育秧开始", "三月十四日，南湖县的大棚里一片新绿。")
    assert "</body>" in html
    (folder / "content_1.htm").write_text(
        html.replace("</body>", f"{beside}</body>")
    )
    (folder / "node_1.htm").write_text(index("content_1.htm"))
    [unit] = gather([tmp_path])
    [page] = pages_in(unit.files)
    content = page.content()
    assert content.left_out.count == count
    if count:
        assert content.left_out.words == "县里还派出三支农技队。"
        assert content.text[content.left_out.behind] == "。"
