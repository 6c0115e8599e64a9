"""Every address that readers see."""

from django.contrib.sitemaps.views import index, sitemap
from django.urls import path, register_converter

from articles.renditions import AVIF
from public.converters import DateConverter, LabelConverter, SizeConverter
from public.feeds import NewestArticles
from public.sitemaps import SITEMAPS
from public.views import (
    articles,
    congress_days,
    congresses,
    elections,
    events,
    newspapers,
    people,
    photos,
    presence,
    reports,
    search,
    site,
)

register_converter(DateConverter, "date")
register_converter(LabelConverter, "label")
register_converter(SizeConverter, "size")

NEWSPAPER = "newspapers/<slug:slug>/"
ISSUE = f"{NEWSPAPER}<date:date>/"
PAGE = f"{ISSUE}<label:label>/"
CONGRESS = "congresses/<slug:word>/"
ARTICLE = f"{PAGE}<int:address_number>/"

# These have an address in each language.
urlpatterns = [
    path("", site.HomeView.as_view(), name="home"),
    path("about/", site.AboutView.as_view(), name="about"),
    path("newspapers/", newspapers.NewspaperList.as_view(), name="newspapers"),
    path(NEWSPAPER, newspapers.NewspaperIssues.as_view(), name="newspaper"),
    path(ISSUE, newspapers.IssueView.as_view(), name="issue"),
    path(PAGE, newspapers.PageView.as_view(), name="page"),
    path(
        ARTICLE,
        articles.ArticleView.as_view(),
        name="article",
    ),
    path(
        f"{ARTICLE}v<int:number>/",
        articles.VersionView.as_view(),
        name="version",
    ),
    path("photos/", photos.PhotoList.as_view(), name="photos"),
    path("photos/<int:pk>/", photos.PhotoView.as_view(), name="photo"),
    path("people/", people.PersonList.as_view(), name="people"),
    path(
        "people/organizations/",
        people.OrganizationList.as_view(),
        name="organizations",
    ),
    path("people/<int:pk>/", people.PersonView.as_view(), name="person"),
    path(
        "people/<int:pk>/events/",
        people.PersonEvents.as_view(),
        name="person-events",
    ),
    path("congresses/", congresses.CongressList.as_view(), name="congresses"),
    path(CONGRESS, congresses.CongressOverview.as_view(), name="congress"),
    path(
        f"{CONGRESS}<date:date>/",
        congress_days.CongressDay.as_view(),
        name="congress-day",
    ),
    path(
        f"{CONGRESS}who/", presence.WhoWasWhere.as_view(), name="congress-who"
    ),
    path(f"{CONGRESS}with/", presence.WithWhom.as_view(), name="congress-with"),
    path(
        f"{CONGRESS}election/",
        elections.CongressElections.as_view(),
        name="congress-election",
    ),
    path("timeline/<int:pk>/", events.TimelineView.as_view(), name="timeline"),
    path("events/<int:pk>/", events.EventView.as_view(), name="event"),
    path("search/", search.SearchView.as_view(), name="search"),
    path("report/", reports.ReportView.as_view(), name="report"),
    path("report/thanks/", reports.ReportTaken.as_view(), name="report-taken"),
    path("feed/", NewestArticles(), name="feed"),
]

# These have one address, whatever the language of the page that leads there.
files = [
    path(
        f"{PAGE}<size:size>.webp",
        photos.PagePicture.as_view(),
        name="page-picture",
    ),
    path(
        f"{PAGE}<size:size>.avif",
        photos.PagePicture.as_view(kind=AVIF),
        name="page-picture-avif",
    ),
    path(
        "photos/<int:pk>/<size:size>.webp",
        photos.PhotoPicture.as_view(),
        name="photo-picture",
    ),
    path(
        "photos/<int:pk>/<size:size>.avif",
        photos.PhotoPicture.as_view(kind=AVIF),
        name="photo-picture-avif",
    ),
    path(
        f"{CONGRESS}who.csv",
        presence.WhoWasWhereFile.as_view(),
        name="congress-who-file",
    ),
    path(
        f"{CONGRESS}with.csv",
        presence.WithWhomFile.as_view(),
        name="congress-with-file",
    ),
    path("robots.txt", site.RobotsView.as_view(), name="robots"),
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

# The pages that are kept when they are made, by name, each with the keys of the question that its
# view knows. The search is not: what people may ask has no end.
KEPT: dict[str, set[str]] = {
    "home": set(),
    "about": set(),
    "newspapers": set(),
    "newspaper": {"year"},
    "issue": set(),
    "page": set(),
    "article": {"text", "evidence", "mention"},
    "version": {"since"},
    "photos": {"day", "by", "person", "event", "page"},
    "photo": set(),
    "people": {"initial", "surname", "organization", "page"},
    "organizations": {"page"},
    "person": {"page"},
    "person-events": {"page"},
    "timeline": {"page"},
    "congresses": {"page"},
    "congress-day": {"page"},
    "congress-who": {"sessions", "page"},
    "congress-with": {"page"},
    "congress-election": set(),
    "congress": {"day", "body", "kind", "place", "person", "page"},
    "event": {"page"},
    "feed": set(),
    "sitemap": set(),
    "sitemap-section": {"p"},
}
