"""The picture of a photo as editors see it, published or not, in one of its sizes."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.views.decorators.cache import cache_control
from django.views.generic import View

from articles.models import Photo
from articles.renditions import WEBP, WIDTHS, content

SEEING = "articles.view_photo"


def picture_address(photo: Photo, size: str) -> str:
    """Return where an editor finds the picture of a photo; another file has another address."""
    place = [photo.pk, size]
    file = str(photo.image)
    return reverse("desk-photo-picture", args=place, query={"file": file})


@method_decorator(cache_control(private=True, max_age=3600), name="dispatch")
class EditorsPicture(View):
    """A rendition of the picture; a file that cannot be shown is none."""

    def get(
        self, request: HttpRequest, photo: int, size: str, **kwargs: Any
    ) -> HttpResponse:
        if not request.user.has_perm(SEEING):
            raise PermissionDenied
        if size not in WIDTHS:
            raise Http404
        held = get_object_or_404(Photo, pk=photo)
        picture = content(held.image, size)
        if picture is None:
            raise Http404
        return HttpResponse(picture, content_type=f"image/{WEBP}")
