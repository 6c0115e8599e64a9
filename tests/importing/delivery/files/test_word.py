"""Word files: paragraphs in order, pictures before their captions, one line for what is damaged."""

import io
import zipfile

import pytest
from docx import Document
from docx.document import Document as Made
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from importing.delivery.files import Content
from importing.delivery.files.sources import AtHand, DeliveredFile
from importing.delivery.files.word.word_pages import word_pages
from importing.refusal import ImportRefused
from tests.importing.printed import jpeg

pytestmark = pytest.mark.usefixtures("english")


def saved(document: Made) -> bytes:
    output = io.BytesIO()
    document.save(output)
    return output.getvalue()


def content(data: bytes) -> Content:
    [page] = word_pages([DeliveredFile(AtHand("page.docx", data), "page.docx")])
    return page.content()


def written(*paragraphs: str) -> Made:
    document = Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    return document


def repacked(data: bytes, **changed: bytes | None) -> bytes:
    """Return the package with some of its parts changed; None takes a part out."""
    output = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as old,
        zipfile.ZipFile(output, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            part = changed.get(
                name.replace("/", "_").replace(".", "_"), old.read(name)
            )
            if part is not None:
                new.writestr(name, part)
    return output.getvalue()


def test_paragraphs_tables_and_line_breaks_keep_their_order():
    document = written("育秧开始", "", "本报讯 大棚里\n一片新绿。")
    cells = document.add_table(1, 2).rows[0].cells
    cells[0].text, cells[1].text = "早稻", "120万亩"
    document.add_paragraph("农技员\t说。")
    assert (
        content(saved(document)).text
        == "育秧开始\n\n本报讯 大棚里\n一片新绿。\n\n早稻\t120万亩\n\n农技员\t说。"
    )


def test_text_boxes_are_read_once_and_deleted_words_not():
    document = written("育秧开始")
    inside = "<w:txbxContent><w:p><w:r><w:t>框中的话</w:t></w:r></w:p></w:txbxContent>"
    spaces = (
        nsdecls("w")
        + ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    )
    document.paragraphs[0]._p.append(
        parse_xml(
            f"<w:r {spaces}><mc:AlternateContent><mc:Choice>{inside}</mc:Choice>"
            f"<mc:Fallback>{inside}</mc:Fallback></mc:AlternateContent></w:r>"
        )
    )
    document.paragraphs[0]._p.append(
        parse_xml(
            f"<w:del {nsdecls('w')}><w:r><w:delText>删去</w:delText></w:r></w:del>"
        )
    )
    document.paragraphs[0]._p.append(
        parse_xml(f"<w:ins {nsdecls('w')}><w:r><w:t>了</w:t></w:r></w:ins>")
    )
    assert content(saved(document)).text == "育秧开始了\n\n框中的话"


def test_a_picture_is_nearest_to_the_paragraph_behind_it():
    document = written("育秧开始")
    document.add_picture(io.BytesIO(jpeg(colour="red")))
    document.add_paragraph("大棚一角。石磊 摄")
    document.add_picture(io.BytesIO(jpeg(colour="blue")))
    read = content(saved(document))
    first, last = read.pictures
    assert first.data == jpeg(colour="red")
    assert [read.text[near.start : near.end] for near in first.near] == [
        "大棚一角。石磊 摄",
        "育秧开始",
    ]
    assert [read.text[near.start : near.end] for near in last.near] == [
        "大棚一角。石磊 摄"
    ]
    assert first.name.startswith("image")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "no readable zip archive"),
        (b"PK\x03\x04", "no readable zip archive"),
        (saved(written("育秧"))[:-30], "no readable zip archive"),
        (
            repacked(saved(written("育秧")), word_document_xml=b"<w:document>"),
            "no readable docx file",
        ),
        (
            repacked(saved(written("育秧")), word_document_xml=None),
            "no readable docx file",
        ),
        (
            repacked(saved(written("育秧")), **{"[Content_Types]_xml": None}),
            "no readable docx file",
        ),
        (
            repacked(
                saved(written("育秧")), word_document_xml=b" " * 2_000_000
            ),
            "unpacks to more than 100 times",
        ),
    ],
)
def test_what_is_no_docx_is_refused(data, reason):
    with pytest.raises(ImportRefused, match=reason):
        content(data)


def test_entities_of_xml_are_not_unfolded():
    bomb = b'<!DOCTYPE w [<!ENTITY a "%s"><!ENTITY b "%s">]>' % (
        b"x" * 1000,
        b"&a;" * 1000,
    )
    document = (
        b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        b"<w:body><w:p><w:r>"
        b"<w:t>&b;</w:t></w:r></w:p></w:body></w:document>"
    )
    with pytest.raises(ImportRefused, match="no readable docx file"):
        content(
            repacked(saved(written("育秧")), word_document_xml=bomb + document)
        )
