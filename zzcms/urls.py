"""Every address of the site; each package's own are in its ``urls``."""

from django.conf import settings
from django.contrib import admin
from django.urls import include, path
from django.views.decorators.csrf import csrf_exempt
from django.views.i18n import set_language
from health_check.views import (  # type: ignore[import-untyped]  # it has none
    HealthCheckView,
)

urlpatterns = [
    path("", include("public.urls")),
    path("", include("desk.urls")),
    path("api/", include("api.urls")),
    path("admin/", admin.site.urls),
    path(
        "healthz/",
        HealthCheckView.as_view(checks=settings.HEALTH_CHECKS),
        name="health",
    ),
    # Apart from the site's own health: no balancer may take a site away that only lacks a worker.
    path(
        "healthz/jobs/",
        HealthCheckView.as_view(checks=["operation.health.Jobs"]),
        name="health_of_jobs",
    ),
    # Without the CSRF token pages are the same for everybody, so their ETags hold; a forged choice
    # harms nobody.
    path("i18n/setlang/", csrf_exempt(set_language), name="set_language"),
]
