"""Typeset what was published of an article: cut its texts into pieces, the words asked for marked
and names led to their people.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from django.urls import reverse

from articles.models import Publication, PublicPhoto
from articles.models.public_photo import photos_in
from articles.models.selector import Part
from articles.pieces import (
    Marking,
    Piece,
    break_paragraphs,
    cut,
    cut_changes,
    cut_paragraphs,
    without_overlap,
)
from records.grouping import firsts

CLOSED = tuple("。！？…”』」）》!?)")
HEADINGS = ("kicker", "headline", "subtitle")
# Where words stand: ``part``, ``photo``, ``start``, ``end`` of a mark or fact of the content.
PlaceInArticle = dict[str, Any]
# The key of the person by the key of the mark that names them; of people merged the one who stays.
Names = dict[int, int]


@dataclass(frozen=True, slots=True)
class PrintedName:
    """A person as an article names them, and in pinyin where that is asked for."""

    person: int
    name: str
    romanized: str = ""

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("person", args=[self.person])


@dataclass(frozen=True, slots=True)
class SetPhoto:
    """A photo with its caption; its picture stands with it while it is one that readers see."""

    photo: PublicPhoto
    caption: list[Piece]
    has_picture: bool = True


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
    people: list[PrintedName]

    def join(self, rest: Setting, jump: Piece) -> None:
        """Put the other half behind; a sentence that the jump cut runs on in one paragraph."""
        first, *others = rest.paragraphs or [[]]
        if self._ends_a_sentence():
            self.paragraphs.append([jump, *first])
        else:
            self.paragraphs[-1] = [*self.paragraphs[-1], jump, *first]
        self.paragraphs += others
        self.photos += rest.photos
        self.people = _each_once([*self.people, *rest.people])

    def leave_pictures(self, public: set[int]) -> None:
        """Let only the photos of these keys stand with their pictures."""
        self.photos = [
            replace(each, has_picture=each.photo.pk in public)
            for each in self.photos
        ]

    def _ends_a_sentence(self) -> bool:
        """Tell whether the last paragraph is complete; where there is none, nothing was cut."""
        last = self._last_paragraph
        return not last or last[-1].text.endswith(CLOSED)

    @property
    def _last_paragraph(self) -> list[Piece]:
        return self.paragraphs[-1] if self.paragraphs else []


@dataclass(frozen=True, slots=True)
class Texts:
    """The words of a publication in one of their states: texts by part, captions by photo."""

    parts: dict[str, str]
    captions: dict[int, str]

    @classmethod
    def corrected(cls, publication: Publication) -> Texts:
        content = publication.content
        return cls._of(publication, content, "caption")

    @classmethod
    def as_read(cls, publication: Publication) -> Texts:
        read = publication.content["read"]
        return cls._of(publication, read, "read_caption")

    @classmethod
    def _of(
        cls, publication: Publication, parts: dict[str, str], caption: str
    ) -> Texts:
        photos = publication.content["photos"]
        captions = {photo["photo"]: photo[caption] for photo in photos}
        return cls(parts, captions)


def set_article(
    publication: Publication,
    names: Names,
    *,
    sought: PlaceInArticle | None = None,
    rest: Publication | None = None,
) -> Setting:
    """Set an article as corrected, words sought marked and names led to their people, its other
    half joined on.
    """
    setting = _set_half(publication, names, sought)
    if rest is not None:
        half = _set_half(rest, names, None)
        setting.join(half, _jump_to(rest))
    return setting


def _jump_to(rest: Publication) -> Piece:
    """Return the label of the page on which an article goes on, led there."""
    return Piece(rest.page.label, jump=rest.get_absolute_url())


def set_as_read(publication: Publication, names: Names) -> Setting:
    """Set an article as it was read from the print."""
    texts = Texts.as_read(publication)
    return _set_plain(publication, texts, names)


def set_changes(
    publication: Publication, names: Names, old: Texts | None = None
) -> Setting:
    """Set an article with the characters struck out and put in since it had the old texts: those
    that were read, unless others are given.
    """
    new = Texts.corrected(publication)
    old = old or Texts.as_read(publication)
    headings = {
        name: cut_changes(old.parts[name], new.parts[name]) for name in HEADINGS
    }
    body = cut_changes(old.parts["body"], new.parts["body"])
    captions = {
        key: cut_changes(old.captions.get(key, ""), caption)
        for key, caption in new.captions.items()
    }
    return Setting(
        **headings,
        paragraphs=list(break_paragraphs(body)),
        photos=_set_photos(publication, captions),
        people=_people(_marks(publication, names)),
    )


def set_version(publication: Publication) -> Setting:
    """Set a publication that is not the current one: its words, which lead nowhere."""
    return _set_plain(publication, Texts.corrected(publication), {})


def _set_plain(publication: Publication, texts: Texts, names: Names) -> Setting:
    headings = {name: cut(texts.parts[name]) for name in HEADINGS}
    captions = {key: cut(caption) for key, caption in texts.captions.items()}
    return Setting(
        **headings,
        paragraphs=cut_paragraphs(texts.parts["body"]),
        photos=_set_photos(publication, captions),
        people=_people(_marks(publication, names)),
    )


def _set_half(
    publication: Publication, names: Names, sought: PlaceInArticle | None
) -> Setting:
    content = publication.content
    marks = _marks(publication, names)
    headings = {
        name: cut(content[name], _sought_in(sought, name)) for name in HEADINGS
    }
    in_body = without_overlap(
        _sought_in(sought, Part.BODY), list(_first_names(marks))
    )
    captions = {
        photo["photo"]: _set_caption(photo, sought)
        for photo in content["photos"]
    }
    return Setting(
        **headings,
        paragraphs=cut_paragraphs(content["body"], in_body),
        photos=_set_photos(publication, captions),
        people=_people(marks),
    )


def _set_caption(
    photo: dict[str, Any], sought: PlaceInArticle | None
) -> list[Piece]:
    markings = _sought_in(sought, Part.CAPTION, photo["photo"])
    return cut(photo["caption"], markings)


def _set_photos(
    publication: Publication, captions: dict[int, list[Piece]]
) -> list[SetPhoto]:
    photos = photos_in(publication)
    return [SetPhoto(photo, captions[photo.pk]) for photo in photos]


def _marks(publication: Publication, names: Names) -> list[dict[str, Any]]:
    """Return the names that lead to people, in the order of the printed parts, with the keys of the
    people who stay.
    """
    return [
        mark | {"person": names[mark["mark"]]}
        for mark in publication.content["marks"]
        if mark["mark"] in names
    ]


def _people(marks: Iterable[dict[str, Any]]) -> list[PrintedName]:
    return _each_once(
        PrintedName(mark["person"], mark["name"]) for mark in marks
    )


def _each_once(people: Iterable[PrintedName]) -> list[PrintedName]:
    """Return each person once, under the name that stands first."""
    first = firsts((each.person, each) for each in people)
    return list(first.values())


def _sought_in(
    sought: PlaceInArticle | None, part: str, photo: int | None = None
) -> list[Marking]:
    """Return the words sought if they stand in this part, a caption by the key of its photo."""
    if sought is None:
        return []
    place = (sought["part"], sought["photo"])
    if place != (part, photo):
        return []
    return [Marking(sought["start"], sought["end"])]


def _first_names(marks: Iterable[dict[str, Any]]) -> Iterator[Marking]:
    """Yield where the body first names each person."""
    first: dict[int, dict[str, Any]] = {}
    for mark in marks:
        if mark["part"] == Part.BODY:
            first.setdefault(mark["person"], mark)
    for person, mark in first.items():
        yield Marking(mark["start"], mark["end"], person)
