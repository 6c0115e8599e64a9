"""The delivered files of a page, as they came, for those who may see them."""

from __future__ import annotations

from pathlib import PurePath
from typing import Any

from django.contrib.auth.mixins import PermissionRequiredMixin
from django.core.files import File
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
        return FileResponse(
            _opened(row),
            as_attachment=True,
            filename=PurePath(row.name).name,
            content_type="application/octet-stream",
        )


def _opened(row: Original) -> File:
    """Open a kept file; raise ``Http404`` where the storage has lost it."""
    try:
        return originals().open(row.kept_at)
    except OSError as error:
        raise Http404 from error
