"""The people whom readers see: rows made when an article that names them is published."""

from __future__ import annotations

from typing import Self

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from people.models.person import genders


class PublicPersonQuerySet(models.QuerySet["PublicPerson"]):
    def named(self, name: str) -> Self:
        """Keep the people who bear this exact name, as their own or as an other name."""
        # Every other name is a line of its own, the first and the last included.
        return self.filter(
            Q(name=name) | Q(other_names__contains=f"\n{name}\n")
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
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("person", args=[self.pk])

    @property
    def further_names(self) -> list[str]:
        """The other names, in order."""
        return [name for name in self.other_names.split("\n") if name]
