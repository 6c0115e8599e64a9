"""Pages composed from the gold pages with other habits: what is exact in them, and floors."""

from __future__ import annotations

import pytest

from bench import compose as bench
from tests.reader.scoring import fold

SEEDS = range(1000, 1040)
# Means over the sample; all 600 pages of the bench are about as good. Raise them with the reader.
FLOORS = {
    "articles": 0.95,
    "kicker": 0.91,
    "headline": 0.92,
    "subtitle": 0.92,
    "byline": 0.92,
    "paragraphs": 0.87,
    "photos": 0.93,
    "people": 0.86,
    "mentions": 0.89,
}


@pytest.fixture(scope="module")
def table() -> dict[str, dict[str, float]]:
    return bench.means(SEEDS)


@pytest.mark.parametrize("measure", FLOORS)
def test_composed_pages_stay_above_their_floors(
    table: dict[str, dict[str, float]], measure: str
) -> None:
    assert table["all"][measure] >= FLOORS[measure]


def test_every_habit_is_in_the_sample(
    table: dict[str, dict[str, float]],
) -> None:
    habits = (
        bench.HEADS,
        bench.GAPS,
        bench.INDENTS,
        bench.FURNITURE,
        bench.WIDTHS,
        bench.CUTS,
    )
    assert set(table) == {"all", *(name for row in habits for name in row)}


def test_the_same_seed_composes_the_same_page() -> None:
    assert bench.compose(7) == bench.compose(7)
    assert bench.compose(7) != bench.compose(8)


@pytest.mark.parametrize("seed", range(20))
def test_no_word_is_lost_in_composing(seed: int) -> None:
    page = bench.compose(seed)
    printed = bench.words_of(page)
    for article in page.gold["articles"]:
        assert fold(article["headline"].split()[0]) in printed
        for mention in article["mentions"]:
            assert mention["name"] in printed
    assert len(page.gold["articles"]) in bench.ARTICLES


def test_a_paragraph_is_cut_inside_a_sentence() -> None:
    chance = bench.random.Random(3)
    text = "市民在江边散步，孩子们放着风筝，老人们下着棋，一直到天黑"
    pieces = bench._cut(text, 8, len(text) - 8, chance).split("\n\n")
    assert "".join(pieces) == text
    assert len(pieces) == 2
    assert bench._cut("太短了", 4, 2, chance) == "太短了"
    assert bench._cut("。。。", 1, 3, chance) == "。。。"


def test_the_bench_prints_a_line_for_each_habit(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.argv", ["compose", "--pages", "1"])
    bench.main()
    heading, everything, *habits = capsys.readouterr().out.splitlines()
    assert heading.split()[0] == "habit"
    assert everything.split()[0] == "all"
    assert len(habits) == 6
