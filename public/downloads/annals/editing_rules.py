"""By which rules a chronicle was made, as it says itself wherever it goes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from public.downloads.annals.told_entries import ToldEntry

RULES: tuple[str | Promise, ...] = (
    _("An entry is one event, in the order of day, part of day and hour."),
    _(
        "Each sentence is made of facts that three reviews signed, "
        "or is an editor’s own, signed alike."
    ),
    _("What the newspapers do not say is not filled in: no hour, no part of day, no delegation."),
    _("Where only a month or a year is known, the entry stands under it."),
    _("Names and posts are as printed, people in the order of the printed list."),
    _(
        "Where articles disagree, the newest one holds; "
        "the others stand on the page of the event."
    ),
    _("The notes are references after GB/T 7714—2025; their addresses lead to the printed words."),
    _(
        "Texts and photos stay the property of the newspapers, "
        "agencies and authors named; cite them."
    ),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Annals:
    """A chronicle as a file: title, address, and the entries in the order of time; where it has
    ``limit`` entries at most, it says so.
    """

    title: str
    address: str
    entries: Iterator[ToldEntry]
    limit: int | None = None

    @property
    def made(self) -> str:
        """When and from what the file was made."""
        day = date_format(timezone.localdate())
        form = gettext("Made on %(day)s from %(address)s")
        return form % {"day": day, "address": self.address}

    @property
    def rules(self) -> list[str]:
        """The rules, and that no more entries than so many are in the file."""
        rules = [str(rule) for rule in RULES]
        if self.limit is not None:
            form = gettext(
                "This file has %(limit)d entries at most; "
                "ask for a shorter period, or for another form."
            )
            rules.append(form % {"limit": self.limit})
        return rules
