"""The clauses of a sentence about an event: roles, delegations, elections, votes, numbers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext, npgettext, pgettext
from django.utils.translation import gettext_lazy as _

from events.chinese_numbers import number_told, speaks_chinese
from events.models import PublicEvent
from events.role_signs import plain_role
from people.models import PublicPerson
from people.pinyin import romanized

# How a sentence tells a role, the roles in the order in which a sentence tells them.
ROLE_FORMS: dict[str, str | Promise] = {
    "主持人": _("%(people)s chaired"),
    "主持": _("%(people)s chaired"),
    "宣布开幕": _("%(people)s declared it open"),
    "宣布闭幕": _("%(people)s declared it closed"),
    "作报告": _("%(people)s reported"),
    "讲话": _("%(people)s spoke"),
    "致辞": _("%(people)s gave an address"),
    "作说明": _("%(people)s explained the proposals"),
    "宣读": _("%(people)s read out a document"),
    "发言": _("%(people)s took the floor"),
    "当选": _("%(people)s elected"),
    "参加": _("%(people)s took part"),
    "出席": _("%(people)s attended"),
    "观看": _("%(people)s watched"),
    "参观": _("%(people)s looked round"),
    "陪同": _("%(people)s accompanied"),
}
# Told last, where a sentence has not become long before.
LAST_ROLE_FORMS: dict[str, str | Promise] = {
    "主席台就座": _("%(people)s sat on the rostrum"),
    "前排就座": _("%(people)s sat in the front row"),
    "列席": _("%(people)s sat in"),
    "执行主席": _("%(people)s were executive chairs"),
}
FORMS = {**ROLE_FORMS, **LAST_ROLE_FORMS}
ORDER = [*ROLE_FORMS, "", *LAST_ROLE_FORMS]


def role_order(role: dict[str, Any]) -> int:
    name = _name_of(role)
    if name not in ORDER:
        return ORDER.index("")
    return ORDER.index(name)


def _name_of(role: dict[str, Any]) -> str:
    return plain_role(role["role"])


def role_form(role: dict[str, Any]) -> str | Promise | None:
    name = _name_of(role)
    return FORMS.get(name)


def name_told(person: PublicPerson | None, printed: str) -> str:
    """Return a name as the language spoken writes it; as printed where readers know no person."""
    if person is None:
        return printed
    if speaks_chinese():
        return person.name
    return romanized(person.name, person.sort_name)


def delegations_told(numbers: Sequence[int]) -> str:
    """Return the delegations of these numbers as a sentence has them."""
    each = pgettext("number of a delegation", "%(number)s")
    told = [each % {"number": number_told(number)} for number in numbers]
    joined = pgettext("between names", ", ").join(told)
    text = npgettext(
        "in a sentence",
        "delegation %(numbers)s",
        "delegations %(numbers)s",
        len(numbers),
    )
    return text % {"numbers": joined}


def election_told(election: dict[str, Any]) -> tuple[str, str]:
    """Return what stands before and behind the office to which somebody was elected: that it is so,
    and how many as far as it is printed.
    """
    number = election["elected"] or election["seats"]
    form = gettext("election to %(office)s")
    if number:
        form = gettext("elected: %(number)s, %(office)s")
    before, _slot, behind = form.partition("%(office)s")
    values = {"number": number}
    return before % values, behind % values


def vote_told(vote: dict[str, Any]) -> str:
    """Return the printed numbers of a vote."""
    numbers = [
        (vote["in_favour"], _("%(number)d in favour")),
        (vote["against"], _("%(number)d against")),
        (vote["abstained"], _("%(number)d abstained")),
    ]
    printed = [
        str(text) % {"number": number}
        for number, text in numbers
        if number is not None
    ]
    return pgettext("between names", ", ").join(printed)


def count_told(event: PublicEvent) -> str:
    """Return the numbers of those due, absent and present, as far as they are stated."""
    numbers = [
        (event.attendance_expected, _("%(number)d due")),
        (event.attendance_absent, _("%(number)d absent")),
        (event.attendance_present, _("%(number)d present")),
    ]
    stated = [
        str(text) % {"number": number}
        for number, text in numbers
        if number is not None
    ]
    if not stated:
        return ""
    told = pgettext("between numbers", ", ").join(stated)
    return told + pgettext("at the end of a sentence", ".")
