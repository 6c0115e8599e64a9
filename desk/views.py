"""Signing, publishing and withdrawing an article from its page in the admin; pictures as
delivered.
"""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.views.decorators import staff_member_required
from django.contrib.auth.decorators import permission_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import Promise, cached_property
from django.utils.translation import gettext_lazy as _
from django.views.generic import FormView

from articles.models import Article
from desk.article_panels import beside
from desk.signed_in import editor_of
from desk.unsaved.page_drafts import forget
from desk.uploaded_pictures import LONGEST_SIGNATURE, kind_of_picture
from editorial.models import Review
from editorial.office.counted_days import confirm_counted_day
from editorial.publishing import publish, withdraw
from editorial.publishing.announcing import (
    announce_correction,
    end_announcement,
)
from editorial.reviewing import sign
from records.plaintext import PlainTextField

# A file that is no picture is never shown, only kept.
UNKNOWN = "application/octet-stream"


class SignForm(forms.Form):
    step = forms.ChoiceField(choices=Review.Step, widget=forms.HiddenInput)
    version = forms.IntegerField(widget=forms.HiddenInput)
    seen = forms.CharField(widget=forms.HiddenInput, required=False)
    decision = forms.ChoiceField(choices=Review.Decision)
    opinion = PlainTextField(
        label=_("opinion"), required=False, widget=forms.Textarea
    )


class WithdrawForm(forms.Form):
    note = PlainTextField(
        label=_("withdrawal note"), required=False, widget=forms.Textarea
    )
    everything = forms.BooleanField(required=False)


class PublishForm(forms.Form):
    correction_note = PlainTextField(
        label=_("note on the correction"),
        required=False,
        widget=forms.Textarea,
    )


class DayForm(forms.Form):
    day = forms.IntegerField(widget=forms.HiddenInput)


class DecisionView(FormView):
    """Carry out one verb on an article; a refusal is shown with all that was typed."""

    http_method_names = ["post"]
    template_name = "admin/articles/article/decision.html"
    admin_site = admin.site
    done: str | Promise = ""

    def dispatch(
        self, request: HttpRequest, *args: Any, **kwargs: Any
    ) -> HttpResponseBase:
        may_view = request.user.has_perm("articles.view_article")
        if not may_view:
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def article(self) -> Article:
        return get_object_or_404(
            Article.objects.with_page(), pk=self.kwargs["pk"]
        )

    def carry_out(self, form: forms.Form) -> None:
        raise NotImplementedError

    def form_valid(self, form: forms.Form) -> HttpResponse:
        try:
            self.carry_out(form)
        except ValidationError as refusal:
            form.add_error(None, refusal)
            return self.form_invalid(form)
        messages.success(self.request, str(self.done))
        return super().form_valid(form)

    def get_success_url(self) -> str:
        return reverse("admin:articles_article_change", args=[self.article.pk])

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = self.admin_site.each_context(self.request)
        context |= {
            "beside": beside(self.article, editor_of(self.request)),
            "opts": Article._meta,
            "title": self.article,
            "original": self.article,
        }
        return super().get_context_data(**context, **kwargs)


class SignView(DecisionView):
    form_class = SignForm
    done = _("Your review is signed.")

    def carry_out(self, form: forms.Form) -> None:
        by = editor_of(self.request)
        sign(
            self.article,
            by=by,
            **form.cleaned_data,
        )


class PublishView(DecisionView):
    form_class = PublishForm
    done = _("The article is published.")

    def carry_out(self, form: forms.Form) -> None:
        note = form.cleaned_data["correction_note"]
        by = editor_of(self.request)
        publish(self.article, by, note)


class AnnounceView(DecisionView):
    form_class = forms.Form
    done = _("Readers are told that a correction is under way.")

    def carry_out(self, form: forms.Form) -> None:
        announce_correction(self.article, editor_of(self.request))


class ConfirmDayView(DecisionView):
    form_class = DayForm
    done = _("The date stands as it was read.")

    def carry_out(self, form: forms.Form) -> None:
        day = form.cleaned_data["day"]
        confirm_counted_day(self.article, day, editor_of(self.request))


class EndAnnouncementView(DecisionView):
    form_class = forms.Form
    done = _("Readers are no longer told that a correction is under way.")

    def carry_out(self, form: forms.Form) -> None:
        end_announcement(self.article, editor_of(self.request))


class WithdrawView(DecisionView):
    form_class = WithdrawForm
    done = _("The article is withdrawn; readers see your note in its place.")

    def carry_out(self, form: forms.Form) -> None:
        note = form.cleaned_data["note"]
        by = editor_of(self.request)
        everything = form.cleaned_data["everything"]
        withdraw(self.article, by, note, everything=everything)
        forget(self.request)


@staff_member_required
@permission_required("articles.view_photo", raise_exception=True)
def original(request: HttpRequest, path: str) -> FileResponse:
    """Send an editor a picture as delivered; readers get renditions, and only of what is
    published. What it is sent as, its bytes say, not its name.
    """
    try:
        file = default_storage.open(path)
        kind = kind_of_picture(file.read(LONGEST_SIGNATURE))
        file.seek(0)
    except (OSError, ValueError) as error:
        # A folder, a name too long or with a null character, no file at all.
        raise Http404 from error
    if kind is None:
        return FileResponse(file, as_attachment=True, content_type=UNKNOWN)
    return FileResponse(file, content_type=kind)
