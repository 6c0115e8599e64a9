"""The addresses of the desk that are not Django's admin's own."""

from __future__ import annotations

from django.contrib import admin
from django.urls import URLPattern, path
from django.views.generic import View

from desk.bench.case_views import CaseView, SameView
from desk.bench.word_views import BlockView, WhoView, WordsView
from desk.bench.workbench import Workbench
from desk.review_sheet.sheet_views import ReviewView
from desk.views import original

PAGE = "admin/desk/page/<int:page>/"


def _screen(route: str, view: type[View], name: str) -> URLPattern:
    """Lead to a screen that only staff who are logged in see."""
    return path(route, admin.site.admin_view(view.as_view()), name=name)


urlpatterns = [
    path("media/<path:path>", original, name="original"),
    _screen(PAGE, Workbench, "desk-page"),
    _screen(f"{PAGE}case/<int:case>/<slug:verb>/", CaseView, "desk-case"),
    _screen(f"{PAGE}same/", SameView, "desk-same"),
    _screen(f"{PAGE}words/", WordsView, "desk-words"),
    _screen(f"{PAGE}block/<int:block>/", BlockView, "desk-block"),
    _screen(f"{PAGE}name/<int:mention>/", WhoView, "desk-name"),
    _screen("admin/desk/review/<int:article>/", ReviewView, "desk-review"),
]
