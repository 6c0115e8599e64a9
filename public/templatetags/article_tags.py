"""What the templates ask of articles: a picture by name, pieces of text."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Iterator
from itertools import accumulate, pairwise
from typing import Any, NamedTuple

from django import template
from django.db.models.fields.files import ImageFieldFile
from django.utils.html import format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from articles.composing import GAP
from articles.geometry import WHOLE, Rectangle
from articles.models import Byline, Publication, PublicPhoto
from articles.pieces import Piece
from articles.renditions import Rendition, offered
from articles.typesetting import PrintedName
from editorial.casework.widening import widened
from public.typography.line_ends import phrases_of
from public.typography.name_columns import TypesetStretch, stretches_of
from search.highlighting import MarkedRun

register = template.Library()
# Marks as print has them, in an extract.
register.filter("for_reading", widened)
# Where a line may end inside a run of Chinese.
MAY_BREAK = mark_safe("<wbr>")


@register.inclusion_tag("articles/_picture.html")
def picture(
    photo: PublicPhoto, name: str, loading: str = "lazy"
) -> dict[str, Any]:
    """Show a photo in the size called ``name``, or say that its picture is not here."""
    return _shown(photo.image, photo.alt_text, name, loading)


@register.inclusion_tag("articles/_page_picture.html")
def page_picture(
    page: Any, articles: Iterable[Any], name: str = "article"
) -> dict[str, Any]:
    """Show the picture of a whole page, which knows if it is whole, in the size called ``name``,
    with links to its articles where they stand; none unless readers may see all that is on it.
    """
    if not page.picture or not page.is_wholly_public:
        return {}
    # Alone on its page it must also be there on paper, where nobody scrolls to it.
    loading = "eager" if name == "article" else "lazy"
    shown = _shown(page.picture, _("The printed page"), name, loading)
    if shown:
        shown |= _placed(shown["picture"], articles)
    return shown


def _placed(picture: Rendition, articles: Iterable[Any]) -> dict[str, Any]:
    """Return the articles whose places on the page are known, each with its rectangles, and how
    large a ten-thousandth of the page is in the picture.
    """
    placed = []
    for article in articles:
        edges = (Rectangle(*each) for each in article.regions)
        rectangles = list(edges)
        if rectangles:
            placed.append((article, rectangles))
    return {
        "placed": placed,
        "across": picture.width / WHOLE,
        "down": picture.height / WHOLE,
    }


def _shown(
    image: ImageFieldFile, alt: str, name: str, loading: str
) -> dict[str, Any]:
    pictures = offered(image, name)
    if not pictures:
        return {}
    return {
        "picture": pictures[0],
        "largest": pictures[-1],
        "srcset": _srcset(pictures),
        "avif": _avif(pictures),
        "alt": alt,
        "name": name,
        "loading": loading,
    }


def _srcset(pictures: list[Rendition]) -> str:
    """Return the sizes a browser may choose from; empty when there is one alone."""
    if len(pictures) == 1:
        return ""
    return ", ".join(f"{each.url} {each.width}w" for each in pictures)


def _avif(pictures: list[Rendition]) -> str:
    """Return the same sizes as AVIF."""
    sizes = [f"{each.avif_url} {each.width}w" for each in pictures]
    return ", ".join(sizes)


@register.inclusion_tag("articles/_pieces.html")
def pieces(pieces: list[Piece]) -> dict[str, Any]:
    """Set pieces of text: the words sought marked, names led to their people, changes struck out
    and put in.
    """
    return {"pieces": pieces}


class HeadingPiece(NamedTuple):
    """A piece of a heading, its phrases, and whether a line may end before it."""

    piece: Piece
    phrases: SafeString
    may_begin_a_line: bool


@register.inclusion_tag("articles/_heading.html")
def set_heading(
    pieces: list[Piece], people: list[PrintedName]
) -> dict[str, Any]:
    """Set a heading whose lines end between phrases, never in a name of these people; a mark is no
    reason to end one.
    """
    text = "".join(piece.text for piece in pieces)
    names = [person.name for person in people]
    ends = list(accumulate(map(len, phrases_of(text, names))))
    return {"pieces": list(_phrased(pieces, ends))}


@register.inclusion_tag("articles/_heading.html")
def set_found(title: list[MarkedRun]) -> dict[str, Any]:
    """Set the title of what was found as a heading, the words asked for marked."""
    pieces = [Piece(run.text, sought=run.marked) for run in title]
    return set_heading(pieces, [])


def _phrased(pieces: list[Piece], ends: list[int]) -> Iterator[HeadingPiece]:
    """Yield the pieces of a heading whose phrases end at these offsets."""
    at = 0
    for piece in pieces:
        behind = at + len(piece.text)
        within = [end - at for end in ends if at < end < behind]
        borders = pairwise([0, *within, len(piece.text)])
        phrases = [(piece.text[first:last],) for first, last in borders]
        broken = format_html_join(MAY_BREAK, "{}", phrases)
        yield HeadingPiece(piece, broken, at in ends)
        at = behind


@register.filter
def in_phrases(text: str, people: Collection[PrintedName] = ()) -> SafeString:
    """Let the lines of a heading end between its phrases."""
    names = [person.name for person in people]
    phrases = phrases_of(text, names)
    return format_html_join(MAY_BREAK, "{}", zip(phrases))


@register.filter
def in_stretches(
    paragraph: list[Piece], people: Iterable[PrintedName]
) -> list[TypesetStretch]:
    """Part a paragraph into what runs on and long lists of these people."""
    return stretches_of(paragraph, {person.name for person in people})


@register.filter
def is_gap(paragraph: list[Piece]) -> bool:
    """Tell whether a paragraph stands for words that the copy lacks."""
    said = "".join(piece.text for piece in paragraph)
    return said == GAP


@register.filter
def role_label(role: str) -> str:
    """Return what readers call the role of a byline."""
    return str(Byline.Role(role).label)


@register.filter
def compared_with(
    publication: Publication, versions: list[Publication]
) -> Publication | None:
    """Return the newest of these versions before a publication, if readers may see both."""
    if publication.is_withdrawn:
        return None
    for version in versions:
        if version.number < publication.number and not version.is_withdrawn:
            return version
    return None


@register.filter
def printed_day(date: str | None) -> dt.date | None:
    """Return the day that a content has as text."""
    return dt.date.fromisoformat(date) if date else None
