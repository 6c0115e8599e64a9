"""Read openings (电头) and bylines in front of the text, on their own line and behind the text."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

from reader.layout.bylines.byline_patterns import (
    AUTHOR_FROM,
    BRACKETED,
    BYLINE_MARKS,
    CLOSING_BYLINE,
    CLOSING_SOURCE,
    COMMENTATOR,
    LONGEST_BYLINE,
    NOT_IN_BARE_BYLINE,
    NOT_IN_BYLINE,
    ONE_NAME,
    READER_SIGNS,
    REPORTS,
    TEXT_AND_PICTURES,
)
from reader.layout.bylines.dateline_patterns import DATELINE, NUMBER
from reader.layout.bylines.signatures import (
    Signature,
    looks_like_name,
    read_signature,
)
from reader.layout.lines import Line
from reader.layout.page_head.furniture_patterns import AUTHOR, ORIGIN_LINE
from reader.layout.page_head.heads import number
from reader.layout.segments import Kind, Segment, trimmed
from reader.patterns.line_edges import ITEM, LONGEST_TAIL
from reader.results import Dateline, ReadByline, Role


def opening(line: Line, start: int, end: int) -> Segment | None:
    """Read the dateline at ``start`` and the byline in brackets or run in behind it; None when
    neither stands there.
    """
    match = DATELINE.match(line.folded, start, end)
    at = match.end() if match else start
    dateline = _dateline(line, match) if match else Dateline()
    for form in (BRACKETED, REPORTS):
        found = form.match(line.folded, at, end)
        role = Role.REPORTER if match else None
        if found and (
            signed := _signed(
                line, found.start(1), found.end(1), role, sure=match is not None
            )
        ):
            signed.start, signed.end, signed.kind, signed.dateline = (
                start,
                found.end(),
                Kind.OPENING,
                dateline,
            )
            return signed
    return (
        Segment(Kind.OPENING, line, start, at, dateline=dateline)
        if match
        else None
    )


def line_byline(line: Line, start: int, end: int) -> Segment | None:
    """Read a whole line as a byline that names its roles; None when it is none."""
    words = line.folded[start:end]
    if len(words) > LONGEST_BYLINE or NOT_IN_BYLINE.search(words):
        return None
    return _signed(line, start, end, None)


def bare_byline(line: Line, start: int, end: int, role: Role) -> Segment | None:
    """Read a whole line as names and nothing else (甲乙 丙丁); the caller knows that it stands under a
    headline.
    """
    marked = AUTHOR_FROM.fullmatch(line.folded, start, end)
    if marked is not None:
        found = signed_line(line, start, marked.end("author"), role)
        return found and replace(found, end=end)
    words = line.folded[start:end]
    if len(words) > LONGEST_BYLINE or NOT_IN_BARE_BYLINE.search(words):
        return None
    return (
        None
        if read_signature(words).bodies
        else signed_line(line, start, end, role)
    )


def signed_line(line: Line, start: int, end: int, role: Role) -> Segment | None:
    """Read a whole line that is known to be signed; names without a role get ``role``."""
    return _signed(line, start, end, role)


def bracketed_names(line: Line, start: int, end: int) -> Segment | None:
    """Read a whole line as names in brackets ((甲乙 丙丁)); the caller knows that it stands behind a
    text.
    """
    found = BRACKETED.fullmatch(line.folded, start, end)
    signed = (
        bare_byline(line, found.start(1), found.end(1), Role.REPORTER)
        if found
        else None
    )
    if signed is not None:
        signed.start, signed.end, signed.kind = start, end, Kind.CLOSING
    return signed


def author_line(line: Line) -> Segment | None:
    """Read the line of an e-paper that names source, author and editor; None when it names no
    author.
    """
    found = ORIGIN_LINE.match(line.folded)
    author = AUTHOR.search(line.folded) if found else None
    signed = (
        _signed(line, *author.span("names"), Role.WRITER) if author else None
    )
    if signed is not None:
        signed.start, signed.end, signed.from_web = 0, len(line.text), True
    return signed


def reader_signs(line: Line, start: int, end: int) -> Segment | None:
    """Read a whole line as the signature of a reader (读者 甲乙); the caller knows that it stands
    behind a letter.
    """
    found = READER_SIGNS.match(line.folded, start, end)
    if found is None:
        return None
    spans = line.place(*found.span("name"))
    name = "".join(found["name"].split())
    return Segment(
        Kind.CLOSING,
        line,
        start,
        end,
        byline=(ReadByline(name, Role.WRITER, (spans[0][0], spans[-1][1])),),
    )


def closing_byline(
    line: Line, start: int, end: int
) -> tuple[int, list[Segment]]:
    """Take a byline or a source in brackets off the end of the text; return where the text ends
    then.
    """
    tail = max(start, end - LONGEST_TAIL)
    if source := CLOSING_SOURCE.search(line.folded, tail, end):
        return source.start(), [
            Segment(Kind.CLOSING, line, source.start(), end)
        ]
    found = CLOSING_BYLINE.search(line.folded, tail, end)
    # A short piece among others of its kind is signed with nothing but a name, however rare.
    item = bool(ITEM.match(line.folded)) and bool(
        found and ONE_NAME.fullmatch(found[1])
    )
    signed = (
        _signed(line, found.start(1), found.end(1), Role.REPORTER, known=item)
        if found
        else None
    )
    if signed is None:
        return end, []
    signed.kind = Kind.CLOSING
    return signed.start, [signed]


def _signed(
    line: Line,
    start: int,
    end: int,
    role: Role | None,
    *,
    sure: bool = False,
    known: bool = False,
) -> Segment | None:
    """Read ``line[start:end]`` as a byline; names without a role get ``role``, or make it no byline
    when that is None.

    ``sure`` says that nothing but a byline stands there, so that a name beside a role needs no
    known surname; ``known`` that a name stands there.
    """
    words = line.folded[start:end]
    both = TEXT_AND_PICTURES.search(words)
    signature = read_signature(
        TEXT_AND_PICTURES.sub(lambda found: " " * len(found[0]), words)
    )
    segment = trimmed(Kind.BYLINE, line, start, end)
    named = signature.has_role or role or both
    believed = known or _likely(signature) or (sure and signature.has_role)
    if segment is None or signature.rest or not named or not believed:
        return None
    segment.byline = _names(
        line, start, signature, role or (Role.WRITER if both else Role.REPORTER)
    )
    segment.byline = segment.byline or _nameless(line, start, words)
    segment.pictures_by = tuple(
        one.name for one in signature.names if both or one.role == "photo"
    )
    return segment if segment.byline or segment.pictures_by else None


def _likely(signature: Signature) -> bool:
    """Tell whether the names look like names or are padded; beside one that does, or a body, a rare
    surname is believed.
    """
    like = [
        looks_like_name(one.name) or one.end - one.start > len(one.name)
        for one in signature.names
    ]
    return all(like) or (
        signature.has_role and (any(like) or signature.has_body)
    )


def _names(
    line: Line, start: int, signature: Signature, default: Role
) -> tuple[ReadByline, ...]:
    byline = []
    for one in signature.names:
        if one.role != "photo":
            spans = line.place(start + one.start, start + one.end)
            byline.append(
                ReadByline(
                    one.name,
                    Role(one.role) if one.role else default,
                    (spans[0][0], spans[-1][1]),
                )
            )
    return tuple(byline)


def _nameless(line: Line, start: int, words: str) -> tuple[ReadByline, ...]:
    """Read a byline that names an office and no person (本报评论员)."""
    match = COMMENTATOR.fullmatch(words.strip(BYLINE_MARKS))
    if match is None:
        return ()
    at = start + words.index(match[0])
    spans = line.place(at, at + len(match[0]))
    return (
        ReadByline(match[0], Role.COMMENTATOR, (spans[0][0], spans[-1][1])),
    )


def _dateline(line: Line, match: re.Match[str]) -> Dateline:
    """Return the dateline; its date is settled later, when the year is known."""
    spans = line.place(match.start("source"), match.end("word"))
    plain = (
        not match["place"] and not match["date"] and "\u8baf" in match["word"]
    )
    source = match["source"] + match["word"] if plain else match["source"]
    return Dateline(source, match["place"], None, (spans[0][0], spans[-1][1]))


def date_before(words: str, issue: dt.date) -> dt.date | None:
    """Return the day that ``words`` (9月27日, 十四日) name, on or before the day of the issue."""
    parts = [number(part) or 0 for part in NUMBER.findall(words)]
    last_month = issue.replace(day=1) - dt.timedelta(days=1)
    candidates = {
        1: [
            (issue.year, issue.month, *parts),
            (last_month.year, last_month.month, *parts),
        ],
        2: [(issue.year, *parts), (issue.year - 1, *parts)],
    }.get(len(parts), [tuple(parts)])
    days = [
        day
        for candidate in candidates
        if (day := _day(candidate)) is not None and day <= issue
    ]
    return days[0] if days else None


def _day(parts: tuple[int, ...]) -> dt.date | None:
    try:
        return dt.date(*parts)
    except (TypeError, ValueError):
        return None
