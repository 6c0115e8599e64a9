"""The screen of colleagues: made in three acts, given a role, let go."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db.models import Max
from django.db.models.functions import Coalesce, Greatest
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView

from desk.bench.workbench import CONFLICT, refusal_words
from desk.colleagues.office_roles import (
    OfficeRole,
    group_of_role,
    office_role_of,
)
from desk.screens import DeskScreen
from desk.signed_in import editor_of
from editorial.office.keeping_colleagues import (
    PERMISSION,
    change_colleague,
    give_password,
    let_go,
    make_colleague,
    take_back,
)
from records.plaintext import PlainLineField


class ColleagueForm(forms.Form):
    name = PlainLineField(
        label=gettext_lazy("name, surname first"), max_length=150
    )
    login = PlainLineField(required=False, max_length=30)
    role = forms.ChoiceField(choices=OfficeRole)


@dataclass(frozen=True, slots=True)
class ColleagueRow:
    user: User
    role: OfficeRole | None
    seen: datetime | None
    may_change: bool


class ColleaguesView(DeskScreen, TemplateView):
    """Everybody who may log in at the desk, or could; a form makes one more."""

    template_name = "admin/desk/colleagues.html"
    permission_required = PERMISSION

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            place="colleagues",
            rows=_rows(editor_of(self.request)),
            roles=OfficeRole,
            **kwargs,
        )

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        form = ColleagueForm(request.POST)
        if not form.is_valid():
            return self._refused(_words_of(form))
        typed = form.cleaned_data
        try:
            made, password = make_colleague(
                typed["name"],
                group_of_role(typed["role"]),
                editor_of(request),
                typed["login"],
            )
        except ValidationError as refusal:
            return self._refused(refusal_words(refusal))
        return self._with_password(made, password)

    def _refused(self, why: str) -> HttpResponse:
        whole = self.get_context_data(refusal=why, typed=self.request.POST)
        return self.render_to_response(whole, status=CONFLICT)

    def _with_password(self, user: User, password: str) -> HttpResponse:
        """Show a password this once; no address leads to it, and nothing keeps it."""
        shown = {"whose": user, "password": password}
        answer = self.render_to_response(self.get_context_data(**shown))
        answer["Cache-Control"] = "no-store"
        return answer


class ColleagueView(ColleaguesView):
    """Change one colleague: ``save``, ``leave``, ``return``, ``password``."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        user = get_object_or_404(User, pk=kwargs["user"])
        by = editor_of(request)
        if kwargs["verb"] == "password":
            return self._with_password(user, give_password(user, by))
        verbs: dict[str, Callable[[], None]] = {
            "save": lambda: self._save(user, by),
            "leave": lambda: let_go(user, by),
            "return": lambda: take_back(user, by),
        }
        if kwargs["verb"] not in verbs:
            raise Http404
        try:
            verbs[kwargs["verb"]]()
        except ValidationError as refusal:
            return self._refused(refusal_words(refusal))
        messages.success(request, _("Recorded."))
        return redirect("desk-colleagues")

    def _save(self, user: User, by: User) -> None:
        form = ColleagueForm(self.request.POST)
        if not form.is_valid():
            raise ValidationError(_words_of(form))
        typed = form.cleaned_data
        group = group_of_role(typed["role"])
        change_colleague(user, typed["name"], group, by)


def _rows(by: User) -> list[ColleagueRow]:
    """Return everybody, those who work first; each with when they were last seen."""
    staff = User.objects.filter(is_staff=True).prefetch_related("groups")
    stepped = Coalesce(Max("steps__at"), "last_login")
    seen = Coalesce(Greatest(stepped, "last_login"), stepped)
    found = staff.annotate(seen=seen).order_by("-is_active", "pk")
    return [
        ColleagueRow(
            user,
            office_role_of(user),
            user.seen,
            by.is_superuser or not user.is_superuser,
        )
        for user in found
    ]


def _words_of(form: forms.Form) -> str:
    return " ".join(
        str(each) for errors in form.errors.values() for each in errors
    )
