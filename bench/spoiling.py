"""Texts that no paper printed: stretches of this repository's pages, spoilt in many ways."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from random import Random
from typing import Final

HOUSE: Final = Path(__file__).resolve().parent.parent
FOLDERS: Final = (
    "tests/pages",
    "tests/pages_of_congresses",
    "desk/demo/pages",
    "desk/demo/second_pages",
)
STRETCH: Final = (40, 2000)
LONGEST: Final = 20_000
TIMES: Final = 6
FULL: Final = range(0x21, 0x7F)
WIDE: Final = {code: code + 0xFEE0 for code in FULL}
NARROW: Final = {wide: code for code, wide in WIDE.items()}
SURROGATES: Final = range(0xD800, 0xE000)
# Characters that come in runs or alone.
FAMILIES: Final[dict[str, str]] = {
    "marks": "，。、；：？！…—·“”‘’（）《》〈〉【】〔〕「」『』～／",
    "narrow marks": "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~",
    "signs": "■▲△●○◆□★※→↑①②③⑩㈠㊀☎℃‰",
    "controls": "".join(map(chr, [*range(0x20), *range(0x7F, 0xA0)])),
    "directions": "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069",
    "nothing": "\u00ad\u200b\u200c\u200d\u2060\ufeff\ufe0f\U000e0100",
    "spaces": " \t\u3000\u00a0\u1680\u2002\u2003\u2009\u202f\u205f\u2028\u2029\x85",
    "line ends": "\n\r\v\f",
    "radicals": "".join(
        map(chr, [*range(0x2E80, 0x2EF4), *range(0x2F00, 0x2FD6)])
    ),
    "digits": "0123456789０１９〇零一二两三四五六七八九十百千万亿廿卅²½٣৩",
    "times": "年月日时分点号上下午晚星期周至到—－.年代世纪",
    "joined": "e\u0301\u0308\u3099👨\u200d👩\u200d👧🇨🇳葛\U000e0100",
    "names": "王李张刘陈欧阳司马买买提·阿卜杜拉小明建国女士同志代表",
    "damaged": "\ufffd\ufffe\uffff\ue000\uf8ff\U000fffff\U0010ffff",
}
WORDS: Final = (
    "本报讯",
    "(记者 王磊)",
    "新华社北京9月27日电",
    "文/王磊 图/李芳",
    "王磊 摄",
    "图①:",
    "左起",
    "(下转A3版)",
    "(上接第一版)",
    "责任编辑:王磊",
    "云江日报 2021年9月28日 星期二 A2版",
    "云江市第十三次代表大会",
    "应到代表348名,实到336名",
    "第一代表团",
    "主席团成员名单(按姓氏笔画为序)",
    "赞成336票,反对0票",
    "当选为市委书记",
    "2月30日",
    "25时61分",
    "9999年12月31日",
    "第九千九百九十九次",
    "上午9:00至下午",
    "从9月1日到",
    "今年",
    "同比增长-%",
)

Spoil = Callable[[str, Random], str]


def spoilt_text(number: int) -> str:
    """Return the text of a number."""
    chance = Random(number)
    text = _stretch(chance)
    for _ in range(chance.randint(1, TIMES)):
        text = chance.choice(SPOILS)(text, chance)
    return text[:LONGEST]


@cache
def printed_pages() -> tuple[str, ...]:
    """Return the texts of the pages of this repository."""
    paths = [
        path
        for folder in FOLDERS
        for path in sorted((HOUSE / folder).glob("*.txt"))
    ]
    return tuple(path.read_bytes().decode() for path in paths)


def _stretch(chance: Random) -> str:
    """Return some of a page, now and then nothing or all of it."""
    page = chance.choice(printed_pages())
    share = chance.random()
    if share < 0.1:
        return ""
    if share < 0.2:
        return page
    size = chance.randint(*STRETCH)
    start = chance.randrange(max(1, len(page) - size))
    return page[start : start + size]


def _place(text: str, chance: Random) -> int:
    return chance.randint(0, len(text))


def _piece(text: str, chance: Random) -> tuple[int, int]:
    first, last = sorted(_place(text, chance) for _ in range(2))
    return first, last


def _cut(text: str, chance: Random) -> str:
    """Take out a piece."""
    start, end = _piece(text, chance)
    return text[:start] + text[end:]


def _repeat(text: str, chance: Random) -> str:
    """Print a short piece many times, or a long one twice."""
    start, end = _piece(text, chance)
    piece = text[start:end][: chance.choice((1, 3, 10, 40, LONGEST))]
    times = chance.choice((1, 2, 5, 50, 500))
    most = LONGEST // max(len(piece), 1)
    return text[:end] + piece * min(times, most) + text[end:]


def _swap(text: str, chance: Random) -> str:
    """Let two neighbouring pieces change places."""
    first, middle, last = sorted(_place(text, chance) for _ in range(3))
    return text[:first] + text[middle:last] + text[first:middle] + text[last:]


def _shuffle(text: str, chance: Random) -> str:
    """Put the lines in another order."""
    lines = text.split("\n")
    chance.shuffle(lines)
    return "\n".join(lines)


def _odd(chance: Random) -> str:
    """Return a character of a family, or of any plane."""
    if chance.random() < 0.2:
        code = chance.randrange(0x110000 - len(SURROGATES))
        return chr(code if code < SURROGATES.start else code + len(SURROGATES))
    return chance.choice(chance.choice(tuple(FAMILIES.values())))


def _insert_run(text: str, chance: Random) -> str:
    """Put in a run of one family."""
    family: Sequence[str] = chance.choice((*FAMILIES.values(), WORDS))
    size = chance.choice((1, 2, 5, 20, 100, 1000))
    run = "".join(chance.choice(family) for _ in range(size))
    at = _place(text, chance)
    return text[:at] + run + text[at:]


def _insert_planes(text: str, chance: Random) -> str:
    """Put in characters of any family and plane."""
    run = "".join(_odd(chance) for _ in range(chance.choice((1, 5, 30, 200))))
    at = _place(text, chance)
    return text[:at] + run + text[at:]


def _sprinkle(text: str, chance: Random) -> str:
    """Put one character of few into many places."""
    few = [_odd(chance) for _ in range(chance.randint(1, 3))]
    often = chance.choice((0.01, 0.1, 0.5))
    spoilt: list[str] = []
    for printed in text:
        if chance.random() < often:
            spoilt.append(chance.choice(few))
        spoilt.append(printed)
    return "".join(spoilt)


def _insert_words(text: str, chance: Random) -> str:
    """Put words that the reader knows where they do not belong."""
    for _ in range(chance.randint(1, 8)):
        at = _place(text, chance)
        text = text[:at] + chance.choice(WORDS) + text[at:]
    return text


def _widen(text: str, chance: Random) -> str:
    """Print a piece in full width."""
    start, end = _piece(text, chance)
    return text[:start] + text[start:end].translate(WIDE) + text[end:]


def _narrow(text: str, chance: Random) -> str:
    """Print a piece in half width."""
    start, end = _piece(text, chance)
    return text[:start] + text[start:end].translate(NARROW) + text[end:]


def _one_line(text: str, chance: Random) -> str:
    """Print a piece on one very long line."""
    start, end = _piece(text, chance)
    line = text[start:end].replace("\n", "").replace("\r", "")
    times = chance.choice((1, 1, 1, 3, 10))
    return text[:start] + line * times + text[end:]


def _many_lines(text: str, chance: Random) -> str:
    """Print a piece in narrow lines."""
    start, end = _piece(text, chance)
    width = chance.choice((1, 2, 5, 13, 20))
    gap = chance.choice(("\n", "\r\n", "\n\n", "\n\u3000\u3000"))
    places = range(start, end, width)
    lines = [text[at : min(at + width, end)] for at in places]
    return text[:start] + gap.join(lines) + text[end:]


SPOILS: Final[tuple[Spoil, ...]] = (
    _cut,
    _repeat,
    _swap,
    _shuffle,
    _insert_run,
    _insert_planes,
    _sprinkle,
    _insert_words,
    _widen,
    _narrow,
    _one_line,
    _many_lines,
)
