"""Who signed an article."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.models.article import Article
from people.models import Person
from records.choices import Choices


def byline_roles() -> Choices:
    return Byline.Role.choices


class Byline(models.Model):
    class Role(models.TextChoices):
        REPORTER = "reporter", _("reporter")
        CORRESPONDENT = "correspondent", _("correspondent")
        INTERN = "intern", _("intern")
        WRITER = "writer", _("writer")
        COMPILER = "compiler", _("compiler")
        COMMENTATOR = "commentator", _("commentator")

    article = models.ForeignKey(
        Article,
        models.CASCADE,
        related_name="bylines",
        verbose_name=_("article"),
    )
    name = models.CharField(_("name"), max_length=60)
    role = models.CharField(_("role"), max_length=20, choices=byline_roles)
    position = models.PositiveIntegerField(_("position"), default=1)
    person = models.ForeignKey(
        Person,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="bylines",
        verbose_name=_("person"),
    )

    class Meta:
        verbose_name = _("byline")
        verbose_name_plural = _("bylines")
        ordering = ["article", "position", "pk"]

    def __str__(self) -> str:
        return f"{self.get_role_display()} {self.name}"
