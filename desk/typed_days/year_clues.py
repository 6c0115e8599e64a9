"""Which year a date typed without one is of, as far as a record and its issues tell."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django import forms

from articles.models import Article, Evidence
from desk.typed_days.typed_dates import YearClue
from editorial.stating import articles_stating
from people.models import Membership
from records.plaintext import key_in


def clue_for(form: forms.ModelForm, name: str) -> YearClue:
    """Return what tells the year of a field: the date stored, else the issues that state it."""
    stored = form.initial.get(name) if form.instance.pk else ""
    if stored:
        return YearClue(str(stored))
    return YearClue(issues=_issues(form))


def _issues(form: forms.ModelForm) -> set[dt.date]:
    """Return the days of the issues that state a record, or whose words its form names."""
    record: Any = form.instance
    articles = articles_stating(record) if record.pk else set()
    articles |= _articles_chosen(form)
    if getattr(record, "article_id", None):
        articles.add(record.article_id)
    found = Article.objects.filter(pk__in=articles)
    days = set(found.values_list("day", flat=True))
    if isinstance(record, Article):
        days.add(record.day)
    if isinstance(record, Membership) and record.stated_on:
        days.add(record.stated_on)
    return days


def _articles_chosen(form: forms.ModelForm) -> set[int]:
    """Return the articles of the words that are chosen in a form."""
    field = form.fields.get("evidence")
    if field is None:
        return set()
    name = form.add_prefix("evidence")
    sent = field.widget.value_from_datadict(form.data, form.files, name)
    keys = sent if isinstance(sent, list) else [sent]
    chosen = Evidence.objects.filter(pk__in=[key_in(key or "") for key in keys])
    return set(chosen.values_list("article", flat=True))
