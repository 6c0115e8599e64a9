"""The map of the API: every record it has, its schema and its documentation."""

from django.urls import include, path
from rest_framework.routers import SimpleRouter

from api.record_views import KEY
from api.resources.articles import ArticleViewSet
from api.resources.changes import ChangeViewSet
from api.resources.events import EventViewSet
from api.resources.newspapers import IssueViewSet, NewspaperViewSet, PageViewSet
from api.resources.organizations import OrganizationViewSet
from api.resources.people import PersonViewSet
from api.resources.photos import PhotoViewSet
from api.resources.publications import PublicationViewSet
from api.resources.search import SearchViewSet
from api.schema import DocumentationView, SchemaView
from api.strict import NotFoundView

router = SimpleRouter()
router.register("newspapers", NewspaperViewSet, "api-newspaper")
router.register("issues", IssueViewSet, "api-issue")
router.register("pages", PageViewSet, "api-page")
router.register("articles", ArticleViewSet, "api-article")
router.register(
    f"articles/(?P<article>{KEY})/publications",
    PublicationViewSet,
    "api-publication",
)
router.register("photos", PhotoViewSet, "api-photo")
router.register("people", PersonViewSet, "api-person")
router.register("organizations", OrganizationViewSet, "api-organization")
router.register("events", EventViewSet, "api-event")
router.register("changes", ChangeViewSet, "api-change")
router.register("search", SearchViewSet, "api-search")

# Read by people, so it has an address in each language.
pages = [path("docs/", DocumentationView.as_view(), name="api-docs")]

urlpatterns = [
    path("schema/", SchemaView.as_view(), name="schema"),
    path("v1/", include(router.urls)),
    path("<path:rest>", NotFoundView.as_view()),
]
