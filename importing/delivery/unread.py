"""What a file shows and nobody would read, as a doubt about its page."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from editorial.models import Rule, Severity
from importing.delivery.files.content import Content, characters_of
from reader.results import ReadFinding

# So many of the missing characters are shown.
LONGEST = 60


def left_out_doubts(content: Content, of_text: float) -> Iterator[ReadFinding]:
    """Yield the doubt about a page that is not wholly read, given the share of its text that is."""
    held = len(characters_of(content.text))
    left_out = content.left_out
    count = left_out.count + held - round(of_text * held)
    if not count:
        return
    start = end = 0
    if left_out.behind is not None:
        start = left_out.behind
        end = start + 1
    yield ReadFinding(
        Rule.UNREAD_CHARACTERS,
        Severity.WARNING,
        start,
        end,
        _told(count, left_out.words),
    )


def _told(count: int, words: str) -> str:
    message = ngettext(
        "%(count)d character that the file shows is not in the text.",
        "%(count)d characters that the file shows are not in the text.",
        count,
    ) % {"count": count}
    if not words:
        return message
    shown = words[:LONGEST]
    if shown != words:
        shown += "\N{HORIZONTAL ELLIPSIS}"
    named = {"message": message, "words": shown}
    return _("%(message)s It is “%(words)s”.") % named
