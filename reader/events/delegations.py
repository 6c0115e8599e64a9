"""Read delegations: which were visited, and where their members come from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from reader.passages import Passage, Stretch
from reader.patterns.sentences import MARK, N
from reader.results import ReadDelegation
from reader.times.numerals import numeral

# 第一、第十二、第三代表团; not 各代表团
DELEGATIONS = re.compile(
    rf"第{N}{{1,3}}(?:[、,\uff0c和]第?{N}{{1,3}}){{0,30}}(?:[个]?)代表团"
)
DELEGATION_NUMBER = re.compile(rf"{N}{{1,3}}")
# 第一代表团的代表们主要来自某市; 第三代表团由某区代表组成
ORIGIN = re.compile(
    rf"第(?P<number>{N}{{1,3}})代表团的?(?:代表)?们?(?:主要)?(?:来自|"
    rf"由)(?P<origin>[^{MARK}]{{2,40}}?)(?:的?代表)?(?:组成)?(?=[{MARK}]|$)"
)


def delegation_numbers(text: str) -> Iterator[int]:
    """Yield the numbers of the delegations a text lists: 第一、第十二、第三代表团 gives 1, 12, 3."""
    for listed in DELEGATIONS.finditer(text):
        for match in DELEGATION_NUMBER.finditer(listed.group()):
            yield numeral(match.group())


def delegations(told: Iterable[Stretch]) -> tuple[ReadDelegation, ...]:
    """Return the delegations whose origin the text states, each once, ordered by number."""
    found: dict[int, ReadDelegation] = {}
    for delegation in _stated(told):
        found.setdefault(delegation.number, delegation)
    numbers = sorted(found)
    return tuple(found[number] for number in numbers)


def _stated(told: Iterable[Stretch]) -> Iterator[ReadDelegation]:
    for stretch in told:
        for match in stretch.find(ORIGIN):
            yield _delegation(stretch.passage, match)


def _delegation(passage: Passage, match: re.Match[str]) -> ReadDelegation:
    return ReadDelegation(
        numeral(match["number"]),
        match["origin"],
        passage.on_page(*match.span()),
    )
