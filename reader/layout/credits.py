"""Read the credit of a picture, and find where a caption ends and its credit begins."""

from __future__ import annotations

from collections.abc import Iterator

from reader.layout.segments import Credit
from reader.layout.signatures import looks_like_name, read_signature
from reader.patterns import pictures as patterns


def read_credit(folded: str) -> Credit | None:
    """Read ``folded`` as a credit and nothing else; None when it is not one."""
    words = folded.strip()
    if not words or len(words) > patterns.LONGEST_CREDIT:
        return None
    if words[0] == "(" and words[-1] == ")":
        words = words[1:-1].strip()
    if parts := _parts(words):
        return Credit(
            tuple(name for _, one in parts for name in one.photographers),
            parts[0][1].source,
            parts,
        )
    if prefix := patterns.GROUP_PREFIX.match(words):
        words = words[prefix.end() :]
    if patterns.NOT_IN_CREDIT.search(words):
        return None
    if patterns.NO_PERSON.match(words):
        return Credit((), words)
    if agency := patterns.AGENCY.match(words):
        inner = read_credit(agency["inner"])
        return Credit(inner.photographers, agency["source"]) if inner else None
    return _by_its_word(words)


def _parts(words: str) -> tuple[tuple[str, Credit], ...]:
    """Read a credit that names the pictures by their marks; empty when any of it is something
    else.
    """
    found, at = list[tuple[str, Credit]](), 0
    while part := patterns.PART.match(words, at):
        credit = _by_its_word(part["credit"])
        if credit is None:
            return ()
        found.append((patterns.NO_MARK.sub("", part["marks"]), credit))
        at = part.end()
    return tuple(found) if at == len(words) else ()


def _by_its_word(words: str) -> Credit | None:
    """Read a credit that says what was done, in front (图/甲) or behind (甲 摄)."""
    if given := patterns.GIVEN_BY.match(words):
        return _credited(given["giver"], True)
    if (start := patterns.CREDIT_START.match(words)) and start.end() < len(
        words
    ):
        return _credited(words[start.end() :], False)
    end = patterns.CREDIT_END.search(words)
    if end is None or not end.start():
        return None
    return _credited(
        words[: end.start()].removeprefix("供图"),
        bool(patterns.GIVEN.search(end[0])),
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
            return (
                None
                if patterns.WRITTEN.search(folded[:start])
                else (start, credit)
            )
    return None


def _credit_starts(folded: str) -> Iterator[int]:
    """Yield the places where a credit may begin, the surest first: bracket, full stop, cue word,
    space.
    """
    floor = max(0, len(folded) - patterns.LONGEST_CREDIT)
    tail = folded[floor:]
    if patterns.PART.match(tail):
        yield floor
    for match in patterns.AGENCY_TAIL.finditer(tail):
        yield floor + match.start()
    if bracket := patterns.TAIL_BRACKET.search(tail):
        yield floor + bracket.start()
        return
    if not patterns.CREDIT_END.search(
        tail
    ) and not patterns.CREDIT_TAIL_START.search(tail):
        return
    yield from (
        floor + match.end()
        for match in reversed(list(patterns.CAPTION_END.finditer(tail)))
    )
    if floor == 0 and not patterns.CAPTION_OPENER.match(tail):
        yield 0
    for cue in (patterns.OWN_CUE, patterns.CREDIT_CUE):
        yield from (floor + match.start() for match in cue.finditer(tail))
    yield from (floor + match.end() for match in patterns.SPACES.finditer(tail))
