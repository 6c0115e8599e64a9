"""A chronicle as a Word document, each entry with a footnote."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from docx import Document
from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from public.downloads.annals.editing_rules import Annals
from public.downloads.annals.entry_headings import heading_told
from public.downloads.annals.footnotes import Footnotes
from public.downloads.annals.markdown_file import note_of
from public.downloads.annals.told_entries import ToldEntry
from records.plaintext import plain_line

# A document is made whole before it is sent; of more entries the other forms are for.
MOST_ENTRIES = 2000
MEDIA_TYPE = (
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
)
A4 = (Cm(21), Cm(29.7))
SONG = "\u5b8b\u4f53"
HEI = "\u9ed1\u4f53"
FONTS = {
    "Normal": SONG,
    "Title": HEI,
    "Heading 1": HEI,
    "Heading 2": HEI,
    "List Number": SONG,
}
LATIN = "Times New Roman"
TEXT_SIZE = Pt(12)


def word_bytes(annals: Annals) -> bytes:
    """Return the document: title, rules, entries by day and part of day with their notes."""
    document = Document()
    _set_up(document)
    _open(document, annals)
    footnotes = Footnotes(document)
    above: tuple[object, ...] = ()
    for entry in annals.entries:
        _head(document, entry, above)
        above = (entry.heading, entry.part)
        _tell(document, entry, footnotes)
    written = BytesIO()
    document.save(written)
    return written.getvalue()


def _set_up(document: WordDocument) -> None:
    """Set the sheet and the fonts of Chinese print."""
    section = document.sections[0]
    section.page_width, section.page_height = A4
    for name, font in FONTS.items():
        style: Any = document.styles[name]
        style.font.name = LATIN
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for attribute in list(fonts.attrib):
            if attribute.endswith("Theme"):
                del fonts.attrib[attribute]
        fonts.set(qn("w:eastAsia"), font)
    document.styles["Normal"].font.size = TEXT_SIZE


def _open(document: WordDocument, annals: Annals) -> None:
    """Write title and rules, and note the title among the properties."""
    title = plain_line(annals.title)
    properties = document.core_properties
    properties.title = title
    properties.author = _("Printed Record")
    properties.language = "zh-CN"
    properties.comments = plain_line(annals.made)
    properties.created = timezone.now()
    properties.modified = properties.created
    heading = document.add_heading(title, 0)
    heading.alignment = WD_ALIGN_PARAGRAPH.CENTER
    document.add_paragraph(plain_line(annals.made))
    document.add_heading(_("Editing rules"), 1)
    for rule in annals.rules:
        document.add_paragraph(plain_line(rule), "List Number")


def _head(
    document: WordDocument, entry: ToldEntry, above: tuple[object, ...]
) -> None:
    """Write the day and the part of the day where they are not those above."""
    is_new_day = not above or entry.heading != above[0]
    if is_new_day:
        document.add_heading(heading_told(entry), 1)
    is_new_part = is_new_day or entry.part != above[1]
    if is_new_part and entry.part:
        document.add_heading(entry.part, 2)


def _tell(
    document: WordDocument, entry: ToldEntry, footnotes: Footnotes
) -> None:
    paragraph = document.add_paragraph()
    paragraph.paragraph_format.first_line_indent = TEXT_SIZE * 2
    if entry.clock:
        paragraph.add_run(f"{entry.clock} ").bold = True
    paragraph.add_run(plain_line(entry.sentence))
    footnotes.add(paragraph, plain_line(note_of(entry)))
