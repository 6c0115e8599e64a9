"""One load, one doubt, one change, one signed step."""

from __future__ import annotations

from collections.abc import Iterable

from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.models import Article, Page, Photo
from articles.models.selector import Part
from desk.models.rules import Rule

USER = settings.AUTH_USER_MODEL


class ImportRun(models.Model):
    """One load of one file. When a page is delivered anew, the text it replaces is kept here."""

    class Outcome(models.TextChoices):
        CREATED = "created", _("created")
        UNCHANGED = "unchanged", _("unchanged")
        UPDATED = "updated", _("read again")
        REFUSED = "refused", _("refused")

    source_name = models.CharField(
        _("file"),
        max_length=255,
        help_text=_("With the page's place in a file of several pages: issue.pdf#3."),
    )
    batch = models.UUIDField(
        _("run"), null=True, blank=True, db_index=True, help_text=_("One command's loads share it.")
    )
    sha256 = models.CharField(_("SHA-256"), max_length=64, blank=True, db_index=True)
    page = models.ForeignKey(
        Page,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="import_runs",
        verbose_name=_("page"),
    )
    outcome = models.CharField(_("outcome"), max_length=10, choices=Outcome)
    message = models.TextField(_("message"), blank=True)
    counts = models.JSONField(_("counts"), default=dict, blank=True)
    replaced_text = models.TextField(_("text replaced by this load"), blank=True, editable=False)
    started_at = models.DateTimeField(_("started"))
    finished_at = models.DateTimeField(_("finished"))
    by = models.ForeignKey(
        USER, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("by")
    )

    class Meta:
        verbose_name = _("load")
        verbose_name_plural = _("loads")
        ordering = ["-started_at", "-pk"]

    def __str__(self) -> str:
        return self.source_name

    def same_batch(self) -> models.QuerySet[ImportRun]:
        """Return the loads of the command that this one was part of."""
        return ImportRun.objects.filter(batch=self.batch)


class FindingQuerySet(models.QuerySet):
    def open(self) -> FindingQuerySet:
        """Keep those nobody has decided yet, deferred ones included."""
        return self.filter(status__in=[Finding.Status.OPEN, Finding.Status.DEFERRED])

    def worst_first(self) -> FindingQuerySet:
        return self.order_by("severity", "page", "page_start", "pk")


class Finding(models.Model):
    """Something the machine doubts. ``page_start``/``page_end`` count in the page's text as
    delivered;
    ``part``/``start``/``end`` in the article's text as corrected, when the words stand in one part
    of it."""

    class Severity(models.IntegerChoices):
        SEVERE = 1, _("severe")
        WARNING = 2, _("warning")
        NOTICE = 3, _("notice")
        SUGGESTION = 4, _("suggestion")

    class Origin(models.TextChoices):
        TRANSCRIPTION = "transcription", _("our reading went wrong")
        PRINT = "print", _("the paper itself was wrong")

    class Status(models.TextChoices):
        OPEN = "open", _("open")
        ACCEPTED = "accepted", _("accepted")
        DISMISSED = "dismissed", _("dismissed")
        DEFERRED = "deferred", _("deferred")

    page = models.ForeignKey(Page, models.CASCADE, related_name="findings", verbose_name=_("page"))
    article = models.ForeignKey(
        Article,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="findings",
        verbose_name=_("article"),
    )
    rule = models.CharField(_("rule"), max_length=40, choices=Rule, db_index=True)
    severity = models.PositiveSmallIntegerField(
        _("severity"), choices=Severity, default=Severity.NOTICE
    )
    origin = models.CharField(_("origin"), max_length=15, choices=Origin, default=Origin.PRINT)
    message = models.TextField(_("message"))
    page_start = models.PositiveIntegerField(editable=False)
    page_end = models.PositiveIntegerField(editable=False)
    part = models.CharField(_("part"), max_length=10, choices=Part, blank=True)
    photo = models.ForeignKey(
        Photo,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="findings",
        verbose_name=_("photo"),
    )
    start = models.PositiveIntegerField(null=True, blank=True, editable=False)
    end = models.PositiveIntegerField(null=True, blank=True, editable=False)
    exact = models.TextField(_("words"), blank=True)
    # Null is "nothing to offer", the empty string "delete the words".
    replacement = models.TextField(  # noqa: DJ001
        _("replacement"),
        null=True,
        blank=True,
        help_text=_("Empty deletes the words; none means there is no offer."),
    )
    status = models.CharField(
        _("status"), max_length=10, choices=Status, default=Status.OPEN, db_index=True
    )
    decided_by = models.ForeignKey(
        USER, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("decided by")
    )
    decided_at = models.DateTimeField(_("decided"), null=True, blank=True)
    reason = models.TextField(_("reason"), blank=True)

    objects = FindingQuerySet.as_manager()

    class Meta:
        verbose_name = _("finding")
        verbose_name_plural = _("findings")
        ordering = ["severity", "page", "page_start", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["page", "rule", "page_start", "page_end", "message"], name="finding_once"
            ),
            models.CheckConstraint(
                condition=Q(page_end__gte=F("page_start")), name="finding_span_in_order"
            ),
            models.CheckConstraint(
                condition=Q(status__in=["open", "deferred"])
                | Q(decided_by__isnull=False, decided_at__isnull=False),
                name="decided_by_somebody",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_rule_display()}: {self.exact[:30]}"

    def decide(self, status: str, by: AbstractBaseUser, reason: str = "") -> None:
        """Note what somebody decided, and when; saving is the caller's."""
        self.status, self.reason = status, reason
        self.decided_by, self.decided_at = by, timezone.now()


class Correction(models.Model):
    """One change a person made: at ``start`` of the field the words ``old`` became ``new``.

    ``version`` is the article's version that the change made.
    """

    article = models.ForeignKey(
        Article, models.PROTECT, related_name="corrections", verbose_name=_("article")
    )
    photo = models.ForeignKey(
        Photo,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="corrections",
        verbose_name=_("photo"),
    )
    part = models.CharField(_("part"), max_length=10, choices=Part)
    start = models.PositiveIntegerField(_("start"))
    old = models.TextField(_("old"), blank=True)
    new = models.TextField(_("new"), blank=True)
    reason = models.TextField(_("reason"), blank=True)
    finding = models.ForeignKey(
        Finding,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="corrections",
        verbose_name=_("finding"),
    )
    version = models.PositiveIntegerField(_("version"))
    by = models.ForeignKey(USER, models.PROTECT, related_name="corrections", verbose_name=_("by"))
    at = models.DateTimeField(_("at"), auto_now_add=True)

    class Meta:
        verbose_name = _("correction")
        verbose_name_plural = _("corrections")
        ordering = ["article", "version", "part", "start"]

    def __str__(self) -> str:
        return f"{self.old} → {self.new}"


class ReviewQuerySet(models.QuerySet):
    def standing(self) -> ReviewQuerySet:
        """Keep the reviews that no later change of the text has voided."""
        return self.filter(voided=False)


class Review(models.Model):
    """One signed step of 三审: any two steps by different people, none by who last changed text,
    byline or pictures.

    Source: the state notice on the 三审三校 inspection and 报纸期刊质量管理规定 (国新出发〔2020〕10号).
    """

    class Step(models.TextChoices):
        FIRST = "first", _("first review")
        SECOND = "second", _("second review")
        FINAL = "final", _("final review")

    class Decision(models.TextChoices):
        APPROVED = "approved", _("approved")
        RETURNED = "returned", _("returned")

    article = models.ForeignKey(
        Article, models.PROTECT, related_name="reviews", verbose_name=_("article")
    )
    step = models.CharField(_("step"), max_length=10, choices=Step)
    decision = models.CharField(_("decision"), max_length=10, choices=Decision)
    opinion = models.TextField(
        _("opinion"), help_text=_("Kept with your name and the time. A return needs its reason.")
    )
    version = models.PositiveIntegerField(
        _("version"), help_text=_("The version of the text that was read.")
    )
    voided = models.BooleanField(
        _("voided"), default=False, help_text=_("The text changed after this review.")
    )
    by = models.ForeignKey(USER, models.PROTECT, related_name="reviews", verbose_name=_("by"))
    at = models.DateTimeField(_("at"), auto_now_add=True)

    objects = ReviewQuerySet.as_manager()

    class Meta:
        verbose_name = _("review")
        verbose_name_plural = _("reviews")
        ordering = ["article", "at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["article", "by"],
                condition=Q(voided=False, decision="approved"),
                name="one_step_per_reviewer",
            ),
            models.UniqueConstraint(
                fields=["article", "step"],
                condition=Q(voided=False, decision="approved"),
                name="one_approval_per_step",
            ),
        ]
        permissions = [
            ("first_review", _("May sign the first review")),
            ("second_review", _("May sign the second review")),
            ("final_review", _("May sign the final review")),
        ]

    def __str__(self) -> str:
        return f"{self.get_step_display()} {self.get_decision_display()}"

    def clean(self) -> None:
        """Refuse a step out of turn, who last changed the article, who signed another step, an
        older version and silence.
        """
        if self.article.is_published:
            raise ValidationError(
                _("This article is published; it is reviewed again once it has been changed.")
            )
        approved = self.article.reviews.standing().filter(decision=self.Decision.APPROVED)
        if self.step != self.next_step(approved):
            raise ValidationError(_("It is not this step's turn."))
        if self.by_id is not None and self.article.last_changed_by_id == self.by_id:
            raise ValidationError(_("You last changed this article; somebody else must review it."))
        if approved.filter(by=self.by_id).exists():
            raise ValidationError(
                _("You signed another step of this review; any two steps need two people.")
            )
        if self.version != self.article.version:
            raise ValidationError(
                _("The text has changed since you opened it; read it again before signing.")
            )
        if not self.opinion.strip():
            raise ValidationError({"opinion": _("A review needs an opinion.")})

    @classmethod
    def next_step(cls, approved: Iterable[Review]) -> str | None:
        """Return the first step that none of these approvals has signed, None when all three
        are.
        """
        signed = {review.step for review in approved}
        return next((step for step in cls.Step.values if step not in signed), None)
