"""What of a Word document readers of its final view see: nothing moved away, deleted or hidden, no
reading aids over characters.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

PARAGRAPH = qn("w:p")
TABLE = qn("w:tbl")
ROW = qn("w:tr")
CELL = qn("w:tc")
RUN = qn("w:r")
TEXT = qn("w:t")
FALLBACK = "Fallback"
# What was deleted or stood here before it was moved; pinyin over characters (their base stays);
# properties, which hold no words.
GONE = frozenset(
    map(qn, ("w:del", "w:moveFrom", "w:rt", "w:rPr", "w:pPr", "w:tblPr"))
)
VALUE = qn("w:val")
OFF = ("0", "false", "off")


@dataclass(frozen=True, slots=True)
class FinalView:
    """Tells what of a document is seen; ``hidden_styles`` are those that hide what is set in
    them, ``numbers`` what Word writes before the paragraphs of lists.
    """

    hidden_styles: frozenset[str] = frozenset()
    numbers: Mapping[BaseOxmlElement, str] = field(default_factory=dict)

    def inside(self, element: BaseOxmlElement) -> Iterator[BaseOxmlElement]:
        """Yield the elements in one that are seen, in order, without those of the paragraphs and
        tables in it; these themselves are yielded.
        """
        waiting = list(reversed(element))
        while waiting:
            each = waiting.pop()
            if not self._is_seen(each):
                continue
            yield each
            if each.tag not in (PARAGRAPH, TABLE):
                waiting += reversed(each)

    def words_of(self, element: BaseOxmlElement) -> Iterator[str]:
        """Yield all the words in an element that are seen, in whatever they stand."""
        for each in self.inside(element):
            tag = each.tag
            if tag == TEXT:
                yield each.text or ""
            if tag == PARAGRAPH:
                yield from self.words_of(each)
            if tag == TABLE:
                yield from self.words_of(each)

    def paragraphs(self, element: BaseOxmlElement) -> Iterator[BaseOxmlElement]:
        """Yield all the paragraphs in an element that hold words which are seen, in order."""
        for each in self.inside(element):
            if each.tag == PARAGRAPH and any(self.words_of(each)):
                yield each
            if each.tag in (PARAGRAPH, TABLE):
                yield from self.paragraphs(each)

    def runs_on(self, paragraph: BaseOxmlElement) -> bool:
        """Tell whether the end of a paragraph was deleted or moved: it goes on in the next."""
        marks = (qn("w:del"), qn("w:moveFrom"))
        properties = paragraph.find(f"{qn('w:pPr')}/{qn('w:rPr')}")
        if properties is None:
            return False
        return any(properties.find(mark) is not None for mark in marks)

    def rows(self, table: BaseOxmlElement) -> Iterator[BaseOxmlElement]:
        """Yield the rows of a table that are not deleted."""
        for row in self.inside(table):
            if row.tag != ROW:
                continue
            if row.find(DELETED_ROW) is None:
                yield row

    def _is_seen(self, element: BaseOxmlElement) -> bool:
        # Comments and processing instructions have a function as their tag.
        tag = element.tag
        if not isinstance(tag, str):
            return False
        if tag in GONE:
            return False
        if tag.endswith("}" + FALLBACK):
            return False
        if tag == CELL:
            return element.find(DELETED_CELL) is None
        return tag != RUN or not self._is_hidden(element)

    def _is_hidden(self, run: BaseOxmlElement) -> bool:
        properties = run.find(qn("w:rPr"))
        if properties is None:
            return False
        own = properties.find(qn("w:vanish"))
        if own is not None:
            return is_on(own)
        style = properties.find(qn("w:rStyle"))
        if style is None:
            return False
        return style.get(VALUE) in self.hidden_styles


DELETED_CELL = f"{qn('w:tcPr')}/{qn('w:cellDel')}"
DELETED_ROW = f"{qn('w:trPr')}/{qn('w:del')}"


def is_on(element: BaseOxmlElement) -> bool:
    """Tell whether a property that is written is not switched off by its value."""
    value = element.get(VALUE, "1")
    return value not in OFF


def final_view(styles: BaseOxmlElement | None) -> FinalView:
    """Return the final view of a document with these styles; a style hides what those that it is
    based on hide.
    """
    if styles is None:
        return FinalView()
    based: dict[str, str] = {}
    hidden: set[str] = set()
    for style in styles.iter(qn("w:style")):
        name = style.get(qn("w:styleId"), "")
        own = style.find(f"{qn('w:rPr')}/{qn('w:vanish')}")
        base = style.find(qn("w:basedOn"))
        if own is not None and is_on(own):
            hidden.add(name)
        elif own is None and base is not None:
            based[name] = base.get(VALUE, "")
    for name in based:
        if hidden.intersection(_bases_of(name, based)):
            hidden.add(name)
    return FinalView(frozenset(hidden))


def _bases_of(name: str, based: dict[str, str]) -> Iterator[str]:
    """Yield the styles that one is based on; a circle ends."""
    seen: set[str] = set()
    while name in based:
        if name in seen:
            return
        seen.add(name)
        name = based[name]
        yield name
