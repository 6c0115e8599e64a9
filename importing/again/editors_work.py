"""What editors did to a page's records and a new reading must not undo."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext as _

from articles.models import Article, Byline, Page, Photo
from editorial.anchoring import moved, successor
from editorial.models import Finding, Rule, Severity
from importing.storing.articles import new_bylines
from importing.storing.page_load import PageLoad
from reader.results import ReadArticle
from records.diff import runs
from records.history import LOADED


def is_signed(article: Article) -> bool:
    """Tell whether somebody has signed this text: nothing changes under a signature."""
    return (
        article.status != Article.Status.IMPORTED
        or article.reviews.standing().exists()
    )


def take_details(
    load: PageLoad,
    article: Article,
    record: Article | Photo,
    now: Mapping[str, object],
) -> None:
    """Take each detail that is read otherwise than before.

    What a person changed stands, and everything under a signature; then the reading is reported.
    """
    loaded = record.history.filter(history_change_reason=LOADED).first()
    for name, value in now.items():
        held = getattr(record, name)
        base = getattr(loaded, name) if loaded else held
        if value in (base, held):
            continue
        if held == base and loaded and not is_signed(article):
            setattr(record, name, value)
        else:
            label = str(record._meta.get_field(name).verbose_name)
            _report(load, article, label, held, value)


def merge_bylines(load: PageLoad, article: Article, read: ReadArticle) -> None:
    """Replace the bylines by those read now.

    Those that a person has worked on or signed stand; then the reading is reported.
    """
    stored = list(article.bylines.all())
    now = new_bylines(article, read)
    if _signatures(stored) == _signatures(now):
        return
    if _are_edited(article) or is_signed(article):
        label = str(Byline._meta.verbose_name_plural)
        _report(load, article, label, _names(stored), _names(now))
        return
    for byline in stored:
        byline._change_reason = LOADED
        byline.delete()
    load.create(now)


def _signatures(bylines: list[Byline]) -> list[tuple[str, str]]:
    return [(byline.name, byline.role) for byline in bylines]


def _names(bylines: list[Byline]) -> str:
    return " ".join(byline.name for byline in bylines)


def _are_edited(article: Article) -> bool:
    """Tell whether anybody but a load has ever written bylines of the article."""
    rows = Byline.history.filter(article_id=article.pk)
    return rows.exclude(history_change_reason=LOADED).exists()


def keep_decisions(page: Page, old_text: str, new_text: str) -> None:
    """Drop the findings nobody has decided, and move the decided ones with their words."""
    Finding.objects.filter(page=page, status=Finding.Status.OPEN).delete()
    edits = runs(old_text, new_text)
    taken = set()
    for finding in Finding.objects.filter(page=page).order_by(
        "page_start", "pk"
    ):
        start, end = successor(edits, finding.page_start, finding.page_end)
        while (finding.rule, start, end, finding.message) in taken:
            end += 1
        taken.add((finding.rule, start, end, finding.message))
        finding.page_start = start
        finding.page_end = end
        finding.save(update_fields=["page_start", "page_end"])


def move_findings(
    article: Article,
    part: str,
    photo: Photo | None,
    old_text: str,
    new_text: str,
) -> None:
    """Move the decided findings of one part with its words; those whose words went point at none."""
    edits = runs(old_text, new_text)
    placed = Finding.objects.filter(
        article=article,
        part=part,
        photo=photo,
        start__isnull=False,
    )
    for finding in placed:
        place = moved(edits, finding.start, finding.end)
        finding.start, finding.end = place or (None, None)
        finding.save(update_fields=["start", "end"])


def _report(
    load: PageLoad, article: Article, what: str, held: object, now: object
) -> None:
    words = {"what": what, "held": held or "∅", "now": now or "∅"}
    finding = Finding(
        article=article,
        rule=Rule.OTHER_READING,
        severity=Severity.WARNING,
        message=_("%(what)s: %(held)s is now read as %(now)s.") % words,
    )
    load.report(finding)
