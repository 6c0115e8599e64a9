"""One page's load: what its parts share, and how they create records."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.contrib.auth.models import User
from django.db.models import Model
from django.utils.translation import gettext as _

from articles.models import Article, Newspaper, Page, Photo
from editorial.models import Finding, Rule
from importing.storing.offsets import Offsets
from importing.storing.picture_places import PlacedPictures
from people.models import Person
from reader import ReadPage
from reader.results import ReadFinding, Span
from records.bulk import insert
from records.history import LOADED, note_created

SEVERE = 1
WARNING = 2
NOTICE = 3


@dataclass(slots=True)
class PageLoad:
    """What is known while one page is stored.

    ``articles`` stand in the order of ``read.articles``, ``photos`` likewise for each article.
    ``people`` maps a name to its person, None for a name that could be two; ``added`` are the names
    new to the authority list. ``doubts`` and ``reports`` are what the load itself has to say."""

    read: ReadPage
    newspaper: Newspaper
    page: Page
    by: User | None = None
    is_new: bool = True
    articles: list[Article] = field(default_factory=list)
    photos: list[list[Photo]] = field(default_factory=list)
    people: dict[str, Person | None] = field(default_factory=dict)
    added: set[str] = field(default_factory=set)
    doubts: list[ReadFinding] = field(default_factory=list)
    reports: list[Finding] = field(default_factory=list)
    placed: PlacedPictures = field(default_factory=PlacedPictures)
    places: Offsets = field(init=False)

    def __post_init__(self) -> None:
        self.places = Offsets(self.read)

    def create(self, records: Iterable[Model]) -> None:
        """Save new records of one model in bulk, each with a history row in the name of who
        loads.
        """
        records = list(records)
        if records:
            insert(records)
            note_created(records, self.by, LOADED)

    def store(self, records: Iterable[Model]) -> None:
        """Save records of one model in the name of who loads: new ones in bulk, the few stored ones
        one by one.
        """
        new = []
        stored = []
        for record in records:
            (new if record.pk is None else stored).append(record)
        self.create(new)
        for record in stored:
            record._history_user = self.by
            record._change_reason = LOADED
            record.save()

    def doubt(
        self, rule: str, span: Span, message: str, severity: int = NOTICE
    ) -> None:
        """Report something at these page offsets; it becomes a finding when the page is stored."""
        finding = ReadFinding(rule, severity, *span, message)
        if finding not in self.doubts:
            self.doubts.append(finding)

    def report(self, finding: Finding) -> None:
        """Keep a finding about a stored article; without a place of its own it points at the whole
        article.
        """
        finding.page = self.page
        finding.origin = Finding.Origin.TRANSCRIPTION
        if finding.page_start is None:
            finding.page_start = finding.article.start
            finding.page_end = finding.article.end
        self.reports.append(finding)

    def doubt_fact(self, span: Span, fact: str) -> None:
        """Report a fact that the page states and the records cannot hold, so that nothing read is
        lost.
        """
        self.doubt(
            Rule.UNPLACED_FACT,
            span,
            _("Read but not recorded: %(fact)s.") % {"fact": fact[:200]},
        )


def is_untouched(record: Model) -> bool:
    """Tell whether only loads have written this record."""
    return not record.history.exclude(history_change_reason=LOADED).exists()


def fits(model: type[Model], **values: str) -> bool:
    """Tell whether each text is short enough for its field."""
    limits = {name: model._meta.get_field(name).max_length for name in values}
    return all(
        limits[name] is None or len(value) <= limits[name]
        for name, value in values.items()
    )
