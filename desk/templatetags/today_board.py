"""What the front page of the admin shows beside Django's own list."""

from __future__ import annotations

from typing import Any

from django import template
from django.template.context import RequestContext

from desk.signed_in import editor_of
from desk.today.issue_rows import issue_rows
from desk.today.queues import queues_of
from editorial.office.scoring import PASS_MARK

register = template.Library()


@register.simple_tag(takes_context=True)
def today_board(context: RequestContext) -> dict[str, Any]:
    """Return the queues of who is logged in, and the newest issues."""
    user = editor_of(context["request"])
    queues = queues_of(user)
    mine = [row for row in queues if row.is_mine]
    waiting = [row for row in mine if row.oldest]
    return {
        "mine": mine,
        "others": [row for row in queues if not row.is_mine],
        "next": waiting[0].oldest[0] if waiting else None,
        "next_queue": waiting[0].label if waiting else "",
        "issues": issue_rows(),
        "pass_mark": PASS_MARK,
    }
