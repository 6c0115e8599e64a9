"""Read the credit of a picture, and find where a caption ends and its credit begins."""

from __future__ import annotations

from collections.abc import Iterator

from reader.layout.bylines.signatures import looks_like_name, read_signature
from reader.layout.captions.caption_patterns import CAPTION_OPENER
from reader.layout.captions.credit_patterns import (
    AGENCY,
    AGENCY_TAIL,
    CAPTION_END,
    CREDIT_CUE,
    CREDIT_END,
    CREDIT_START,
    CREDIT_TAIL_START,
    GIVEN,
    GIVEN_BY,
    GROUP_PREFIX,
    LONGEST_CREDIT,
    NO_MARK,
    NO_PERSON,
    NOT_IN_CREDIT,
    OWN_CUE,
    PART,
    SPACES,
    TAIL_BRACKET,
    WRITTEN,
)
from reader.layout.segments import Credit


def read_credit(folded: str) -> Credit | None:
    """Read ``folded`` as a credit and nothing else; None when it is not one."""
    words = folded.strip()
    if not words or len(words) > LONGEST_CREDIT:
        return None
    if words[0] == "(" and words[-1] == ")":
        words = words[1:-1].strip()
    if parts := _parts(words):
        return Credit(
            tuple(name for _, one in parts for name in one.photographers),
            parts[0][1].source,
            parts,
        )
    if prefix := GROUP_PREFIX.match(words):
        words = words[prefix.end() :]
    if NOT_IN_CREDIT.search(words):
        return None
    if NO_PERSON.match(words):
        return Credit((), words)
    if agency := AGENCY.match(words):
        inner = read_credit(agency["inner"])
        return Credit(inner.photographers, agency["source"]) if inner else None
    return _by_its_word(words)


def _parts(words: str) -> tuple[tuple[str, Credit], ...]:
    """Read a credit that names the pictures by their marks; empty when any of it is something
    else.
    """
    found, at = list[tuple[str, Credit]](), 0
    while part := PART.match(words, at):
        credit = _by_its_word(part["credit"])
        if credit is None:
            return ()
        found.append((NO_MARK.sub("", part["marks"]), credit))
        at = part.end()
    return tuple(found) if at == len(words) else ()


def _by_its_word(words: str) -> Credit | None:
    """Read a credit that says what was done, in front (图/甲) or behind (甲 摄)."""
    if given := GIVEN_BY.match(words):
        return _credited(given["giver"], True)
    if (start := CREDIT_START.match(words)) and start.end() < len(words):
        return _credited(words[start.end() :], False)
    end = CREDIT_END.search(words)
    if end is None or not end.start():
        return None
    return _credited(
        words[: end.start()].removeprefix("供图"),
        bool(GIVEN.search(end[0])),
    )


def _credited(words: str, given: bool) -> Credit | None:
    """Return who is credited; a giver (某局供图) need not be a person, whoever took a picture must look
    like one.
    """
    signature = read_signature(words)
    if signature.rest or not (signature.names or signature.bodies):
        return None
    people = [one.name for one in signature.names]
    source = (
        signature.bodies[0]
        if signature.bodies
        else ("本报" if words.startswith("本报") else "")
    )
    if signature.has_role or all(looks_like_name(name) for name in people):
        return (
            Credit(tuple(people), source)
            if people or given or signature.bodies
            else None
        )
    return Credit((), words.strip()) if given and len(people) == 1 else None


def split_caption(folded: str) -> tuple[int, Credit] | None:
    """Find the credit at the end of ``folded``; return where it begins, or None when there is
    none.
    """
    for start in _credit_starts(folded):
        credit = read_credit(folded[start:])
        if credit is not None:
            return None if WRITTEN.search(folded[:start]) else (start, credit)
    return None


def _credit_starts(folded: str) -> Iterator[int]:
    """Yield the places where a credit may begin, the surest first: bracket, full stop, cue word,
    space.
    """
    floor = max(0, len(folded) - LONGEST_CREDIT)
    tail = folded[floor:]
    if PART.match(tail):
        yield floor
    for match in AGENCY_TAIL.finditer(tail):
        yield floor + match.start()
    if bracket := TAIL_BRACKET.search(tail):
        yield floor + bracket.start()
        return
    if not CREDIT_END.search(tail) and not CREDIT_TAIL_START.search(tail):
        return
    yield from (
        floor + match.end()
        for match in reversed(list(CAPTION_END.finditer(tail)))
    )
    if floor == 0 and not CAPTION_OPENER.match(tail):
        yield 0
    for cue in (OWN_CUE, CREDIT_CUE):
        yield from (floor + match.start() for match in cue.finditer(tail))
    yield from (floor + match.end() for match in SPACES.finditer(tail))
