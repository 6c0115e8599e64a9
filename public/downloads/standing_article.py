"""What stands today at the address of an article."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.views import View

from articles.models import Publication
from public.around_article import versions_of


class OfArticle(View):
    """A file of the article at an address.

    Where the article stands elsewhere today, lead to the file there; where it was withdrawn, answer
    that it is gone, with the public note."""

    def get(
        self, request: HttpRequest, *args: Any, **kwargs: Any
    ) -> HttpResponseBase:
        found = Publication.objects.published_at(kwargs).with_page()
        publication = found.select_related("announced_correction").first()
        if publication is None:
            raise Http404
        if publication.is_current:
            return self.file_of(publication)
        newest = versions_of(publication)[0]
        if newest.is_current:
            return redirect(self.address_for(newest), permanent=True)
        return HttpResponse(
            newest.withdrawal_note,
            content_type="text/plain; charset=utf-8",
            status=410,
        )

    def file_of(self, publication: Publication) -> HttpResponseBase:
        """Return the file of a current publication."""
        raise NotImplementedError

    def address_for(self, publication: Publication) -> str:
        """Return where the file of another publication stands."""
        raise NotImplementedError
