"""The map of the API: every record it has, its schema and its documentation."""

from django.urls import include, path
from rest_framework.routers import SimpleRouter

from articles.api import ArticleViewSet, IssueViewSet, NewspaperViewSet, PageViewSet, PhotoViewSet
from events.api import EventViewSet
from people.api import OrganizationViewSet, PersonViewSet
from search.api import SearchViewSet
from zzcms.rest import NotFoundView
from zzcms.schema import DocumentationView, SchemaView

router = SimpleRouter()
router.register("newspapers", NewspaperViewSet, "api-newspaper")
router.register("issues", IssueViewSet, "api-issue")
router.register("pages", PageViewSet, "api-page")
router.register("articles", ArticleViewSet, "api-article")
router.register("photos", PhotoViewSet, "api-photo")
router.register("people", PersonViewSet, "api-person")
router.register("organizations", OrganizationViewSet, "api-organization")
router.register("events", EventViewSet, "api-event")
router.register("search", SearchViewSet, "api-search")

urlpatterns = [
    path("schema/", SchemaView.as_view(), name="schema"),
    path("docs/", DocumentationView.as_view(), name="api-docs"),
    path("v1/", include(router.urls)),
    path("<path:rest>", NotFoundView.as_view()),
]
