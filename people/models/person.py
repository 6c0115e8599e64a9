"""The authority of people: names, organizations, posts and who held them (Popolo's terms)."""

from __future__ import annotations

from typing import Any, Self

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from people.pinyin import initial_of, sort_name_of
from records.dated import NO_DAY
from records.merged import Merged


class PersonQuerySet(models.QuerySet["Person"]):
    def published(self) -> Self:
        """Keep the people whom a published article names.

        The mentions live left of this package, so their queryset is reached through the reverse
        relation."""
        mention: Any = self.model.mentions.rel.related_model
        mentions = mention.objects.published()
        return self.filter(Exists(mentions.filter(person=OuterRef("pk"))))

    def named_in(self, articles: list[int]) -> Self:
        """Keep the people whom one of these published articles, given by key, names."""
        mention: Any = self.model.mentions.rel.related_model
        mentions = mention.objects.published()
        return self.filter(
            Exists(mentions.filter(person=OuterRef("pk"), article__in=articles))
        )

    def named(self, name: str) -> Self:
        """Keep the people who bear this exact name, as their own or as an other name."""
        return self.filter(Q(name=name) | Q(other_names__name=name)).distinct()

    def by_name(self) -> Self:
        """Put in the order of a name index: by pinyin, then by characters."""
        return self.order_by("sort_name", "name", "pk")


class Person(models.Model):
    class Gender(models.TextChoices):
        FEMALE = "female", _("female")
        MALE = "male", _("male")

    name = models.CharField(_("name"), max_length=60, db_index=True)
    sort_name = models.CharField(
        _("pinyin"),
        max_length=200,
        blank=True,
        db_index=True,
        help_text=_(
            "Decides the place in the index. Left empty, it is made from the name; correct a misread surname."
        ),
    )
    initial = models.CharField(
        _("initial"), max_length=1, editable=False, db_index=True
    )
    gender = models.CharField(
        _("gender"),
        max_length=10,
        blank=True,
        choices=Gender,
        help_text=_("Only if a source states it."),
    )
    nationality = models.CharField(
        _("nationality"),
        max_length=20,
        blank=True,
        help_text=_("As printed in a roster. Only if a source states it."),
    )
    note = models.TextField(
        _("note"),
        blank=True,
        help_text=_("For editors; never shown to readers."),
    )

    objects = PersonQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")
        ordering = ["sort_name", "name", "pk"]

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.fill_index()
        super().save(*args, **kwargs)

    def get_absolute_url(self) -> str:
        return reverse("person", args=[self.pk])

    def fill_index(self) -> None:
        """Set the pinyin when it is empty, and the initial it is listed under."""
        self.sort_name = self.sort_name or sort_name_of(self.name)
        self.initial = initial_of(self.sort_name)


class OtherName(models.Model):
    person = models.ForeignKey(
        Person,
        models.CASCADE,
        related_name="other_names",
        verbose_name=_("person"),
    )
    name = models.CharField(_("name"), max_length=60, db_index=True)
    note = models.CharField(_("note"), max_length=200, blank=True)

    history = HistoricalRecords()

    class Meta:
        verbose_name = _("other name")
        verbose_name_plural = _("other names")
        constraints = [
            models.UniqueConstraint(
                fields=["person", "name"], name="other_name_once_per_person"
            )
        ]

    def __str__(self) -> str:
        return self.name


class OrganizationQuerySet(models.QuerySet["Organization"]):
    def published(self) -> Self:
        """Keep those with a post that a published article states, and the publishers of published
        newspapers.
        """
        newspaper: Any = self.model.newspapers.rel.related_model
        newspapers = newspaper.objects.published()
        return self.filter(
            Exists(Post.objects.published().filter(organization=OuterRef("pk")))
            | Exists(newspapers.filter(organization=OuterRef("pk")))
        )


class Organization(models.Model):
    class Classification(models.TextChoices):
        PARTY = "party", _("party body")
        GOVERNMENT = "government", _("government body")
        CONGRESS = "congress", _("congress or assembly")
        NEWS = "news", _("news organization")
        OTHER = "other", _("other")

    name = models.CharField(_("name"), max_length=120, unique=True)
    classification = models.CharField(
        _("classification"),
        max_length=20,
        choices=Classification,
        default=Classification.OTHER,
    )
    parent = models.ForeignKey(
        "self",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="children",
        verbose_name=_("part of"),
    )

    objects = OrganizationQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("organization")
        verbose_name_plural = _("organizations")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class PostQuerySet(models.QuerySet["Post"]):
    def published(self) -> Self:
        """Keep the posts that a published article says somebody held."""
        return self.filter(
            Exists(Membership.objects.published().filter(post=OuterRef("pk")))
        )


class Post(models.Model):
    label = models.CharField(
        _("label"), max_length=120, help_text=_("The post in full, as printed.")
    )
    role = models.CharField(
        _("role"),
        max_length=60,
        blank=True,
        help_text=_("The function alone: secretary, mayor."),
    )
    organization = models.ForeignKey(
        Organization,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="posts",
        verbose_name=_("organization"),
    )

    objects = PostQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("post")
        verbose_name_plural = _("posts")
        ordering = ["label"]
        constraints = [
            models.UniqueConstraint(
                "label",
                Coalesce("organization", 0),
                name="post_once",
                violation_error_message=_(
                    "This organization has a post of the same label already."
                ),
            ),
        ]

    def __str__(self) -> str:
        return self.label


class MembershipQuerySet(models.QuerySet["Membership"]):
    def published(self) -> Self:
        """Keep the memberships whose words stand in a published article."""
        evidence: Any = self.model.evidence.rel.related_model
        published = evidence.objects.published()
        return self.filter(Exists(published.filter(memberships=OuterRef("pk"))))

    def with_words(self) -> Self:
        """Fetch the post and, as ``public_evidence``, the published words that state it."""
        evidence: Any = self.model.evidence.rel.related_model
        published = evidence.objects.published().with_article()
        words = models.Prefetch(
            "evidence", published, to_attr="public_evidence"
        )
        return self.select_related("post__organization").prefetch_related(words)


class Membership(models.Model):
    """A post that somebody held; it is public only while the words that state it are (see
    Evidence).
    """

    person = models.ForeignKey(
        Person,
        models.CASCADE,
        related_name="memberships",
        verbose_name=_("person"),
    )
    post = models.ForeignKey(
        Post, models.PROTECT, related_name="memberships", verbose_name=_("post")
    )
    role = models.CharField(_("role"), max_length=60, blank=True)
    rank = models.PositiveIntegerField(
        _("rank"),
        null=True,
        blank=True,
        help_text=_("The place in the printed list, from 1."),
    )
    start_date = models.CharField(
        _("from"),
        max_length=40,
        blank=True,
        help_text=_("EDTF: 2021, 2021-09, 2021-09-27."),
    )
    end_date = models.CharField(
        _("until"),
        max_length=40,
        blank=True,
        help_text=_("EDTF: 2021, 2021-09, 2021-09-27."),
    )
    stated_on = models.DateField(
        _("stated on"),
        null=True,
        blank=True,
        help_text=_("The date of the issue that states the post."),
    )

    objects = MembershipQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("membership")
        verbose_name_plural = _("memberships")
        ordering = ["person", "stated_on", "pk"]
        constraints = [
            models.UniqueConstraint(
                "person",
                "post",
                Coalesce("stated_on", NO_DAY),
                name="membership_once",
                violation_error_message=_(
                    "This person has the same post, stated on the same day, already."
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person} {self.post}"


class MergedPerson(Merged):
    stays = models.ForeignKey(
        Person, models.CASCADE, related_name="merged", verbose_name=_("person")
    )

    class Meta:
        verbose_name = _("merged person")
        verbose_name_plural = _("merged people")
        ordering = ["at", "pk"]
