"""The files of photos: attached, looked through for what they say, and taken away with what the
record says.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.generic import TemplateView

from articles.iptc.described_copy import described_copy
from articles.models import Photo
from desk.bench.workbench import SEE_OTHER, refusal_words
from desk.photos.near_pictures import tell_near
from desk.screens import DeskScreen, page_of_ours
from desk.signed_in import editor_of
from desk.uploaded_pictures import look_through
from editorial.casework.attaching import PERMISSION, attach_picture
from editorial.correcting import StaleSave
from editorial.photos.taking_told import take_told
from editorial.photos.told_fields import (
    ToldField,
    digest_of_told,
    names_marked,
    told_fields,
)
from records.plaintext import key_in

# So many photos stand on the screen at once.
MOST_SHOWN = 60


@dataclass(frozen=True, slots=True)
class ToldCard:
    """A photo with what its file says and the record does not."""

    photo: Photo
    fields: list[ToldField]

    @property
    def seen(self) -> str:
        return digest_of_told(self.fields)

    @property
    def takes(self) -> bool:
        """Tell whether anything can be taken."""
        return any(not each.hindrance for each in self.fields)


def told_address(photos: Iterable[Photo], back: str = "") -> str:
    """Return where these photos are looked through; ``back`` is the page to go on to from there."""
    asked = [("photo", str(photo.pk)) for photo in photos]
    if back:
        asked.append(("next", back))
    query = urlencode(asked)
    return f"{reverse('desk-told')}?{query}"


def way_on(request: HttpRequest, otherwise: str, field: str = "next") -> str:
    """Return the page of ours that an address or a form names to go on to."""
    sent = request.POST or request.GET
    page = sent.get(field, "")
    return page_of_ours(request, page, otherwise)


class ToldScreen(DeskScreen, TemplateView):
    """The photos that ``?photo=`` names, each with its picture and what the file of it says."""

    template_name = "admin/desk/picture_files/told.html"
    permission_required = "articles.view_photo"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        photos = self._photos()
        user = editor_of(self.request)
        bench = reverse("desk-page", args=[photos[0].article.page_id])
        cards = [ToldCard(photo, told_fields(photo)) for photo in photos]
        return super().get_context_data(
            cards=cards,
            next=way_on(self.request, bench),
            here=self.request.get_full_path(),
            may_change=user.has_perm(PERMISSION),
            **kwargs,
        )

    def _photos(self) -> Sequence[Photo]:
        asked = self.request.GET.getlist("photo")
        keys = [key_in(each) for each in asked[:MOST_SHOWN]]
        photos = Photo.objects.select_related("article__page__issue__newspaper")
        by_key = photos.in_bulk(keys)
        found = [by_key[key] for key in dict.fromkeys(keys) if key in by_key]
        if not found:
            raise Http404
        return found


class OfPhoto(DeskScreen, TemplateView):
    """One act on the file of a photo."""

    permission_required: str = PERMISSION

    @cached_property
    def photo(self) -> Photo:
        photos = Photo.objects.select_related("article__page")
        return get_object_or_404(photos, pk=self.kwargs["photo"])


class PhotoAct(OfPhoto):
    """A form about a photo; it is answered by the page to go on to, with what was done or why
    not.
    """

    http_method_names = ["post"]

    def act(self) -> str:
        """Do it, and return where to go on."""
        raise NotImplementedError

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        try:
            address = self.act()
        except (ValidationError, StaleSave) as refusal:
            messages.error(request, refusal_words(refusal))
            address = self._came_for
        return HttpResponseRedirect(address, status=SEE_OTHER)

    @property
    def _came_for(self) -> str:
        """Where the form stands, as it says; else the photo itself."""
        alone = told_address([self.photo], self.way_on)
        return way_on(self.request, alone, "here")

    @property
    def way_on(self) -> str:
        article = self.photo.article
        page = article.page_id
        bench = reverse("desk-page", args=[page])
        return way_on(self.request, bench)


class AttachView(PhotoAct):
    """Give a photo the picture that was sent, in the place of the one that ``instead`` names; where
    its file says something, that is looked through next.
    """

    def act(self) -> str:
        request = self.request
        picture = request.FILES.get("picture")
        if picture is None:
            raise ValidationError(_("Choose the picture first."))
        look_through(picture)
        instead = request.POST.get("instead", "")
        by = editor_of(request)
        attach_picture(
            self.photo,
            picture,
            by,
            instead,
        )
        said = _("The picture is attached.")
        messages.success(self.request, said)
        tell_near(request, self.photo)
        if told_fields(self.photo):
            return told_address([self.photo], self.way_on)
        return self.way_on


class TakeToldView(PhotoAct):
    """Take what is ticked of what the file says."""

    def act(self) -> str:
        sent = self.request.POST
        ticked = sent.getlist("take")
        seen = sent.get("seen", "")
        by = editor_of(self.request)
        take_told(
            self.photo,
            ticked,
            seen,
            by,
        )
        said = _("What you ticked is taken.")
        messages.success(self.request, said)
        return self._came_for


class PhotoCopyView(OfPhoto):
    """Send the picture with what the record says written into it; the stored file stays as it
    is.
    """

    permission_required = "articles.view_photo"

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        photo = self.photo
        people = names_marked(photo)
        copy = described_copy(photo, people)
        if copy is None:
            raise Http404
        answer = HttpResponse(copy.data, copy.media_type)
        name = f"photo-{photo.pk}.{copy.ending}"
        disposition = f'attachment; filename="{name}"'
        answer["Content-Disposition"] = disposition
        return answer
