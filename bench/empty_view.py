"""The site's addresses and one that answers nothing, to measure what stands before every view."""

from django.http import HttpRequest, HttpResponse
from django.urls import path

from zzcms.urls import urlpatterns as of_the_site


def empty(request: HttpRequest) -> HttpResponse:
    """Answer nothing."""
    return HttpResponse()


# It is found first and, without a slash at its end, is no page that might be kept.
urlpatterns = [path("empty", empty), *of_the_site]
