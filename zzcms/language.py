"""The language of an answer is that of its address; the desk alone has a choice of its own."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.utils.cache import patch_vary_headers

DESK = "/admin/"


class AddressLanguageMiddleware:
    """Speak English below ``/en/``, the site's own language elsewhere, at the desk what the editor
    chose.

    Neither the browser's list nor a cookie changes a public page: one address is the same bytes for
    everybody.
    """

    def __init__(
        self, get_response: Callable[[HttpRequest], HttpResponse]
    ) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        language = language_of(request)
        with translation.override(language):
            request.LANGUAGE_CODE = translation.get_language()
            response = self.get_response(request)
        if is_of_desk(request):
            patch_vary_headers(response, ["Cookie"])
        response.headers.setdefault("Content-Language", language)
        return response


def language_of(request: HttpRequest) -> str:
    """Return the language in which a request is answered."""
    if is_of_desk(request):
        return _chosen(request)
    return language_at(request.path_info)


def language_at(path: str) -> str:
    """Return the language of a public address, given without the script's name."""
    first = path[1:].partition("/")[0]
    if first in _with_prefix():
        return first
    return settings.LANGUAGE_CODE


def is_of_desk(request: HttpRequest) -> bool:
    """Say if the address is one of the desk's."""
    return request.path_info.startswith(DESK)


def _chosen(request: HttpRequest) -> str:
    chosen = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME)
    if chosen in dict(settings.LANGUAGES):
        return chosen
    return settings.LANGUAGE_CODE


def _with_prefix() -> list[str]:
    codes = [code for code, _ in settings.LANGUAGES]
    return [code for code in codes if code != settings.LANGUAGE_CODE]
