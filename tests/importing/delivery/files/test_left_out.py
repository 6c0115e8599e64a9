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
from importing.delivery.files.content import count_left_out
from importing.delivery.files.pdf import pdf_text
from tests.importing.epaper import article, index
from tests.importing.library import BODY, HEADLINE, alto, block
from tests.importing.printed import Words, column, pdf

REPORT = "本报讯 三月十四日，全市早稻育秧现场会在南湖县召开，各县区农业部门下田察看秧苗。"
LINES = [Words("今春第一批早稻完成育秧", 60, 740, 30), *column(REPORT, 60, 690)]


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
    assert count_left_out(shown, text) == count


def test_the_share_is_of_all_that_the_file_shows():
    assert Content("早 稻\n育", left_out=1).coverage(1.0) == 0.75
    assert Content("早 稻\n育", left_out=3).coverage(0.5) == 0.25
    assert Content("早 稻\n育").coverage(1.0) == 1.0


def test_a_line_that_falls_out_of_the_columns_of_a_pdf_is_counted(monkeypatch):
    assert content_of(pdf(LINES), "a.pdf").left_out == 0
    read = pdf_text.page_text
    monkeypatch.setattr(
        pdf_text,
        "page_text",
        lambda lines, partings: read(lines[:1], partings),
    )
    name = "滨江日报_2019-03-15_A1.pdf"
    page = only_page(pdf(LINES), name)
    left_out = len(REPORT.replace(" ", ""))
    assert page.content().left_out == left_out
    headline = len(LINES[0].text)
    coverage = read_delivery(Delivery(page)).coverage
    assert coverage == headline / (headline + left_out)


def test_words_of_alto_that_stand_in_no_line_are_counted():
    whole = alto(block("a", HEADLINE), block("b", BODY))
    assert content_of(whole.encode(), "a.xml").left_out == 0
    torn = whole.replace(
        "</TextBlock>", '<String CONTENT="一片-新绿"/></TextBlock>', 1
    )
    assert content_of(torn.encode(), "a.xml").left_out == 4


def saved(document) -> bytes:
    output = io.BytesIO()
    document.save(output)
    return output.getvalue()


def test_words_of_a_document_that_stand_in_no_paragraph_are_counted():
    document = Document()
    document.add_paragraph("育秧开始")
    cells = document.add_table(1, 2).rows[0].cells
    cells[0].text, cells[1].text = "早稻", "120万亩"
    assert content_of(saved(document), "a.docx").left_out == 0
    run = parse_xml(f"<w:r {nsdecls('w')}><w:t>一片新绿</w:t></w:r>")
    document.element.body.insert(0, run)
    assert content_of(saved(document), "a.docx").left_out == 4


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
    assert content_of(saved(document), "a.docx").left_out == 5


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
    assert page.content().left_out == count
