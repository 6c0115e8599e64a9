"""What a page says of itself to programs: its record in schema.org's terms, a title and a picture
for whoever links to it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from articles.models import PublicPhoto
from articles.renditions import rendition
from events.photo_credits import credited_in
from public.linked_data.described_article import news_article
from public.linked_data.described_event import (
    attending,
    congress_node,
    event_node,
    parts_of_event,
    steps_to_event,
    telling_articles,
)
from public.linked_data.described_person import (
    described_person,
    steps_to_person,
)
from public.linked_data.described_photo import image_node
from public.linked_data.described_print import (
    issue_node,
    newspaper_node,
    steps_to_issue,
    steps_to_newspaper,
    steps_to_page,
)
from public.linked_data.graph import (
    Absolute,
    Node,
    breadcrumbs,
    data_block,
    document,
)

HeadContext = dict[str, Any]
MOST_DESCRIBED = 120
# All parts of a congress are in the file beside its page.
PARTS_IN_HEAD = 6


@dataclass(frozen=True, slots=True)
class PageHead:
    """The title, the beginning and the picture of a page, its kind in Open Graph's words, and the
    nodes of its record.
    """

    kind: str
    title: str
    description: str
    image: str
    nodes: list[Node]

    @property
    def data(self) -> str:
        """The data block of the page."""
        return data_block(document(self.nodes))


def _article(context: HeadContext, absolute: Absolute) -> PageHead | None:
    article = context["article"]
    if not article.is_current:
        return None
    setting = context["setting"]
    way = [*steps_to_page(article.page), _step(article)]
    return PageHead(
        "article",
        article.title,
        article.summary[:MOST_DESCRIBED],
        _first_picture([each.photo for each in setting.photos], absolute),
        [
            news_article(article, setting.people, absolute, context["notes"]),
            breadcrumbs(way, absolute),
        ],
    )


def _newspaper(context: HeadContext, absolute: Absolute) -> PageHead:
    newspaper = context["newspaper"]
    way = steps_to_newspaper(newspaper)
    nodes = [newspaper_node(newspaper, absolute), breadcrumbs(way, absolute)]
    return PageHead(
        "website",
        newspaper.name,
        "",
        "",
        nodes,
    )


def _issue(context: HeadContext, absolute: Absolute) -> PageHead:
    issue = context["issue"]
    way = steps_to_issue(issue)
    nodes = [issue_node(issue, absolute), breadcrumbs(way, absolute)]
    return PageHead(
        "website",
        str(issue),
        "",
        "",
        nodes,
    )


def _printed_page(context: HeadContext, absolute: Absolute) -> PageHead:
    page = context["page"]
    nodes = [
        issue_node(page.issue, absolute),
        breadcrumbs(steps_to_page(page), absolute),
    ]
    return PageHead(
        "website",
        str(page),
        "",
        "",
        nodes,
    )


def _photo(context: HeadContext, absolute: Absolute) -> PageHead:
    photo = context["photo"]
    image = image_node(photo, absolute, credited_in([photo]))
    way = [*steps_to_page(photo.publication.page), _step(photo)]
    nodes = [*([image] if image else []), breadcrumbs(way, absolute)]
    picture = _first_picture([photo], absolute)
    return PageHead(
        "website",
        str(photo),
        photo.caption,
        picture,
        nodes,
    )


def _person(context: HeadContext, absolute: Absolute) -> PageHead:
    person = context["person"]
    posts = [each.label for each in context.get("posts", ())]
    nodes = [
        described_person(person, posts, absolute),
        breadcrumbs(steps_to_person(person), absolute),
    ]
    told = "\uff0c".join(posts)[:MOST_DESCRIBED]
    return PageHead(
        "profile",
        person.name,
        told,
        "",
        nodes,
    )


def _event(context: HeadContext, absolute: Absolute) -> PageHead:
    event = context["event"]
    parent = context["parent"]
    told = context["told"]
    whole = event_node(parent, absolute) if parent else None
    described = event_node(
        event,
        absolute,
        superEvent=whole,
        subEvent=parts_of_event(context["children"], absolute),
        attendee=attending(told.participations, absolute),
        subjectOf=telling_articles(told.sources, absolute),
    )
    way = steps_to_event(event, parent)
    nodes = [described, breadcrumbs(way, absolute)]
    picture = _first_picture(context["photos"], absolute)
    return PageHead(
        "website",
        event.title,
        event.place,
        picture,
        nodes,
    )


def _congress(context: HeadContext, absolute: Absolute) -> PageHead:
    congress = context["congress"]
    entries = [
        entry
        for day in context.get("days", ())
        for half in day.halves
        for entry in half.entries
    ]
    first = [each.event for each in entries][:PARTS_IN_HEAD]
    parts = parts_of_event(first, absolute)
    described = congress_node(congress, absolute, subEvent=parts)
    photos = [each.photo for each in entries if each.photo]
    nodes = [described, breadcrumbs(steps_to_event(congress), absolute)]
    picture = _first_picture(photos, absolute)
    return PageHead(
        "website",
        congress.title,
        congress.place,
        picture,
        nodes,
    )


def _step(record: Any) -> tuple[str, str]:
    """Return a record as the last step of the way to it."""
    return str(record), record.get_absolute_url()


def _first_picture(photos: Iterable[PublicPhoto], absolute: Absolute) -> str:
    """Return the address of the first photo that can be shown, empty where there is none."""
    for photo in photos:
        picture = rendition(photo.image, "article")
        if picture:
            return absolute(picture.url)
    return ""


# By the name of the page's address.
HEADS: dict[str, Callable[[HeadContext, Absolute], PageHead | None]] = {
    "article": _article,
    "version": _article,
    "newspaper": _newspaper,
    "issue": _issue,
    "page": _printed_page,
    "photo": _photo,
    "person": _person,
    "event": _event,
    "congress": _congress,
    "congress-day": _congress,
    "congress-who": _congress,
    "congress-with": _congress,
    "congress-election": _congress,
}
