"""The schema of the API; apart from ``api.strict`` because Django REST framework loads that before
its own views.
"""

from __future__ import annotations

from typing import Any

from drf_spectacular.views import (
    SpectacularAPIView,
    SpectacularSwaggerSplitView,
)
from rest_framework.request import Request

from api.parameters import refuse_unknown


class SchemaView(SpectacularAPIView):
    """The schema, as strict as what it describes: a version asked for would end up in a header as
    it is.

    It is not counted among what a consumer asks of the API, nor is the page that shows it.
    """

    throttle_classes = ()

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        super().initial(request, *args, **kwargs)
        refuse_unknown(request, ["lang"])


class DocumentationView(SpectacularSwaggerSplitView):
    """The schema to read and to try, in the house style."""

    template_name = "api/docs.html"
    throttle_classes = ()
