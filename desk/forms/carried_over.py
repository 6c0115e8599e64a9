"""A refused form of an article takes over what only a colleague changed: saved after all, it takes
nothing back.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms

from articles.models import Article
from desk.forms.article_forms import TextsAside
from desk.forms.editor_forms import SEEN, WatchedForm
from editorial.office.past_words import PastWords, words_at
from importing.again.three_way import merge_texts


def carry_over(
    article: Article, form: WatchedForm, rows: Iterable[forms.BaseFormSet]
) -> None:
    """Put into the texts of a stale form what was changed since its editor opened it; where both
    changed the same words those of the form stand. Keep what the words were then with the form.
    """
    opened = form.data.get(
        SEEN,
        "",
    )
    past = (
        words_at(
            article,
            int(opened),
        )
        if opened.isdecimal()
        else None
    )
    if past is None:
        return
    _carry(
        form,
        past.parts,
    )
    for each in _captions(rows):
        _carry(each, _caption_then(each, past))


def _captions(rows: Iterable[forms.BaseFormSet]) -> Iterable[TextsAside]:
    for formset in rows:
        for row in formset.forms:
            if isinstance(row, TextsAside) and row.instance.pk:
                yield row


def _caption_then(row: TextsAside, past: PastWords) -> dict[str, str]:
    caption = past.captions.get(row.instance.pk)
    return {} if caption is None else {"caption": caption}


def _carry(form: Any, then: dict[str, str]) -> None:
    """Join what was typed into a form with what is stored, from what both began with."""
    data = form.data.copy()
    for name, base in then.items():
        if name not in form.typed:
            continue
        stored = getattr(
            form.instance,
            name,
        )
        typed = form.typed[name]
        joined, _clashes = merge_texts(
            base,
            stored,
            typed,
        )
        data[form.add_prefix(name)] = joined
        form.then[name] = base
    form.data = data
