"""Text as it is typed, and the keys in it."""

from __future__ import annotations

import pytest

from records.plaintext import key_in


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("7", 7),
        ("9" * 18, 10**18 - 1),
        ("9" * 19, 0),
        ("", 0),
        ("-7", 0),
        ("7 ", 0),
        ("one", 0),
    ],
)
def test_a_key_is_read_only_from_digits_that_a_database_takes(text, key):
    assert key_in(text) == key
