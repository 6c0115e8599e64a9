"""People and the names they bear (Popolo's terms)."""

from __future__ import annotations

from typing import Any, Self

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from people.pinyin import initial_of, sort_name_of
from records.choices import Choices
from records.merged import Merged


def genders() -> Choices:
    return Person.Gender.choices


class PersonQuerySet(models.QuerySet["Person"]):
    def named(self, name: str) -> Self:
        """Keep the people of a name, by their own or another name."""
        others = OtherName.objects.filter(name=name)
        bearers = others.values("person")
        return self.filter(Q(name=name) | Q(pk__in=bearers))


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
            "Decides the place in the index. Left empty, it is "
            "made from the name; correct a misread surname."
        ),
    )
    initial = models.CharField(
        _("initial"), max_length=1, editable=False, db_index=True
    )
    gender = models.CharField(
        _("gender"),
        max_length=10,
        blank=True,
        choices=genders,
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


class MergedPerson(Merged):
    stays = models.ForeignKey(
        Person, models.CASCADE, related_name="merged", verbose_name=_("person")
    )

    class Meta:
        verbose_name = _("merged person")
        verbose_name_plural = _("merged people")
        ordering = ["at", "pk"]
