"""Steps: each act of a person on records, with what it changed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Self

from django.conf import settings
from django.contrib.auth.models import User
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from articles.models import Article, Page
from articles.models.article_queries import ArticleQuerySet
from records.choices import Choices

USER = settings.AUTH_USER_MODEL
# So much of a former value leads to its row.
LONGEST_FORMER = 200


def kinds_of_step() -> Choices:
    return Step.Kind.choices


class StepQuerySet(models.QuerySet["Step"]):
    def of_people(self) -> Self:
        """Leave out what loads changed."""
        return self.exclude(kind=Step.Kind.LOAD)

    def newest_first(self) -> Self:
        return self.order_by("-pk")

    def of_record(self, kind: str, key: int) -> Self:
        """Keep the steps that changed this record."""
        rows = StepRow.objects.filter(kind=kind, key=key).order_by()
        return self.filter(pk__in=rows.values("step"))

    def about(self, article: int) -> Self:
        """Keep the steps taken on an article, and those that changed what it says or states."""
        changing = Step.changed.through.objects.filter(article=article)
        stated = Q(pk__in=changing.values("step"))
        return self.filter(Q(article=article) | stated)

    def changers_of(self, article: Article) -> set[int]:
        """Return the keys of those who changed words or facts of an article since it was last
        signed and published.

        What was undone since counts too: who took part in it does not judge it.
        """
        published = self.filter(article=article, kind=Step.Kind.PUBLICATION)
        last = published.order_by("-pk").values_list("pk", flat=True).first()
        every = self.of_people().filter(changed=article)
        since = every.filter(pk__gt=last or 0)
        return set(since.values_list("by", flat=True))


class Step(models.Model):
    """One act of a person. Its inverse is a step too, which says what it ``undoes``.

    What a load changed of records that were there is a step of its own kind, ``by`` who loaded if
    that was a person. What readers would see at once is ``confirmed_by`` a second person before it
    is taken. ``changed`` are the articles whose words or facts it changed. Steps of one ``group``
    were taken at once, on several records."""

    class Kind(models.TextChoices):
        TEXT = "text", _("wording")
        FINDING = "finding", _("finding")
        LAYOUT = "layout", _("layout")
        PHOTO = "photo", _("photo")
        PERSON = "person", _("person")
        EVENT = "event", _("event")
        FACT = "fact", _("fact")
        PAPER = "paper", _("newspaper, issue, page")
        TABLE = "table", _("table")
        REVIEW = "review", _("review")
        PUBLICATION = "publication", _("publication")
        WITHDRAWAL = "withdrawal", _("withdrawal")
        NOTICE = "notice", _("notice to readers")
        REREADING = "rereading", _("re-reading")
        RESTORE = "restore", _("restored words")
        UNDO = "undo", _("undo")
        LOAD = "load", _("loading")

    # What a later verb answers (returning, withdrawing, publishing or loading again), never an
    # undo.
    FINAL = frozenset(
        {Kind.REVIEW, Kind.PUBLICATION, Kind.WITHDRAWAL, Kind.LOAD}
    )

    article = models.ForeignKey(
        Article,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="steps",
        verbose_name=_("article"),
    )
    page = models.ForeignKey(
        Page,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="steps",
        verbose_name=_("page"),
    )
    kind = models.CharField(_("kind"), max_length=12, choices=kinds_of_step)
    by = models.ForeignKey(
        USER,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="steps",
        verbose_name=_("by"),
    )
    at = models.DateTimeField(_("at"), auto_now_add=True)
    confirmed_by = models.ForeignKey(
        USER,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("confirmed by"),
    )
    reason = models.TextField(_("reason"), blank=True)
    group = models.UUIDField(
        _("group"), null=True, blank=True, db_index=True, editable=False
    )
    undoes = models.OneToOneField(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="undone_by",
        verbose_name=_("undoes"),
    )
    changed = models.ManyToManyField(
        Article,
        blank=True,
        related_name="changing_steps",
        verbose_name=_("articles changed"),
    )

    objects = StepQuerySet.as_manager()

    class Meta:
        verbose_name = _("act")
        verbose_name_plural = _("acts")
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(confirmed_by=F("by")),
                name="step_confirmed_by_another",
            ),
            models.CheckConstraint(
                condition=Q(kind="load") | Q(by__isnull=False),
                name="step_is_a_persons_or_a_load",
            ),
        ]
        permissions = [
            ("undo_steps_of_others", _("May undo steps of others")),
            ("keep_colleagues", _("May make colleagues and give roles")),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.at:%Y-%m-%d %H:%M}"

    @property
    def is_undone(self) -> bool:
        """Tell whether another step has taken this one back."""
        return hasattr(self, "undone_by")

    @property
    def is_final(self) -> bool:
        """Tell whether no undo answers this step."""
        return self.kind in self.FINAL


def unchanged_by(articles: ArticleQuerySet, by: User) -> ArticleQuerySet:
    """Leave the articles whose words or facts this person changed since they were last signed and
    published: the same rule as ``changers_of``, for many at once.
    """
    published = Step.objects.filter(
        article=models.OuterRef("pk"), kind=Step.Kind.PUBLICATION
    )
    newest_first = published.order_by("-pk")
    newest = newest_first.values("pk")[:1]
    last = models.Subquery(newest)
    changed = Step.changed.through.objects.filter(
        article=models.OuterRef("pk"),
        step__by=by,
        step__gt=models.OuterRef("published_by_step"),
    )
    changed = changed.exclude(step__kind=Step.Kind.LOAD)
    known = articles.annotate(published_by_step=Coalesce(last, 0))
    return known.exclude(models.Exists(changed))


def former_value(value: object) -> str:
    """Return how a value is kept to be sought, "" for none; values that begin alike for long are
    told apart by whoever seeks them.
    """
    if value is None:
        return ""
    words = str(value)
    return words[:LONGEST_FORMER]


class StepRowQuerySet(models.QuerySet["StepRow"]):
    def of_people(self) -> Self:
        """Leave out what loads changed."""
        return self.exclude(step__kind=Step.Kind.LOAD)

    def of_records(self, kind: str, keys: Iterable[int]) -> Self:
        """Keep what steps changed of these records of a kind."""
        return self.filter(kind=kind, key__in=keys)

    def that_held(self, kind: str, values: Iterable[object]) -> Self:
        """Keep what took one of these values from the column by which a kind is sought."""
        return self.filter(kind=kind, former__in=map(former_value, values))


class StepRow(models.Model):
    """What a step changed of one record, ``kind`` and ``key``: of a changed one the fields that
    changed, of a record made (``before`` is None) or deleted (``after`` is None) all.

    ``computed`` is what follows by itself from other rows of the step: where words stand now, how
    far the work has come. It stands in nobody's way. ``former`` repeats from ``before`` the value
    by which its kind is sought, so that an index leads to it."""

    step = models.ForeignKey(
        Step, models.CASCADE, related_name="rows", verbose_name=_("act")
    )
    kind = models.CharField(_("kind of record"), max_length=30)
    key = models.PositiveBigIntegerField(_("key"))
    computed = models.BooleanField(_("computed"), default=False)
    before = models.JSONField(_("before"), null=True)
    after = models.JSONField(_("after"), null=True)
    former = models.CharField(
        _("former value"), max_length=LONGEST_FORMER, blank=True
    )

    objects = StepRowQuerySet.as_manager()

    class Meta:
        verbose_name = _("changed record")
        verbose_name_plural = _("changed records")
        ordering = ["step_id", "pk"]
        indexes = [
            models.Index(
                "kind", "key", models.F("step").desc(), name="steps_of_a_record"
            ),
            models.Index(
                fields=["kind", "former"], name="rows_by_former_value"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.key}"

    @property
    def is_change(self) -> bool:
        """Tell whether the record was there before the step and after it."""
        return self.before is not None and self.after is not None

    @property
    def fields(self) -> frozenset[str]:
        """The fields that the step wrote."""
        return frozenset({*(self.before or ()), *(self.after or ())})
