"""What the front page of the admin shows beside Django's own list."""

from __future__ import annotations

from typing import Any

from django import template
from django.template.context import RequestContext

from desk.signed_in import editor_of
from desk.today.issue_rows import issue_rows
from desk.today.queues import queues_of
from desk.today.taking_next import next_of, own_holds
from editorial.office.holding import held_by_others
from editorial.office.scoring import PASS_MARK

register = template.Library()


@register.simple_tag(takes_context=True)
def today_board(context: RequestContext) -> dict[str, Any]:
    """Return the queues of who is logged in, and the newest issues."""
    user = editor_of(context["request"])
    queues = queues_of(user)
    subjects = [each.subject for row in queues for each in row.oldest]
    held = held_by_others(subjects, user)
    following = next_of(queues, held)
    return {
        "mine": [row for row in queues if row.is_mine],
        "others": [row for row in queues if not row.is_mine],
        "next": following[1] if following else None,
        "next_queue": following[0].label if following else "",
        "held": held,
        "holds": own_holds(user, queues),
        "issues": issue_rows(),
        "pass_mark": PASS_MARK,
    }
