"""Changing an article's text: every change is a correction, and no save goes over a colleague's."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import cast

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from articles.models import Article, Photo
from articles.models.selector import Part, TextRange
from editorial.anchoring import Edit, Places, mark_key, moved, reanchor
from editorial.blocks.following_words import follow_words
from editorial.models import Correction, Finding, Step
from editorial.publishing.reopening import reopen_if_changed, void_signatures
from editorial.steps.taking import taking_step
from records.diff import changes
from records.plaintext import plain_line, plain_lines


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
class Origin:
    """Who changes a text, why, and which finding said so; of a step that is undone, where marks
    stood before it.
    """

    by: User
    reason: str
    finding: Finding | None = None
    places: Places = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PartEdit:
    """The edit of one part of an article: its text before and after."""

    part: str
    photo: Photo | None
    old: str
    new: str

    @property
    def differs(self) -> bool:
        return self.old != self.new

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
    and findings move with the words, and the standing reviews are voided; readers see the last
    publication until the next is signed.
    """
    origin = Origin(by, reason, finding)
    with taking_step(
        Step.Kind.TEXT, by, article=article, reason=reason
    ) as step:
        current = Article.objects.locked(article.pk)
        step.watch(current)
        changed = _changes(current, texts, captions)
        is_current = current.version == version
        if is_current and not changed:
            return []
        if not _claim(article.pk, version):
            raise _stale(changed)
        current.version = version + 1
        corrections = _carry_out(current, changed, origin)
        article.refresh_from_db()
    return corrections


def put_back(
    article: Article, changed: Sequence[PartEdit], origin: Origin
) -> None:
    """Change texts of an article, which is locked, back to what they were; within a step that
    undoes another. Its next version is counted.
    """
    article.version += 1
    _carry_out(
        article, [change for change in changed if change.differs], origin
    )


def _stale(changed: Sequence[PartEdit]) -> StaleSave:
    yours = {change.key: change.new for change in changed}
    theirs = {change.key: change.old for change in changed}
    return StaleSave(yours, theirs)


def touch(article: Article, version: int) -> None:
    """Count a person's change that is none of the text: byline, picture, credit, a name or a fact;
    what differs from what was signed is signed again.

    Raise ``StaleSave`` when the article has moved on since ``version``. The step is the caller's.
    """
    with transaction.atomic():
        if not _claim(article.pk, version):
            raise StaleSave({}, {})
        article.refresh_from_db()
        reopen_if_changed(article)


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
) -> list[PartEdit]:
    """Return the parts whose text differs from what is stored."""
    made = [*_headings_and_body(article, texts), *_captions(article, captions)]
    return [change for change in made if change.differs]


def _headings_and_body(
    article: Article, texts: Mapping[str, str]
) -> Iterator[PartEdit]:
    for part, text in texts.items():
        yield _typed(part, None, getattr(article, part), text)


def _captions(
    article: Article, captions: Mapping[int, str]
) -> Iterator[PartEdit]:
    photos = article.photos.in_bulk(captions)
    for pk, photo in photos.items():
        yield _typed(Part.CAPTION, photo, photo.caption, captions[pk])


def _typed(part: str, photo: Photo | None, old: str, text: str) -> PartEdit:
    """Return a part as typed; what was not touched is never tidied up."""
    new = _lines(part, text)
    if new == _lines(part, old):
        return PartEdit(part, photo, old, old)
    return PartEdit(part, photo, old, plain(new))


def _lines(part: str, text: str) -> str:
    """Return body and captions as paragraphs, a heading as one line."""
    if part in (Part.BODY, Part.CAPTION):
        return plain_lines(text)
    return plain_line(text)


def _carry_out(
    article: Article, changed: Sequence[PartEdit], origin: Origin
) -> list[Correction]:
    """Put the new texts in place, with what follows from it; return one correction for each run of
    characters changed.
    """
    corrections: list[Correction] = []
    for change in changed:
        _put_in_place(article, change, origin)
        corrections += _corrections(article, change, origin)
    void_signatures(article)
    _save(article, changed, origin)
    Correction.objects.bulk_create(corrections)
    return corrections


def _put_in_place(article: Article, change: PartEdit, origin: Origin) -> None:
    """Put the new text in place, block by block, and move what points into it."""
    follow_words(article, change.part, change.photo, change.new)
    texts = (change.old, change.new)
    reanchor(article, change.part, change.photo, *texts, origin.places)
    _move_findings(article, change, origin)


def _corrections(
    article: Article, change: PartEdit, origin: Origin
) -> Iterator[Correction]:
    """Yield what changed where in the old text."""
    for run in changes(change.old, change.new):
        yield Correction(
            article=article,
            photo=change.photo,
            part=change.part,
            version=article.version,
            start=run.old_start,
            old=run.old,
            new=run.new,
            reason=origin.reason,
            finding=origin.finding,
            by=origin.by,
        )


def _save(
    article: Article, changed: Sequence[PartEdit], origin: Origin
) -> None:
    """Write article and photos, each with one history row in the person's name.

    Text and status change together.
    """
    parts = [change.part for change in changed if change.photo is None]
    follows = ["version", "status", "modified_at"]
    article.save(update_fields=[*parts, *follows])
    for change in changed:
        if change.photo is not None:
            change.photo.save(update_fields=["caption"])


def _move_findings(article: Article, change: PartEdit, origin: Origin) -> None:
    """Move the findings with their words, and those back whose place is known: a decision that
    changed no words may be taken back after the edit.

    Who typed exactly what a finding offers has accepted it.
    """
    edit = Edit(change.old, change.new)
    for finding in _findings_in(article, change, origin):
        stood = origin.places.get(mark_key(finding))
        if stood is None:
            _move(finding, edit, origin.by)
        else:
            finding.start = stood["start"]
            finding.end = stood["end"]
        finding.save()


def _findings_in(
    article: Article, change: PartEdit, origin: Origin
) -> QuerySet[Finding]:
    """Return the findings of a part that move with its words."""
    known = [key for model, key in origin.places if model == "finding"]
    replaced = Q(status=Finding.Status.ACCEPTED, replacement__isnull=False)
    standing = Finding.objects.filter(start__isnull=False).exclude(replaced)
    if origin.finding:
        standing = standing.exclude(pk=origin.finding.pk)
    moving = Q(pk__in=known) | Q(pk__in=standing)
    return article.findings.filter(moving, part=change.part, photo=change.photo)


def _move(finding: Finding, edit: Edit, by: User) -> None:
    """Let a finding point at its words where they stand now; who typed its offer accepts it."""
    old_place = cast("TextRange", (finding.start, finding.end))
    place = moved(edit.runs, *old_place)
    is_open = finding.status == Finding.Status.OPEN
    if is_open and place is None:
        typed = edit.successor_text(*old_place)
        if typed == finding.replacement:
            finding.decide(Finding.Status.ACCEPTED, by)
    finding.start, finding.end = place or (None, None)
