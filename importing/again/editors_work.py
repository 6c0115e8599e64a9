"""What editors did to a page's records and a new reading must not undo."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from articles.models import Article, Byline, Page, Photo
from articles.models.selector import TextRange
from editorial.anchoring import moved, successor
from editorial.models import Finding, Rule, Severity, StepRow
from editorial.steps.loads.as_loaded import value_as_loaded
from importing.storing.articles import new_bylines
from importing.storing.page_load import PageLoad
from reader.results import ReadArticle
from records.diff import Run, runs

# Rule, message and place: what tells a decided finding of a page from others.
Decision = tuple[str, str, TextRange]


@dataclass(frozen=True, slots=True)
class _Detail:
    """One field of a record: its label, as held now, as read before, as read now."""

    label: str
    held: object
    base: object
    now: object

    @property
    def is_news(self) -> bool:
        known = (self.base, self.held)
        return self.now not in known

    @property
    def is_as_read(self) -> bool:
        return self.held == self.base


def is_signed(article: Article) -> bool:
    """Tell whether somebody has signed this text: nothing changes under a signature."""
    if article.status != Article.Status.IMPORTED:
        return True
    return article.reviews.standing().exists()


# Details and bylines


def take_details(
    load: PageLoad,
    article: Article,
    record: Article | Photo,
    now: Mapping[str, object],
) -> None:
    """Take each detail that is read otherwise than before.

    What a person changed stands, and everything under a signature; then the reading is reported.
    """
    for name, value in now.items():
        detail = _detail_of(record, name, value)
        if not detail.is_news:
            continue
        if detail.is_as_read and not is_signed(article):
            setattr(record, name, value)
        else:
            _report(load, article, detail.label, detail.held, value)


def _detail_of(record: Article | Photo, name: str, now: object) -> _Detail:
    """Return a detail of a record."""
    field = record._meta.get_field(name)
    return _Detail(
        label=str(getattr(field, "verbose_name", name)),
        held=getattr(record, name),
        base=value_as_loaded(record, name),
        now=now,
    )


def merge_bylines(load: PageLoad, article: Article, read: ReadArticle) -> None:
    """Replace the bylines by those read now.

    Those that a person has worked on or signed stand; then the reading is reported.
    """
    stored = list(article.bylines.all())
    now = new_bylines(article, read)
    is_same = _signatures(stored) == _signatures(now)
    if is_same:
        return
    if _bylines_stand(article):
        label = str(Byline._meta.verbose_name_plural)
        _report(load, article, label, _names(stored), _names(now))
    else:
        _replace(load, stored, now)


def _bylines_stand(article: Article) -> bool:
    return _are_edited(article) or is_signed(article)


def _replace(load: PageLoad, stored: list[Byline], now: list[Byline]) -> None:
    for byline in stored:
        load.delete(byline)
    load.create(now)


def _signatures(bylines: list[Byline]) -> list[tuple[str, str]]:
    return [(byline.name, byline.role) for byline in bylines]


def _names(bylines: list[Byline]) -> str:
    return " ".join(byline.name for byline in bylines)


def _are_edited(article: Article) -> bool:
    """Tell whether anybody but a load has ever written bylines of the article."""
    rows = StepRow.objects.of_people().filter(kind="byline")
    return rows.filter(step__changed=article).exists()


def _report(
    load: PageLoad, article: Article, what: str, held: object, now: object
) -> None:
    message = _("%(what)s: %(held)s is now read as %(now)s.")
    nothing = _("nothing")
    words = {"what": what, "held": held or nothing, "now": now or nothing}
    finding = Finding(
        article=article,
        rule=Rule.OTHER_READING,
        severity=Severity.WARNING,
        message=message % words,
    )
    load.report(finding)


# Findings


def keep_decisions(page: Page, old_text: str, new_text: str) -> None:
    """Drop the findings that nobody has decided or left for later, and move the others with their
    words.
    """
    findings = Finding.objects.filter(page=page)
    findings.filter(status=Finding.Status.OPEN).delete()
    edits = runs(old_text, new_text)
    taken: set[Decision] = set()
    for finding in findings.order_by("page_start", "pk"):
        _move_on_page(finding, edits, taken)
        finding.save(update_fields=["page_start", "page_end"])


def _move_on_page(
    finding: Finding, edits: list[Run], taken: set[Decision]
) -> None:
    """Give a decided finding its new place, longer than its words where another has that one."""
    place = successor(edits, finding.page_start, finding.page_end)
    finding.page_start, finding.page_end = place
    while _decision(finding) in taken:
        finding.page_end += 1
    taken.add(_decision(finding))


def _decision(finding: Finding) -> Decision:
    span = (finding.page_start, finding.page_end)
    return finding.rule, finding.message, span


def move_findings(
    article: Article,
    part: str,
    photo: Photo | None,
    old_text: str,
    new_text: str,
) -> None:
    """Move the findings of one part that were kept with its words.

    Those whose words went point at none.
    """
    placed = Finding.objects.filter(
        article=article,
        part=part,
        photo=photo,
        start__isnull=False,
    )
    _move(placed, runs(old_text, new_text))


def _move(findings: Iterable[Finding], edits: list[Run]) -> None:
    for finding in findings:
        finding.start, finding.end = _moved_place(finding, edits)
        finding.save(update_fields=["start", "end"])


def _moved_place(
    finding: Finding, edits: list[Run]
) -> TextRange | tuple[None, None]:
    """Return where the words of a finding stand now, nowhere when they were edited."""
    if finding.start is None or finding.end is None:
        return None, None
    return moved(edits, finding.start, finding.end) or (None, None)
