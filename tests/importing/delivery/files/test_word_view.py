"""A Word file is read as its final view shows it, without what was moved, deleted or hidden."""

import pytest
from docx import Document
from docx.document import Document as Made
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from tests.importing.delivery.files.test_word import content, saved

pytestmark = pytest.mark.usefixtures("english")


def document_of(*bodies: str) -> Made:
    """Return a document with these paragraphs, rows or tables in Word's own markup."""
    document = Document()
    end = document.element.body[-1]
    for body in bodies:
        tag, _space, rest = body.partition(" ")
        end.addprevious(parse_xml(f"<{tag} {nsdecls('w')} {rest}"))
    return document


def paragraph(inside: str, properties: str = "") -> str:
    return f"<w:p ><w:pPr><w:rPr>{properties}</w:rPr></w:pPr>{inside}</w:p>"[1:]


def run(words: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{words}</w:t></w:r>"


def table(*rows: str) -> str:
    return "w:tbl ><w:tblPr/>" + "".join(rows) + "</w:tbl>"


def row(*cells: str, properties: str = "") -> str:
    inside = "".join(f"<w:tc><w:p>{run(cell)}</w:p></w:tc>" for cell in cells)
    return f"<w:tr><w:trPr>{properties}</w:trPr>{inside}</w:tr>"


def text(*bodies: str, styles: str = "") -> str:
    document = document_of(*bodies)
    if styles:
        root = document.styles.element
        for style in styles.split("|"):
            root.append(parse_xml(style.replace(" ", f" {nsdecls('w')} ", 1)))
    return content(saved(document)).text


@pytest.mark.parametrize(
    ("inside", "seen"),
    [
        (run("育秧"), "育秧"),
        (f"<w:moveFrom>{run('旧处')}</w:moveFrom>{run('育秧')}", "育秧"),
        (f"{run('育秧')}<w:moveTo>{run('新处')}</w:moveTo>", "育秧新处"),
        (f"<w:del>{run('删')}</w:del><w:ins>{run('育秧')}</w:ins>", "育秧"),
        (
            "<w:r><w:ruby><w:rt><w:r><w:t>yǎn</w:t></w:r></w:rt>"
            f"<w:rubyBase>{run('王䶮')}</w:rubyBase></w:ruby></w:r>",
            "王䶮",
        ),
        (run("育秧") + run("批注", "<w:vanish/>"), "育秧"),
        (run("育秧", '<w:vanish w:val="0"/>'), "育秧"),
        (run("育秧", '<w:vanish w:val="false"/>'), "育秧"),
        (run("育秧") + run("批注", '<w:rStyle w:val="Note"/>'), "育秧"),
        (run("育秧") + run("批注", '<w:rStyle w:val="Inner"/>'), "育秧"),
        (run("育秧", '<w:rStyle w:val="Shown"/>'), "育秧"),
        (
            run("育秧", '<w:rStyle w:val="Note"/><w:vanish w:val="0"/>'),
            "育秧",
        ),
    ],
)
def test_the_final_view_is_read(inside, seen):
    styles = (
        '<w:style w:styleId="Note"><w:rPr><w:vanish/></w:rPr></w:style>|'
        '<w:style w:styleId="Inner"><w:basedOn w:val="Note"/></w:style>|'
        '<w:style w:styleId="Shown"><w:basedOn w:val="Note"/>'
        '<w:rPr><w:vanish w:val="0"/></w:rPr></w:style>'
    )
    assert text(paragraph(inside), styles=styles) == seen


def test_styles_based_on_each_other_in_a_circle_end():
    styles = (
        '<w:style w:styleId="A"><w:basedOn w:val="B"/></w:style>|'
        '<w:style w:styleId="B"><w:basedOn w:val="A"/></w:style>'
    )
    inside = run("育秧", '<w:rStyle w:val="A"/>')
    assert text(paragraph(inside), styles=styles) == "育秧"


@pytest.mark.parametrize("mark", ["<w:del/>", "<w:moveFrom/>"])
def test_a_paragraph_whose_end_was_deleted_goes_on_in_the_next(mark):
    first = paragraph(run("大棚里"), mark)
    assert text(first, paragraph(run("一片新绿。"))) == "大棚里一片新绿。"
    kept = paragraph(run("大棚里"), "<w:ins/>")
    assert text(kept, paragraph(run("新绿。"))) == "大棚里\n\n新绿。"
    assert text(first) == "大棚里"


def test_a_table_of_data_is_one_block_with_a_line_a_row():
    rows = table(row("早稻", "120万亩"), row("中稻", "80万亩"))
    assert text(rows) == "早稻\t120万亩\n中稻\t80万亩"
    deleted = row("晚稻", "60万亩", properties="<w:del/>")
    assert text(table(row("早稻", "120万亩"), deleted)) == "早稻\t120万亩"


def test_a_table_that_lays_the_page_out_is_read_cell_by_cell():
    long = "大棚里一片新绿。" * 8
    assert text(table(row("育秧开始", long))) == f"育秧开始\n\n{long}"
