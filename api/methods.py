"""What OPTIONS answers; apart from ``api.strict`` because Django REST framework loads it before its
own views.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rest_framework.metadata import BaseMetadata

if TYPE_CHECKING:
    from rest_framework.request import Request
    from rest_framework.views import APIView


class Methods(BaseMetadata):
    """Name the methods, as the header ``Allow`` does; what a record holds is in the schema."""

    def determine_metadata(
        self, request: Request, view: APIView
    ) -> dict[str, list[str]]:
        return {"methods": view.allowed_methods}
