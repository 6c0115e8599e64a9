"""Japanese names whose given name has three characters, or whose surname is in no table."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from reader.names.weighing.candidate import (
    Candidate,
    Found,
    outweighed,
    weighed,
)
from reader.names.weights import WEIGHTS
from reader.names.words import Words
from reader.patterns.characters import HAN
from reader.patterns.surnames import JAPANESE_SURNAMES
from reader.results import Span

_KNOWN: Final = "|".join(sorted(JAPANESE_SURNAMES))
_GIVEN_ENDS: Final = "子郎夫雄介助代惠次彦治"
# A surname of the table and three characters more.   + 池田千代子, 松下幸之助   - 池田大作 (two)
LONG_GIVEN: Final = f"(?:{_KNOWN})[{HAN}]{{2}}[{_GIVEN_ENDS}]"
# A surname formed like most, and a given name formed like many.   + 岩谷健太郎, 沼口文子   - 梅田路上, 石田村子弟
FORMED: Final = f"[{HAN}][田村川井崎岛原野泽藤谷](?:[{HAN}]{{1,2}}[子郎夫雄介彦]|[{HAN}]之[助介进])"
JAPANESE: Final = re.compile(f"{LONG_GIVEN}|{FORMED}")
# The second character of a surname: it is looked for first, to keep the search fast.
_SECONDS: Final = "".join(sorted({surname[1] for surname in JAPANESE_SURNAMES}))
SECOND: Final = re.compile(f"[{_SECONDS}]")


def japanese(words: Words, found: Found) -> Iterator[Candidate]:
    """Yield runs that are formed like a Japanese name and cut no word at either end.

    ``found`` are the candidates with a Chinese surname; a run that looks better as such stays one.
    """
    for start, end in _formed(words.text):
        if not words.is_aligned(start, end):
            continue
        if not outweighed(found, (start, end), WEIGHTS.japanese):
            yield weighed(words, start, end, WEIGHTS.japanese)


def _formed(text: str) -> Iterator[Span]:
    """Yield the runs that have one of the two forms."""
    for second in SECOND.finditer(text, 1):
        run = JAPANESE.match(text, second.start() - 1)
        if run is not None:
            yield run.span()
