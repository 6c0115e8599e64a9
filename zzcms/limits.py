"""What is too large for the database is the visitor's mistake, not a fault of the site."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.views.defaults import bad_request


class KeyTooLargeMiddleware:
    """Answer 400 to a key beyond 64 bits, for which SQLite has no column: Django asks for it in
    ``pk__in``.
    """

    def __init__(
        self, get_response: Callable[[HttpRequest], HttpResponse]
    ) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(
        self, request: HttpRequest, exception: Exception
    ) -> HttpResponse | None:
        if not isinstance(exception, OverflowError):
            return None
        if "SQLite INTEGER" not in str(exception):
            return None
        return bad_request(request, exception)
