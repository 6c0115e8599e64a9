"""The text of a PDF page, and what is to be doubted of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2 as pdfium
from django.utils.translation import gettext as _

from editorial.models import Rule, Severity
from importing.delivery.files.pdf.pdf_columns import (
    ColumnText,
    PrintedPlace,
    page_text,
)
from importing.delivery.files.pdf.pdf_glyphs import GAP, glyphs_of
from importing.delivery.files.pdf.pdf_letters import printed_lines
from importing.delivery.files.pdf.pdf_parting import partings_on
from importing.delivery.files.pdf.pdf_spelling import (
    share_of,
    untold_fonts,
    with_gaps,
)
from importing.refusal import ImportRefused
from reader.results import ReadFinding

# More of a page than this in fonts that do not tell their characters: it is no text.
MOSTLY_UNTOLD = 0.5


@dataclass(frozen=True, slots=True)
class PdfText:
    """The text of a page in columns, and all characters that are drawn; ``has_untold`` says whether
    fonts leave gaps in them, ``quarters`` by how many quarters to the left the text is turned: its
    places are those on the page turned back.
    """

    columns: ColumnText
    drawn: str
    has_untold: bool
    quarters: int = 0

    @property
    def text(self) -> str:
        return self.columns.text

    @property
    def places(self) -> tuple[PrintedPlace, ...]:
        return self.columns.places

    def doubts(self) -> Iterator[ReadFinding]:
        """Yield what is to be looked at: gaps that a font leaves, an order that is not sure."""
        if self.has_untold:
            message = _(
                "A font of the file does not tell its characters: "
                "%(count)d of them are gaps."
            )
            words = {"count": self.text.count(GAP)}
            start = self.text.find(GAP)
            end = self.text.rfind(GAP) + 1
            yield ReadFinding(
                Rule.UNTOLD_CHARACTERS,
                Severity.SEVERE,
                start,
                end,
                message % words,
            )
        if self.columns.differs is not None:
            start = self.columns.differs
            yield ReadFinding(
                Rule.READING_ORDER,
                Severity.NOTICE,
                start,
                start + 1,
                _(
                    "From here on the columns of the page and the order in which the file "
                    "draws them differ."
                ),
            )


def pdf_text(page: pdfium.PdfPage) -> PdfText:
    """Return the text of a page; raise ``ImportRefused`` when there is none, or none that can be
    told.

    Characters stand where they would on the page turned so that its text is upright."""
    glyphs, quarters = glyphs_of(page)
    untold = untold_fonts(glyphs)
    if share_of(untold, glyphs) > MOSTLY_UNTOLD:
        raise ImportRefused(
            _(
                "its fonts do not tell which characters they draw: "
                "recognise its text first, or deliver it as text"
            )
        )
    seen = with_gaps(glyphs, untold)
    drawn = "".join(glyph.character for glyph in seen)
    lines = printed_lines(seen)
    if not lines:
        raise _without_text(page)
    columns = page_text(lines, partings_on(page, quarters))
    return PdfText(columns, drawn, bool(untold), quarters)


def _without_text(page: pdfium.PdfPage) -> ImportRefused:
    if _lacks_font(page):
        return ImportRefused(
            _(
                "its font is neither in the file nor on this machine: "
                "install a Chinese font"
            )
        )
    return ImportRefused(
        _(
            "there is no text layer on this page: "
            "recognise its text first, or deliver it as text"
        )
    )


def _lacks_font(page: pdfium.PdfPage) -> bool:
    """Tell whether a text's font is not in the file: PDFium drops a character that stands alone
    when no font at hand can draw it.
    """
    raw = pdfium.raw
    texts = page.get_objects([raw.FPDF_PAGEOBJ_TEXT])
    fonts = map(raw.FPDFTextObj_GetFont, texts)
    are_embedded = all(map(raw.FPDFFont_GetIsEmbedded, fonts))
    return not are_embedded
