"""Read the credit of a picture."""

from __future__ import annotations

import re

from reader.layout.bylines.signatures import Signature, read_signature
from reader.layout.bylines.signed_names import looks_like_name
from reader.layout.captions.credit_patterns import (
    AGENCY,
    CREDIT_END,
    CREDIT_START,
    GIVEN,
    GIVEN_BY,
    GROUP_PREFIX,
    LONGEST_CREDIT,
    NO_MARK,
    NO_PERSON,
    NOT_IN_CREDIT,
    PADDED_NAME,
    PART,
)
from reader.layout.segments import Credit

# The paper itself, where no body is named.
OWN_PAPER = "本报"
# Given and taken by one: what stands in front of the giver.
_GIVEN_FIRST = "供图"

_Parts = tuple[tuple[str, Credit], ...]


def read_credit(folded: str) -> Credit | None:
    """Read ``folded`` as a credit and nothing else; None when it is not one."""
    words = folded.strip()
    if not words or len(words) > LONGEST_CREDIT:
        return None
    bare = _without_brackets(words)
    marked = _of_marked_pictures(bare)
    if marked is not None:
        return marked
    return _of_all_pictures(bare)


def _without_brackets(words: str) -> str:
    if words.startswith("(") and words.endswith(")"):
        inside = words[1:-1]
        return inside.strip()
    return words


def _of_marked_pictures(words: str) -> Credit | None:
    """Read a credit that tells pictures apart by their marks."""
    parts = _parts(words)
    if not parts:
        return None
    people: list[str] = []
    for _, credit in parts:
        people += credit.photographers
    _, first = parts[0]
    return Credit(tuple(people), first.source, parts)


def _parts(words: str) -> _Parts:
    """Return the marks with their credits; empty when any of it is something else."""
    found: list[tuple[str, Credit]] = []
    at = 0
    while part := PART.match(words, at):
        credit = _by_its_word(part["credit"])
        if credit is None:
            return ()
        marks = NO_MARK.sub("", part["marks"])
        found.append((marks, credit))
        at = part.end()
    if at < len(words):
        return ()
    return tuple(found)


def _of_all_pictures(words: str) -> Credit | None:
    """Read one credit for everything above it."""
    prefix = GROUP_PREFIX.match(words)
    if prefix is not None:
        words = words[prefix.end() :]
    if NOT_IN_CREDIT.search(words):
        return None
    if NO_PERSON.match(words):
        return Credit((), words)
    agency = AGENCY.match(words)
    return _by_agency(agency) if agency else _by_its_word(words)


def _by_agency(agency: re.Match[str]) -> Credit | None:
    """Read an agency's own form (新华社发(甲乙 摄))."""
    inner = read_credit(agency["inner"])
    source = agency["source"]
    return inner and Credit(inner.photographers, source)


def _by_its_word(words: str) -> Credit | None:
    """Read a credit that says what was done, in front (图/甲) or behind (甲 摄)."""
    given = GIVEN_BY.match(words)
    if given is not None:
        return _credited(given["giver"], given=True)
    start = CREDIT_START.match(words)
    people = words[start.end() :] if start else ""
    if people:
        return _credited(people, given=False)
    return _by_its_last_word(words)


def _by_its_last_word(words: str) -> Credit | None:
    done = CREDIT_END.search(words)
    if done is None:
        return None
    people = words[: done.start()]
    if not people:
        return None
    given = GIVEN.search(done[0])
    bare = people.removeprefix(_GIVEN_FIRST)
    return _credited(bare, given=given is not None)


def _credited(words: str, *, given: bool) -> Credit | None:
    """Return who is credited; a giver (某局供图) need not be a person, whoever took a picture must look
    like one.
    """
    signature = read_signature(words)
    if signature.rest or not signature.names_anybody():
        return None
    people = signature.people()
    if signature.has_role or _are_names(people, words):
        source = _source(signature, words)
        return Credit(people, source)
    if given and len(people) == 1:
        return Credit((), words.strip())
    return None


def _are_names(people: tuple[str, ...], words: str) -> bool:
    """Tell whether people bear names: a padded one (阿 紫) is set as nothing but a name is."""
    if PADDED_NAME.fullmatch(words.strip(" /")):
        return True
    return all(map(looks_like_name, people))


def _source(signature: Signature, words: str) -> str:
    """Return the body that is named, or the paper's own word for itself."""
    if signature.bodies:
        return signature.bodies[0]
    return OWN_PAPER if words.startswith(OWN_PAPER) else ""
