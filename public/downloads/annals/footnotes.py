"""Footnotes of a Word document: the part that python-docx has not."""

from __future__ import annotations

from typing import Any

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import XmlPart
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt
from docx.text.paragraph import Paragraph

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
# Two notes that are none: the lines over the notes of a page, by which Word knows the part.
RULES = {-1: "separator", 0: "continuationSeparator"}
# Of the settings, what follows the list of these two.
FOLLOWING = ("w:endnotePr", "w:compat")
NOTE_SIZE = Pt(9)


class Footnotes:
    """The footnotes of one document, numbered from 1."""

    def __init__(self, document: Document) -> None:
        self.text_style = _style(document, "footnote text")
        self.mark_style = _style(document, "footnote reference")
        self.notes = parse_xml(f"<w:footnotes {nsdecls('w')}/>")
        for key, kind in RULES.items():
            self.notes.append(_rule(key, kind))
        self.count = 0
        _declare(document)
        part = XmlPart(
            PackURI("/word/footnotes.xml"),
            MEDIA_TYPE,
            self.notes,
            document.part.package,
        )
        document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)

    def add(self, paragraph: Paragraph, text: str) -> None:
        """Put a mark at the end of a paragraph, and a note of this text at the foot."""
        self.count += 1
        mark = OxmlElement("w:footnoteReference", {qn("w:id"): str(self.count)})
        run = paragraph.add_run()
        run.style = self.mark_style
        run._r.append(mark)
        self.notes.append(self._note(text))

    def _note(self, text: str) -> Any:
        note = OxmlElement("w:footnote", {qn("w:id"): str(self.count)})
        paragraph = Paragraph(OxmlElement("w:p"), None)  # type: ignore[arg-type]
        note.append(paragraph._p)
        paragraph._p.style = self.text_style.style_id
        own_mark = paragraph.add_run()
        own_mark._r.style = self.mark_style.style_id
        own_mark._r.append(OxmlElement("w:footnoteRef"))
        paragraph.add_run(f" {text}")
        return note


def _style(document: Document, name: str) -> Any:
    """Add the style that Word has for notes under this name."""
    is_mark = name.endswith("reference")
    kind = WD_STYLE_TYPE.CHARACTER if is_mark else WD_STYLE_TYPE.PARAGRAPH
    style: Any = document.styles.add_style(name, kind, builtin=True)
    if is_mark:
        style.font.superscript = True
        return style
    style.base_style = document.styles["Normal"]
    style.font.size = NOTE_SIZE
    style.paragraph_format.space_after = Pt(0)
    return style


def _rule(key: int, kind: str) -> Any:
    """Return a line over the notes of a page."""
    return parse_xml(
        f'<w:footnote {nsdecls("w")} w:type="{kind}" w:id="{key}">'
        f"<w:p><w:r><w:{kind}/></w:r></w:p></w:footnote>"
    )


def _declare(document: Document) -> None:
    """Name the two lines in the settings, in the place that the schema has for them."""
    settings = document.settings.element
    named = OxmlElement("w:footnotePr")
    for key in RULES:
        named.append(OxmlElement("w:footnote", {qn("w:id"): str(key)}))
    for tag in FOLLOWING:
        following = settings.find(qn(tag))
        if following is not None:
            following.addprevious(named)
            return
    settings.append(named)
