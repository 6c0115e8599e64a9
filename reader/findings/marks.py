"""Rules about characters, and marks that do not pair."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence

from reader.findings.checked_page import HAN, CheckedPage, Doubt, doubt
from reader.passages import LaidOut, Passage
from reader.vocabulary import Severity

_QUOTES = "\u2018\u2019\u201c\u201d\u300a\u300b"
# Half-width mark -> the full-width one.
WIDE: dict[str, str] = {
    ",": "\uff0c",
    ";": "\uff1b",
    ":": "\uff1a",
    "?": "\uff1f",
    "!": "\uff01",
    "(": "\uff08",
    ")": "\uff09",
}
# 大会,代表 and 报道,“我 ; not 5,000 and not 8:30 (digits on both sides)
HALFWIDTH = re.compile(
    rf"(?<=[{HAN}{_QUOTES}])[,;:?!()]|[,;:?!()](?=[{HAN}{_QUOTES}])"
)
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
    "[\u201c\u201d\u2018\u2019\u300a\u300b\u3008-\u3011\u3014\u3015()\\[\\]\uff08\uff09\uff3b\uff3d]"
)
# A paragraph that ends with its sentence: …到位。 ; not …要求各
WHOLE_SENTENCE = re.compile(
    "[\u3002!\uff01?\uff1f\u2026][\u201d\u2019\"')\uff09\u300d]*$"
)
# 1) a) ①) number an item and close nothing; ’ inside an English word is an apostrophe
ITEM_NUMBER = re.compile(
    rf"(?:^|[^\dA-Za-z])(?:\d{{1,2}}|[A-Za-z]|[\u2460-\u2473{HAN}])$"
)
LATIN = re.compile(r"[A-Za-z]$")
# Radicals that stand for characters; private use and the replacement character; the debris of a
# wrong decoding
RADICAL = re.compile("[\u2e80-\u2fdf]+")
MOJIBAKE = re.compile(
    "[\ufffd\ue000-\uf8ff\U000f0000-\U0010fffd]+|(?:\u951f\u65a4\u62f7)+|"
    "(?:\u70eb\u70eb)+(?=\u70eb?[^\u70eb\u4e00-\u9fff])"
)
# Supplement radicals that NFKC leaves alone, with the characters they are mistaken for.
SUPPLEMENT: dict[str, str] = dict(
    zip(
        "⺁⺇⺌⺎⺗⺝⺟⺠⺡⺮⺯⺼⻁⻄⻅⻆⻉⻋⻌⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻬⻮⻰⻳",
        "厂几小兀心月母民氵竹糸肉虎西见角贝车辶长门青韦页风飞食马骨鬼鱼鸟卤麦黄齐齿龙龟",
        strict=True,
    )
)

# More than this many hits are the habit of a whole page and make one finding.
_SINGLE = 5
# A quotation runs over at most so many paragraphs, and so many marks lie open at once.
_REACH = 12
_NESTED = 8

Mark = re.Match[str]


def _grouped(found: list[Doubt], count: int, message: str) -> Iterator[Doubt]:
    """Yield a few doubts as they are, and one for the stretch from first to last of many."""
    if count <= _SINGLE:
        yield from found
        return
    first = min(found, key=lambda one: one.start)
    end = max(one.end for one in found)
    told = message.format(count=count)
    yield Doubt(first.severity, first.start, end, told)


def halfwidth_punctuation(page: CheckedPage) -> Iterator[Doubt]:
    """Doubt half-width marks beside Chinese; many on one page are one finding."""
    found = [
        (passage, mark)
        for passage in page.passages
        for mark in HALFWIDTH.finditer(passage.text)
    ]
    count = len(found)
    # Of many marks only the outermost are needed; on the page these may stand in any passage.
    shown = found if count <= _SINGLE else _outermost(found)
    doubts = [_halfwidth(passage, mark) for passage, mark in shown]
    yield from _grouped(doubts, count, "全版有{count}处半角标点与中文相邻")


def _outermost(found: list[tuple[Passage, Mark]]) -> list[tuple[Passage, Mark]]:
    """Return the first and the last mark of each passage."""
    first = {id(passage): (passage, mark) for passage, mark in reversed(found)}
    last = {id(passage): (passage, mark) for passage, mark in found}
    return [*first.values(), *last.values()]


def _halfwidth(passage: Passage, mark: Mark) -> Doubt:
    wide = WIDE[mark.group()]
    message = "中文旁用了半角标点"
    return doubt(Severity.SUGGESTION, passage, mark.span(), message, wide)


def kangxi_radical(page: CheckedPage) -> Iterator[Doubt]:
    """Doubt radicals that a conversion left in place of characters."""
    found = [_radical(match) for match in RADICAL.finditer(page.text)]
    yield from _grouped(
        found, len(found), "全版有{count}处部首符号被当作汉字使用"
    )


def _radical(match: re.Match[str]) -> Doubt:
    characters = "".join(_character(radical) for radical in match.group())
    message = "部首符号被当作汉字使用"
    return Doubt(Severity.WARNING, *match.span(), message, characters)


def _character(radical: str) -> str:
    return SUPPLEMENT.get(radical) or unicodedata.normalize("NFKC", radical)


def mojibake(page: CheckedPage) -> Iterator[Doubt]:
    """Doubt replacement characters, private-use characters and the debris of a wrong decoding."""
    message = "乱码或无法显示的字符,请核对原版"
    for match in MOJIBAKE.finditer(page.text):
        yield Doubt(Severity.WARNING, *match.span(), message)


def unbalanced_marks(page: CheckedPage) -> Iterator[Doubt]:
    """Doubt the first quote, bracket or book mark of a paragraph that does not open or close.

    A quotation may run over several paragraphs, and an article that goes on elsewhere in
    mid-sentence may end inside one."""
    for article in page.articles:
        loose = _loose_in_text(article)
        loose += (_loose(caption.text) for caption in article.captions)
        passages = [*article.paragraphs, *article.captions]
        for passage, marks in zip(passages, loose, strict=True):
            if marks:
                yield _unbalanced(passage, marks[0])


def _unbalanced(passage: Passage, mark: Mark) -> Doubt:
    message = f"标点{mark.group()}没有配对的另一半"
    return doubt(Severity.NOTICE, passage, mark.span(), message)


def _loose_in_text(laid_out: LaidOut) -> list[list[Mark]]:
    """Return, for each paragraph, the marks without a partner in the article."""
    article = laid_out.article
    paragraphs = laid_out.paragraphs
    loose = [_loose(paragraph.text) for paragraph in paragraphs]
    _pair_across(paragraphs, loose)
    if not loose:
        return []
    if article.continues_on and not WHOLE_SENTENCE.search(paragraphs[-1].text):
        loose[-1] = []
    if article.continued_from:
        loose[0] = []
    return loose


def _loose(text: str) -> list[Mark]:
    """Return the marks of a text that find no partner in it."""
    opened: list[Mark] = []
    # How many open marks wait for each closing one, so that a long run of strays is not searched
    # again and again.
    waiting: Counter[str] = Counter()
    loose: list[Mark] = []
    for mark in PAIRED.finditer(text):
        plain = _plain_mark(mark)
        if plain in CLOSERS:
            opened.append(mark)
            waiting[CLOSERS[plain]] += 1
        elif waiting[plain]:
            while _closer(opened[-1]) != plain:
                waiting[_closer(opened[-1])] -= 1
                loose.append(opened.pop())
            waiting[plain] -= 1
            opened.pop()
        elif not _closes_nothing(text, mark.start(), plain):
            loose.append(mark)
    return sorted([*loose, *opened], key=lambda mark: mark.start())


def _plain_mark(mark: Mark) -> str:
    return mark.group().translate(NARROW)


def _closer(opener: Mark) -> str:
    return CLOSERS[_plain_mark(opener)]


def _closes_nothing(text: str, offset: int, closer: str) -> bool:
    """Say whether a closing mark is an apostrophe or the bracket of an item's number."""
    before = text[max(0, offset - 3) : offset]
    if closer == "\u2019":
        return LATIN.search(before) is not None
    return closer == ")" and ITEM_NUMBER.search(before) is not None


def _pair_across(
    paragraphs: Sequence[Passage], loose: list[list[Mark]]
) -> None:
    """Drop marks that open in one paragraph and close in a later one.

    Quotes that each paragraph opens anew go too.
    """
    opened: list[tuple[int, Mark]] = []
    for index, marks in enumerate(loose):
        for mark in list(marks):
            plain = _plain_mark(mark)
            if plain in CLOSERS:
                opened.append((index, mark))
                continue
            at = _partner(opened, index, plain)
            if at is not None:
                first, opener = opened.pop(at)
                loose[first].remove(opener)
                marks.remove(mark)
    for index, mark in opened:
        if mark.start() == 0 and _opens_anew(paragraphs, index + 1, mark):
            loose[index].remove(mark)


def _opens_anew(paragraphs: Sequence[Passage], index: int, mark: Mark) -> bool:
    if index == len(paragraphs):
        return False
    return paragraphs[index].text.startswith(mark.group())


def _partner(
    opened: Sequence[tuple[int, Mark]], index: int, closer: str
) -> int | None:
    """Return which open mark of an earlier, near paragraph this one closes."""
    first = max(0, len(opened) - _NESTED)
    for at in range(len(opened) - 1, first - 1, -1):
        paragraph, opener = opened[at]
        if _closer(opener) == closer:
            near = 0 < index - paragraph <= _REACH
            return at if near else None
    return None
