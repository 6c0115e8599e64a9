"""Changing an article's text: every change is a correction, and no save goes over a colleague's."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.contrib.auth.models import User
from django.db import transaction
from django.utils.translation import gettext as _

from articles.models import Article, Photo
from articles.models.selector import Part
from editorial.anchoring import moved, reanchor, successor
from editorial.models import Correction, Finding
from records.diff import changes, runs
from records.plaintext import plain_line, plain_lines
from search.index import refresh


class StaleSave(Exception):  # noqa: N818 - not an error of the program: a colleague was faster
    """Say that the text changed meanwhile; ``yours`` and ``theirs`` hold both texts by part,
    captions by photo.
    """

    def __init__(
        self, yours: dict[str | int, str], theirs: dict[str | int, str]
    ) -> None:
        super().__init__(
            _("A colleague has changed this article since you opened it.")
        )
        self.yours = yours
        self.theirs = theirs


@dataclass(frozen=True, slots=True)
class Change:
    """One part of an article with its text before and after."""

    part: str
    photo: Photo | None
    old: str
    new: str

    @property
    def key(self) -> str | int:
        return self.photo.pk if self.photo else self.part


def correct(
    article: Article,
    *,
    texts: Mapping[str, str],
    captions: Mapping[int, str] = {},
    by: User,
    version: int,
    reason: str = "",
    finding: Finding | None = None,
) -> list[Correction]:
    """Change the text of an article; return one correction for each run of characters changed.

    ``texts`` goes by part (kicker, headline, subtitle, body), ``captions`` by photo; ``version`` is
    the one the person saw. Raise ``StaleSave`` when the article has moved on. Mentions, evidence
    and findings move with the words, the standing reviews are voided, and a published article
    leaves the public site until it is signed again.
    """
    with transaction.atomic():
        current = Article.objects.select_for_update(of=["self"]).get(
            pk=article.pk
        )
        changed = _changes(current, texts, captions)
        if not changed and current.version == version:
            return []
        if not _claim(article.pk, version):
            raise _stale(changed)
        current.version = version + 1
        current.last_changed_by = by
        corrections: list[Correction] = []
        for change in changed:
            corrections += _carry_out(current, change, by, reason, finding)
        _void(current)
        _save(current, changed, by, reason)
        Correction.objects.bulk_create(corrections)
        refresh([current.pk])
        article.refresh_from_db()
    return corrections


def _stale(changed: Sequence[Change]) -> StaleSave:
    yours = {change.key: change.new for change in changed}
    theirs = {change.key: change.old for change in changed}
    return StaleSave(yours, theirs)


def touch(
    article: Article, version: int, *, by: User, facts_only: bool = False
) -> None:
    """Count a person's change that is none of the text; one of byline, picture or credit reopens
    the review.

    ``facts_only``: only words were marked or led to a person, so what was signed still stands as
    signed, and who did it may sign. Raise ``StaleSave`` when the article has moved on since
    ``version``."""
    with transaction.atomic():
        if not _claim(article.pk, version):
            raise StaleSave({}, {})
        article.refresh_from_db()
        if not facts_only:
            Article.objects.filter(pk=article.pk).update(last_changed_by=by)
            article.last_changed_by = by
            reopen(article)


def reopen(article: Article) -> None:
    """Void the standing reviews; what was signed or published goes back to be signed again."""
    if _void(article):
        article.save(update_fields=["status", "modified_at"])
    refresh([article.pk])


def _void(article: Article) -> bool:
    """Void the standing reviews and set the status back, unsaved; tell whether it was another."""
    article.reviews.standing().update(voided=True)
    if article.status in (Article.Status.IMPORTED, Article.Status.WITHDRAWN):
        return False
    article.status = Article.Status.IMPORTED
    return True


def plain(text: str) -> str:
    """Return typed text as it is stored.

    It has no control characters; no paragraph is empty or ends in blanks.
    """
    lines = [line.rstrip() for line in plain_lines(text).split("\n")]
    return "\n".join(line for line in lines if line)


def _claim(pk: int, version: int) -> bool:
    """Take the next version if nobody else has: the database decides who was first."""
    unclaimed = Article.objects.filter(pk=pk, version=version)
    return unclaimed.update(version=version + 1) == 1


def _changes(
    article: Article, texts: Mapping[str, str], captions: Mapping[int, str]
) -> list[Change]:
    """Return the parts whose text differs from what is stored."""
    made = [
        _typed(part, None, getattr(article, part), text)
        for part, text in texts.items()
    ]
    for pk, photo in article.photos.in_bulk(captions).items():
        made.append(_typed(Part.CAPTION, photo, photo.caption, captions[pk]))
    return [change for change in made if change.old != change.new]


def _typed(part: str, photo: Photo | None, old: str, text: str) -> Change:
    """Return a part as typed; what was not touched is never tidied up."""
    if _lines(part, text) == _lines(part, old):
        return Change(part, photo, old, old)
    return Change(part, photo, old, plain(_lines(part, text)))


def _lines(part: str, text: str) -> str:
    """Return body and captions as paragraphs, a heading as one line."""
    if part in (Part.BODY, Part.CAPTION):
        return plain_lines(text)
    return plain_line(text)


def _carry_out(
    article: Article,
    change: Change,
    by: User,
    reason: str,
    finding: Finding | None,
) -> list[Correction]:
    """Put the new text in place and move what points into it.

    Return what changed where in the old text.
    """
    setattr(change.photo or article, change.part, change.new)
    reanchor(article, change.part, change.photo, change.old, change.new)
    _move_findings(article, change, by, finding)
    return [
        Correction(
            article=article,
            photo=change.photo,
            part=change.part,
            version=article.version,
            start=run.old_start,
            old=run.old,
            new=run.new,
            reason=reason,
            finding=finding,
            by=by,
        )
        for run in changes(change.old, change.new)
    ]


def _save(
    article: Article, changed: list[Change], by: User, reason: str
) -> None:
    """Write article and photos, each with one history row in the person's name.

    Text and status change together.
    """
    parts = [change.part for change in changed if change.photo is None]
    fields = [*parts, "version", "status", "last_changed_by", "modified_at"]
    _save_record(article, fields, by, reason)
    for change in changed:
        if change.photo is not None:
            _save_record(change.photo, ["caption"], by, reason)


def _save_record(
    record: Article | Photo, fields: list[str], by: User, reason: str
) -> None:
    record._history_user = by
    record._change_reason = reason[:100]
    record.save(update_fields=fields)


def _move_findings(
    article: Article, change: Change, by: User, applied: Finding | None
) -> None:
    """Move the open findings with their words.

    Who typed exactly what a finding offers has accepted it.
    """
    edits = runs(change.old, change.new)
    placed = article.findings.open().filter(
        part=change.part,
        photo=change.photo,
        start__isnull=False,
    )
    if applied:
        placed = placed.exclude(pk=applied.pk)
    for finding in placed:
        start, end = successor(edits, finding.start, finding.end)
        place = moved(edits, finding.start, finding.end)
        finding.start, finding.end = place or (None, None)
        if place is None and change.new[start:end] == finding.replacement:
            finding.decide(Finding.Status.ACCEPTED, by)
        finding.save()
