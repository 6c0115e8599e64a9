"""Read bylines: on their own line, in brackets, and in the lines of an e-paper."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from reader.layout.bylines.byline_patterns import (
    AUTHOR_FROM,
    BRACKETED,
    BYLINE_MARKS,
    COMMENTATOR,
    LONGEST_BYLINE,
    NOT_IN_BARE_BYLINE,
    NOT_IN_BYLINE,
    READER_SIGNS,
    TEXT_AND_PICTURES,
)
from reader.layout.bylines.signatures import (
    PHOTO,
    Signature,
    Signed,
    read_signature,
)
from reader.layout.lines import Excerpt, Line
from reader.layout.page_head.furniture import author_in
from reader.layout.segments import Kind, Segment, trimmed
from reader.results import ReadByline, Role


def line_byline(words: Excerpt) -> Segment | None:
    """Read a whole line as a byline that names its roles; None when it is none."""
    folded = words.folded
    if len(folded) > LONGEST_BYLINE or NOT_IN_BYLINE.search(folded):
        return None
    return read_byline(words, None)


def bare_byline(words: Excerpt, role: Role) -> Segment | None:
    """Read a whole line as names and nothing else (甲乙 丙丁); the caller knows that it stands under a
    headline.
    """
    marked = words.fullmatch(AUTHOR_FROM)
    if marked is not None:
        found = read_byline(words.before(marked.end("author")), role)
        return found and replace(found, end=words.end)
    folded = words.folded
    if len(folded) > LONGEST_BYLINE or NOT_IN_BARE_BYLINE.search(folded):
        return None
    if read_signature(folded).bodies:
        return None
    return read_byline(words, role)


def bracketed_names(words: Excerpt) -> Segment | None:
    """Read a whole line as names in brackets ((甲乙 丙丁)); the caller knows that it stands behind a
    text.
    """
    found = words.fullmatch(BRACKETED)
    if found is None:
        return None
    signed = bare_byline(words.group(found, 1), Role.REPORTER)
    return signed and replace(
        signed, start=words.start, end=words.end, kind=Kind.CLOSING
    )


def author_line(line: Line) -> Segment | None:
    """Read the line of an e-paper that names source, author and editor; None when it names no
    author.
    """
    author = author_in(line.folded)
    if author is None:
        return None
    words = line.whole()
    signed = read_byline(words.group(author, "names"), Role.WRITER)
    return signed and replace(
        signed, start=words.start, end=words.end, from_web=True
    )


def reader_signs(words: Excerpt) -> Segment | None:
    """Read a whole line as the signature of a reader (读者 甲乙); the caller knows that it stands
    behind a letter.
    """
    found = words.match(READER_SIGNS)
    if found is None:
        return None
    name = "".join(found["name"].split())
    span = words.line.reach(*found.span("name"))
    byline = (ReadByline(name, Role.WRITER, span),)
    return Segment(
        Kind.CLOSING, words.line, words.start, words.end, byline=byline
    )


def read_byline(
    words: Excerpt,
    role: Role | None,
    *,
    sure: bool = False,
    known: bool = False,
) -> Segment | None:
    """Read words as a byline; names without a role get ``role``, or make it no byline when that is
    None.

    ``sure`` says that nothing but a byline stands there, so that a name beside a role needs no
    known surname; ``known`` that a name stands there.
    """
    signed = _SignedWords.read(words)
    if not signed.is_whole() or not signed.says_who(role):
        return None
    if not (known or signed.is_believed(sure=sure)):
        return None
    return signed.segment(role)


@dataclass(frozen=True, slots=True)
class _SignedWords:
    """Words read as a signature; ``both`` says that one person wrote and photographed."""

    words: Excerpt
    signature: Signature
    both: bool

    @classmethod
    def read(cls, words: Excerpt) -> _SignedWords:
        """Read the names in words."""
        bare, count = TEXT_AND_PICTURES.subn(_blank, words.folded)
        return cls(words, read_signature(bare), count > 0)

    def is_whole(self) -> bool:
        """Tell whether no word is left over."""
        return not self.signature.rest

    def says_who(self, role: Role | None) -> bool:
        """Tell whether a role is named, or ``role`` is known."""
        return bool(role) or self.signature.has_role or self.both

    def is_believed(self, *, sure: bool) -> bool:
        """Tell whether the names may be names."""
        if sure and self.signature.has_role:
            return True
        return self.signature.is_likely()

    def segment(self, role: Role | None) -> Segment | None:
        """Return the byline, None when nobody is named."""
        found = trimmed(Kind.BYLINE, self.words)
        if found is None:
            return None
        found.byline = self._writers(role) or self._office()
        found.pictures_by = self._photographers()
        return found if found.byline or found.pictures_by else None

    def _writers(self, role: Role | None) -> tuple[ReadByline, ...]:
        """Return who signed the text; ``role`` is for names without one."""
        default = role or (Role.WRITER if self.both else Role.REPORTER)
        names = self.signature.names
        writers = (one for one in names if one.role != PHOTO)
        return tuple(self._writer(one, default) for one in writers)

    def _writer(self, signed: Signed, default: Role) -> ReadByline:
        first = self.words.start
        span = self.words.line.reach(first + signed.start, first + signed.end)
        role = Role(signed.role) if signed.role else default
        return ReadByline(signed.name, role, span)

    def _photographers(self) -> tuple[str, ...]:
        names = self.signature.names
        return tuple(
            one.name for one in names if self.both or one.role == PHOTO
        )

    def _office(self) -> tuple[ReadByline, ...]:
        """Return the office that signs in place of a person (本报评论员)."""
        folded = self.words.folded
        found = COMMENTATOR.fullmatch(folded.strip(BYLINE_MARKS))
        if found is None:
            return ()
        office = found[0]
        start = self.words.start + folded.index(office)
        span = self.words.line.reach(start, start + len(office))
        return (ReadByline(office, Role.COMMENTATOR, span),)


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0])
