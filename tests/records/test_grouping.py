"""What belongs to the same key, together."""

from __future__ import annotations

from records.grouping import grouped


def test_keys_and_members_keep_the_order_in_which_they_come():
    pairs = [("b", 2), ("a", 3), ("b", 1), ("b", 2)]

    groups = grouped(iter(pairs))

    assert list(groups.items()) == [("b", [2, 1, 2]), ("a", [3])]


def test_a_key_that_never_came_is_not_there():
    groups = grouped([("a", 1)])

    assert "b" not in groups
