"""One page's load: what its parts share, and how they create records."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from django.contrib.auth.models import User
from django.db.models import Model
from django.utils.translation import gettext as _

from articles.models import Article, Newspaper, Page, Photo
from editorial.models import Finding, Rule, Severity
from editorial.steps.loads.load_steps import LoadStep
from importing.models import EarlierReading
from importing.models.earlier_reading import TextKey
from importing.storing.offsets import Offsets
from importing.storing.picture_places import PlacedPictures
from people.models import Person
from reader import ReadPage
from reader.results import ReadEvent, ReadFinding, Span
from records.bulk import insert


@dataclass(slots=True)
class PageLoad:
    """What is known while one page is stored.

    ``articles`` stand in the order of ``read.articles``, ``photos`` likewise for each article.
    ``known`` are the keys of the articles where people have laid the page out, ``unsettled`` what
    was read before readings that nobody has decided on yet; ``people`` maps a name to its person,
    None for a name that could be two. ``doubts`` and ``reports`` are what the load itself has to
    say, ``changes`` what it changed of stored records."""

    read: ReadPage
    newspaper: Newspaper
    page: Page
    by: User | None = None
    is_new: bool = True
    articles: list[Article] = field(default_factory=list)
    photos: list[list[Photo]] = field(default_factory=list)
    people: dict[str, Person | None] = field(default_factory=dict)
    doubts: list[ReadFinding] = field(default_factory=list)
    reports: list[Finding] = field(default_factory=list)
    known: list[int] = field(default_factory=list)
    unsettled: dict[TextKey, EarlierReading] = field(default_factory=dict)
    placed: PlacedPictures = field(default_factory=PlacedPictures)
    places: Offsets = field(init=False)
    changes: LoadStep = field(init=False)

    def __post_init__(self) -> None:
        self.places = Offsets(self.read)
        self.changes = LoadStep(tells_made=not self.is_new)

    def events_read(self) -> Iterator[ReadEvent]:
        """Yield the events that the page's articles tell, in printed order."""
        for article in self.read.articles:
            yield from article.events

    def create(self, records: Iterable[Model]) -> None:
        """Save new records of one model in bulk."""
        records = list(records)
        if records:
            insert(records)
            self.changes.note_made(records)

    def store(self, records: Iterable[Model]) -> None:
        """Save records of one model: new ones in bulk, the few stored ones one by one."""
        records = list(records)
        stored = [record for record in records if record.pk]
        self.create(record for record in records if not record.pk)
        self.changes.watch(stored)
        for record in stored:
            record.save()

    def save_again(self, record: Model, *names: str) -> None:
        """Save a stored record, or these fields of it."""
        self.changes.watch([record])
        record.save(update_fields=names or None)

    def delete(self, record: Model) -> None:
        """Delete a stored record."""
        self.changes.watch([record])
        record.delete()

    def doubt(
        self,
        rule: str,
        span: Span,
        message: str,
        severity: Severity = Severity.NOTICE,
    ) -> None:
        """Report something at these page offsets; it becomes a finding when the page is stored."""
        finding = ReadFinding(rule, severity, *span, message)
        if finding not in self.doubts:
            self.doubts.append(finding)

    def doubt_fact(self, span: Span, fact: str) -> None:
        """Report a fact that the page states and the records cannot hold, so that nothing read is
        lost.
        """
        message = _("Read but not recorded: %(fact)s.")
        words = {"fact": fact[:200]}
        self.doubt(Rule.UNPLACED_FACT, span, message % words)

    def report(self, finding: Finding) -> None:
        """Keep a finding about a stored article; without a place of its own it points at the whole
        article.
        """
        finding.page = self.page
        finding.origin = Finding.Origin.TRANSCRIPTION
        if finding.page_start is None:
            _point_at_article(finding)
        self.reports.append(finding)


def fits(model: type[Model], **values: str) -> bool:
    """Tell whether each text is short enough for its field."""
    texts = values.items()
    return all(_fits(model, name, text) for name, text in texts)


def _fits(model: type[Model], name: str, value: str) -> bool:
    limit = length_of(model, name)
    return limit is None or len(value) <= limit


def length_of(model: type[Model], name: str) -> int | None:
    """Return how many characters a field holds at most, None for any number."""
    field = model._meta.get_field(name)
    return getattr(field, "max_length", None)


def _point_at_article(finding: Finding) -> None:
    article = finding.article
    if article is not None:
        finding.page_start = article.start
        finding.page_end = article.end
