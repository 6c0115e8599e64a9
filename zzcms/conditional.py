"""Answers that are still good are not sent again, whether they were asked for whole or by their
head alone.
"""

from typing import Any

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.middleware.http import ConditionalGetMiddleware
from django.utils.cache import get_conditional_response, set_response_etag


class ConditionalMiddleware(ConditionalGetMiddleware):
    """Give HEAD the ETag of GET: our views make the whole answer for both, and the server leaves
    the body out.
    """

    def process_response(
        self, request: HttpRequest, response: Any
    ) -> HttpResponseBase:
        if request.method != "HEAD":
            return super().process_response(request, response)
        if self.needs_etag(response) and not response.has_header("ETag"):
            set_response_etag(response)
        etag = response.get("ETag")
        conditional = get_conditional_response(
            request, etag=etag, response=response
        )
        return conditional or response
