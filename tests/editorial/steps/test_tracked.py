"""Which records have steps, by words that stay."""

import pytest
from django.contrib import admin

from desk.forms.editor_forms import EditorAdmin
from editorial.models import StepRow
from editorial.steps.tracked import (
    links_of,
    links_to,
    tracked,
    tracked_kind,
    tracked_kinds,
)


def test_whatever_is_edited_has_steps():
    edited = {
        model
        for model, its_admin in admin.site._registry.items()
        if isinstance(its_admin, EditorAdmin)
    }
    models = {tracked(kind).model for kind in tracked_kinds()}
    assert edited <= models


def test_links_between_records_have_steps_too():
    models = {tracked(kind).model for kind in tracked_kinds()}
    for model in list(models):
        for field in model._meta.local_many_to_many:
            assert field.remote_field.through in models, field


def test_a_word_fits_its_column_and_names_one_model():
    longest = StepRow._meta.get_field("kind").max_length
    for kind in tracked_kinds():
        assert len(kind) <= longest
        assert tracked_kind(tracked(kind).model) == kind


def test_what_is_pointed_to_stands_first():
    order = {kind: place for place, kind in enumerate(tracked_kinds())}
    for kind in tracked_kinds():
        for link in links_of(kind):
            is_own = link.to == kind
            assert is_own or order[link.to] < order[kind], link


def test_what_goes_along_with_a_record_is_known():
    ways = {(link.kind, link.column): link for link in links_to("person")}
    assert ways["membership", "person_id"].goes_along
    assert ways["byline", "person_id"].lets_go
    assert not ways["mention", "person_id"].goes_along


def test_an_unknown_model_is_an_error():
    with pytest.raises(LookupError, match="no steps"):
        tracked_kind(StepRow)
