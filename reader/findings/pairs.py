"""The rule about quotes, brackets and book marks that do not pair."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, field

from reader.findings.checked_page import COMMON_HAN, CheckedPage, Doubt, doubt
from reader.passages import LaidOut, Passage
from reader.vocabulary import Severity

# Pairs that must close; half-width and full-width brackets close each other (their width is another
# rule).
CLOSERS: dict[str, str] = {
    "\u201c": "\u201d",
    "\u2018": "\u2019",
    "\u300a": "\u300b",
    "\u3008": "\u3009",
    "\u300c": "\u300d",
    "\u300e": "\u300f",
    "\u3010": "\u3011",
    "\u3014": "\u3015",
    "(": ")",
    "[": "]",
}
NARROW = str.maketrans("\uff08\uff09\uff3b\uff3d", "()[]")
PAIRED = re.compile(
    "[\u201c\u201d\u2018\u2019\u300a\u300b\u3008-\u3011\u3014\u3015"
    "()\\[\\]\uff08\uff09\uff3b\uff3d]"
)
# A paragraph that ends with its sentence: …到位。 ; not …要求各
WHOLE_SENTENCE = re.compile(
    "[\u3002!\uff01?\uff1f\u2026][\u201d\u2019\"')\uff09\u300d]*$"
)
# 1) a) ①) number an item and close nothing; ’ inside an English word is an apostrophe
ITEM_NUMBER = re.compile(
    rf"(?:^|[^\dA-Za-z])(?:\d{{1,2}}|[A-Za-z]|[\u2460-\u2473{COMMON_HAN}])$"
)
LATIN = re.compile(r"[A-Za-z]$")

# A quotation runs over at most so many paragraphs, and so many marks lie open at once.
_REACH = 12
_NESTED = 8

Mark = re.Match[str]


@dataclass(slots=True)
class _Pairing:
    """The marks of a text as it is read: those that wait to be closed, and the loose ones.

    ``waiting`` counts how many wait for each closing mark, so that a long run of strays is not
    searched again and again.
    """

    opened: list[Mark] = field(default_factory=list)
    waiting: Counter[str] = field(default_factory=Counter)
    loose: list[Mark] = field(default_factory=list)

    def hold(self, mark: Mark) -> None:
        """Take a mark that opens and waits to be closed."""
        self.opened.append(mark)
        self.waiting[_closer(mark)] += 1

    def pair(self, closer: str) -> None:
        """Pair a closing mark with the last one that waits for it; those behind that are loose."""
        while _closer(self.opened[-1]) != closer:
            self.loose.append(self._pop())
        self._pop()

    def _pop(self) -> Mark:
        mark = self.opened.pop()
        self.waiting[_closer(mark)] -= 1
        return mark

    def without_partner(self) -> list[Mark]:
        """Return the marks that found no partner, in printed order."""
        left = [*self.loose, *self.opened]
        return sorted(left, key=lambda mark: mark.start())


def unbalanced_marks(page: CheckedPage) -> Iterator[Doubt]:
    """Doubt the first quote, bracket or book mark of a paragraph that does not open or close.

    A quotation may run over several paragraphs, and an article that goes on elsewhere in
    mid-sentence may end inside one."""
    for article in page.articles:
        paragraphs = article.paragraphs
        in_text = _loose_in_text(article)
        yield from _unbalanced(paragraphs, in_text)
        captions = article.captions
        in_captions = [_loose(caption.text) for caption in captions]
        yield from _unbalanced(captions, in_captions)


def _unbalanced(
    passages: Sequence[Passage], loose: Sequence[list[Mark]]
) -> Iterator[Doubt]:
    for passage, marks in zip(passages, loose, strict=True):
        if not marks:
            continue
        mark = marks[0]
        span = mark.span()
        printed = mark.group()
        message = f"标点{printed}没有配对的另一半"
        yield doubt(Severity.NOTICE, passage, span, message)


def _loose_in_text(laid_out: LaidOut) -> list[list[Mark]]:
    """Return, for each paragraph, the marks without a partner in the article."""
    paragraphs = laid_out.paragraphs
    loose = [_loose(paragraph.text) for paragraph in paragraphs]
    if not loose:
        return []
    loose = _loose_across(paragraphs, loose)
    if _ends_elsewhere(laid_out):
        loose[-1] = []
    if laid_out.article.continued_from:
        loose[0] = []
    return loose


def _ends_elsewhere(laid_out: LaidOut) -> bool:
    """Tell whether the article goes on elsewhere in mid-sentence."""
    if not laid_out.article.continues_on:
        return False
    last = laid_out.paragraphs[-1]
    return WHOLE_SENTENCE.search(last.text) is None


def _loose(text: str) -> list[Mark]:
    """Return the marks of a text that find no partner in it."""
    pairing = _Pairing()
    for mark in PAIRED.finditer(text):
        plain = _plain_mark(mark)
        if plain in CLOSERS:
            pairing.hold(mark)
        elif pairing.waiting[plain]:
            pairing.pair(plain)
        elif not _closes_nothing(text, mark.start(), plain):
            pairing.loose.append(mark)
    return pairing.without_partner()


def _plain_mark(mark: Mark) -> str:
    return mark.group().translate(NARROW)


def _closer(opener: Mark) -> str:
    plain = _plain_mark(opener)
    return CLOSERS[plain]


def _closes_nothing(text: str, offset: int, closer: str) -> bool:
    """Tell whether a closing mark is an apostrophe or the bracket of an item's number."""
    start = max(0, offset - 3)
    before = text[start:offset]
    if closer == "\u2019":
        return LATIN.search(before) is not None
    if closer == ")":
        return ITEM_NUMBER.search(before) is not None
    return False


# Across paragraphs: an open mark is held with the index of its paragraph


def _loose_across(
    paragraphs: Sequence[Passage], loose: Sequence[list[Mark]]
) -> list[list[Mark]]:
    """Return, for each paragraph, those marks that find no partner in a near one.

    Quotes that each paragraph opens anew need none.
    """
    opened: list[tuple[int, Mark]] = []
    paired: set[Mark] = set()
    for index, marks in enumerate(loose):
        for mark in marks:
            if _plain_mark(mark) in CLOSERS:
                opened.append((index, mark))
                continue
            at = _place_of_partner(opened, index, mark)
            if at is not None:
                _, opener = opened.pop(at)
                paired.update((opener, mark))
    for index, mark in opened:
        if _is_opened_anew(paragraphs, index, mark):
            paired.add(mark)
    return [_without(marks, paired) for marks in loose]


def _without(marks: Sequence[Mark], paired: Set[Mark]) -> list[Mark]:
    return [mark for mark in marks if mark not in paired]


def _is_opened_anew(
    paragraphs: Sequence[Passage], index: int, mark: Mark
) -> bool:
    """Tell whether a mark begins its paragraph and the next one too."""
    following = index + 1
    if mark.start() > 0:
        return False
    if following == len(paragraphs):
        return False
    text = paragraphs[following].text
    return text.startswith(mark.group())


def _place_of_partner(
    opened: Sequence[tuple[int, Mark]], index: int, mark: Mark
) -> int | None:
    """Return where among those ``opened`` the mark of an earlier, near paragraph stands that this
    one closes.
    """
    closer = _plain_mark(mark)
    for at in _last_places(opened):
        paragraph, opener = opened[at]
        if _closer(opener) == closer:
            is_near = 0 < index - paragraph <= _REACH
            return at if is_near else None
    return None


def _last_places(opened: Sequence[tuple[int, Mark]]) -> Iterator[int]:
    """Return the indexes of the marks opened last, the last one first."""
    first = max(0, len(opened) - _NESTED)
    return reversed(range(first, len(opened)))
