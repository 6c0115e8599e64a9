"""Editors by the names their colleagues know them by."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import admin
from django.contrib.auth.models import User
from django.db import models
from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


def name_of(user: User | None) -> str:
    """Return somebody's name in full, the login of who has given none, '' for nobody."""
    return "" if user is None else user.get_full_name() or user.get_username()


def named(field: str, label: str | Promise) -> Callable[[models.Model], str]:
    """Return a column that shows who stands in a field of a record; lists fetch the field along."""

    @admin.display(description=label, ordering=field)
    def name(record: models.Model) -> str:
        return name_of(getattr(record, field)) or "-"

    name.__name__ = f"name_in_{field}"
    return name


class NamedFilter(admin.RelatedFieldListFilter):
    """Filter by somebody, chosen by name."""

    def field_choices(
        self,
        field: models.ForeignKey,
        request: HttpRequest,
        model_admin: admin.ModelAdmin,
    ) -> list[tuple[Any, str]]:
        people = field.related_model.objects.order_by("pk")
        return sorted(
            ((user.pk, name_of(user)) for user in people),
            key=lambda choice: choice[1],
        )


# The column of a list that says who did it.
BY = named("by", _("by"))
