"""The public pages of photos, and the pictures of photos and pages."""

from __future__ import annotations

from typing import Any

from django.db.models import Q, QuerySet
from django.db.models.fields.files import ImageFieldFile
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.decorators import method_decorator
from django.views.decorators.cache import cache_control
from django.views.generic import DetailView, ListView, View

from articles.models import Page, PublicPhoto
from articles.renditions import content
from events.models import Statement
from people.models import PublicPerson
from public.paging import UncountedPaginator
from public.views.newspapers import page_at


class PhotoList(ListView):
    paginate_by = 24
    paginator_class = UncountedPaginator
    template_name = "articles/photo_list.html"
    context_object_name = "photos"
    extra_context = {"section": "photos"}

    def get_queryset(self) -> QuerySet[PublicPhoto]:
        return PublicPhoto.objects.listed().newest_first()


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
        return super().get_context_data(people=people.by_name(), **kwargs)


# A reader's own browser may keep what it was shown for a while; caches that others share may not.
@method_decorator(cache_control(private=True, max_age=3600), name="dispatch")
class PictureView(View):
    """The picture of a record in one of its sizes, for as long as readers may see the record."""

    def image(self) -> ImageFieldFile:
        raise NotImplementedError

    def get(
        self, request: HttpRequest, size: str, **kwargs: Any
    ) -> HttpResponse:
        picture = content(self.image(), size)
        if picture is None:
            raise Http404
        return HttpResponse(picture, content_type="image/webp")


class PhotoPicture(PictureView):
    def image(self) -> ImageFieldFile:
        return get_object_or_404(
            PublicPhoto.objects.all(), pk=self.kwargs["pk"]
        ).image


class PagePicture(PictureView):
    def image(self) -> ImageFieldFile:
        pages = Page.objects.published().knowing_if_whole().listed()
        whole = pages.filter(Q(is_wholly_public=True))
        return page_at(self.kwargs, whole).picture
