"""People in many short texts of every difficulty: shares of all names, and rows in which there is
nobody.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.reader.named import names_in

SENTENCES = Path(__file__).parent / "sentences"
# Shares of right names among those found, and of those found among those there. Raise them with the
# reader.
FLOORS = {"tuned": (0.99, 0.88), "held_out": (0.98, 0.82)}


def rows(name: str) -> Iterator[tuple[str, Counter[str]]]:
    for line in (SENTENCES / f"{name}.txt").read_text("utf-8").splitlines():
        if not line.startswith("#"):
            text, names = line.rsplit(" =", 1)
            yield text, Counter(names.split())


def read(text: str) -> Counter[str]:
    headline, bar, body = text.partition("|")
    return Counter(
        names_in(f"{headline}\n{body}", headline=headline)
        if bar
        else names_in(text)
    )


@pytest.mark.parametrize("name", FLOORS)
def test_shares_stay_above_their_floors(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    right = found = there = 0
    for text, names in rows(name):
        answer = read(text)
        right += (answer & names).total()
        found += answer.total()
        there += names.total()
    with capsys.disabled():
        sys.stdout.write(
            f"\n{name}: precision {right / found:.3f}, "
            f"recall {right / there:.3f} of {there} names\n"
        )
    precision, recall = FLOORS[name]
    assert right / found >= precision
    assert right / there >= recall


@pytest.mark.parametrize("name", FLOORS)
def test_there_are_enough_rows_and_most_say_who_is_in_them(name: str) -> None:
    texts = list(rows(name))
    assert len(texts) >= 75
    assert sum(not names for _, names in texts) >= 18
    bare = [("".join(text.split()), names) for text, names in texts]
    assert all(
        text.count(person) >= count
        for text, names in bare
        for person, count in names.items()
    )


@pytest.mark.parametrize(
    "text", [text for name in FLOORS for text, names in rows(name) if not names]
)
def test_nobody_is_found_where_nobody_is_named(text: str) -> None:
    assert not read(text)
