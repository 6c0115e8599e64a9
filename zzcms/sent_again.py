"""A form that comes too late for its session is shown again, with all that was typed into it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render, resolve_url

TEMPLATE = "sent_again.html"
FORBIDDEN = 403
# What is never shown again, by a part of its name.
SECRET = ("csrfmiddlewaretoken", "password")


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Answer a form whose token is of an earlier login; of another site's nothing is shown."""
    return _shown_again(request)


class SentAgainMiddleware:
    """Let no form be lost that was sent after its session had ended: a login would throw away what
    was typed.
    """

    def __init__(
        self, get_response: Callable[[HttpRequest], HttpResponse]
    ) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        answer = self.get_response(request)
        if request.method == "POST" and _leads_to_login(request, answer):
            return _shown_again(request)
        return answer


def _leads_to_login(request: HttpRequest, answer: HttpResponse) -> bool:
    login = resolve_url(settings.LOGIN_URL)
    to = urlsplit(answer.get("Location", "")).path
    return to == login != request.path and not request.user.is_authenticated


def _shown_again(request: HttpRequest) -> HttpResponse:
    """Show what was typed; one's own form can be sent once more, now under the new token."""
    fields = list(_fields(request)) if _is_of_this_site(request) else []
    context = {
        "fields": fields,
        "texts": [value for _name, value in fields if "\n" in value],
        "had_files": bool(fields and request.FILES),
        "login": resolve_url(settings.LOGIN_URL),
    }
    return render(request, TEMPLATE, context, status=FORBIDDEN)


def _is_of_this_site(request: HttpRequest) -> bool:
    """Tell whether the browser says that the form stood on a page of ours."""
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None:
        return site == "same-origin"
    origin = urlsplit(request.headers.get("Origin", ""))
    return origin.netloc == request.get_host()


def _fields(request: HttpRequest) -> Iterator[tuple[str, str]]:
    for name, values in request.POST.lists():
        if not any(secret in name for secret in SECRET):
            for value in values:
                yield name, str(value)
