"""Read the lines that send a reader to another page, in front of a text and behind it."""

from __future__ import annotations

import re

from reader.layout.jump_line_patterns import (
    JUMP_FROM,
    JUMP_FROM_TAIL,
    JUMP_ON,
    JUMP_WORDS,
)
from reader.layout.lines import Excerpt
from reader.layout.page_head.page_labels import page_label
from reader.layout.segments import Kind, Segment, segment_of
from reader.patterns.line_edges import CLOSED


def jump_in_front(line: Excerpt) -> tuple[Segment | None, Excerpt]:
    """Take the jump line off the front; return it, None when there is none, and what is left."""
    found = line.match(JUMP_FROM)
    if found is None:
        return None, line
    end = found.end()
    jump = _jump(Kind.JUMP_FROM, line.before(end), found)
    left = line.behind(end)
    return jump, left


def is_jump(words: str) -> bool:
    """Tell whether folded words begin with a jump line."""
    if JUMP_ON.match(words):
        return True
    found = JUMP_FROM.match(words)
    return found is not None


def jump_behind(words: str) -> re.Match[str] | None:
    """Find the jump line that ends ``words``; most hold none of its words."""
    if not any(word in words for word in JUMP_WORDS):
        return None
    found = JUMP_ON.search(words)
    if found is None:
        found = JUMP_FROM_TAIL.search(words)
    return found


def read_jump(found: re.Match[str], printed: Excerpt) -> Segment:
    """Read a jump line found behind other words, at its place in the line.

    What is continued from another page says so behind its heading, or behind a closed text.
    """
    kind = Kind.JUMP_FROM
    before = found.string[: found.start()]
    if found.re is JUMP_ON or CLOSED.search(before):
        kind = Kind.JUMP_ON
    return _jump(kind, printed, found)


def _jump(kind: Kind, printed: Excerpt, found: re.Match[str]) -> Segment:
    bare = printed.stripped()
    jump = segment_of(kind, bare)
    jump.label = page_label(found["page"])
    return jump
