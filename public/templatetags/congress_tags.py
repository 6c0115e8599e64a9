"""What the templates ask of a congress: its days, short names of events, the language of words."""

from __future__ import annotations

import datetime as dt

from django import template
from django.utils.dateformat import format as written
from django.utils.formats import date_format
from django.utils.translation import get_language, gettext, pgettext

from events.chinese_numbers import number_told, speaks_chinese
from events.clauses import delegations_told, name_told, vote_told
from events.models import Statement, TenureBound
from events.models.proceedings.sitting import MeetingBody
from events.short_forms import label_of
from people.pinyin import HAN
from public.congress.plan import PlanRow
from public.person.role_names import PRINTED_LANGUAGE

register = template.Library()
DaySpan = tuple[dt.date, dt.date]


@register.filter
def days_told(span: DaySpan) -> str:
    """Return the first and the last day in as few words as they take."""
    first, last = span
    if first == last:
        return date_format(first)
    if (first.year, first.month) == (last.year, last.month):
        begin = written(first, pgettext("first of two days of a month", "j"))
        end = written(last, pgettext("last of two days of a month", "j M Y"))
    else:
        begin = date_format(first)
        end = date_format(last)
    return gettext("%(first)s to %(last)s") % {"first": begin, "last": end}


@register.filter
def machine_span(span: DaySpan) -> str:
    """Return the ``datetime`` attribute: a day, or the years where it is not one."""
    first, last = span
    return first.isoformat() if first == last else f"{first:%Y}"


@register.filter
def day_of_month(day: dt.date) -> str:
    """Return a day without its year."""
    return date_format(day, "MONTH_DAY_FORMAT")


@register.filter("weekday")
def weekday_told(day: dt.date) -> str:
    return date_format(day, "l")


@register.filter
def short_weekday(day: dt.date) -> str:
    """Return the day of the week in a character, or in three letters."""
    return weekday_told(day)[-1] if speaks_chinese() else written(day, "D")


@register.filter
def source_told(words: Statement) -> str:
    """Return where words stand in as few Chinese characters as tell it: newspaper, day, edition,
    page.
    """
    page = words.publication.page
    issue = page.issue
    day = day_of_month(words.day)
    return f"{issue.newspaper.name}{day}{issue.edition_name}{page.label}"


@register.filter
def row_name(row: PlanRow) -> str:
    """Return what stands before a row of the plan."""
    if row.name:
        return row.name
    if row.number:
        return delegation_told(row.number)
    if row.body == MeetingBody.Body.DELEGATION:
        return gettext("all delegations")
    return body_told(row.body)


@register.filter
def body_told(body: str) -> str:
    return str(MeetingBody.Body(body).label)


@register.filter
def delegation_told(number: int) -> str:
    """Return the name of a delegation by its number."""
    return gettext("delegation no. %(number)s") % {
        "number": number_told(number)
    }


@register.filter
def person_told(words: Statement) -> str:
    """Return the name of the person whom a statement names, in the language spoken."""
    return name_told(words.person, words.value["name"])


@register.filter
def words_language(text: str) -> str:
    """Return the language of what may be printed words or ours: Chinese where it has a Chinese
    character.
    """
    if HAN.search(text):
        return PRINTED_LANGUAGE
    return get_language() or ""


register.filter(delegations_told)
register.filter("vote", vote_told)
register.filter("short_label", label_of)


@register.filter
def tenure_told(value: dict[str, str]) -> str:
    """Return how a post began or ended."""
    edge = TenureBound.Edge(value["edge"]).label
    manner = TenureBound.Manner(value["manner"]).label
    return f"{edge} {manner}"
