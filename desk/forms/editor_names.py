"""Editors by the names their colleagues know them by."""

from __future__ import annotations

from operator import itemgetter
from typing import Any

from django.contrib import admin
from django.contrib.auth.models import User
from django.db.models.fields.related import RelatedField
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from editorial.models import Correction, Review
from importing.models import ImportRun


def name_of(user: User | None) -> str:
    """Return somebody's name in full, the login of who has given none, '' for nobody."""
    if user is None:
        return ""
    return user.get_full_name() or user.get_username()


class DoneBy:
    """The column that says who did it, for the admin of its model; lists fetch ``by`` along."""

    @admin.display(description=_("by"), ordering="by")
    def name_in_by(self, record: Correction | Review | ImportRun) -> str:
        return name_of(record.by) or "-"


class NamedFilter(admin.RelatedFieldListFilter):
    """Filter by somebody, chosen by name."""

    def field_choices(
        self,
        field: RelatedField[Any, Any],
        request: HttpRequest,
        model_admin: admin.ModelAdmin,
    ) -> list[tuple[Any, Any]]:
        editors = User.objects.order_by("pk")
        choices = []
        for editor in editors:
            name = name_of(editor)
            choices.append((editor.pk, name))
        return sorted(choices, key=itemgetter(1))
