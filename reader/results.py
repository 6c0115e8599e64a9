"""What the reader returns: plain values that carry their place on the page.

Offsets are half-open Python ``str`` offsets into the decoded page text, so ``page.text[start:end]``
is what is printed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from operator import attrgetter

from reader.known_beforehand import FixedExpression as FixedExpression
from reader.known_beforehand import PageContext as PageContext
from reader.known_beforehand import RosterEntry as RosterEntry
from reader.vocabulary import BlockKind as BlockKind
from reader.vocabulary import EventKind as EventKind
from reader.vocabulary import PartOfDay as PartOfDay
from reader.vocabulary import Role as Role
from reader.vocabulary import Severity as Severity

Span = tuple[int, int]


class PageError(ValueError):
    """Say why a page cannot be read; the message names the place in the text."""


def on_page(sources: Sequence[Span], start: int, end: int) -> Span:
    """Return the page span of ``text[start:end]``, where ``text`` is joined from ``sources``.

    Words that are cut reach over what stands between the pieces. Raises ``PageError`` for an offset
    behind the text.
    """
    return _place(sources, start), _place(sources, end - 1) + 1


def _place(sources: Sequence[Span], offset: int) -> int:
    left = offset
    for start, end in sources:
        length = end - start
        if left < length:
            return start + left
        left -= length
    raise PageError(f"offset {left} lies behind the paragraph's text")


@dataclass(frozen=True, slots=True)
class Block:
    """One run of page text; ``article`` is its article's index on the page, None for furniture."""

    kind: BlockKind
    start: int
    end: int
    article: int | None = None


@dataclass(frozen=True, slots=True)
class ReadByline:
    """One signed name, without padding spaces; ``span`` is the name as printed."""

    name: str
    role: Role
    span: Span


@dataclass(frozen=True, slots=True)
class Dateline:
    """The opening of a report: its source (本报讯), place and date, None where not printed;
    ``is_whole`` says that its date is printed with the year.
    """

    source: str | None = None
    place: str | None = None
    date: dt.date | None = None
    span: Span | None = None
    is_whole: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph with its cuts joined; ``text`` is what its ``sources`` hold on the page."""

    text: str
    sources: tuple[Span, ...]

    def on_page(self, start: int, end: int) -> Span:
        """Return the page span of ``text[start:end]``, from its first to its last character."""
        return on_page(self.sources, start, end)


@dataclass(frozen=True, slots=True)
class ReadPhoto:
    """A caption and its credit; ``span`` covers both, ``caption_span`` the caption alone."""

    caption: str
    photographers: tuple[str, ...]
    credit: str
    span: Span
    caption_span: Span


@dataclass(frozen=True, slots=True)
class ReadMention:
    """A person named in a heading, a paragraph or a caption; ``name`` is without padding spaces."""

    name: str
    span: Span


@dataclass(frozen=True, slots=True)
class ReadParticipant:
    """A part in an event, with the sentence that states it.

    ``role`` is a row of ``reader.events.parts.role_forms.ROLES``, a printed title behind it in
    brackets;
    ``rank`` is the place in the printed list from 1, None for one who stands alone.
    """

    name: str
    role: str
    rank: int | None
    span: Span
    evidence: Span
    delegations: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadDelegation:
    """A delegation with the place or body its members come from, as printed."""

    number: int
    origin: str
    evidence: Span


@dataclass(frozen=True, slots=True)
class Attendance:
    """The printed count of a meeting; a part that is not printed is None."""

    expected: int | None
    absent: int | None
    present: int | None
    evidence: Span


@dataclass(frozen=True, slots=True)
class VoteCount:
    """A printed count of votes; ``evidence`` states it and its subject.

    ``abstained`` is None and ``subject`` "" where they are not printed."""

    in_favour: int
    against: int
    abstained: int | None
    evidence: Span
    subject: str = ""


@dataclass(frozen=True, slots=True)
class ReadAgendaItem:
    """One thing a meeting dealt with or decided, as printed."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class ReadPost:
    """A post that the page's words give a person."""

    name: str
    post: str
    span: Span


@dataclass(frozen=True, slots=True)
class ReadEvent:
    """Something that happened or will happen.

    ``edtf`` is an EDTF level 1 date or interval. ``span`` states the event, ``place_span`` and
    ``time_span`` are printed words, ``congress`` names its congress in full, or is "".
    ``leans_on_issue`` says that the date is worked out from the day of issue (昨日, 9月27日)."""

    title: str
    kind: EventKind
    date: dt.date | None
    edtf: str
    time: dt.time | None
    part_of_day: PartOfDay | None
    approximate: bool
    place: str | None
    span: Span
    participants: tuple[ReadParticipant, ...] = ()
    place_span: Span | None = None
    time_span: Span | None = None
    congress: str = ""
    attendance: Attendance | None = None
    delegations: tuple[ReadDelegation, ...] = ()
    votes: tuple[VoteCount, ...] = ()
    agenda: tuple[ReadAgendaItem, ...] = ()
    decisions: tuple[ReadAgendaItem, ...] = ()
    elected: tuple[ReadPost, ...] = ()
    leans_on_issue: bool = True


@dataclass(frozen=True, slots=True)
class ReadCongress:
    """A numbered congress the page reports; ``span`` states its name, ``leans_on_issue`` says that
    ``start`` is worked out from the day of issue.

    市第十二次, 市第十三次 and 省第十二次 are three."""

    name: str
    number: int
    start: dt.date | None
    span: Span
    short_names: tuple[str, ...] = ()
    leans_on_issue: bool = True


@dataclass(frozen=True, slots=True)
class ReadFinding:
    """Something to doubt: ``severity`` is a value of ``Severity``, ``rule`` names who doubts it.

    ``replacement`` is None when there is none to offer."""

    rule: str
    severity: int
    start: int
    end: int
    message: str
    replacement: str | None = None


def in_printed_order(found: Iterable[ReadFinding]) -> list[ReadFinding]:
    """Return findings by their place on the page, those in one place by rule."""
    return sorted(found, key=attrgetter("start", "end", "rule"))


@dataclass(frozen=True, slots=True)
class ReadArticle:
    """One article in reading order.

    A heading is "" when absent; several lines of one rank are joined by one space.
    ``heading_sources`` maps a rank to its lines' spans; ``heading_alternatives`` are other readings
    (kicker, headline, subtitle)."""

    span: Span
    kicker: str = ""
    headline: str = ""
    subtitle: str = ""
    byline: tuple[ReadByline, ...] = ()
    dateline: Dateline = Dateline()
    paragraphs: tuple[Paragraph, ...] = ()
    photos: tuple[ReadPhoto, ...] = ()
    continues_on: str | None = None
    continued_from: str | None = None
    mentions: tuple[ReadMention, ...] = ()
    events: tuple[ReadEvent, ...] = ()
    heading_sources: Mapping[str, tuple[Span, ...]] = field(
        default_factory=dict
    )
    heading_alternatives: tuple[tuple[str, str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class ReadPage:
    """Everything read on one page.

    ``coverage`` is the share of non-space characters that lie in exactly one block; ``edition`` is
    the name of one beside the ordinary one, where it is known."""

    text: str
    newspaper: str | None
    date: dt.date | None
    page: str | None
    coverage: float
    blocks: tuple[Block, ...]
    articles: tuple[ReadArticle, ...]
    posts: tuple[ReadPost, ...] = ()
    congresses: tuple[ReadCongress, ...] = ()
    findings: tuple[ReadFinding, ...] = ()
    edition: str | None = None
