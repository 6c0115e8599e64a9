from django.contrib.sitemaps.views import index, sitemap
from django.urls import path

from events import views
from events.sitemaps import SITEMAPS

urlpatterns = [
    path("", views.HomeView.as_view(), name="home"),
    path("timeline/<int:pk>/", views.TimelineView.as_view(), name="timeline"),
    path("events/<int:pk>/", views.EventView.as_view(), name="event"),
    path("robots.txt", views.RobotsView.as_view(), name="robots"),
    path(
        "sitemap.xml",
        index,
        {"sitemaps": SITEMAPS, "sitemap_url_name": "sitemap-section"},
        name="sitemap",
    ),
    path("sitemap-<slug:section>.xml", sitemap, {"sitemaps": SITEMAPS}, name="sitemap-section"),
]
