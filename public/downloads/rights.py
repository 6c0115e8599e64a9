"""Whose the words and pictures are that leave with a file."""

from __future__ import annotations

import re
from collections.abc import Iterable

from django.utils.translation import gettext as _

from articles.models import Newspaper, PublicPhoto

# The source of a dateline that is a news agency.   + 新华社   + 中新社   - 本社   - 云江日报社
AGENCY = re.compile("(?!本社|.*报社)\\S{2,10}社")


def agency_of(dateline_source: str) -> str:
    """Return the news agency that a dateline names, empty where it names none."""
    found = AGENCY.fullmatch(dateline_source.strip())
    return found[0] if found else ""


def text_rights(newspaper: Newspaper, agency: str = "") -> str:
    """Return whose the words of an article are: the agency's, or those of the newspaper that
    printed them.
    """
    if agency:
        return _("Text of %(agency)s: used by its terms alone.") % {
            "agency": agency
        }
    form = _("Text of %(newspaper)s and its authors, whose rights it stays.")
    return form % {"newspaper": newspaper.name}


def photo_rights(photo: PublicPhoto) -> str:
    """Return whose a photo is, as far as print says it."""
    by = "\u3001".join(photo.creator_names)
    credit = photo.credit_line or photo.source
    told = [photo.copyright_notice, credit, by]
    named = " ".join(filter(None, told))
    if not named:
        named = photo.publication.page.issue.newspaper.name
    return _("Photo: %(named)s; not to be used without leave.") % {
        "named": named
    }


def each_once(rights: Iterable[str]) -> list[str]:
    """Return lines of rights without what was said before."""
    return list(dict.fromkeys(rights))
