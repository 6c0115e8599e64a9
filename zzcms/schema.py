"""The schema of the API; apart from ``zzcms.rest`` because Django REST framework loads that before its own views."""

from __future__ import annotations

from typing import Any

from drf_spectacular.views import SpectacularAPIView
from rest_framework.request import Request

from zzcms.rest import refuse_unknown


class SchemaView(SpectacularAPIView):
    """The schema, as strict as what it describes: a version asked for would end up in a header as it is."""

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        super().initial(request, *args, **kwargs)
        refuse_unknown(request, ["lang"])
