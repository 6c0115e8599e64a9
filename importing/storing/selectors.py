"""Mentions and evidence: the page's words as selectors of article parts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TypeVar

from articles.models import Article, Evidence, Mention, Photo
from articles.models.selector import Selector, TextRange
from editorial.anchoring import moved
from editorial.models import StepRow
from importing.models.earlier_reading import TextKey
from importing.storing.offsets import Place
from importing.storing.page_load import PageLoad, fits
from reader.results import Span
from records.diff import Run, runs

WordsKey = tuple[int, str, int | None, int, int]
Anchored = TypeVar("Anchored", bound=Selector)


@dataclass(frozen=True, slots=True)
class PartText:
    """One part of an article as corrected; a caption is a photo's."""

    article: Article
    part: str
    photo: Photo | None

    @property
    def key(self) -> TextKey:
        photo_key = self.photo.pk if self.photo else None
        return self.article.pk, self.part, photo_key

    @property
    def text(self) -> str:
        return getattr(self._holder, self.part)

    @property
    def read_text(self) -> str:
        return getattr(self._holder, f"read_{self.part}")

    def write(self, text: str, *, as_read: str) -> None:
        """Put the text that stands, and the one as read now, into the record."""
        setattr(self._holder, self.part, text)
        setattr(self._holder, f"read_{self.part}", as_read)

    @property
    def _holder(self) -> Article | Photo:
        return self.photo or self.article


@dataclass(frozen=True, slots=True)
class ArticleWords:
    """Words of an article: ``start``/``end`` are half-open Python offsets into the part as
    corrected.
    """

    within: PartText
    start: int
    end: int

    @property
    def key(self) -> WordsKey:
        return (*self.within.key, self.start, self.end)

    @property
    def text(self) -> str:
        return self.within.text[self.start : self.end]


@dataclass(slots=True)
class Anchors:
    """The selectors of one load, each place once, stored and new ones alike."""

    load: PageLoad
    mentions: dict[WordsKey, Mention] = field(default_factory=dict)
    evidence: dict[WordsKey, Evidence] = field(default_factory=dict)
    seen: set[WordsKey] = field(default_factory=set)
    taken_out: set[tuple[int, str, str]] = field(default_factory=set)
    replaced: list[Selector] = field(default_factory=list)
    _edits: dict[TextKey, list[Run]] = field(default_factory=dict)

    @classmethod
    def with_stored(cls, load: PageLoad) -> Anchors:
        """Return what earlier loads and editors anchored in the load's articles, and what editors
        took out there.
        """
        articles = [article.pk for article in load.articles]
        return cls(
            load,
            mentions=_stored(Mention, articles),
            evidence=_stored(Evidence, articles),
            taken_out=_taken_out_of(articles),
        )

    def find(self, span: Span) -> ArticleWords | None:
        """Return where these page words stand in an article as corrected; None when in no one part,
        or edited away.
        """
        place = self.load.places.find(span)
        if place is None:
            return None
        part = part_at(self.load, place)
        standing = self._standing(part, place.start, place.end)
        return ArticleWords(part, *standing) if standing else None

    def mention(self, name: str, span: Span) -> Mention | None:
        """Record that these page words are a name."""
        words = self.find(span)
        if words is None:
            self._report_unplaced(span, name)
            return None
        if self._is_taken_out(words):
            return None
        if not fits(Mention, name=name):
            return None
        key = words.key
        self.seen.add(key)
        self._make_way(self.mentions, words)
        mention = self.mentions.get(key)
        if mention is None:
            mention = self._new_mention(name, words)
            self.mentions[key] = mention
        return mention

    def state(self, span: Span, fact: str) -> Evidence | None:
        """Return the evidence for these page words; without a part to hold them the fact becomes a
        finding.
        """
        words = self.find(span)
        if words is None:
            self._report_unplaced(span, fact)
            return None
        key = words.key
        self._make_way(self.evidence, words)
        evidence = self.evidence.get(key)
        if evidence is None:
            evidence = _anchored(Evidence(), words)
            self.evidence[key] = evidence
        return evidence

    def stated(self, span: Span) -> Evidence | None:
        """Return the evidence that ``state`` gave for these page words; None where it gave none."""
        words = self.find(span)
        return self.evidence.get(words.key) if words else None

    def save(self) -> None:
        """Store the selectors that are new, and those that stand again or made way."""
        self.load.store(self.replaced)
        self._create_new(self.mentions.values())
        self._create_new(self.evidence.values())

    def _new_mention(self, name: str, words: ArticleWords) -> Mention:
        mention = Mention(
            name=name,
            person=self.load.people[name],
        )
        return _anchored(mention, words)

    def _create_new(self, selectors: Iterable[Selector]) -> None:
        self.load.create(one for one in selectors if one.pk is None)

    def _is_taken_out(self, words: ArticleWords) -> bool:
        """Tell whether an editor has deleted the mention of these words."""
        article, part, _photo = words.within.key
        return (article, part, words.text) in self.taken_out

    def _make_way(
        self, held: dict[WordsKey, Anchored], words: ArticleWords
    ) -> None:
        """Let edited words stand again that are back in their place; others make way, for a place
        belongs to one.
        """
        record = held.get(words.key)
        if record is None or not record.check_again:
            return
        del held[words.key]
        self.replaced.append(record)
        if record.exact == words.text:
            _let_stand(record, words)
        else:
            _move_aside(record, held)
        held[key_of(record)] = record

    def _report_unplaced(self, span: Span, fact: str) -> None:
        if self.load.places.find(span) is None:
            self.load.doubt_fact(span, fact)

    def _standing(
        self, part: PartText, start: int, end: int
    ) -> TextRange | None:
        """Carry offsets into a part as read over to the part as corrected; None when the words were
        edited.
        """
        if part.read_text == part.text:
            return start, end
        return moved(self._edits_of(part), start, end)

    def _edits_of(self, part: PartText) -> list[Run]:
        """Return what leads from a part as read to the part as corrected, compared once."""
        key = part.key
        if key not in self._edits:
            self._edits[key] = runs(part.read_text, part.text)
        return self._edits[key]


def part_at(load: PageLoad, place: Place) -> PartText:
    """Return the part of a stored article that a place as read stands in."""
    article = load.articles[place.article]
    return PartText(article, place.part, _photo_at(load, place))


def _photo_at(load: PageLoad, place: Place) -> Photo | None:
    if place.photo is None:
        return None
    return load.photos[place.article][place.photo]


def key_of(record: Selector) -> WordsKey:
    """Return what tells the place of a selector from all others."""
    return (
        record.article_id,
        record.part,
        record.photo_id,
        record.start,
        record.end,
    )


def _stored(
    model: type[Anchored], articles: list[int]
) -> dict[WordsKey, Anchored]:
    """Return the selectors of these articles by their places."""
    records = model._default_manager.filter(article__in=articles)
    return {key_of(record): record for record in records}


def _taken_out_of(articles: list[int]) -> set[tuple[int, str, str]]:
    """Return article, part and words of the mentions that editors deleted."""
    deleted = StepRow.objects.of_people().filter(
        kind="mention",
        after__isnull=True,
        step__changed__in=articles,
    )
    rows = [row.before or {} for row in deleted]
    return {(row["article_id"], row["part"], row["exact"]) for row in rows}


def _anchored(record: Anchored, words: ArticleWords) -> Anchored:
    """Point a new selector at these words."""
    within = words.within
    record.article = within.article
    record.part = within.part
    record.photo = within.photo
    record.anchor(words.start, words.end)
    return record


def _let_stand(record: Selector, words: ArticleWords) -> None:
    record.anchor(words.start, words.end)
    record.check_again = False


def _move_aside(record: Selector, held: dict[WordsKey, Anchored]) -> None:
    """Lengthen words that no longer stand here until nobody else has their place."""
    record.end += 1
    while key_of(record) in held:
        record.end += 1
