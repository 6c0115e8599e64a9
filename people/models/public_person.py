"""The people whom readers see: rows made when an article that names them is published."""

from __future__ import annotations

from typing import Self

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from people.models.membership import Post
from people.models.person import genders
from people.pinyin import romanized
from records.different_values import different_values


class PublicPersonQuerySet(models.QuerySet["PublicPerson"]):
    def named(self, name: str) -> Self:
        """Keep the people who bear this exact name, as their own or as an other name."""
        bearers = PublicName.objects.filter(name=name)
        people = bearers.values("person")
        return self.filter(pk__in=people)

    def holding(self, posts: models.QuerySet[Post]) -> Self:
        """Keep the people of whom current publications state one of these posts."""
        held = PublicPost.objects.filter(post__in=posts.values("pk"))
        return self.filter(pk__in=held.values("person"))

    def surnames(self, initial: str, most: int) -> list[str]:
        """Return the surnames listed under a letter of the index, at most so many."""
        return different_values(
            self.model, "surname", most, within=("initial", initial)
        )

    def by_name(self) -> Self:
        """Put in the order of a name index: by pinyin, then by characters."""
        return self.order_by("sort_name", "name", "pk")


class PublicPerson(models.Model):
    """A person whom a current publication names, under the key of the person at the desk.

    ``other_names`` holds a line for each, with a line break before the first and after the last.
    """

    key = models.PositiveBigIntegerField(_("person"), primary_key=True)
    name = models.CharField(_("name"), max_length=60, db_index=True)
    sort_name = models.CharField(_("pinyin"), max_length=200)
    initial = models.CharField(_("initial"), max_length=1)
    surname = models.CharField(
        _("surname"),
        max_length=2,
        blank=True,
        help_text=_(
            "Empty for a name that is not written as Chinese ones are."
        ),
    )
    gender = models.CharField(
        _("gender"), max_length=10, blank=True, choices=genders
    )
    nationality = models.CharField(_("nationality"), max_length=20, blank=True)
    other_names = models.TextField(_("other names"), blank=True)

    objects = PublicPersonQuerySet.as_manager()

    class Meta:
        verbose_name = _("public person")
        verbose_name_plural = _("public people")
        indexes = [
            models.Index(
                fields=["sort_name", "name", "key"],
                name="public_person_by_name",
            ),
            models.Index(
                fields=["initial", "sort_name", "name", "key"],
                name="public_person_by_initial",
            ),
            models.Index(
                fields=["surname", "sort_name", "name", "key"],
                name="public_person_by_surname",
            ),
            models.Index(
                fields=["initial", "surname"], name="public_surname_by_initial"
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("person", args=[self.pk])

    @property
    def further_names(self) -> list[str]:
        """The other names, in order."""
        return [name for name in self.other_names.split("\n") if name]

    @property
    def romanized(self) -> str:
        """The name as English print has it: Cao Huiquan."""
        return romanized(self.name, self.sort_name)


class PublicName(models.Model):
    """A name by which a public person is found: the own, or another one that is printed."""

    person = models.ForeignKey(
        PublicPerson,
        models.CASCADE,
        related_name="names",
        verbose_name=_("person"),
    )
    name = models.CharField(_("name"), max_length=60)

    class Meta:
        verbose_name = _("public name")
        verbose_name_plural = _("public names")
        constraints = [
            models.UniqueConstraint(
                fields=["name", "person"], name="public_name_once"
            )
        ]

    def __str__(self) -> str:
        return self.name


class PublicPost(models.Model):
    """A post that current publications state of a person, from ``first_day`` to ``last_day`` of the
    issues that do.
    """

    person = models.ForeignKey(
        PublicPerson,
        models.CASCADE,
        related_name="posts",
        verbose_name=_("person"),
    )
    post = models.PositiveBigIntegerField(_("post"))
    label = models.CharField(_("label"), max_length=120)
    first_day = models.DateField(_("first stated"))
    last_day = models.DateField(_("last stated"))

    class Meta:
        verbose_name = _("public post")
        verbose_name_plural = _("public posts")
        constraints = [
            models.UniqueConstraint(
                fields=["post", "person"], name="public_post_once"
            )
        ]

    def __str__(self) -> str:
        return self.label
