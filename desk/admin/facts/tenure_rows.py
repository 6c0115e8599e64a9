"""What begins and ends a membership, and which rosters state it, as rows of its page."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from desk.forms.inline_rows import RowInline
from desk.stated_words.stating_admin import StatedInline
from events.models import TenureBound
from people.models import RosterRow


class TenureBoundInline(StatedInline):
    model = TenureBound
    fields = ["edge", "manner", "event", "evidence"]
    fetch = ("event", "evidence")
    autocomplete_fields = ["event", "evidence"]
    max_num = 2


class RosterRowInline(RowInline):
    """The rows of roster files that state the membership, to read; each is edited on its own
    page.
    """

    model = RosterRow.memberships.through
    verbose_name = _("row of a roster file")
    verbose_name_plural = _("rows of roster files")
    readonly_fields = ["row"]
    fields = ["row"]
    fetch = ("rosterrow",)
    can_delete = False
    max_num = 0
    is_edited = False

    @admin.display(description=_("row of a roster file"))
    def row(self, link: Any) -> RosterRow:
        return link.rosterrow
