"""The kinds of files that are read: one function for each, in one table."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import partial

from django.conf import settings
from django.utils.translation import gettext as _

from importing.delivery.encoding import ending_of, plain_text
from importing.delivery.files.content import Content, FilePage, digest_of
from importing.delivery.files.epaper.epaper_pages import epaper_pages
from importing.delivery.files.library.library_pages import library_pages
from importing.delivery.files.pdf.pdf_pages import pdf_pages
from importing.delivery.files.sources import DeliveredFile
from importing.delivery.files.word.word_pages import word_pages
from importing.refusal import ImportRefused


def text_pages(files: Sequence[DeliveredFile]) -> Iterator[FilePage]:
    """Yield the page that each plain text file is."""
    for file in files:
        data = file.read(settings.MAX_PAGE_BYTES)
        yield FilePage(
            file.name, digest_of(data), partial(_plain, data), files=(file,)
        )


def pages_in(files: Sequence[DeliveredFile]) -> Iterator[FilePage]:
    """Yield the pages in files of one kind, told by the name's ending; raise ``ImportRefused`` when
    they cannot be opened.
    """
    ending = ending_of(files[0].path)
    pages_of = KINDS.get(ending)
    if pages_of is None:
        raise ImportRefused(not_read(ending))
    yield from pages_of(files)


def not_read(ending: str) -> str:
    """Return why files with an ending are refused."""
    return _("files ending in %(ending)s are not read") % {"ending": ending}


def _plain(data: bytes) -> Content:
    """Return the words of a text file; raise ``ImportRefused`` for a file of another kind that is
    called one.
    """
    for kind, beginning in OTHERS.items():
        if beginning.match(data):
            raise ImportRefused(_no_text(kind))
    text = plain_text(data)
    return Content(text)


def _no_text(kind: str) -> str:
    message = _("no plain text: it begins as a %(kind)s file does")
    return message % {"kind": kind}


# How files of other kinds begin, whatever they are called.
OTHERS = {
    "PDF": re.compile(rb"%PDF-"),
    "RTF": re.compile(rb"\{\\rtf"),
    "zip/docx": re.compile(rb"PK\x03\x04"),
    "doc": re.compile(rb"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
    "HTML": re.compile(
        rb"(?:\xef\xbb\xbf)?\s{0,99}<(?:!doctype\s{1,9}html|html)\b",
        re.IGNORECASE,
    ),
}

# The ending of a file's name, and the function that finds the pages in files of that kind.
KINDS: dict[str, Callable[[Sequence[DeliveredFile]], Iterator[FilePage]]] = {
    "": text_pages,
    ".txt": text_pages,
    ".text": text_pages,
    ".pdf": pdf_pages,
    ".docx": word_pages,
    ".htm": epaper_pages,
    ".html": epaper_pages,
    ".shtml": epaper_pages,
    ".xhtml": epaper_pages,
    ".xml": library_pages,
}
# Kinds of which all files of a folder are read together.
TOGETHER = frozenset({".htm", ".html", ".shtml", ".xhtml", ".xml"})
