"""Newspaper, issue and page in schema.org's terms."""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from articles.models import Issue, Newspaper, Page
from public.linked_data.graph import Absolute, Node, node

Steps = Iterator[tuple[str, str]]


def newspaper_node(newspaper: Newspaper, absolute: Absolute) -> Node:
    """Return a newspaper with its ISSN."""
    return node(
        "Newspaper",
        name=newspaper.name,
        issn=newspaper.issn,
        url=absolute(newspaper.get_absolute_url()),
    )


def issue_node(issue: Issue, absolute: Absolute) -> Node:
    """Return an issue and the newspaper that it is part of."""
    return node(
        "PublicationIssue",
        name=issue.edition_name,
        datePublished=issue.date.isoformat(),
        issueNumber=issue.number,
        url=absolute(issue.get_absolute_url()),
        isPartOf=newspaper_node(issue.newspaper, absolute),
    )


def steps_to_newspaper(newspaper: Newspaper) -> Steps:
    """Yield the way to a newspaper, for breadcrumbs."""
    yield _("Newspapers"), reverse("newspapers")
    yield newspaper.name, newspaper.get_absolute_url()


def steps_to_issue(issue: Issue) -> Steps:
    """Yield the way to an issue."""
    yield from steps_to_newspaper(issue.newspaper)
    yield issue.dated, issue.get_absolute_url()


def steps_to_page(page: Page) -> Steps:
    """Yield the way to a printed page."""
    yield from steps_to_issue(page.issue)
    label = _("Page %(label)s") % {"label": page.label}
    yield label, page.get_absolute_url()
