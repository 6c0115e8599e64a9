"""Every address of the site; each package's own are in its ``urls``."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.urls import include, path
from django.views.i18n import set_language
from health_check.views import (  # type: ignore[import-untyped]  # it has none
    HealthCheckView,
)

from api import urls as api_urls
from public import urls as public_urls

# What has an address in each language, by name.
SPOKEN = {page.name for page in (*public_urls.urlpatterns, *api_urls.pages)}

handler404 = "public.missing.missing_pages.not_found"

urlpatterns = [
    *i18n_patterns(
        path("", include("public.urls")),
        path("api/", include(api_urls.pages)),
        prefix_default_language=False,
    ),
    path("", include(public_urls.files)),
    path("", include("desk.urls")),
    path("api/", include("api.urls")),
    path("admin/language/", set_language, name="set_language"),
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
]
