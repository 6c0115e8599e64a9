"""One part of an article read again: its words as read now beside those that a person left."""

from __future__ import annotations

from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from editorial.anchoring import reanchor
from editorial.blocks.following_words import without_empty_lines
from editorial.models import Finding, Rule, Severity
from importing.again.earlier_readings import (
    forget_reading,
    keep_reading,
    reading_before,
)
from importing.again.editors_work import is_signed, move_findings
from importing.again.three_way import Clash, merge_texts
from importing.storing.offsets import Place
from importing.storing.page_load import PageLoad
from importing.storing.selectors import PartText, part_at
from reader.results import Span

# So much of two readings is shown beside each other.
SHOWN = 60


@dataclass(frozen=True, slots=True)
class _Rereading:
    """A part whose words are read as ``now``, and how they clash with those that stand."""

    load: PageLoad
    place: Place
    part: PartText
    now: str

    def report(self, clash: Clash) -> bool:
        """Offer the new reading beside the words that stand; return whether it differs from
        them.
        """
        words = clash.words(self.part.text)
        reading = clash.reading(self.now)
        differs = words != reading
        if differs:
            self.load.report(self._finding(clash, words, reading))
        return differs

    def _finding(self, clash: Clash, words: str, reading: str) -> Finding:
        page_start, page_end = self._on_page(clash)
        return Finding(
            article=self.part.article,
            rule=Rule.OTHER_READING,
            severity=Severity.WARNING,
            message=_in_words(words, reading),
            page_start=page_start,
            page_end=page_end,
            part=self.part.part,
            photo=self.part.photo,
            start=clash.start,
            end=clash.end,
            exact=words,
            replacement=reading if clash.fits else None,
        )

    def _on_page(self, clash: Clash) -> Span:
        read_at = replace(
            self.place,
            start=clash.now_start,
            end=clash.now_end,
        )
        return self.load.places.on_page(read_at)


def merge_text(load: PageLoad, place: Place, now: str) -> bool:
    """Merge one part; return whether its text as corrected changed. A signed text never does."""
    part = part_at(load, place)
    mine = part.text
    before = reading_before(load, part)
    merged, clashes = _merged(part, before.text, now)
    part.write(merged, as_read=now)
    is_changed = merged != mine
    if is_changed:
        _move_words(part, mine, merged)
    reading = _Rereading(load, place, part, now)
    reported = [reading.report(clash) for clash in clashes]
    if any(reported):
        keep_reading(load, before, now)
    else:
        forget_reading(before)
    return is_changed


def _merged(part: PartText, before: str, now: str) -> tuple[str, list[Clash]]:
    merged, clashes = merge_texts(
        base=before,
        now=now,
        mine=part.text,
        keep=is_signed(part.article),
    )
    return without_empty_lines(part.part, merged), clashes


def _move_words(part: PartText, old_text: str, new_text: str) -> None:
    """Move what points at the words of a part with them."""
    place = (part.article, part.part, part.photo)
    reanchor(*place, old_text, new_text)
    move_findings(*place, old_text, new_text)


def _in_words(words: str, reading: str) -> str:
    if not words:
        message = _("Read now, and not there: %(reading)s.")
    elif not reading:
        message = _("%(words)s is not read any more.")
    else:
        message = _("%(words)s is now read as %(reading)s.")
    return message % {"words": words[:SHOWN], "reading": reading[:SHOWN]}
