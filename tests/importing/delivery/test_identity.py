"""Which page a file is."""

import datetime as dt

import pytest

from importing.delivery.identity import (
    Identity,
    agreed,
    complete,
    given,
    named,
    same_label,
)
from importing.delivery.manifest import read_manifest
from importing.refusal import ImportRefused

DAY = dt.date(2021, 9, 28)

pytestmark = pytest.mark.usefixtures("english")


@pytest.mark.parametrize(
    ("name", "identity"),
    [
        ("滨江日报_2021-09-28_C2.txt", Identity("滨江日报", DAY, "C2")),
        (
            "archive/2021/滨江日报-20210928-02版.txt",
            Identity("滨江日报", DAY, "02"),
        ),
        ("滨江晚报 2021年9月28日 第4版.txt", Identity("滨江晚报", DAY, "4")),
        ("2021-09-28_滨江日报_c2.txt", Identity("滨江日报", DAY, "C2")),
        ("滨江日报_2021.9.28_C2", Identity("滨江日报", DAY, "C2")),
        ("滨江日报_2021-09-28_04-05版.txt", Identity("滨江日报", DAY, "04-05")),
        ("滨江日报_2021-09-28_a2-a3.pdf", Identity("滨江日报", DAY, "A2-A3")),
        ("滨江日报_2021-09-28_1-8.pdf", Identity("滨江日报", DAY, None)),
        ("binjiang-2021-09-28-a2.txt", Identity(None, DAY, "A2")),
        ("扫描件_2021-09-28.txt", Identity(None, DAY, None)),
        ("滨江日报.txt", Identity("滨江日报", None, None)),
        ("滨江日报_2021-09-28_C2_3.txt", Identity("滨江日报", DAY, None)),
        ("12021-09-281.txt", Identity()),
        ("要闻.txt", Identity()),
    ],
)
def test_a_file_name_states_what_it_states(name, identity):
    assert named(name) == identity


@pytest.mark.parametrize(
    "written",
    ["2021-9-8", "2021/9/8", "2021.9.8", "2021年9月8日", "2021/9/8 0:00"],
)
def test_a_day_is_read_as_spreadsheets_write_it(written):
    assert given(None, written, None).date == dt.date(2021, 9, 8)


@pytest.mark.parametrize("written", ["2021/9-8", "2021年9月", "2021/9/8 8:30"])
def test_nothing_else_is_a_day(written):
    with pytest.raises(ImportRefused, match="unreadable date"):
        given(None, written, None)


def test_columns_are_known_however_their_names_are_padded(tmp_path):
    table = tmp_path / "pages.csv"
    table.write_text(" File , Newspaper,DATE,page\na.txt,滨江日报,2021-9-8,3\n")
    (identity,) = read_manifest(table).rows.values()
    assert identity == given("滨江日报", "2021-09-08", "3")


def test_a_day_that_is_none_is_an_error():
    with pytest.raises(ImportRefused, match="unreadable date '2021-02-30'"):
        named("滨江日报_2021-02-30_C2.txt")
    with pytest.raises(ImportRefused, match=r"unreadable date .28\.9\.2021."):
        given(None, "28.9.2021", None)
    with pytest.raises(ImportRefused, match="unreadable page label 'A/1'"):
        given(None, None, "A/1")


def test_arguments_are_taken_as_typed():
    assert given(" 滨江日报 ", "2021-09-28", "第C2版") == Identity(
        "滨江日报", DAY, "C2"
    )
    assert given(None, DAY, None) == Identity(None, DAY, None)


def test_sources_complete_each_other_and_a_contradiction_names_both():
    argument, name = (
        ("the argument", Identity("滨江日报", DAY)),
        ("the file name", Identity(None, DAY, "02")),
    )
    assert agreed(argument, name) == Identity("滨江日报", DAY, "02")
    assert agreed(("the argument", Identity(page="2")), name).page == "2"
    with pytest.raises(
        ImportRefused, match=r"^the argument says C2, the file name says 02$"
    ):
        agreed(("the argument", Identity(page="C2")), name)


def test_what_is_missing_is_named_with_the_option_that_gives_it():
    assert complete(Identity("滨江日报", DAY, "C2"))
    with pytest.raises(
        ImportRefused, match=r"newspaper \(--newspaper\), the page \("
    ):
        complete(Identity(date=DAY))


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("02", "2", True),
        ("c3", "C3", True),
        ("A04", "A4", True),
        ("C3", "C13", False),
        ("04-05", "4-5", True),
        ("4-5", "4", False),
        ("10", "1", False),
    ],
)
def test_labels_name_one_page_whatever_zeros_they_carry(one, other, same):
    assert same_label(one, other) is same


@pytest.mark.parametrize("typed", ["4-5", "第4、5版", "第4-5版", "四、五"])
def test_a_double_page_is_given_as_it_is_printed(typed):
    assert given(None, None, typed).page == "4-5"
