"""Read who signed: bylines in every order, and the names in a credit."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from reader.layout.bylines.signature_patterns import (
    BODY_NAME,
    BYLINE_NOISE,
    BYLINE_PHRASE,
    DOES,
    PICTURES_BY,
    ROLE_WORD,
    ROLES,
)
from reader.layout.bylines.signature_words import SignedWord, signed_words
from reader.layout.bylines.signed_names import (
    NAME,
    looks_like_name,
    split_names,
)

# The role of who took the pictures, which is none of an article's.
PHOTO = "photo"


@dataclass(frozen=True, slots=True)
class Signed:
    """One signed name at ``start`` to ``end`` of the words read; ``role`` is a ``Role`` value,
    "photo" or None.
    """

    name: str
    role: str | None
    start: int
    end: int

    def looks_real(self) -> bool:
        """Tell whether it looks like a name or is padded as only names are."""
        size = self.end - self.start
        if size > len(self.name):
            return True
        return looks_like_name(self.name)


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

    def names_anybody(self) -> bool:
        """Tell whether a person or a body is named."""
        return bool(self.names or self.bodies)

    def people(self) -> tuple[str, ...]:
        """Return the names alone."""
        return tuple(one.name for one in self.names)

    def is_likely(self) -> bool:
        """Tell whether the names look like names; beside one that does, or a body, a rare surname
        is believed.
        """
        real = [one.looks_real() for one in self.names]
        if all(real):
            return True
        if not self.has_role:
            return False
        return self.has_body or any(real)


def read_signature(folded: str) -> Signature:
    """Read ``folded`` as names with roles in any order (通讯员/甲 记者/乙丙, 记者甲、乙, 甲 实习生 乙)."""
    reading = _Reading(folded)
    for word in signed_words(PICTURES_BY.sub(_without_role, folded)):
        reading.take(word)
    return reading.signature()


def _without_role(found: re.Match[str]) -> str:
    """Return the word for pictures without the role behind it (图/本报记者 甲), as long as before."""
    blank = " " * len(found[2])
    return found[1] + blank


@dataclass(slots=True)
class _Reading:
    """What is read in a signature so far; ``role`` is the one in force for the names to come."""

    folded: str
    names: list[Signed] = field(default_factory=list)
    bodies: list[str] = field(default_factory=list)
    rest: list[str] = field(default_factory=list)
    role: str | None = None
    has_role: bool = False

    def take(self, word: SignedWord) -> None:
        """Read the next word."""
        text = word.text
        if text in DOES:
            self._all_did(DOES[text])
        elif text in BYLINE_NOISE or BYLINE_PHRASE.match(text):
            return
        elif text in ROLES:
            self._read_role(ROLES[text], word)
        else:
            self._read_run(word)

    def signature(self) -> Signature:
        """Return what was read."""
        return Signature(
            tuple(self.names),
            tuple(self.bodies),
            tuple(self.rest),
            self.has_role,
            self._has_body(),
        )

    def _has_body(self) -> bool:
        """Tell whether a body is named, the paper itself included."""
        if self.bodies:
            return True
        return "本报" in self.folded

    def _all_did(self, role: str) -> None:
        """Give everybody named so far the role of what was done (甲乙 整理)."""
        self.has_role = True
        for at, one in enumerate(self.names):
            self.names[at] = replace(one, role=role)

    def _read_role(self, role: str, word: SignedWord) -> None:
        """Take a role for the names to come, or for the one right before it (甲乙/文)."""
        self.has_role = True
        if not self._is_behind_slash(word):
            self.role = role
            return
        last = self.names.pop()
        signed = replace(last, role=role)
        self.names.append(signed)

    def _is_behind_slash(self, word: SignedWord) -> bool:
        """Tell whether a slash alone parts a word from the name before it."""
        if not self.names:
            return False
        start = self.names[-1].end
        end = word.start
        between = self.folded[start:end]
        return between == "/"

    def _read_run(self, word: SignedWord) -> None:
        """Read one word that may hold a body, roles and names without a mark between."""
        done = 0
        for found in ROLE_WORD.finditer(word.text):
            start, end = found.span()
            before = word.part(done, start)
            self._read_before_role(before, done > 0)
            self.role = ROLES[found["role"]]
            self.has_role = True
            done = end
        left = word.part(done, len(word.text))
        if left.text:
            self._read_last(left)

    def _read_before_role(self, words: SignedWord, named: bool) -> None:
        """Read what stands before a role: names behind another role, else a body."""
        if not words.text:
            return
        if named:
            self.names += self._signed(words)
        elif words.text not in BYLINE_NOISE:
            self.bodies.append(words.text)

    def _read_last(self, words: SignedWord) -> None:
        """Read the end of a word: a body, names, or neither."""
        text = words.text
        if BODY_NAME.match(text) and not looks_like_name(text):
            self.bodies.append(text)
            return
        found = self._signed(words)
        self.names += found
        if not found:
            self.rest.append(text)

    def _signed(self, run: SignedWord) -> list[Signed]:
        """Return the names of a run; a padded name keeps the place of its printed characters."""
        parts = split_names(run.text)
        if not all(map(NAME.match, parts)):
            return []
        if len(parts) == 1:
            return [_alone(run, self.role)]
        return _side_by_side(parts, run.start, self.role)


def _alone(run: SignedWord, role: str | None) -> Signed:
    """Return a word as one name."""
    start = run.start
    end = run.end
    return Signed(run.text, role, start, end)


def _side_by_side(
    names: list[str], start: int, role: str | None
) -> list[Signed]:
    """Return names that stand one behind the other from ``start`` on."""
    signed: list[Signed] = []
    for name in names:
        end = start + len(name)
        one = Signed(name, role, start, end)
        signed.append(one)
        start = end
    return signed
