"""Rules about characters: half-width marks, radicals, what cannot be shown."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reader.findings.checked_page import COMMON_HAN, CheckedPage, Doubt, doubt
from reader.passages import Passage
from reader.patterns.radicals import CHARACTER_OF
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
    rf"(?<=[{COMMON_HAN}{_QUOTES}])[,;:?!()]|[,;:?!()](?=[{COMMON_HAN}{_QUOTES}])"
)
# Radicals that stand for characters, and from the first to the last of a clause; private use and
# the replacement character; the debris of a wrong decoding
RADICAL = re.compile("[\u2e80-\u2fdf]+")
_CLAUSE_ENDS = "\\n,;:()!?\uff0c\u3002\u3001\uff1b\uff1a\uff08\uff09\uff01\uff1f\u201c\u201d"
RADICALS_OF_CLAUSE = re.compile(
    rf"[\u2e80-\u2fdf](?:[^{_CLAUSE_ENDS}]*[\u2e80-\u2fdf])?"
)
# One of these stands in all of it: 锟, 烫; most pages hold none.
DEBRIS = re.compile("[\ufffd\ue000-\uf8ff\U000f0000-\U0010fffd\u951f\u70eb]")
MOJIBAKE = re.compile(
    "[\ufffd\ue000-\uf8ff\U000f0000-\U0010fffd]+|(?:\u951f\u65a4\u62f7)+|"
    "(?:\u70eb\u70eb)+(?=\u70eb?[^\u70eb\u4e00-\u9fff])"
)
# More than this many hits are the habit of a whole page and make one finding.
_SINGLE = 5


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
    found = list(page.find(HALFWIDTH))
    count = len(found)
    # Of many marks only the outermost are needed; on the page these may stand in any passage.
    shown = found if count <= _SINGLE else _outermost(found)
    doubts = [_halfwidth(passage, mark) for passage, mark in shown]
    yield from _grouped(doubts, count, "全版有{count}处半角标点与中文相邻")


def _outermost(
    found: list[tuple[Passage, re.Match[str]]],
) -> list[tuple[Passage, re.Match[str]]]:
    """Return the first and the last mark of each passage."""
    first: dict[int, tuple[Passage, re.Match[str]]] = {}
    last: dict[int, tuple[Passage, re.Match[str]]] = {}
    for passage, mark in found:
        last[id(passage)] = (passage, mark)
        first.setdefault(id(passage), (passage, mark))
    return [*first.values(), *last.values()]


def _halfwidth(passage: Passage, mark: re.Match[str]) -> Doubt:
    wide = WIDE[mark.group()]
    message = "中文旁用了半角标点"
    return doubt(Severity.SUGGESTION, passage, mark.span(), message, wide)


def kangxi_radical(page: CheckedPage) -> Iterator[Doubt]:
    """Doubt radicals that a conversion left in place of characters."""
    yield from radicals_in(page.text)


def radicals_in(text: str) -> Iterator[Doubt]:
    """Yield a doubt for each run of radicals in a text; of many, those of a clause are one, with
    its words as they should be.
    """
    found = list(RADICAL.finditer(text))
    if len(found) > _SINGLE:
        found = list(RADICALS_OF_CLAUSE.finditer(text))
    yield from map(_radical, found)


def _radical(match: re.Match[str]) -> Doubt:
    return Doubt(
        Severity.WARNING,
        match.start(),
        match.end(),
        "部首符号被当作汉字使用",
        replacement=match.group().translate(CHARACTER_OF),
    )


def mojibake(page: CheckedPage) -> Iterator[Doubt]:
    """Doubt replacement characters, private-use characters and the debris of a wrong decoding."""
    if DEBRIS.search(page.text) is None:
        return
    for match in MOJIBAKE.finditer(page.text):
        yield Doubt(
            Severity.WARNING,
            *match.span(),
            "乱码或无法显示的字符,请核对原版",
        )
