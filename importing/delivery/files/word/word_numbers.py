"""The numbers that Word writes before the paragraphs of a list: seen on paper, and nowhere in the
text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from docx.document import Document as WordDocument
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from events.chinese_numbers import NUMERALS, chinese_number

NUMBERING = "/numbering"
VALUE = qn("w:val")
NUMBER = qn("w:numId")
LEVEL = qn("w:ilvl")
# %1.%2: the number of each level in the words of one.
PLACES = re.compile(r"%([1-9])")
LETTERS = "abcdefghijklmnopqrstuvwxyz"
CIRCLED = 0x245F
ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
# Larger numbers are written in digits: no list of a page is so long.
LARGEST = {"circle": 20, "letter": 26, "roman": 39, "chinese": 99}


def _in_digits(number: int) -> str:
    """Return a number with a numeral for each digit: 一〇, where others write 十."""
    digits = map(int, str(number))
    return "".join(NUMERALS[digit] for digit in digits)


def _letter(number: int) -> str:
    return LETTERS[number - 1]


def _roman(number: int) -> str:
    written = ""
    for value, sign in ROMAN:
        written += sign * (number // value)
        number %= value
    return written


def _circled(number: int) -> str:
    return chr(CIRCLED + number)


Form = Callable[[int], str]
FORMS: dict[str, tuple[Form, int]] = {
    **dict.fromkeys(
        (
            "chineseCounting",
            "chineseCountingThousand",
            "japaneseCounting",
            "taiwaneseCounting",
            "taiwaneseCountingThousand",
        ),
        (chinese_number, LARGEST["chinese"]),
    ),
    "ideographDigital": (_in_digits, LARGEST["chinese"]),
    "decimalEnclosedCircle": (_circled, LARGEST["circle"]),
    "decimalEnclosedCircleChinese": (_circled, LARGEST["circle"]),
    "lowerLetter": (_letter, LARGEST["letter"]),
    "lowerRoman": (_roman, LARGEST["roman"]),
}
CAPITALS = {"upperLetter": "lowerLetter", "upperRoman": "lowerRoman"}
# Signs, not numbers; what they look like only their own font knows.
SIGNS = frozenset({"bullet", "none"})


def number_in(form: str, number: int) -> str:
    """Return a number as a list of a form writes it."""
    if form in CAPITALS:
        return number_in(CAPITALS[form], number).upper()
    write, largest = FORMS.get(form, (str, number))
    return write(number) if 0 < number <= largest else str(number)


@dataclass(frozen=True, slots=True)
class ListLevel:
    """How one level of a list is numbered."""

    form: str
    words: str
    start: int


@dataclass
class ListNumbers:
    """The lists of a document by their number, and how far each has been counted; ``styles`` are
    the lists and levels of paragraphs by their style.
    """

    lists: Mapping[str, tuple[str, Mapping[int, ListLevel]]]
    styles: Mapping[str, tuple[str, int]]
    counted: dict[str, dict[int, int]] = field(default_factory=dict)

    def before(self, paragraph: BaseOxmlElement) -> str:
        """Return what Word writes before a paragraph, "" for one of no list; each is to be asked
        for once, in order.
        """
        key, depth = self._place(paragraph)
        shared, levels = self.lists.get(key, ("", {}))
        level = levels.get(depth)
        if level is None:
            return ""
        counted = self.counted.setdefault(shared, {})
        counted[depth] = counted.get(depth, level.start - 1) + 1
        for deeper in [each for each in counted if each > depth]:
            del counted[deeper]
        if level.form in SIGNS:
            return ""
        return self._written(level, levels, counted)

    def _place(self, paragraph: BaseOxmlElement) -> tuple[str, int]:
        """Return the list of a paragraph and how deep in it the paragraph is."""
        properties = paragraph.find(qn("w:pPr"))
        if properties is None:
            return "", 0
        style = _value(properties, qn("w:pStyle"))
        key, depth = self.styles.get(style, ("", 0))
        own = properties.find(qn("w:numPr"))
        if own is None:
            return key, depth
        return _value(own, NUMBER) or key, _depth(own, depth)

    def _written(
        self,
        level: ListLevel,
        levels: Mapping[int, ListLevel],
        counted: Mapping[int, int],
    ) -> str:
        def written(place: re.Match[str]) -> str:
            depth = int(place[1]) - 1
            other = levels.get(depth, level)
            return number_in(other.form, counted.get(depth, other.start))

        words = PLACES.sub(written, level.words)
        return f"{words} " if words[-1:].isalnum() else words


def list_numbers(document: WordDocument) -> ListNumbers:
    """Return the lists of a document, none where it defines none."""
    styles = dict(_styles(document.styles.element))
    for relation in document.part.rels.values():
        if relation.reltype.endswith(NUMBERING) and not relation.is_external:
            root = parse_xml(relation.target_part.blob)
            return ListNumbers(dict(_lists(root)), styles)
    return ListNumbers({}, {})


def _styles(styles: BaseOxmlElement) -> Iterator[tuple[str, tuple[str, int]]]:
    for style in styles.iter(qn("w:style")):
        own = style.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
        if own is not None:
            name = style.get(qn("w:styleId"), "")
            yield name, (_value(own, NUMBER), _depth(own, 0))


def _lists(
    root: BaseOxmlElement,
) -> Iterator[tuple[str, tuple[str, dict[int, ListLevel]]]]:
    """Yield each list: its number, what it counts together with, and its levels."""
    shared = dict(map(_shared_levels, root.iter(qn("w:abstractNum"))))
    for each in root.iter(qn("w:num")):
        key = each.get(NUMBER, "")
        name = _value(each, qn("w:abstractNumId"))
        levels = shared.get(name, {})
        yield key, (_counted_with(each, name), levels)


def _shared_levels(root: BaseOxmlElement) -> tuple[str, dict[int, ListLevel]]:
    name = root.get(qn("w:abstractNumId"), "")
    levels = dict(_levels(root))
    return name, levels


def _counted_with(root: BaseOxmlElement, name: str) -> str:
    """Return what a list counts together with: one that begins anew counts alone."""
    for _restart in root.iter(qn("w:startOverride")):
        key = root.get(NUMBER, "")
        return f"{name}/{key}"
    return name


def _levels(root: BaseOxmlElement) -> Iterator[tuple[int, ListLevel]]:
    for each in root.iter(qn("w:lvl")):
        depth = _number(each.get(LEVEL), 0)
        form = _value(each, qn("w:numFmt")) or "decimal"
        words = _value(each, qn("w:lvlText"))
        start = _number(_value(each, qn("w:start")), 1)
        yield depth, ListLevel(form, words, start)


def _depth(properties: BaseOxmlElement, default: int) -> int:
    return _number(_value(properties, LEVEL), default)


def _value(element: BaseOxmlElement, name: str) -> str:
    inner = element.find(name)
    return "" if inner is None else inner.get(VALUE, "")


def _number(written: str | None, default: int) -> int:
    return int(written) if written and written.isdecimal() else default
