"""Every address that readers see."""

from django.contrib.sitemaps.views import index, sitemap
from django.urls import path, register_converter

from public.converters import DateConverter, LabelConverter, SizeConverter
from public.feeds import NewestArticles
from public.sitemaps import SITEMAPS
from public.views import (
    articles,
    events,
    newspapers,
    people,
    photos,
    search,
)

register_converter(DateConverter, "date")
register_converter(LabelConverter, "label")
register_converter(SizeConverter, "size")

NEWSPAPER = "newspapers/<slug:slug>/"
ISSUE = f"{NEWSPAPER}<date:date>/"
PAGE = f"{ISSUE}<label:label>/"
ARTICLE = f"{PAGE}<int:position>/"

urlpatterns = [
    path("", events.HomeView.as_view(), name="home"),
    path("newspapers/", newspapers.NewspaperList.as_view(), name="newspapers"),
    path(NEWSPAPER, newspapers.NewspaperIssues.as_view(), name="newspaper"),
    path(ISSUE, newspapers.IssueView.as_view(), name="issue"),
    path(PAGE, newspapers.PageView.as_view(), name="page"),
    path(
        f"{PAGE}<size:size>.webp",
        photos.PagePicture.as_view(),
        name="page-picture",
    ),
    path(ARTICLE, articles.ArticleView.as_view(), name="article"),
    path(
        f"{ARTICLE}v<int:number>/",
        articles.VersionView.as_view(),
        name="version",
    ),
    path("photos/", photos.PhotoList.as_view(), name="photos"),
    path("photos/<int:pk>/", photos.PhotoView.as_view(), name="photo"),
    path(
        "photos/<int:pk>/<size:size>.webp",
        photos.PhotoPicture.as_view(),
        name="photo-picture",
    ),
    path("people/", people.PersonList.as_view(), name="people"),
    path("people/<int:pk>/", people.PersonView.as_view(), name="person"),
    path(
        "people/<int:pk>/events/",
        people.PersonEvents.as_view(),
        name="person-events",
    ),
    path("timeline/<int:pk>/", events.TimelineView.as_view(), name="timeline"),
    path("events/<int:pk>/", events.EventView.as_view(), name="event"),
    path("search/", search.SearchView.as_view(), name="search"),
    path("feed/", NewestArticles(), name="feed"),
    path("robots.txt", events.RobotsView.as_view(), name="robots"),
    path(
        "sitemap.xml",
        index,
        {"sitemaps": SITEMAPS, "sitemap_url_name": "sitemap-section"},
        name="sitemap",
    ),
    path(
        "sitemap-<slug:section>.xml",
        sitemap,
        {"sitemaps": SITEMAPS},
        name="sitemap-section",
    ),
]
