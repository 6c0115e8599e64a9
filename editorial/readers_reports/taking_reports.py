"""A reader's report becomes a finding that editors decide like any other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db import transaction

from articles.models import Article, Evidence
from editorial.casework.widening import widened
from editorial.models import AwaitedAnswer, Finding, Rule, Severity
from editorial.readers_reports.answering import answer_later


@dataclass(frozen=True, slots=True)
class ReaderReport:
    """What a reader says of an article, or of an event that it states.

    ``evidence`` is the key of the words that state the event, ``quoted`` what the reader copied
    from the text; ``title`` and ``address`` name the page that the reader saw, in ``language``."""

    article: int
    message: str
    title: str
    address: str
    language: str
    quoted: str = ""
    evidence: int | None = None
    email: str = ""


def take_report(report: ReaderReport) -> Finding:
    """Store a report as a finding of its article; the same words about the same article are one
    finding.

    The e-mail address is kept until the finding is decided and answered."""
    with transaction.atomic():
        articles = Article.objects.select_related("page")
        article = articles.get(pk=report.article)
        finding = _finding(report, article)
        if report.email:
            _await(report, finding)
        answer_later(finding)
    return finding


def _finding(report: ReaderReport, article: Article) -> Finding:
    known, _made = Finding.objects.get_or_create(
        page=article.page,
        rule=Rule.READER_REPORT,
        page_start=article.start,
        page_end=article.end,
        message=report.message,
        defaults={
            "article": article,
            "severity": Severity.WARNING,
            "origin": Finding.Origin.TRANSCRIPTION,
            **_place(report, article),
        },
    )
    return known


def _place(report: ReaderReport, article: Article) -> dict[str, Any]:
    """Return where the words stand now: those the reader copied, else those that state the
    event.
    """
    if report.quoted:
        found = _quoted(report.quoted, article)
        return found or {"exact": report.quoted}
    words = Evidence.objects.standing().filter(pk=report.evidence).first()
    if words is None:
        return {}
    return {
        "part": words.part,
        "photo": words.photo,
        "start": words.start,
        "end": words.end,
        "exact": words.exact,
    }


def _quoted(quoted: str, article: Article) -> dict[str, Any] | None:
    """Return the first place of copied words in the texts of an article, whose marks readers may
    have seen full-width.
    """
    sought = widened(quoted)
    for part in Article.TEXT_FIELDS:
        text = getattr(article, part)
        start = widened(text).find(sought)
        if start >= 0:
            end = start + len(quoted)
            return {
                "part": part,
                "start": start,
                "end": end,
                "exact": text[start:end],
            }
    return None


def _await(report: ReaderReport, finding: Finding) -> None:
    AwaitedAnswer.objects.update_or_create(
        finding=finding,
        email=report.email,
        defaults={
            "language": report.language,
            "title": report.title,
            "address": report.address,
        },
    )
