"""Pages as libraries deliver them: ALTO files, with the METS files that say which page each is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from xml.etree.ElementTree import Element

from django.conf import settings
from django.utils.translation import gettext as _

from importing.delivery.encoding import ending_of
from importing.delivery.files.content import (
    Content,
    FilePage,
    digest_of,
    left_out_of,
    refusing,
)
from importing.delivery.files.library.alto_text import ALTO, alto_text
from importing.delivery.files.library.mets import (
    METS,
    MetsPage,
    issue_told,
    pages_told,
)
from importing.delivery.files.library.xml_tree import (
    local_name,
    xml_bytes,
    xml_root,
)
from importing.delivery.files.sources import DeliveredFile
from importing.refusal import ImportRefused

# Pictures that browsers show come before masters that they do not.
SHOWN = frozenset({".jpg", ".jpeg", ".png", ".webp"})
# Where the name of the outermost element has come, comments before it included.
BEGINNING = 8000
MARKS = (b"<alto", b":alto", b"<mets", b":mets")


@dataclass(frozen=True, slots=True)
class ToldPage:
    """A page that a METS file tells of, and its ALTO file."""

    mets: DeliveredFile
    root: Element
    page: MetsPage
    file: DeliveredFile


def is_of_library(file: DeliveredFile) -> bool:
    """Tell from its beginning whether an XML file is ALTO or METS; one that cannot be read is, so
    that it is refused and not passed over.
    """
    try:
        beginning = file.source.open(file.path, BEGINNING)
    except ImportRefused:
        return True
    # In UTF-16 each character of a name has an empty byte beside it.
    plain = beginning.replace(b"\0", b"").lower()
    return any(mark in plain for mark in MARKS)


def library_pages(files: Sequence[DeliveredFile]) -> Iterator[FilePage]:
    """Yield the pages that METS files tell of, then those of ALTO files alone, at last those that
    are told of and not there.
    """
    alone = dict.fromkeys(files)
    missing: list[FilePage] = []
    for file in files:
        root = _root_of_mets(file)
        if root is None:
            continue
        alone.pop(file)
        for page in pages_told(root):
            found = file.linked(page.words) or _only_called(page.words, files)
            if found is None:
                missing.append(_missing(file, page))
                continue
            alone.pop(found, None)
            yield _file_page(ToldPage(file, root, page, found))
    yield from map(_alone, alone)
    yield from missing


def _only_called(
    address: str, files: Sequence[DeliveredFile]
) -> DeliveredFile | None:
    """Return the one delivered file whose path ends as an address does, in whatever letters and
    folders; of several none is sure.
    """
    ending = f"/{address.casefold()}"
    called = [
        each for each in files if f"/{each.path}".casefold().endswith(ending)
    ]
    return called[0] if len(called) == 1 else None


def _root_of_mets(file: DeliveredFile) -> Element | None:
    try:
        root = xml_root(xml_bytes(file))
    except ImportRefused:
        # ToldPage where it is read as the page that it is not.
        return None
    return root if local_name(root) == METS else None


def _file_page(told: ToldPage) -> FilePage:
    try:
        data = xml_bytes(told.file)
    except ImportRefused as refusal:
        return FilePage(told.file.name, "", refusing(refusal))
    content = partial(_told_content, data, told)
    digest = digest_of(data)
    files = (told.file, told.mets)
    return FilePage(told.file.name, digest, content, files=files)


def _alone(file: DeliveredFile) -> FilePage:
    try:
        data = xml_bytes(file)
    except ImportRefused as refusal:
        return FilePage(file.name, "", refusing(refusal))
    content = partial(_content, data)
    digest = digest_of(data)
    files = (file,)
    return FilePage(file.name, digest, content, files=files)


def _missing(file: DeliveredFile, page: MetsPage) -> FilePage:
    name = {"name": page.words}
    message = _("%(name)s is not in the delivery")
    told = message % name
    refusal = ImportRefused(told)
    content = refusing(refusal)
    return FilePage(file.name, "", content)


def _content(data: bytes, order: Sequence[str] = ()) -> Content:
    root = xml_root(data)
    if local_name(root) != ALTO:
        message = _("XML that is neither ALTO nor METS")
        raise ImportRefused(message)
    written = alto_text(root, order)
    return Content(
        written.text,
        regions=tuple(written.regions),
        left_out=left_out_of(written.shown, written.text),
    )


def _told_content(data: bytes, told: ToldPage) -> Content:
    page = told.page
    content = _content(data, page.order)
    issue = issue_told(told.root)
    identity = replace(issue, page=page.label)
    known = replace(content, identity=identity)
    return _with_picture(known, told)


def _with_picture(content: Content, told: ToldPage) -> Content:
    """Add the picture of the page, if there is one in the delivery."""
    linked = map(told.mets.linked, told.page.pictures)
    pictures = [each for each in linked if each is not None]
    if not pictures:
        return content
    # Sorting keeps the order of those that are alike.
    picture = min(pictures, key=lambda each: ending_of(each.path) not in SHOWN)
    try:
        data = picture.read(settings.MAX_FILE_BYTES)
    except ImportRefused as refusal:
        return replace(content, lost=(f"{picture.name}: {refusal}",))
    return replace(content, picture=data, files=(picture,))
