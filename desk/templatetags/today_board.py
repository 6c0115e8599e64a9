"""What the front page of the admin shows beside Django's own list."""

from __future__ import annotations

from typing import Any

from django import template
from django.template.context import RequestContext

from desk.signed_in import editor_of
from desk.today.at_work import colleagues_at_work, reserved_by_others
from desk.today.issue_rows import issue_rows
from desk.today.queues import queues_of
from desk.today.taking_next import next_of, own_holds
from desk.today.week_rows import may_see_week, week_rows
from editorial.office.scoring import PASS_MARK

register = template.Library()


@register.simple_tag(takes_context=True)
def today_board(context: RequestContext) -> dict[str, Any]:
    """Return the queues of who is logged in, and the newest issues."""
    user = editor_of(context["request"])
    queues = queues_of(user)
    held = reserved_by_others(user)
    following = next_of(queues, held)
    week = week_rows() if may_see_week(user) else None
    return {
        "mine": [row for row in queues if row.is_mine],
        "others": [row for row in queues if not row.is_mine],
        "next": following[1] if following else None,
        "next_queue": following[0].label if following else "",
        "held": held,
        "at_work": colleagues_at_work(held.values()),
        "week": week,
        "holds": own_holds(user, queues),
        "issues": issue_rows(),
        "pass_mark": PASS_MARK,
    }
