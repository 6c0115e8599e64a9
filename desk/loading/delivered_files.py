"""The delivered files of a page, as they came, for those who may see them."""

from __future__ import annotations

from pathlib import PurePath
from typing import Any

from django.contrib.auth.mixins import PermissionRequiredMixin
from django.http import FileResponse, Http404, HttpRequest
from django.shortcuts import get_object_or_404
from django.views.generic import View

from importing.models import Original, originals

PERMISSION = "importing.view_original"


class DeliveredFileView(PermissionRequiredMixin, View):
    """Send a kept file under the name it came with; never to be opened in the browser."""

    permission_required = PERMISSION
    raise_exception = True

    def get(
        self, request: HttpRequest, *args: Any, **kwargs: Any
    ) -> FileResponse:
        row = get_object_or_404(Original, pk=kwargs["original"])
        try:
            file = originals().open(row.kept_at)
        except OSError as error:
            raise Http404 from error
        name = PurePath(row.name).name
        return FileResponse(
            file,
            as_attachment=True,
            filename=name,
            content_type="application/octet-stream",
        )
