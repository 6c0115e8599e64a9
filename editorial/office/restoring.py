"""Going back to the words of an earlier version: they become the newest one."""

from __future__ import annotations

from collections.abc import Iterator

from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Max, Q
from django.utils.translation import gettext as _

from articles.models import Article
from articles.models.selector import Part
from editorial.correcting import Origin, PartEdit, StaleSave, put_back
from editorial.models import Finding, Step, StepRow
from editorial.office.past_words import PastWords, words_at
from editorial.steps.taking import taking_step
from editorial.steps.tracked import TEXTS
from editorial.steps.undoing import PERMISSION


def restore(
    article: Article, version: int, *, by: User, reason: str, seen: int
) -> Step:
    """Write the words of an earlier version anew; return the step that does so. Names and pictures
    stay, and doubts that were settled by changing words since wait again.

    ``seen`` is the version that the person saw as the newest. Raise ``PermissionDenied``,
    ``StaleSave``, or ``ValidationError`` without a reason, for words that are those of now, and
    where a new reading of the page stands between.
    """
    if not by.has_perm(PERMISSION):
        raise PermissionDenied
    why = reason.strip()
    if not why:
        raise ValidationError({"reason": _("Going back needs a reason.")})
    with taking_step(
        Step.Kind.RESTORE, by, article=article, reason=why
    ) as taking:
        current = Article.objects.locked(article.pk)
        if current.version != seen:
            raise StaleSave({}, {})
        taking.watch(current)
        edits = list(_edits(current, _words(current, version)))
        if not edits:
            raise ValidationError(_("The words are those of now."))
        reopened = _settled_since(current, version)
        taking.watch_alone(*reopened)
        put_back(current, edits, Origin(by, why))
        _reopen(reopened, current)
    article.refresh_from_db()
    if taking.step is None:
        raise LookupError("words that differ are a step")
    return taking.step


def _words(article: Article, version: int) -> PastWords:
    words = words_at(article, version)
    if words is None:
        raise ValidationError(
            _("The page has been read anew since; its words cannot be told.")
        )
    return words


def _edits(article: Article, past: PastWords) -> Iterator[PartEdit]:
    """Yield the texts that differ from what they were."""
    made = [
        PartEdit(
            part,
            None,
            getattr(
                article,
                part,
            ),
            text,
        )
        for part, text in past.parts.items()
    ]
    for photo in article.photos.all():
        caption = past.captions.get(
            photo.pk,
            photo.caption,
        )
        made.append(PartEdit(Part.CAPTION, photo, photo.caption, caption))
    yield from (edit for edit in made if edit.differs)


def _settled_since(article: Article, version: int) -> list[Finding]:
    """Return the findings that were accepted by changing words after a version."""
    rows = StepRow.objects.filter(
        step__in=_text_steps_since(
            article,
            version,
        ),
        kind="finding",
    )
    settled = Finding.objects.filter(status=Finding.Status.ACCEPTED)
    return list(settled.filter(pk__in=rows.order_by().values("key")))


def _text_steps_since(article: Article, version: int) -> set[int]:
    """Return the keys of the steps that changed words of an article after a version."""
    photos = article.photos.values("pk")
    in_texts = Q(
        kind="article",
        key=article.pk,
    )
    in_captions = Q(
        kind="photo",
        key__in=photos,
    )
    rows = StepRow.objects.filter(
        in_texts | in_captions,
        step__in=_steps_since(
            article,
            version,
        ),
    )
    changed = (row for row in rows if row.fields & TEXTS[row.kind])
    return {row.step_id for row in changed}


def _steps_since(article: Article, version: int) -> list[int]:
    """Return the keys of the steps about an article behind the one that made a version."""
    steps = Step.objects.about(article.pk).order_by("pk")
    made = article.corrections.filter(version__lte=version)
    at = made.aggregate(at=Max("at"))["at"]
    if at is None:
        return list(
            steps.values_list(
                "pk",
                flat=True,
            )
        )
    # A step is written at the end of its transaction, after its corrections.
    since = steps.filter(at__gte=at)
    return list(
        since.values_list(
            "pk",
            flat=True,
        )
    )[1:]


def _reopen(findings: list[Finding], article: Article) -> None:
    """Let findings wait again, each at its words where they stand but once."""
    for finding in findings:
        finding.status = Finding.Status.OPEN
        finding.decided_by = finding.decided_at = None
        finding.reason = ""
        text = finding.text_in(article)
        is_clear = finding.exact and text.count(finding.exact) == 1
        start = text.index(finding.exact) if is_clear else None
        finding.start = start
        finding.end = None if start is None else start + len(finding.exact)
        finding.save()
