"""The screens of the desk beside the lists and forms of the admin, in the admin's own frame."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.contrib import admin
from django.contrib.auth.mixins import PermissionRequiredMixin
from django.contrib.auth.models import User
from django.http import HttpRequest
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.generic.base import ContextMixin

from editorial.office.holding import held_by_others


class DeskScreen(PermissionRequiredMixin, ContextMixin):
    """A screen without the list of all records at its side; whoever may not see it is told so."""

    admin_site = admin.site
    permission_required: str | Iterable[str] = "articles.view_article"
    raise_exception = True

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        request: HttpRequest = self.request  # type: ignore[attr-defined]  # a view has one
        context = self.admin_site.each_context(request)
        context["is_nav_sidebar_enabled"] = False
        return super().get_context_data(**context, **kwargs)


def page_of_ours(request: HttpRequest, named: str, otherwise: str) -> str:
    """Return the page that an address, a form or a head names to go on to, if it is one of ours."""
    host = request.get_host()
    if url_has_allowed_host_and_scheme(named, allowed_hosts={host}):
        return named
    return otherwise


def presence(subject: str, user: User) -> dict[str, Any]:
    """Return what a screen shows of who else is at this page or article."""
    held = held_by_others([subject], user)
    return {"subject": subject, "held": held.get(subject)}
