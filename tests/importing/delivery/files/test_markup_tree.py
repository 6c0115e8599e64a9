"""Markup becomes a tree in time that grows with its length, or is refused in one line."""

from contextlib import suppress

import pytest

from importing.delivery.files.markup_tree import (
    DEEPEST,
    LONGEST_TAG,
    MOST_TAGS,
    tree_of,
    words_in,
)
from importing.refusal import ImportRefused
from tests.reader.growth import assert_linear

pytestmark = pytest.mark.usefixtures("english")


def parse(markup: str) -> None:
    with suppress(ImportRefused):
        tree_of(markup)


@pytest.mark.parametrize(
    "piece",
    ["<b", "<b ", "<!--", "<![CDATA[", "<p>新", "<a href=x ", "data:a,", "&lt"],
)
def test_the_time_grows_with_the_length(piece):
    assert_linear(parse, piece, size=250_000)


@pytest.mark.parametrize(
    ("good", "bad", "reason"),
    [
        ("<br>" * MOST_TAGS, "<br>" * (MOST_TAGS + 1), "more than 20000 tags"),
        (
            f"<b {'a' * (LONGEST_TAG - 4)}>",
            f"<b {'a' * LONGEST_TAG}>",
            "a tag of more than 16000 characters",
        ),
        (
            "<div>" * (DEEPEST - 2),
            "<div>" * DEEPEST,
            "deeper in each other than 1000",
        ),
    ],
    ids=["tags", "length", "depth"],
)
def test_more_than_any_page_has_is_refused(good, bad, reason):
    tree_of(good)
    with pytest.raises(ImportRefused, match=reason):
        tree_of(bad)


def test_a_picture_written_into_the_markup_is_no_long_tag():
    picture = "data:image/png;base64," + "iVBOR" * 10_000
    assert words_in(tree_of(f'<p><img src="{picture}">新区</p>')) == "新区"


@pytest.mark.parametrize(
    "written",
    ["&#55362;&#57271;", "&#xD842;&#xDFB7;", "&#134071;", "\U00020bb7"],
)
def test_a_rare_character_is_one_in_whatever_halves_it_is_written(written):
    root = tree_of(f"<p>周{written}明</p>")
    assert words_in(root) == "周\U00020bb7明"
