"""Markup to a tree, whatever state it is in."""

from __future__ import annotations

from bs4 import BeautifulSoup
from bs4.exceptions import ParserRejectedMarkup
from django.utils.translation import gettext as _

from importing.refusal import ImportRefused, check_limit

# A paragraph that is never closed holds the next one: hundreds are met, thousands are an attack.
DEEPEST = 1000


def soup_of(markup: str) -> BeautifulSoup:
    """Return the tree of HTML, or of a packet of XML; entities of its own are never resolved.

    Raise ``ImportRefused`` when the parser gives up or elements lie deeper in each other than any
    page's."""
    try:
        # The comment keeps the parser from warning of markup that begins like XML or looks like a
        # file's name.
        soup = BeautifulSoup(f"<!---->{markup}", "html.parser")
    except ParserRejectedMarkup as error:
        raise ImportRefused(_("no readable HTML file")) from error
    _check_depth(soup)
    return soup


def _check_depth(soup: BeautifulSoup) -> None:
    message = _("elements lie deeper in each other than %(limit)d")
    depths = {id(soup): 0}
    for tag in soup.find_all(True):
        depth = depths[id(tag.parent)] + 1
        depths[id(tag)] = depth
        check_limit(depth, DEEPEST, message)
