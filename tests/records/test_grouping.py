"""What belongs to the same key, together."""

from __future__ import annotations

from records.grouping import firsts, grouped


def test_keys_and_members_keep_the_order_in_which_they_come():
    pairs = [("b", 2), ("a", 3), ("b", 1), ("b", 2)]

    groups = grouped(iter(pairs))

    assert list(groups.items()) == [("b", [2, 1, 2]), ("a", [3])]


def test_a_key_that_never_came_is_not_there():
    groups = grouped([("a", 1)])

    assert "b" not in groups


def test_the_first_of_each_key_is_kept():
    first = firsts([("b", 2), ("a", 3), ("b", 1)])

    assert list(first.items()) == [("b", 2), ("a", 3)]
