"""The memory of pages holds so many bytes, and forgets what was not asked for longest."""

from __future__ import annotations

import time

from zzcms.keeping.page_memory import WRAPPING, KeptPage, PageMemory

HEADERS = {"ETag": '"e"'}
EXTRA = WRAPPING + len("ETag") + len('"e"')


def page(revision: int = 1, size: int = 1000) -> KeptPage:
    return KeptPage(revision, time.time(), HEADERS, b"x" * (size - EXTRA))


def test_a_page_weighs_body_and_headers():
    assert page(size=1000).size == 1000


def test_what_was_asked_for_last_stays():
    memory = PageMemory(2000)
    memory.keep("a", page())
    memory.keep("b", page())
    assert memory.get("a", 1)
    memory.keep("c", page())
    assert memory.get("b", 1) is None
    assert memory.get("a", 1)
    assert memory.get("c", 1)
    assert memory.held == 2000


def test_a_page_of_another_revision_makes_room():
    memory = PageMemory(2000)
    memory.keep("a", page())
    assert memory.get("a", 2) is None
    assert memory.held == 0
    assert memory.get("a", 1) is None


def test_a_page_takes_the_place_of_the_one_before():
    memory = PageMemory(2000)
    memory.keep("a", page())
    memory.keep("a", page(revision=2, size=1500))
    assert memory.held == 1500
    assert memory.get("a", 2)


def test_what_is_larger_than_all_the_room_is_not_kept():
    memory = PageMemory(2000)
    memory.keep("a", page())
    memory.keep("b", page(size=2001))
    assert memory.get("b", 1) is None
    assert memory.get("a", 1)
    memory.keep("c", page(size=2000))
    assert memory.get("c", 1)
