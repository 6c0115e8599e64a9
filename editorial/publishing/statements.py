"""The rows that say what each current publication states: made from its content alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from articles.models import Publication
from articles.models.selector import Part
from articles.quotation import quoted
from editorial.publishing.resolving import NAMED, resolved
from editorial.publishing.signed.signed_fact import SignedFact
from events.models import Statement
from events.models.statement import CREDIT, About

# Which field of a photo holds the words of a part.
TEXT_OF_PHOTO: Mapping[str, str] = {
    Part.CAPTION: "caption",
    CREDIT: "creators",
}
ORDER_OF_PARTS = (*Part.values, CREDIT)


def statements_of(publication: Publication) -> list[Statement]:
    """Return the rows of one publication, unsaved; records that were merged since are the ones that
    stay.
    """
    content = resolved(publication.content)
    places = _Places(publication)
    return [
        _statement(publication, stated, places) for stated in _facts(content)
    ]


def _facts(content: dict[str, Any]) -> Iterator[SignedFact]:
    """Yield the facts, and each name that leads to a person as one more."""
    yield from content["facts"]
    for mark in content["marks"]:
        if mark["person"] is None:
            continue
        yield mark | {
            "about": About.PERSON.value,
            "subject": mark["person"],
            "field": Statement.MENTION,
            "object": None,
            "value": {"name": mark["name"]},
        }


class _Places:
    """The texts of a publication, and the order of places in them."""

    def __init__(self, publication: Publication) -> None:
        self.content = publication.content
        self.before = f"{publication.sort_label}/{publication.position:05}"
        photos = publication.content["photos"]
        self.photos = {photo["photo"]: photo for photo in photos}
        self.rank = {key: rank for rank, key in enumerate(self.photos)}

    def text(self, part: str, photo: int | None) -> str:
        """Return the text in which the words of a fact stand."""
        text: str
        if photo is None:
            text = self.content[part]
        else:
            text = self.photos[photo][TEXT_OF_PHOTO[part]]
        return text

    def key(self, part: str, photo: int | None, start: int) -> str:
        """Return what puts words in the order of print, those of one day."""
        rank = self.rank.get(photo, 0)
        order = ORDER_OF_PARTS.index(part)
        return f"{self.before}/{order}/{rank:03}/{start:07}"


def _statement(
    publication: Publication, stated: SignedFact, places: _Places
) -> Statement:
    part = stated["part"]
    photo = stated["photo"]
    start = stated["start"]
    end = stated["end"]
    text = places.text(part, photo)
    return Statement(
        publication=publication,
        article=publication.article_id,
        about=stated["about"],
        subject=stated["subject"],
        field=stated["field"],
        object=stated["object"],
        value=stated["value"],
        mark=stated["mark"],
        part=part,
        photo=photo,
        start=start,
        end=end,
        day=publication.day,
        place=places.key(part, photo, start),
        **quoted(text, start, end),
    )


@dataclass(frozen=True, slots=True)
class Touched:
    """The keys of the events and people that publications state."""

    events: frozenset[int]
    people: frozenset[int]

    @classmethod
    def by(cls, statements: Iterable[Any]) -> Touched:
        """Gather the records that these statements are about or name."""
        records = set()
        for each in statements:
            records.add((each.about, each.subject))
            named = NAMED.get(each.field)
            if named and each.object is not None:
                records.add((named, each.object))
        return cls.of_records(records)

    @classmethod
    def of_records(cls, records: Iterable[tuple[str, int]]) -> Touched:
        """Part the keys of records by what they are, a value of ``About``."""
        keys: dict[str, set[int]] = {kind: set() for kind in About.values}
        for kind, key in records:
            keys[kind].add(key)
        return cls(frozenset(keys[About.EVENT]), frozenset(keys[About.PERSON]))

    def __or__(self, other: Touched) -> Touched:
        return Touched(self.events | other.events, self.people | other.people)
