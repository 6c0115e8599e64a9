"""Mentions and evidence: the page's words as selectors of article parts."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeVar

from articles.models import Article, Evidence, Mention, Photo
from articles.models.selector import Part, Selector
from editorial.anchoring import moved
from importing.storing.page_load import PageLoad, fits
from reader.results import Span
from records.diff import Run, runs
from records.history import LOADED

Key = tuple[int, str, int | None, int, int]
Anchored = TypeVar("Anchored", bound=Selector)


@dataclass(frozen=True, slots=True)
class Words:
    """Words of an article: ``start``/``end`` are half-open Python offsets into the part as
    corrected.
    """

    article: Article
    part: str
    photo: Photo | None
    start: int
    end: int

    @property
    def key(self) -> Key:
        return (
            self.article.pk,
            self.part,
            self.photo and self.photo.pk,
            self.start,
            self.end,
        )

    @property
    def text(self) -> str:
        return text_of(self.article, self.part, self.photo)[
            self.start : self.end
        ]


@dataclass(slots=True)
class Anchors:
    """The selectors of one load, each place once, stored and new ones alike."""

    load: PageLoad
    mentions: dict[Key, Mention] = field(default_factory=dict)
    evidence: dict[Key, Evidence] = field(default_factory=dict)
    seen: set[Key] = field(default_factory=set)
    taken_out: set[tuple[int, str, str]] = field(default_factory=set)
    replaced: list[Selector] = field(default_factory=list)
    _edits: dict[tuple[int, str, int | None], list[Run]] = field(
        default_factory=dict
    )

    def with_stored(self) -> Anchors:
        """Take in what earlier loads and editors anchored in the same articles, and what editors
        took out there.
        """
        articles = [article.pk for article in self.load.articles]
        for model, held in (
            (Mention, self.mentions),
            (Evidence, self.evidence),
        ):
            held.update(
                {
                    key_of(record): record
                    for record in model.objects.filter(article__in=articles)
                }
            )
        deleted = Mention.history.filter(
            article_id__in=articles, history_type="-"
        ).exclude(history_change_reason=LOADED)
        self.taken_out = set(deleted.values_list("article_id", "part", "exact"))
        return self

    def find(self, span: Span) -> Words | None:
        """Return where these page words stand in an article as corrected; None when in no one part,
        or edited away.
        """
        place = self.load.places.find(span)
        if place is None:
            return None
        article = self.load.articles[place.article]
        if place.photo is None:
            photo = None
        else:
            photo = self.load.photos[place.article][place.photo]
        moved = self._moved(
            Words(article, place.part, photo, place.start, place.end)
        )
        return moved and Words(article, place.part, photo, *moved)

    def mention(self, name: str, span: Span) -> Mention | None:
        """Record that these page words are a name."""
        words = self.find(span)
        if words is None:
            return self._report(span, name)
        if (
            words.article.pk,
            words.part,
            words.text,
        ) in self.taken_out or not fits(Mention, name=name):
            return None
        self.seen.add(words.key)
        return self._anchored(
            Mention,
            self.mentions,
            words,
            name=name,
            person=self.load.people[name],
        )

    def state(self, span: Span, fact: str) -> Evidence | None:
        """Return the evidence for these page words; without a part to hold them the fact becomes a
        finding.
        """
        words = self.find(span)
        if words is None:
            return self._report(span, fact)
        return self._anchored(Evidence, self.evidence, words)

    def save(self) -> None:
        """Store the selectors that are new, and those that stand again or made way."""
        self.load.store(self.replaced)
        self.load.create(
            record for record in self.mentions.values() if record.pk is None
        )
        self.load.create(
            record for record in self.evidence.values() if record.pk is None
        )

    def _anchored(
        self,
        model: type[Anchored],
        held: dict[Key, Anchored],
        words: Words,
        **fields: object,
    ) -> Anchored:
        if words.key in held and held[words.key].check_again:
            self._settle(held, words)
        if words.key not in held:
            record = model(
                article=words.article,
                part=words.part,
                photo=words.photo,
                **fields,
            )
            record.anchor(words.start, words.end)
            held[words.key] = record
        return held[words.key]

    def _settle(self, held: dict[Key, Anchored], words: Words) -> None:
        """Let edited words stand again that are back in their place; others make way, for a place
        belongs to one.
        """
        record = held.pop(words.key)
        self.replaced.append(record)
        if record.exact == words.text:
            record.anchor(words.start, words.end)
            record.check_again = False
        else:
            record.end += 1
            while key_of(record) in held:
                record.end += 1
        held[key_of(record)] = record

    def _report(self, span: Span, fact: str) -> None:
        if self.load.places.find(span) is None:
            self.load.doubt_fact(span, fact)

    def _moved(self, words: Words) -> Span | None:
        """Carry offsets into a part as read over to the part as corrected; None when the words were
        edited.
        """
        read = text_of(words.article, words.part, words.photo, as_read=True)
        corrected = text_of(words.article, words.part, words.photo)
        if read == corrected:
            return words.start, words.end
        part = words.key[:3]
        if part not in self._edits:
            self._edits[part] = runs(read, corrected)
        return moved(self._edits[part], words.start, words.end)


def text_of(
    article: Article, part: str, photo: Photo | None, *, as_read: bool = False
) -> str:
    """Return the text of one part of an article, as corrected or as read."""
    return getattr(
        photo if part == Part.CAPTION else article,
        f"read_{part}" if as_read else part,
    )


def key_of(record: Selector) -> Key:
    return (
        record.article_id,
        record.part,
        record.photo_id,
        record.start,
        record.end,
    )
