"""Records as plain text: what their pages say, without any mark."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from articles.citations.cited_article import CitedArticle
from articles.citations.national_standard import GBT_2025
from articles.models import Byline, Issue, Newspaper, Publication, PublicPhoto
from articles.models.public_photo import photos_in
from editorial.publishing.announcing import is_announced
from events.models import PublicEvent, Statement
from events.telling import ToldFacts, roles_of
from people.models import PublicPerson
from public.downloads.annals.told_entries import ToldEntry
from public.downloads.rights import (
    agency_of,
    each_once,
    photo_rights,
    text_rights,
)
from public.linked_data.graph import Absolute
from public.person.posts import PostInPrint
from records.plaintext import plain_lines

Lines = Iterator[str]


def written(lines: Iterable[str]) -> str:
    """Return lines as a text; an empty one stands between paragraphs."""
    text = "\n".join(lines)
    return plain_lines(text) + "\n"


def text_of_article(
    article: Publication,
    reference: CitedArticle,
    notes: Iterable[Publication] = (),
) -> Lines:
    """Yield headings, bylines, whether a correction is under way, paragraphs, captions, notes on
    corrections, and how the article is cited.
    """
    yield from _headings(article)
    if is_announced(article):
        yield from ("", _("A correction of this article is under way."))
    yield from ("", article.content["body"])
    photos = list(photos_in(article))
    for photo in photos:
        yield from ("", *photo_words(photo))
    for publication in notes:
        yield from ("", correction_told(publication))
    rights = [_rights(article), *map(photo_rights, photos)]
    yield from ("", GBT_2025.online(reference), *each_once(rights))


def correction_told(publication: Publication) -> str:
    """Return the note of a publication on what it corrected, with number and date."""
    form = _("Correction, version %(number)s, %(day)s: %(note)s")
    return form % {
        "number": publication.number,
        "day": date_format(localtime(publication.at)),
        "note": publication.correction_note,
    }


def _headings(article: Publication) -> Lines:
    """Yield what stands above the text and by whom it is."""
    content = article.content
    headings = [content["kicker"], article.title, content["subtitle"]]
    yield from filter(None, headings)
    names = "\u3000".join(map(_signed, article.bylines))
    if names:
        yield names


def _signed(byline: dict[str, str]) -> str:
    role = Byline.Role(byline["role"]).label
    return f"{role} {byline['name']}"


def _rights(article: Publication) -> str:
    source = article.content["dateline"]["source"]
    newspaper = article.page.issue.newspaper
    return text_rights(newspaper, agency_of(source))


def photo_words(photo: PublicPhoto) -> Lines:
    """Yield the caption of a photo and who took it."""
    form = _("Photo: %(caption)s")
    yield form % {"caption": photo.caption or str(photo)}
    credit = [photo.credit_line, photo.creator_job_title, *photo.creator_names]
    yield from filter(None, [" ".join(filter(None, credit))])


def listed_articles(
    heading: str, articles: Iterable[Publication], absolute: Absolute
) -> Lines:
    """Yield the articles of an issue or of a page, each with page and address."""
    yield from (heading, "")
    for article in articles:
        yield f"{article.page.label} {article.title}"
        yield f"  {absolute(article.get_absolute_url())}"


def listed_issues(
    newspaper: Newspaper, issues: Iterable[Issue], absolute: Absolute
) -> Lines:
    """Yield the numbers of a newspaper, and the days of its issues with their addresses."""
    yield newspaper.name
    if newspaper.cn_number:
        yield f"CN {newspaper.cn_number}"
    if newspaper.issn:
        yield f"ISSN {newspaper.issn}"
    yield ""
    for issue in issues:
        day = f"{issue.date} {issue.edition_name}".rstrip()
        yield f"{day} {absolute(issue.get_absolute_url())}"


def event_lines(entry: ToldEntry, told: ToldFacts) -> Lines:
    """Yield title, time, place, the sentence, who took part in printed order, and the notes."""
    event = entry.event
    yield event.title
    when = [event.edtf, entry.part, entry.clock, event.place]
    yield " ".join(filter(None, when))
    yield from ("", entry.sentence, "")
    for role, people in roles_of(told.participations).items():
        names = "\u3001".join(each.value["name"] for each in people)
        yield f"{role}\uff1a{names}"
    yield from ("", *entry.references, *entry.rights, entry.address)


def person_lines(
    person: PublicPerson,
    posts: Iterable[PostInPrint],
    appearances: Iterable[tuple[Statement, PublicEvent]],
    absolute: Absolute,
) -> Lines:
    """Yield names, posts, and the events a person took part in, each with role and words."""
    yield " ".join([person.name, *person.further_names])
    yield absolute(person.get_absolute_url())
    yield ""
    yield from (post.label for post in posts)
    yield ""
    for stated, event in appearances:
        role = stated.value.get("role", "")
        yield " ".join(filter(None, [event.edtf, event.title, role]))
        yield f"  {absolute(stated.get_absolute_url())}"
