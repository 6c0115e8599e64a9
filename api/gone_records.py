"""What the API answers for a record that was public and is no more: withdrawn, or merged."""

from __future__ import annotations

from typing import Any

from django.db.models import Model, QuerySet
from django.http import Http404
from django.utils.translation import gettext_lazy as _
from drf_spectacular.utils import OpenApiResponse
from rest_framework import status
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.reverse import reverse

from api.record_views import Gone, RecordViewSet
from articles.models import Publication
from events.models import MergedEvent, PublicEvent
from people.models import MergedPerson, PublicPerson

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
# Where it is noted which record stays.
NOTED: dict[type[Model], Any] = {
    PublicEvent: MergedEvent,
    PublicPerson: MergedPerson,
}


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
            published = Publication.objects.of_article(self.kwargs["id"])
            last = published.defer("content").first()
            if last is None:
                raise
            raise Withdrawn(last.withdrawal_note) from None


class MayBeMerged(RecordViewSet):
    """Records of which one that was merged leads to the one that stays, while that is public."""

    def retrieve(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        try:
            return super().retrieve(request, *args, **kwargs)
        except (Http404, Gone):
            key = kwargs["id"]
            stays = staying(self.queryset, key)
            if stays is None:
                raise
            name = f"{self.basename}-detail"
            address = reverse(name, args=[stays.pk], request=request)
            moved = status.HTTP_301_MOVED_PERMANENTLY
            return Response(status=moved, headers={"Location": address})


def staying(records: QuerySet[Any], former: Any) -> Any:
    """Return that one of these records into which another of this key was merged, or None."""
    noted = NOTED[records.model].objects.filter(former=former)
    return records.filter(pk__in=noted.values("stays")).first()
