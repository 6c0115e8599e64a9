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


def test_cells_that_were_deleted_are_gone():
    deleted = row("留下", "删去").replace(
        "<w:tc><w:p><w:r><w:rPr></w:rPr><w:t>删去",
        "<w:tc><w:tcPr><w:cellDel/></w:tcPr><w:p><w:r><w:rPr></w:rPr><w:t>删去",
    )
    assert text(table(deleted)) == "留下"


def listed(words: str, depth: int = 0, key: int = 1) -> str:
    return (
        f'w:p ><w:pPr><w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{key}"/>'
        f"</w:numPr></w:pPr>{run(words) if words else ''}</w:p>"
    )


def level(depth: int, form: str, words: str, start: str = "1") -> str:
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{words}"/></w:lvl>'
    )


def numbered(levels: str, *bodies: str) -> list[str]:
    """Return the paragraphs of a document whose lists 1 and 2 are one and whose third begins
    anew.
    """
    document = document_of(*bodies)
    root = document.part.numbering_part.element
    for each in list(root):
        root.remove(each)
    restart = (
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    )
    made = (
        f'<w:abstractNum w:abstractNumId="7">{levels}</w:abstractNum>'
        + "".join(
            f'<w:num w:numId="{key}"><w:abstractNumId w:val="7"/>{more}</w:num>'
            for key, more in ((1, ""), (2, ""), (3, restart))
        )
    )
    for each in parse_xml(f"<w:x {nsdecls('w')}>{made}</w:x>"):
        root.append(each)
    return content(saved(document)).text.split("\n\n")


def test_the_numbers_of_lists_are_words_that_are_seen():
    levels = level(0, "chineseCounting", "%1、") + level(1, "decimal", "%1.%2")
    assert numbered(
        levels,
        listed("春耕"),
        listed("整地", 1),
        listed("育秧", 1),
        listed(""),
        listed("夏收", key=2),
        listed("晾晒", 1),
        listed("另起", key=3),
        listed("没有这一级", 5),
        listed("没有这个列表", key=9),
    ) == [
        "一、春耕",
        "一.1 整地",
        "一.2 育秧",
        "二、夏收",
        "二.1 晾晒",
        "一、另起",
        "没有这一级",
        "没有这个列表",
    ]


@pytest.mark.parametrize(
    ("form", "number", "seen"),
    [
        ("chineseCountingThousand", "10", "十"),
        ("chineseCounting", "12", "十二"),
        ("taiwaneseCounting", "30", "三十"),
        ("chineseCounting", "120", "120"),
        ("ideographDigital", "10", "一〇"),
        ("decimal", "3", "3"),
        ("decimalEnclosedCircle", "3", "③"),
        ("lowerLetter", "3", "c"),
        ("upperLetter", "3", "C"),
        ("lowerRoman", "14", "xiv"),
        ("upperRoman", "9", "IX"),
        ("", "x", "1"),
    ],
)
def test_each_list_is_numbered_in_its_own_form(form, number, seen):
    [words] = numbered(level(0, form, "(%1)", number), listed("春耕"))
    assert words == f"({seen})春耕"


def test_signs_before_paragraphs_are_no_words():
    [words] = numbered(level(0, "bullet", "\uf0b7"), listed("春耕"))
    assert words == "春耕"


def test_a_style_numbers_its_paragraphs():
    document = Document()
    document.add_paragraph("春耕", style="List Number")
    document.add_paragraph("夏收", style="List Number")
    assert content(saved(document)).text == "1.春耕\n\n2.夏收"


def test_heads_and_feet_are_told_as_not_read_and_numbers_of_pages_are_not():
    document = Document()
    document.add_paragraph("育秧")
    [section] = document.sections
    section.header.paragraphs[0].text = "滨江日报"
    section.footer.paragraphs[0].text = "第3页 共9页"
    assert content(saved(document)).left_out.words == "滨江日报"
