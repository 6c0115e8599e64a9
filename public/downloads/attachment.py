"""A file that a visitor's browser keeps, and the visitor's own copy of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.utils.http import content_disposition_header

from editorial.change_log import last_number

FileContent = str | bytes | Iterable[str]
Answer = Callable[..., HttpResponseBase]


def attachment(
    content: FileContent, media_type: str, name: str
) -> HttpResponseBase:
    """Return a file of this name; one that is given in parts is sent part by part."""
    response: HttpResponseBase
    if isinstance(content, (str, bytes)):
        response = HttpResponse(content, content_type=_with_charset(media_type))
    else:
        response = sent_in_parts(content, media_type)
    disposition = content_disposition_header(as_attachment=True, filename=name)
    response.headers["Content-Disposition"] = disposition or "attachment"
    return response


def sent_in_parts(
    content: Iterable[str], media_type: str
) -> StreamingHttpResponse:
    """Return what is shown at once, sent part by part."""
    kind = _with_charset(media_type)
    return StreamingHttpResponse(content, content_type=kind)


def _with_charset(media_type: str) -> str:
    if media_type.startswith("text/"):
        return f"{media_type}; charset=utf-8"
    return media_type


def same_until_a_change(view: Answer) -> Answer:
    """Give an answer an ETag made of the last public change and the day, and send no second time
    what the visitor has: what is sent in parts has no digest.
    """

    @wraps(view)
    def answer(
        request: HttpRequest, *args: Any, **kwargs: Any
    ) -> HttpResponseBase:
        number = last_number()
        today = timezone.localdate()
        etag = f'W/"{number}-{today}"'
        known = get_conditional_response(request, etag=etag)
        if known is not None:
            return known
        response = view(request, *args, **kwargs)
        if response.status_code == HttpResponse.status_code:
            response.headers["ETag"] = etag
        return response

    return answer
