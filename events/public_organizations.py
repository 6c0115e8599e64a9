"""The organizations that readers see: those whose posts publications state, and publishers."""

from __future__ import annotations

from django.db.models import Exists, OuterRef, QuerySet

from articles.models import Newspaper
from events.models import Statement
from people.models import Organization, Post

STATED = Statement.objects.memberships().filter(object=OuterRef("pk"))
STATED_POSTS = Post.objects.filter(Exists(STATED))


def public_organizations() -> QuerySet[Organization]:
    """Return the organizations of posts that current publications state, and the publishers of the
    newspapers.
    """
    newspapers = Newspaper.objects.published()
    return Organization.objects.filter(
        Exists(STATED_POSTS.filter(organization=OuterRef("pk")))
        | Exists(newspapers.filter(organization=OuterRef("pk")))
    )
