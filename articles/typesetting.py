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

CLOSED = "。！？…”』」）》!?)"


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

    def piece(self, text: str, offset: int) -> Piece:
        """Cut the part of this span that lies in ``text``, which begins at ``offset``."""
        start = max(self.start - offset, 0)
        end = self.end - offset
        sought = self.person is None
        return Piece(
            text[start:end],
            sought,
            sought and self.start >= offset,
            self.person,
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


def cut(text: str, spans: Iterable[Marking], offset: int = 0) -> list[Piece]:
    """Cut ``text``, which begins at ``offset``, by the spans in order; a span that overlaps an
    earlier one is left out.
    """
    pieces = []
    at = 0
    for span in spans:
        if (
            span.end <= offset + at
            or span.start >= offset + len(text)
            or (at and span.start < offset + at)
        ):
            continue
        start = max(span.start - offset, 0)
        pieces += [Piece(text[at:start])] if start > at else []
        pieces.append(span.piece(text, offset))
        at = min(span.end - offset, len(text))
    return [*pieces, Piece(text[at:])] if at < len(text) else pieces


def cut_paragraphs(body: str, spans: Sequence[Marking]) -> list[list[Piece]]:
    """Cut a body into paragraphs, each into pieces; span offsets count in the body."""
    paragraphs = []
    offset = 0
    for text in body.split("\n") if body else []:
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
        _join(
            setting,
            _set_half(rest, None),
            Piece(rest.page.label, jump=rest.get_absolute_url()),
        )
    return setting


def set_as_read(article: Article) -> Setting:
    """Set an article as it was read from the print."""
    kicker, headline, subtitle = (
        cut(getattr(article, f"read_{name}"), [])
        for name in Article.TEXT_FIELDS[:3]
    )
    photos = [
        SetPhoto(photo, cut(photo.read_caption, []))
        for photo in article.photos.all()
    ]
    return Setting(
        kicker,
        headline,
        subtitle,
        cut_paragraphs(article.read_body, []),
        photos,
        _people(_mentions(article)),
    )


def set_changes(article: Article) -> Setting:
    """Set an article with the characters struck out and put in since it was read."""
    kicker, headline, subtitle, body = (
        list(_changed(getattr(article, f"read_{name}"), getattr(article, name)))
        for name in Article.TEXT_FIELDS
    )
    photos = [
        SetPhoto(photo, list(_changed(photo.read_caption, photo.caption)))
        for photo in article.photos.all()
    ]
    return Setting(
        kicker,
        headline,
        subtitle,
        list(_paragraphs_of(body)),
        photos,
        _people(_mentions(article)),
    )


def _set_half(article: Article, sought: Selector | None) -> Setting:
    mentions = _mentions(article)
    kicker, headline, subtitle = (
        cut(getattr(article, part), _sought_in(sought, part))
        for part in Article.TEXT_FIELDS[:3]
    )
    spans = _without_overlap(
        _sought_in(sought, Part.BODY), list(_first_names(mentions))
    )
    photos = [
        SetPhoto(
            photo, cut(photo.caption, _sought_in(sought, Part.CAPTION, photo))
        )
        for photo in article.photos.all()
    ]
    return Setting(
        kicker,
        headline,
        subtitle,
        cut_paragraphs(article.body, spans),
        photos,
        _people(mentions),
    )


def _mentions(article: Article) -> list[Mention]:
    """Return the mentions of people in the order of the printed parts."""
    mentions = (
        article.mentions.published()
        .filter(person__isnull=False)
        .select_related("person")
    )
    return sorted(
        mentions,
        key=lambda mention: (Part.values.index(mention.part), mention.start),
    )


def _people(mentions: list[Mention]) -> list[Person]:
    people = (mention.person for mention in mentions if mention.person)
    return list(dict.fromkeys(people))


def _sought_in(
    sought: Selector | None, part: str, photo: Photo | None = None
) -> list[Marking]:
    if (
        sought is None
        or sought.part != part
        or sought.photo_id != (photo.pk if photo else None)
    ):
        return []
    return [Marking(sought.start, sought.end)]


def _first_names(mentions: list[Mention]) -> Iterator[Marking]:
    """Yield where the body first names each person."""
    seen = set()
    for mention in mentions:
        if mention.part == Part.BODY and mention.person_id not in seen:
            seen.add(mention.person_id)
            yield Marking(mention.start, mention.end, mention.person_id)


def _without_overlap(
    sought: list[Marking], names: list[Marking]
) -> list[Marking]:
    """Return all spans in order, without the names that the words sought touch: a mark is one
    whole.
    """
    clear = [
        name
        for name in names
        if all(
            name.end <= span.start or name.start >= span.end for span in sought
        )
    ]
    return sorted([*sought, *clear], key=lambda span: span.start)


def _join(setting: Setting, rest: Setting, jump: Piece) -> None:
    """Put the other half behind; a sentence that the jump cut runs on in one paragraph."""
    first, *others = rest.paragraphs or [[]]
    if setting.paragraphs and setting.paragraphs[-1]:
        last_text = setting.paragraphs[-1][-1].text
    else:
        last_text = "。"
    if last_text.endswith(tuple(CLOSED)):
        setting.paragraphs += [[jump, *first], *others]
    else:
        setting.paragraphs[-1] = [*setting.paragraphs[-1], jump, *first]
        setting.paragraphs += others
    setting.photos += rest.photos
    setting.people = list(dict.fromkeys([*setting.people, *rest.people]))


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
        if piece.change == "delete":
            paragraph.append(replace(piece, text=piece.text.replace("\n", "¶")))
            continue
        first, *rest = piece.text.split("\n")
        mark = "¶" if piece.change and rest else ""
        paragraph.append(replace(piece, text=first + mark))
        for text in rest:
            yield paragraph
            paragraph = [replace(piece, text=text)]
    if paragraph:
        yield paragraph
