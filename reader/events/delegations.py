"""Read delegations: which were visited, and where their members come from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reader.moments import numeral
from reader.passages import Stretch
from reader.patterns import roles as patterns
from reader.results import Delegation


def numbers(text: str) -> Iterator[int]:
    """Yield the numbers of the delegations a text lists, in printed order: 第一、第十二、第三代表团 gives 1,
    12, 3.
    """
    for listed in patterns.DELEGATIONS.finditer(text):
        for match in patterns.DELEGATION_NUMBER.finditer(listed.group()):
            yield numeral(match.group())


def delegations(told: Iterable[Stretch]) -> tuple[Delegation, ...]:
    """Return the delegations whose origin the text states, each once, ordered by number."""
    found: dict[int, Delegation] = {}
    for stretch in told:
        for match in stretch.find(patterns.ORIGIN):
            number = numeral(match["number"])
            found.setdefault(
                number,
                Delegation(
                    number, match["origin"], stretch.passage.on_page(*match.span())
                ),
            )
    return tuple(found[number] for number in sorted(found))
