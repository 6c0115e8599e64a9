"""The public pages of photos, and the pictures of photos and pages."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from django.conf import settings
from django.db.models import Q, QuerySet
from django.db.models.fields.files import ImageFieldFile
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.decorators import method_decorator
from django.views.decorators.cache import cache_control
from django.views.generic import DetailView, ListView, View

from articles.iptc.described_copy import described_copy
from articles.models import Page, PhotoCreator, PublicPhoto
from articles.renditions import WEBP, content
from events.models import PublicEvent, Statement
from events.photo_credits import credited_names
from people.models import PublicPerson
from people.pinyin import sort_name_of
from public.downloads.rights import photo_rights
from public.paging import KeyPaginator
from public.person.portraits import in_order_of_keys
from public.photo.photo_choice import ChosenPhotos, chosen_photos
from public.views.newspapers import page_at

MOST_NAMES = 200
MOST_EVENTS = 12


class PhotoList(ListView):
    """The photos, newest first; those of one day, photographer, person or event where the address
    asks for it.
    """

    paginate_by = 24
    paginator_class = KeyPaginator
    template_name = "articles/photo_list.html"
    extra_context = {"section": "photos"}

    @cached_property
    def chosen(self) -> ChosenPhotos:
        """What is asked for; more than one thing at once, or what no photo has, is no address."""
        chosen = chosen_photos(self.request.GET)
        if chosen is None:
            raise Http404
        return chosen

    def get_queryset(self) -> QuerySet:
        return self.chosen.keys

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(chosen=self.chosen, **kwargs)
        photos = in_order_of_keys(context["page_obj"].object_list)
        if self.chosen.kind and not photos:
            raise Http404
        return context | {"photos": photos, "photographers": self.names()}

    def names(self) -> list[str]:
        """Return the photographers, for the list that leads to the photos of each."""
        if self.chosen.kind:
            return []
        names = PhotoCreator.objects.names(MOST_NAMES)
        return sorted(names, key=sort_name_of)


class PhotoView(DetailView):
    template_name = "articles/photo_detail.html"
    context_object_name = "photo"
    extra_context = {"section": "photos"}

    def get_queryset(self) -> QuerySet[PublicPhoto]:
        return PublicPhoto.objects.listed()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        photo = self.object
        named = Statement.objects.filter(
            publication=photo.publication,
            field=Statement.MENTION,
            photo=photo.pk,
        )
        people = PublicPerson.objects.filter(pk__in=named.values("subject"))
        told = Statement.objects.filter(
            publication=photo.publication, field=Statement.TOLD
        )
        events = PublicEvent.objects.filter(pk__in=told.values("subject"))
        return super().get_context_data(
            people=people.by_name(),
            photographers=credited_names(photo),
            events=events.in_time()[:MOST_EVENTS],
            offers_originals=settings.OFFER_ORIGINALS,
            rights=photo_rights(photo),
            **kwargs,
        )


# A reader's own browser may keep what it was shown for a while; caches that others share may not.
@method_decorator(cache_control(private=True, max_age=3600), name="dispatch")
class PictureView(View):
    """The picture of a record in one of its sizes, for as long as readers may see the record."""

    kind = WEBP

    def image(self) -> ImageFieldFile:
        raise NotImplementedError

    def get(
        self, request: HttpRequest, size: str, **kwargs: Any
    ) -> HttpResponse:
        picture = content(self.image(), size, self.kind)
        if picture is None:
            raise Http404
        return HttpResponse(picture, content_type=f"image/{self.kind}")


class PhotoPicture(PictureView):
    def image(self) -> ImageFieldFile:
        return get_object_or_404(
            PublicPhoto.objects.all(), pk=self.kwargs["pk"]
        ).image


# What the record says may be corrected at any time, and is written into the file.
@method_decorator(cache_control(private=True, max_age=0), name="dispatch")
class PhotoOriginal(View):
    """The picture as it was delivered, with what the publication says written into a copy; no
    address where none is offered.
    """

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        if not settings.OFFER_ORIGINALS:
            raise Http404
        published = PublicPhoto.objects.select_related("publication")
        photo = get_object_or_404(published, pk=pk)
        people = self._people(photo)
        copy = described_copy(photo, people)
        if copy is None:
            raise Http404
        answer = HttpResponse(copy.data, copy.media_type)
        name = f"photo-{pk}.{copy.ending}"
        disposition = f'attachment; filename="{name}"'
        answer["Content-Disposition"] = disposition
        return answer

    def _people(self, photo: PublicPhoto) -> list[str]:
        """Return the names that are marked in the caption."""
        marks = photo.publication.content["marks"]
        return [mark["name"] for mark in marks if mark["photo"] == photo.pk]


class PagePicture(PictureView):
    def image(self) -> ImageFieldFile:
        pages = Page.objects.published().knowing_if_whole().listed()
        whole = pages.filter(Q(is_wholly_public=True))
        return page_at(self.kwargs, whole).picture
