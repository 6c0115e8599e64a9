"""Typeset an article: cut its texts into pieces, the words asked for marked and names led to their
people.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from articles.models import Article, Mention, Photo
from articles.models.selector import Part, Selector
from people.models import Person
from records.diff import runs

CLOSED = tuple("。！？…”』」）》!?)")
PILCROW = "¶"


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters set alike. ``anchor`` is on the first piece of the words sought; ``jump`` is
    another page's address.
    """

    text: str
    sought: bool = False
    anchor: bool = False
    person: int | None = None
    change: Literal["", "delete", "insert"] = ""
    jump: str = ""


@dataclass(frozen=True, slots=True)
class Marking:
    """A half-open range of Python offsets: words sought, or the name of a person."""

    start: int
    end: int
    person: int | None = None

    def touches(self, others: Iterable[Marking]) -> bool:
        """Tell whether one of the others shares a character with this one."""
        for other in others:
            if self.end > other.start and self.start < other.end:
                return True
        return False

    def piece(self, text: str, offset: int) -> Piece:
        """Cut what is marked of ``text``, which begins at ``offset``."""
        start = max(self.start - offset, 0)
        end = self.end - offset
        is_sought = self.person is None
        begins_here = self.start >= offset
        return Piece(
            text[start:end],
            sought=is_sought,
            anchor=is_sought and begins_here,
            person=self.person,
        )


@dataclass(frozen=True, slots=True)
class SetPhoto:
    photo: Photo
    caption: list[Piece]


@dataclass(slots=True)
class Setting:
    """An article as a page shows it; every text is a list of pieces, the body a list of
    paragraphs.
    """

    kicker: list[Piece]
    headline: list[Piece]
    subtitle: list[Piece]
    paragraphs: list[list[Piece]]
    photos: list[SetPhoto]
    people: list[Person]

    def join(self, rest: Setting, jump: Piece) -> None:
        """Put the other half behind; a sentence that the jump cut runs on in one paragraph."""
        first, *others = rest.paragraphs or [[]]
        if self._ends_a_sentence():
            self.paragraphs.append([jump, *first])
        else:
            self.paragraphs[-1] = [*self.paragraphs[-1], jump, *first]
        self.paragraphs += others
        self.photos += rest.photos
        people = [*self.people, *rest.people]
        self.people = list(dict.fromkeys(people))

    def _ends_a_sentence(self) -> bool:
        """Tell whether the last paragraph is complete; where there is none, nothing was cut."""
        if not self.paragraphs or not self.paragraphs[-1]:
            return True
        last = self.paragraphs[-1][-1]
        return last.text.endswith(CLOSED)


def cut(text: str, spans: Iterable[Marking], offset: int = 0) -> list[Piece]:
    """Cut ``text``, which begins at ``offset``, by the spans in order; a span that overlaps an
    earlier one is left out.
    """
    pieces = []
    at = 0
    for span in _within(spans, offset, offset + len(text)):
        if at and span.start < offset + at:
            continue
        start = span.start - offset
        if start > at:
            pieces.append(Piece(text[at:start]))
        pieces.append(span.piece(text, offset))
        at = min(span.end - offset, len(text))
    if at < len(text):
        pieces.append(Piece(text[at:]))
    return pieces


def _within(
    spans: Iterable[Marking], start: int, end: int
) -> Iterator[Marking]:
    """Yield the spans of which something stands between two offsets."""
    for span in spans:
        if span.end > start and span.start < end:
            yield span


def cut_paragraphs(
    body: str, spans: Sequence[Marking] = ()
) -> list[list[Piece]]:
    """Cut a body into paragraphs, each into pieces; span offsets count in the body."""
    if not body:
        return []
    paragraphs = []
    offset = 0
    for text in body.split("\n"):
        paragraphs.append(cut(text, spans, offset))
        offset += len(text) + 1
    return paragraphs


def set_article(article: Article, sought: Selector | None = None) -> Setting:
    """Set an article as corrected, words sought marked and names led to their people, its other
    half joined on.
    """
    setting = _set_half(article, sought)
    rest = article.continuation
    if rest is not None and rest.is_published:
        jump = Piece(rest.page.label, jump=rest.get_absolute_url())
        setting.join(_set_half(rest, None), jump)
    return setting


def set_as_read(article: Article) -> Setting:
    """Set an article as it was read from the print."""
    photos = [
        SetPhoto(photo, cut(photo.read_caption, []))
        for photo in article.photos.all()
    ]
    return Setting(
        kicker=cut(article.read_kicker, []),
        headline=cut(article.read_headline, []),
        subtitle=cut(article.read_subtitle, []),
        paragraphs=cut_paragraphs(article.read_body),
        photos=photos,
        people=_people(_mentions(article)),
    )


def set_changes(article: Article) -> Setting:
    """Set an article with the characters struck out and put in since it was read."""
    body = _changed(article.read_body, article.body)
    photos = [
        SetPhoto(photo, list(_changed(photo.read_caption, photo.caption)))
        for photo in article.photos.all()
    ]
    return Setting(
        kicker=list(_changed(article.read_kicker, article.kicker)),
        headline=list(_changed(article.read_headline, article.headline)),
        subtitle=list(_changed(article.read_subtitle, article.subtitle)),
        paragraphs=list(_paragraphs_of(body)),
        photos=photos,
        people=_people(_mentions(article)),
    )


def _set_half(article: Article, sought: Selector | None) -> Setting:
    mentions = _mentions(article)
    names = list(_first_names(mentions))
    return Setting(
        kicker=cut(article.kicker, _sought_in(sought, Part.KICKER)),
        headline=cut(article.headline, _sought_in(sought, Part.HEADLINE)),
        subtitle=cut(article.subtitle, _sought_in(sought, Part.SUBTITLE)),
        paragraphs=cut_paragraphs(
            article.body,
            _without_overlap(_sought_in(sought, Part.BODY), names),
        ),
        photos=[_set_photo(photo, sought) for photo in article.photos.all()],
        people=_people(mentions),
    )


def _set_photo(photo: Photo, sought: Selector | None) -> SetPhoto:
    spans = _sought_in(sought, Part.CAPTION, photo.pk)
    return SetPhoto(photo, cut(photo.caption, spans))


def _mentions(article: Article) -> list[Mention]:
    """Return the mentions of people in the order of the printed parts."""
    mentions = (
        article.mentions.published()
        .filter(person__isnull=False)
        .select_related("person")
    )
    return sorted(mentions, key=_place_in_print)


def _place_in_print(mention: Mention) -> tuple[int, int]:
    part = Part.values.index(mention.part)
    return part, mention.start


def _people(mentions: list[Mention]) -> list[Person]:
    people = (mention.person for mention in mentions)
    named = (person for person in people if person)
    return list(dict.fromkeys(named))


def _sought_in(
    sought: Selector | None, part: str, photo: int | None = None
) -> list[Marking]:
    """Return the words sought if they stand in this part, a caption by the key of its photo."""
    if sought is None or sought.part != part or sought.photo_id != photo:
        return []
    return [Marking(sought.start, sought.end)]


def _first_names(mentions: list[Mention]) -> Iterator[Marking]:
    """Yield where the body first names each person."""
    seen = set()
    for mention in mentions:
        person = mention.person_id
        if mention.part == Part.BODY and person not in seen:
            seen.add(person)
            yield Marking(mention.start, mention.end, person)


def _without_overlap(
    sought: list[Marking], names: list[Marking]
) -> list[Marking]:
    """Return all spans in order, without the names that the words sought touch: a mark is one
    whole.
    """
    clear = [name for name in names if not name.touches(sought)]
    return sorted([*sought, *clear], key=lambda span: span.start)


def _changed(old: str, new: str) -> Iterator[Piece]:
    for run in runs(old, new):
        if run.op == "equal":
            yield Piece(run.new)
            continue
        if run.old:
            yield Piece(run.old, change="delete")
        if run.new:
            yield Piece(run.new, change="insert")


def _paragraphs_of(pieces: Iterable[Piece]) -> Iterator[list[Piece]]:
    """Break pieces at the newlines of the new text; a newline that was struck out or put in shows
    as a pilcrow.
    """
    paragraph: list[Piece] = []
    for piece in pieces:
        first, *others = _lines_of(piece)
        paragraph.append(first)
        for line in others:
            yield paragraph
            paragraph = [line]
    if paragraph:
        yield paragraph


def _lines_of(piece: Piece) -> list[Piece]:
    """Break one piece at the newlines that stand in the new text."""
    if piece.change == "delete":
        return [replace(piece, text=piece.text.replace("\n", PILCROW))]
    first, *others = piece.text.split("\n")
    if piece.change and others:
        first += PILCROW
    return [replace(piece, text=text) for text in (first, *others)]
