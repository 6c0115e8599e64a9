"""Rules about characters and marks."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence

from reader.findings.copy import NOTICE, SUGGESTION, WARNING, Copy, finding
from reader.passages import Passage
from reader.patterns import findings as patterns
from reader.results import BlockKind, ReadFinding

# More than this many hits are the habit of a whole page and make one finding.
_SINGLE = 5
# A quotation runs over at most so many paragraphs, and so many marks lie open at once.
_REACH, _NESTED = 12, 8


def _grouped(
    found: list[ReadFinding], count: int, message: str
) -> Iterator[ReadFinding]:
    """Yield a few findings as they are, and one for the stretch from the first to the last of
    many.
    """
    if count <= _SINGLE:
        yield from found
        return
    first = min(found, key=lambda one: one.start)
    last = max(one.end for one in found)
    yield ReadFinding(
        first.rule, first.severity, first.start, last, message.format(count=count)
    )


def halfwidth_punctuation(copy: Copy) -> Iterator[ReadFinding]:
    """Doubt half-width marks beside Chinese; many on one page are one finding."""
    found = [
        (passage, list(patterns.HALFWIDTH.finditer(passage.text)))
        for passage in copy.passages
    ]
    count = sum(len(marks) for _, marks in found)
    # Of many marks only the outermost places are told.
    shown = [
        (passage, marks if count <= _SINGLE else [marks[0], marks[-1]])
        for passage, marks in found
        if marks
    ]
    doubts = [_halfwidth(passage, mark) for passage, marks in shown for mark in marks]
    yield from _grouped(doubts, count, "全版有{count}处半角标点与中文相邻")


def _halfwidth(passage: Passage, mark: re.Match[str]) -> ReadFinding:
    wide = patterns.WIDE[mark.group()]
    return finding(
        "halfwidth_punctuation",
        SUGGESTION,
        passage,
        *mark.span(),
        "中文旁用了半角标点",
        wide,
    )


def kangxi_radical(copy: Copy) -> Iterator[ReadFinding]:
    """Doubt radicals that a conversion left in place of characters."""
    found = [
        ReadFinding(
            "kangxi_radical",
            WARNING,
            *match.span(),
            "部首符号被当作汉字使用",
            _plain(match.group()),
        )
        for match in patterns.RADICAL.finditer(copy.text)
    ]
    yield from _grouped(found, len(found), "全版有{count}处部首符号被当作汉字使用")


def _plain(radicals: str) -> str:
    return "".join(
        patterns.SUPPLEMENT.get(one) or unicodedata.normalize("NFKC", one)
        for one in radicals
    )


def mojibake(copy: Copy) -> Iterator[ReadFinding]:
    """Doubt replacement characters, private-use characters and the debris of a wrong decoding."""
    for match in patterns.MOJIBAKE.finditer(copy.text):
        yield ReadFinding(
            "mojibake", WARNING, *match.span(), "乱码或无法显示的字符,请核对原版"
        )


def unbalanced_marks(copy: Copy) -> Iterator[ReadFinding]:
    """Doubt the first quote, bracket or book mark of a paragraph that does not open or close.

    A quotation may run over several paragraphs, and an article that goes on elsewhere in
    mid-sentence may end inside one."""
    for article, group in zip(copy.articles, copy.by_article, strict=True):
        paragraphs = [
            passage for passage in group if passage.kind is BlockKind.PARAGRAPH
        ]
        captions = [passage for passage in group if passage.kind is BlockKind.CAPTION]
        loose = [_loose(passage.text) for passage in paragraphs]
        _pair_across(paragraphs, loose)
        if (
            loose
            and article.continues_on
            and not patterns.WHOLE_SENTENCE.search(paragraphs[-1].text)
        ):
            loose[-1] = []
        if loose and article.continued_from:
            loose[0] = []
        for passage, marks in zip(
            [*paragraphs, *captions],
            [*loose, *(_loose(one.text) for one in captions)],
            strict=True,
        ):
            if marks:
                yield _unbalanced(passage, marks[0])


def _unbalanced(passage: Passage, mark: re.Match[str]) -> ReadFinding:
    message = f"标点{mark.group()}没有配对的另一半"
    return finding("unbalanced_marks", NOTICE, passage, *mark.span(), message)


def _loose(text: str) -> list[re.Match[str]]:
    """Return the marks of a text that find no partner in it."""
    opened: list[re.Match[str]] = []
    # How many open marks wait for each closing one, so that a long run of strays is not searched
    # again and again.
    waiting: Counter[str] = Counter()
    loose: list[re.Match[str]] = []
    for mark in patterns.PAIRED.finditer(text):
        plain = _plain_mark(mark)
        if plain in patterns.CLOSERS:
            opened.append(mark)
            waiting[patterns.CLOSERS[plain]] += 1
        elif waiting[plain]:
            while not _closes(opened[-1], plain):
                waiting[_closer(opened[-1])] -= 1
                loose.append(opened.pop())
            waiting[plain] -= 1
            opened.pop()
        elif not _closes_nothing(text, mark.start(), plain):
            loose.append(mark)
    return sorted([*loose, *opened], key=lambda mark: mark.start())


def _plain_mark(mark: re.Match[str]) -> str:
    return mark.group().translate(patterns.NARROW)


def _closer(opener: re.Match[str]) -> str:
    return patterns.CLOSERS[_plain_mark(opener)]


def _closes(opener: re.Match[str], closer: str) -> bool:
    return _closer(opener) == closer


def _closes_nothing(text: str, offset: int, closer: str) -> bool:
    before = text[max(0, offset - 3) : offset]
    if closer == "\u2019":
        return patterns.LATIN.search(before) is not None
    return closer == ")" and patterns.ITEM_NUMBER.search(before) is not None


def _pair_across(
    paragraphs: Sequence[Passage], loose: list[list[re.Match[str]]]
) -> None:
    """Drop marks that open in one paragraph and close in a later one, and quotes that each
    paragraph opens anew.
    """
    opened: list[tuple[int, re.Match[str]]] = []
    for index, marks in enumerate(loose):
        for mark in list(marks):
            if _plain_mark(mark) in patterns.CLOSERS:
                opened.append((index, mark))
                continue
            at = _partner(opened, index, _plain_mark(mark))
            if at is not None:
                first, opener = opened.pop(at)
                loose[first].remove(opener)
                marks.remove(mark)
    for index, mark in opened:
        if (
            mark.start() == 0
            and paragraphs[index + 1 : index + 2]
            and paragraphs[index + 1].text.startswith(mark.group())
        ):
            loose[index].remove(mark)


def _partner(
    opened: Sequence[tuple[int, re.Match[str]]], index: int, closer: str
) -> int | None:
    """Return which open mark of an earlier, near paragraph this one closes."""
    for at in range(len(opened) - 1, max(-1, len(opened) - 1 - _NESTED), -1):
        if _closes(opened[at][1], closer):
            return at if 0 < index - opened[at][0] <= _REACH else None
    return None
