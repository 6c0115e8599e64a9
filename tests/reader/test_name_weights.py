"""The weights of names: all in one table, each benched, each with a say."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import reader.names
from bench import name_weights as bench
from bench.name_weights import NUMBERS, ROWS, changed, without
from reader.names.weighing.frames import Frames
from reader.names.weighing.segmentation_patterns import NO_SURNAME
from reader.names.weighing.surrounding_words_patterns import WHOLE_WORDS
from reader.names.weights import FRAMES, WEIGHTS, Weights
from reader.patterns.words_beside_names import AFTER, BEFORE
from tests.reader.named import names_in

TABLE = "weights.py"


def test_the_bench_measures_every_row_of_the_table() -> None:
    texts = [bench.sentence("质检员孟小满说，图纸没错。 = 孟小满")]
    measured = [
        one.row
        for one in bench.worths(bench.changes_of([]), bench.Texts(texts))
    ]
    assert measured == [*NUMBERS, *(frame.name for frame in FRAMES)]
    assert len(set(measured)) == len(measured)


@pytest.mark.parametrize("row", ROWS)
def test_what_takes_a_row_out_is_not_its_value(row: str) -> None:
    ((name, value),) = without(row).items()
    assert value != getattr(WEIGHTS, name)


def test_the_bench_prints_each_row_with_what_it_is_worth(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    texts = [bench.sentence("策展人孟小满来过|策展人孟小满。 = 孟小满 孟小满")]
    monkeypatch.setattr(bench, "sentences", lambda: texts)
    monkeypatch.setattr(bench, "pages", lambda: texts[:0])
    monkeypatch.setattr(bench, "pages_with_rows", lambda: texts[:1])
    bench.main(["accept", "titled=1.5", "spoken_to"])
    standing, heading, *rows = capsys.readouterr().out.splitlines()
    assert standing.split() == [
        "as",
        "it",
        "stands",
        "F1",
        *["100.00", "0.00", "100.00"],
    ]
    assert heading.split() == [
        "weight",
        "value",
        "tried",
        "sentences",
        "pages",
        "with",
        "rows",
    ]
    assert [row.split() for row in rows] == [
        ["accept", "4.0", "inf", "+100.00", "+0.00", "+100.00"],
        ["titled", "1.75", "1.5", "+0.00", "+0.00", "+0.00"],
        ["spoken_to", "frame", "none", "+0.00", "+0.00", "+0.00"],
    ]


def test_the_labelled_texts_of_the_repository_are_read() -> None:
    texts = bench.sentences()
    assert len(texts) > 150
    assert bench.f1(texts[:20]) > 50
    path = bench.PAGES / "yunjiang-2019-01-08-a2.gold.json"
    assert bench.f1([bench.page(path)]) > 90


def test_an_unknown_row_is_refused() -> None:
    with pytest.raises(SystemExit, match="no weight of names is called titeld"):
        bench.changes_of(["titeld"])
    with pytest.raises(KeyError):
        without("titeld")
    with pytest.raises(AttributeError), changed(titeld=1.0):
        pass


@pytest.mark.parametrize(
    ("row", "text", "name"),
    [
        ("post", "处长明亮坦言，压力不小。", "明亮"),
        ("person", "记者顾言因采访获奖。", "顾言"),
        ("clues_from", "晁大山就把鸡蛋挑到了渡口。", "晁大山"),
        ("clues_for", "晁大山就把鸡蛋挑到了渡口。", "晁大山"),
        ("japanese", "画家岩谷健太郎病了。", "岩谷健太郎"),
        ("cuts_known", "民警端木磊一左一右把两人拉开。", "端木磊"),
        ("known_word", "右图：志愿者顾盼在整理图书。", ""),
        ("dotted", "外援安德烈·科瓦连科接球射门。", "安德烈·科瓦连科"),
        ("list_things", "菜单：红烧肉、白切鸡、水煮鱼、黄焖鸡", ""),
        ("introduced", "师傅叫全胜。师傅不爱说话。", "全胜"),
        ("grid_gap", "方 石 江　　高 林　　白 万 山", "方石江 高林 白万山"),
        ("group_and_saying", "游客常乐说，没想到山里这么凉快。", "常乐"),
    ],
)
def test_a_weight_changed_changes_what_is_read(
    row: str, text: str, name: str
) -> None:
    assert names_in(text) == name.split()
    with changed(**without(row)):
        assert names_in(text) != name.split()
    assert names_in(text) == name.split()


def test_a_change_ends_with_its_block_whatever_happens() -> None:
    accepted = []
    with pytest.raises(ZeroDivisionError), changed(accept=9.0):
        accepted.append(WEIGHTS.accept / 0)
    assert WEIGHTS.accept == Weights().accept
    with changed(accept=9.0):
        accepted.append(WEIGHTS.accept)
    assert accepted == [9.0]


def test_the_tables_of_words_name_rows() -> None:
    assert {*BEFORE.values(), *AFTER.values(), *NO_SURNAME.values()} <= set(
        NUMBERS
    )
    assert set(AFTER.values()) >= WHOLE_WORDS


def test_the_first_frame_that_holds_counts() -> None:
    assert FRAMES.more(before=3.0, after=0.6, form=-1.5) == 2.0
    others = without("post_and_anything")["frames"]
    assert others.more(3.0, 0.6, -1.5) == 3.0
    assert FRAMES.more(before=0.0, after=0.0, form=3.0) is None
    assert FRAMES.least == 0.75
    assert Frames().least > 100


def test_no_number_is_weighed_with_outside_the_table() -> None:
    rooms = Path(reader.names.__file__).parent
    strays = [
        f"{path.name}:{node.lineno}: {node.value}"
        for path in rooms.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if path.name != TABLE
        and isinstance(node, ast.Constant)
        and isinstance(node.value, float)
        and node.value
    ]
    assert not strays
