"""What the API answers for a record that was public and is no more: withdrawn, or merged."""

from __future__ import annotations

from typing import Any

from django.http import Http404
from django.utils.translation import gettext_lazy as _
from drf_spectacular.utils import OpenApiResponse
from rest_framework import status
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.reverse import reverse

from api.record_views import Gone, RecordViewSet
from articles.models import Article

# Of the description of an operation that shows one record.
WITHDRAWN = OpenApiResponse(
    {
        "type": "object",
        "properties": {
            "detail": {"type": "string"},
            "note": {"type": "string"},
        },
        "required": ["detail", "note"],
    },
    "The article was withdrawn; `note` says why.",
)
MERGED = OpenApiResponse(
    None, "The record was merged into the one at `Location`."
)


class Withdrawn(Gone):
    """Says that an article was taken back, with the public note and not a word of its text."""

    default_detail = _("This article was withdrawn.")

    def __init__(self, note: str) -> None:
        super().__init__({"detail": self.default_detail, "note": note})


class MayBeWithdrawn(RecordViewSet):
    """Articles, of which a withdrawn one answers with its note."""

    def get_object(self) -> Any:
        try:
            return super().get_object()
        except (Http404, Gone):
            articles = Article.objects.at_an_address()
            article = articles.filter(pk=self.kwargs["pk"]).first()
            if article is None:
                raise
            raise Withdrawn(article.withdrawal_note) from None


class MayBeMerged(RecordViewSet):
    """Records of which one that was merged leads to the one that stays, while that is public."""

    def retrieve(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        try:
            return super().retrieve(request, *args, **kwargs)
        except Http404:
            stays = self.queryset.filter(merged__former=kwargs["pk"]).first()
            if stays is None:
                raise
            name = f"{self.basename}-detail"
            address = reverse(name, args=[stays.pk], request=request)
            moved = status.HTTP_301_MOVED_PERMANENTLY
            return Response(status=moved, headers={"Location": address})
