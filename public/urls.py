"""Every address that readers see."""

from django.contrib.sitemaps.views import index, sitemap
from django.urls import URLPattern, path, register_converter
from django.views import View

from articles.renditions import AVIF
from public.converters import (
    AnnalsConverter,
    CitationConverter,
    DateConverter,
    EditionConverter,
    LabelConverter,
    SizeConverter,
)
from public.downloads import (
    beside_views,
    calendar_views,
    citation_views,
    congress_views,
)
from public.downloads.annals import annals_views
from public.feeds import (
    CongressFeed,
    NewestArticles,
    NewspaperFeed,
    PersonFeed,
)
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
register_converter(EditionConverter, "edition")
register_converter(LabelConverter, "label")
register_converter(SizeConverter, "size")
register_converter(CitationConverter, "citation")
register_converter(AnnalsConverter, "annals")

NEWSPAPER = "newspapers/<slug:slug>/"
ISSUE = f"{NEWSPAPER}<date:date><edition:edition>/"
PAGE = f"{ISSUE}<label:label>/"
CONGRESS = "congresses/<slug:word>/"
ARTICLE = f"{PAGE}<int:address_number>/"
PHOTO = "photos/<int:pk>/"
PERSON = "people/<int:pk>/"
EVENT = "events/<int:pk>/"

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
    path(
        "chronicle/", annals_views.PeriodChronicle.as_view(), name="chronicle"
    ),
    path("feed/", NewestArticles(), name="feed"),
    path(f"{NEWSPAPER}feed/", NewspaperFeed(), name="newspaper-feed"),
    path(f"{PERSON}feed/", PersonFeed(), name="person-feed"),
    path(f"{CONGRESS}feed/", CongressFeed(), name="congress-feed"),
]


def record_files(page: str, name: str, view: type[View]) -> list[URLPattern]:
    """Return the addresses of a record as text and as linked data, beside its page."""
    address = page.removesuffix("/")
    return [
        path(f"{address}.txt", view.as_view(form="txt"), name=f"{name}-text"),
        path(f"{address}.json", view.as_view(form="json"), name=f"{name}-data"),
    ]


def picture_files(lead: str, name: str, view: type[View]) -> list[URLPattern]:
    """Return the addresses of a picture in each of its forms."""
    address = f"{lead}<size:size>"
    return [
        path(f"{address}.webp", view.as_view(), name=name),
        path(f"{address}.avif", view.as_view(kind=AVIF), name=f"{name}-avif"),
    ]


def citation(page: str, name: str, view: type[View]) -> URLPattern:
    """Return the addresses of the references to a record, beside its page."""
    return path(f"{page}cite.<citation:form>", view.as_view(), name=name)


# These have one address, whatever the language of the page that leads there.
files = [
    *picture_files(PAGE, "page-picture", photos.PagePicture),
    *picture_files(PHOTO, "photo-picture", photos.PhotoPicture),
    path(
        f"{PHOTO}original",
        photos.PhotoOriginal.as_view(),
        name="photo-original",
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
        {"sitemaps": SITEMAPS, "template_name": "sitemaps/pages.xml"},
        name="sitemap-section",
    ),
    *record_files(NEWSPAPER, "newspaper", beside_views.NewspaperFile),
    *record_files(ISSUE, "issue", beside_views.IssueFile),
    *record_files(PAGE, "page", beside_views.PageFile),
    *record_files(ARTICLE, "article", beside_views.ArticleFile),
    *record_files(PHOTO, "photo", beside_views.PhotoFile),
    *record_files(PERSON, "person", beside_views.PersonFile),
    *record_files(EVENT, "event", beside_views.EventFile),
    *record_files(CONGRESS, "congress", congress_views.CongressFile),
    citation(ARTICLE, "article-cite", citation_views.ArticleCitation),
    citation(EVENT, "event-cite", citation_views.EventCitation),
    citation(CONGRESS, "congress-cite", citation_views.CongressCitation),
    path(
        f"{CONGRESS}chronicle.<annals:annals>",
        annals_views.CongressChronicle.as_view(),
        name="congress-chronicle",
    ),
    path(
        "chronicle.<annals:annals>",
        annals_views.PeriodFile.as_view(),
        name="chronicle-file",
    ),
    path(
        f"{CONGRESS}calendar.ics",
        calendar_views.CongressCalendar.as_view(),
        name="congress-calendar",
    ),
    path(
        f"{CONGRESS}timeline.json",
        calendar_views.CongressTimeline.as_view(),
        name="congress-timeline",
    ),
    path(
        f"{PERSON}calendar.ics",
        calendar_views.PersonCalendar.as_view(),
        name="person-calendar",
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
    "article-text": set(),
    "article-data": set(),
    "article-cite": set(),
    "version": {"since"},
    "photos": {"day", "by", "photographer", "person", "event", "page"},
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
    "event-text": set(),
    "event-data": set(),
    "person-text": set(),
    "person-data": set(),
    "person-calendar": set(),
    "person-feed": set(),
    "congress-data": set(),
    "congress-calendar": set(),
    "congress-timeline": set(),
    "congress-feed": set(),
    "chronicle": {"from", "to", "page"},
    "feed": set(),
    "newspaper-feed": set(),
    "sitemap": set(),
    "sitemap-section": {"p"},
}
