"""Names of China's peoples that are composed of known parts and have no Chinese surname."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from reader.names.candidates.minorities import ALL, PARTS
from reader.names.weighing.candidate import (
    Candidate,
    Found,
    outweighed,
    weighed,
)
from reader.names.weighing.surrounding_words import before_points
from reader.names.weights import WEIGHTS
from reader.names.words import Words
from reader.patterns.characters import row

# Parts that are words in their own right; alone they are no name.   + 哈达 | 巴特尔   - 哈达, 乌兰
WORDS: Final = frozenset(
    row(
        "哈达 乌兰 锡林 白玛 巴音 呼和 查干 敖登 格桑 云丹 阿布 阿依 安达 恩和 努尔 玉山 桑珠 索南 新吉乐 子尔 赛罕 达来 呼和 达瓦 赛尔 马海 拉马 沙马 阿里木"
    )
)
# What stands behind such parts where they name no person.   + 格桑|花   + 巴音|郭楞   + 扎西|德勒
# - 格桑|说
NOT_BEHIND: Final = re.compile(
    "花|梅朵|德勒|郭楞|浩特|察布|木齐|草原|牧场|河|湖|山|旗|县|乡|镇|寺|拉康|达板|塔格|泉|孜|牧骑"
)


def composed(words: Words, found: Found) -> Iterator[Candidate]:
    """Yield runs of the parts that the names of China's peoples are made of.

    One part alone needs more around it. ``found`` are the candidates with a Chinese surname; a run
    that looks better as such a name stays one.
    """
    for run in PARTS.finditer(words.text):
        span = run.span()
        start, end = span
        if not _begins_name(words, start):
            continue
        form = _form_points(run[0])
        if outweighed(found, span, form):
            continue
        if not NOT_BEHIND.match(words.text, end):
            yield weighed(words, start, end, form)


def _begins_name(words: Words, start: int) -> bool:
    """Tell whether a word begins here, or a title in front cuts one as well as its end would."""
    if words.begins(start):
        return True
    before = before_points(words, start)
    return before >= WEIGHTS.from_title


def _form_points(name: str) -> float:
    """Weigh a name by the number of its parts; a single one may also be a word."""
    if name not in ALL:
        return WEIGHTS.composed
    if name in WORDS:
        return WEIGHTS.word_alone
    return WEIGHTS.part_alone
