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
    REPORTING_OFFICE,
    TEXT_AND_PICTURES,
)
from reader.layout.bylines.signatures import (
    PHOTO,
    Signature,
    Signed,
    read_signature,
)
from reader.layout.bylines.signed_names import is_marked_author
from reader.layout.lines import Excerpt, Line, blanked
from reader.layout.page_head.furniture import author_in
from reader.layout.segments import Kind, Segment, segment_of, trimmed
from reader.results import ReadByline, Role, Span


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
        return _author_from(words, marked, role)
    folded = words.folded
    if len(folded) > LONGEST_BYLINE:
        return None
    if NOT_IN_BARE_BYLINE.search(folded):
        return None
    if read_signature(folded).bodies:
        return None
    return read_byline(words, role, known=is_marked_author(folded))


def _author_from(
    words: Excerpt, marked: re.Match[str], role: Role
) -> Segment | None:
    """Read a marked author with where he lives (○甲乙(云江))."""
    found = read_byline(words.before(marked.end("author")), role)
    return found and replace(found, end=words.end)


def bracketed_names(words: Excerpt) -> Segment | None:
    """Read a whole line as names in brackets ((甲乙 丙丁)); the caller knows that it stands behind a
    text.
    """
    found = words.fullmatch(BRACKETED)
    if found is None:
        return None
    names = words.group(found, 1)
    signed = _of_office(names) or bare_byline(names, Role.REPORTER)
    if signed is None:
        return None
    return _over(words, replace(signed, kind=Kind.CLOSING))


def _of_office(names: Excerpt) -> Segment | None:
    """Read the names behind the office that sends the news of a place (县报道组 甲乙)."""
    office = names.match(REPORTING_OFFICE)
    if office is None:
        return None
    people = names.behind(office.end())
    return bare_byline(people, Role.CORRESPONDENT)


def _over(words: Excerpt, signed: Segment) -> Segment:
    """Return a byline that reaches over all of the words that it was read in."""
    return replace(signed, start=words.start, end=words.end)


def author_line(line: Line) -> Segment | None:
    """Read the line of an e-paper that names source, author and editor; None when it names no
    author.
    """
    author = author_in(line.folded)
    if author is None:
        return None
    words = line.whole()
    names = words.group(author, "names")
    signed = read_byline(names, Role.WRITER)
    if signed is None:
        return None
    return _over(words, replace(signed, from_web=True))


def reader_signs(words: Excerpt) -> Segment | None:
    """Read a whole line as the signature of a reader (读者 甲乙); the caller knows that it stands
    behind a letter.
    """
    found = words.match(READER_SIGNS)
    if found is None:
        return None
    printed = found["name"].split()
    name = "".join(printed)
    span = words.line.span_between(*found.span("name"))
    signed = segment_of(Kind.CLOSING, words)
    signed.byline = (ReadByline(name, Role.WRITER, span),)
    return signed


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
        folded = words.folded
        bare, count = TEXT_AND_PICTURES.subn(blanked, folded)
        signature = read_signature(bare)
        both = count > 0
        return cls(words, signature, both)

    def is_whole(self) -> bool:
        """Tell whether no word is left over."""
        return not self.signature.rest

    def says_who(self, role: Role | None) -> bool:
        """Tell whether a role is named, or ``role`` is known."""
        if role is not None:
            return True
        return self.both or self.signature.has_role

    def is_believed(self, *, sure: bool) -> bool:
        """Tell whether the names may be names."""
        if sure and self.signature.has_role:
            return True
        return self.signature.is_likely()

    def segment(self, role: Role | None) -> Segment | None:
        """Return the byline, None when nobody is named."""
        found = trimmed(Kind.BYLINE, self.words)
        byline = self._writers(role) or self._office()
        pictures_by = self._photographers()
        if found is None or not (byline or pictures_by):
            return None
        found.byline = byline
        found.pictures_by = pictures_by
        return found

    def _writers(self, role: Role | None) -> tuple[ReadByline, ...]:
        """Return who signed the text; ``role`` is for names without one."""
        default = role or self._usual_role()
        writers: list[ReadByline] = []
        for one in self.signature.names:
            if one.role != PHOTO:
                writer = self._writer(one, default)
                writers.append(writer)
        return tuple(writers)

    def _usual_role(self) -> Role:
        """Return the role of who names none."""
        if self.both:
            return Role.WRITER
        return Role.REPORTER

    def _writer(self, signed: Signed, default: Role) -> ReadByline:
        role = Role(signed.role) if signed.role else default
        span = self._span(signed.start, signed.end)
        return ReadByline(signed.name, role, span)

    def _span(self, start: int, end: int) -> Span:
        """Return the place on the page of some of the words."""
        first = self.words.start
        line = self.words.line
        return line.span_between(first + start, first + end)

    def _photographers(self) -> tuple[str, ...]:
        names = self.signature.names
        return tuple(
            one.name for one in names if self.both or one.role == PHOTO
        )

    def _office(self) -> tuple[ReadByline, ...]:
        """Return the office that signs in place of a person (本报评论员)."""
        folded = self.words.folded
        bare = folded.strip(BYLINE_MARKS)
        if not COMMENTATOR.fullmatch(bare):
            return ()
        start = folded.index(bare)
        end = start + len(bare)
        span = self._span(start, end)
        signed = ReadByline(bare, Role.COMMENTATOR, span)
        return (signed,)
