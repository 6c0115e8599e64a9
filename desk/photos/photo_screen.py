"""The page of one photo, and its verbs: say what it shows, who took it, where it belongs."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views.generic import TemplateView

from articles.models import Article, Photo
from desk.bench.word_views import WhoForm
from desk.bench.workbench import CONFLICT, SEE_OTHER, refusal_words
from desk.photos.credit_lines import credit_lines
from desk.photos.near_pictures import near_photos
from desk.photos.picture_view import SEEING
from desk.screens import DeskScreen, page_of_ours
from desk.signed_in import editor_of
from editorial.correcting import StaleSave
from editorial.models import Step
from editorial.photos import moving, photo_act
from editorial.photos.crediting import say_photographer
from editorial.photos.describing import describe_photo
from records.plaintext import PlainLineField, PlainTextField

STEPS_SHOWN = 10


class PhotoScreen(DeskScreen, TemplateView):
    """All that is known of a photo, with what can be done about it."""

    template_name = "admin/desk/photos/photo.html"
    permission_required = SEEING

    @cached_property
    def photo(self) -> Photo:
        photos = Photo.objects.select_related("article__page__issue__newspaper")
        return get_object_or_404(photos, pk=self.kwargs["photo"])

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        photo = self.photo
        user = editor_of(self.request)
        steps = Step.objects.of_record("photo", photo.pk)
        newest = steps.select_related("by").newest_first()
        context = {
            "photo": photo,
            "article": photo.article,
            "others": _others(photo),
            "credits": credit_lines(photo),
            "near": near_photos(photo),
            "made": newest[:STEPS_SHOWN],
            "may_change": user.has_perm(photo_act.PERMISSION),
            "may_move": user.has_perms(moving.PERMISSIONS),
        }
        # The address calls its key what the page calls the photo.
        return super().get_context_data(**kwargs | context)


def _others(photo: Photo) -> QuerySet[Article]:
    """Return where a photo may be moved: its words are printed on its page, and stay there."""
    place = _reach(photo)
    articles = Article.objects.filter(**place)
    ordered = articles.order_by("page__sort_label", "position")
    listed = ordered.exclude(pk=photo.article_id)
    return listed.select_related("page")


def _reach(photo: Photo) -> dict[str, Any]:
    page = photo.article.page
    if photo.blocks.exists():
        return {"page": page}
    return {"page__issue": page.issue_id}


class DescribeForm(forms.Form):
    """Words for a picture, or ``take`` for those of the caption."""

    base = PlainTextField(required=False)
    words = PlainTextField(required=False)
    take = forms.CharField(required=False)


class CreditForm(WhoForm):
    """Who a name of the credit is."""

    name = PlainLineField(max_length=60)


class MoveForm(forms.Form):
    article = forms.IntegerField()
    reason = PlainLineField(required=False)


class RemoveForm(forms.Form):
    reason = PlainLineField(required=False)


class PhotoVerb(PhotoScreen):
    """Do with a photo what the button says; a refusal shows its page with what was typed."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        verbs: dict[str, Callable[[], str]] = {
            "describe": self._describe,
            "credit": self._credit,
            "move": self._move,
            "remove": self._remove,
        }
        verb = kwargs["verb"]
        if verb not in verbs:
            raise Http404
        page = self.photo.article.page_id
        try:
            said = verbs[verb]()
        except (ValidationError, StaleSave) as refusal:
            return self._refused(refusal_words(refusal))
        messages.success(request, said)
        address = self._back()
        if verb == "remove":
            address = reverse("desk-page", args=[page])
        return HttpResponseRedirect(address, status=SEE_OTHER)

    def _sent(self, form_class: type[forms.Form]) -> dict[str, Any]:
        """Return what was sent; raise ``ValidationError`` for what is no answer."""
        form = form_class(self.request.POST)
        if not form.is_valid():
            raise ValidationError(_("Choose one of what is offered."))
        return form.cleaned_data

    def _describe(self) -> str:
        sent = self._sent(DescribeForm)
        words = self.photo.caption if sent["take"] else sent["words"]
        by = editor_of(self.request)
        describe_photo(self.photo, words, by, sent["base"])
        return _("What the picture shows is recorded.")

    def _credit(self) -> str:
        form = CreditForm(self.request.POST)
        if not form.is_valid():
            raise ValidationError(_("Choose who it is."))
        name = form.cleaned_data["name"]
        by = editor_of(self.request)
        say_photographer(self.photo, name, form.naming(), by)
        return _("The photographer is recorded.")

    def _move(self) -> str:
        sent = self._sent(MoveForm)
        article = get_object_or_404(Article, pk=sent["article"])
        by = editor_of(self.request)
        moving.move_photo(self.photo, article, by, sent["reason"])
        return _("The photo is moved.")

    def _remove(self) -> str:
        sent = self._sent(RemoveForm)
        by = editor_of(self.request)
        moving.remove_photo(self.photo, by, sent["reason"])
        return _(
            "The photo is removed; its words are left out and can be put back."
        )

    def _back(self) -> str:
        """Return where the form was sent from, as far as it says so: a screen of this site."""
        back = self.request.POST.get("back", "")
        alone = reverse("desk-photo", args=[self.kwargs["photo"]])
        return page_of_ours(self.request, back, alone)

    def _refused(self, why: str) -> HttpResponse:
        del self.photo
        context = self.get_context_data(refusal=why, typed=self.request.POST)
        return self.render_to_response(context, status=CONFLICT)
