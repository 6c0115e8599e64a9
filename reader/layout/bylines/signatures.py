"""Read who signed: bylines in every order, and the names in a credit."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from reader.layout.bylines.signature_patterns import (
    BODY_NAME,
    BYLINE_NOISE,
    BYLINE_PHRASE,
    BYLINE_WORD,
    DOES,
    PICTURES_BY,
    ROLE_AND_SURNAME,
    ROLE_WORD,
    ROLES,
)
from reader.layout.bylines.signed_name_patterns import (
    NAME_ITEM,
    NAMES_LINE,
    SURNAMES,
)
from reader.patterns.characters import HAN
from reader.patterns.surnames import CLEAR_SURNAMES, COMPOUND_SURNAMES

_HAN = re.compile(f"[{HAN}]")
_NOTE = re.compile(r"\([^()]*\)")
_NAME = re.compile(f"[{HAN}]{{2,4}}$|[{HAN}]{{1,8}}(?:·[{HAN}]{{1,8}})+$")

MANY_NAMES = 3


@dataclass(frozen=True, slots=True)
class Signed:
    """One signed name at ``start`` to ``end`` of the words read; ``role`` is a ``Role`` value,
    "photo" or None.
    """

    name: str
    role: str | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Signature:
    """The names of a byline or credit, the bodies named beside them, and the words that are
    neither.
    """

    names: tuple[Signed, ...]
    bodies: tuple[str, ...]
    rest: tuple[str, ...]
    has_role: bool
    has_body: bool


def split_names(run: str) -> list[str]:
    """Split names that are run together (黄琪常少华) at surnames; a run that cannot be split comes back
    whole.
    """
    if (
        len(run) <= 3
        or "·" in run
        or (run[:2] in COMPOUND_SURNAMES and len(run) == 4)
    ):
        return [run]
    best: list[tuple[float, list[str]] | None] = [(0.0, [])] + [None] * len(run)
    for end in range(2, len(run) + 1):
        for size in (2, 3, 4):
            before = best[end - size] if size <= end else None
            if before is not None:
                score = before[0] + _likeness(run[end - size : end])
                held = best[end]
                if held is None or score > held[0]:
                    best[end] = (score, [*before[1], run[end - size : end]])
    found = best[-1]
    return found[1] if found is not None and found[0] > 0 else [run]


def _likeness(name: str) -> float:
    """Return how much ``name`` looks like one; an impossible one spoils the whole split."""
    if name[:2] in COMPOUND_SURNAMES:
        return 3.0 if len(name) > 2 else -9.0
    if len(name) == 4 or name[0] not in SURNAMES:
        return -9.0
    return (1.5 if name[0] in CLEAR_SURNAMES else 1.0) + (
        0.6 if len(name) == 3 else 0.0
    )


def looks_like_name(text: str) -> bool:
    """Tell whether ``text`` has the form of a name: a surname first, or a foreign name with a
    dot.
    """
    if not _NAME.match(text):
        return False
    return (
        "·" in text
        or text[:2] in COMPOUND_SURNAMES
        or (text[0] in SURNAMES and len(text) < 4)
    )


def is_names_line(folded: str, *, least: int = MANY_NAMES) -> bool:
    """Tell whether a line is a list of names: ``least`` and more, or any number behind what they
    are (城北街道:甲乙、丙丁).
    """
    found = NAMES_LINE.match(folded)
    if found is None:
        return False
    items = [
        "".join(_NOTE.sub("", item[0]).strip("、").split())
        for item in NAME_ITEM.finditer(found["names"])
    ]
    enough = len(items) >= least or found.start("names") > 0
    return (
        enough and sum(looks_like_name(item) for item in items) > len(items) / 2
    )


def read_signature(folded: str) -> Signature:
    """Read ``folded`` as names with roles in any order (通讯员/甲 记者/乙丙, 记者甲、乙, 甲 实习生 乙)."""
    names: list[Signed] = []
    bodies: list[str] = []
    rest: list[str] = []
    role: str | None = None
    has_role = False
    for word, start, end in _words(PICTURES_BY.sub(_without_role, folded)):
        if word in DOES:
            names = [
                Signed(one.name, DOES[word], one.start, one.end)
                for one in names
            ]
            has_role = True
        elif word in BYLINE_NOISE or BYLINE_PHRASE.match(word):
            continue
        elif word in ROLES and names and folded[names[-1].end : start] == "/":
            # The role stands behind its name: 甲乙/文.
            names[-1], has_role = (
                replace(names[-1], role=ROLES[word]),
                True,
            )
        elif word in ROLES:
            role, has_role = ROLES[word], True
        else:
            role, has_role = _read_word(
                word, start, end, role, has_role, (names, bodies, rest)
            )
    return Signature(
        tuple(names),
        tuple(bodies),
        tuple(rest),
        has_role,
        bool(bodies) or "本报" in folded,
    )


def _without_role(found: re.Match[str]) -> str:
    """Return the word for pictures without the role behind it (图/本报记者 甲), as long as before."""
    return found[1] + " " * len(found[2])


def _read_word(
    word: str,
    start: int,
    end: int,
    role: str | None,
    has_role: bool,
    into: tuple[list[Signed], list[str], list[str]],
) -> tuple[str | None, bool]:
    """Read one word that may hold a body, roles and names without a mark between; return the role
    now in force.
    """
    names, bodies, rest = into
    done = 0
    for match in ROLE_WORD.finditer(word):
        before = word[done : match.start()]
        if before and done:
            names += _signed(before, start + done, start + match.start(), role)
        elif before not in BYLINE_NOISE and before:
            bodies.append(before)
        role, has_role, done = ROLES[match["role"]], True, match.end()
    tail = word[done:]
    if BODY_NAME.match(tail) and not looks_like_name(tail):
        bodies.append(tail)
    elif tail:
        found = _signed(tail, start + done, end, role)
        names += found
        rest += [] if found else [tail]
    return role, has_role


def _signed(run: str, start: int, end: int, role: str | None) -> list[Signed]:
    """Return the names of a run; a padded name keeps the place of its printed characters."""
    parts = split_names(run)
    if not all(_NAME.match(part) for part in parts):
        return []
    if len(parts) == 1:
        return [Signed(run, role, start, end)]
    signed = []
    for part in parts:
        signed.append(Signed(part, role, start, start + len(part)))
        start += len(part)
    return signed


def _words(folded: str) -> list[tuple[str, int, int]]:
    """Return the words of a signature with their places; characters padded apart (柏 松, 记者柏 松) are
    one word.
    """
    words: list[tuple[str, int, int]] = []
    single = False
    for match in BYLINE_WORD.finditer(folded):
        word = match[0]
        padded = single and not folded[words[-1][2] : match.start()].strip()
        alone = (
            len(word) == 1
            and bool(_HAN.match(word))
            and (padded or word not in ROLES)
        )
        if alone and padded:
            words[-1] = (words[-1][0] + word, words[-1][1], match.end())
            single = False
        else:
            words.append((word, match.start(), match.end()))
            single = alone or bool(ROLE_AND_SURNAME.search(word))
    return words
