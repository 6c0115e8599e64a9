"""Templates show, load and lead to what their front may know, and every address exists."""

from __future__ import annotations

import pytest
from django.urls import get_resolver

from tests.architecture import templates
from tests.architecture.source import Source, code, hold, read
from tests.architecture.source import templates as all_templates


def found(rule, source: Source, *given) -> list[str]:
    return [complaint.words for complaint in rule(source, *given)]


# Templates and tags


def names_of(sources) -> set[str]:
    return {templates.in_templates(source) for source in sources}


def test_templates_show_and_load_along_the_arrow():
    ours = names_of(all_templates())
    libraries = templates.libraries_of(code())
    assert set(libraries.values()) == {"desk", "public"}
    shown = [
        c
        for t in all_templates()
        for c in templates.shown_against_the_arrow(t, ours)
    ]
    loaded = [
        c
        for t in all_templates()
        for c in templates.loaded_against_the_arrow(t, libraries)
    ]
    rendered = [
        c for s in code() for c in templates.rendered_against_the_arrow(s, ours)
    ]
    hold([*shown, *loaded, *rendered])


OURS = {
    "base.html",
    "_trail.html",
    "admin/_runs.html",
    "api/docs.html",
    "people/_card.html",
}


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("people/person.html", '{% include "admin/_runs.html" %}'),
        ("people/person.html", '{% extends "api/docs.html" %}'),
        (
            "admin/page.html",
            "{% include 'people/_card.html' with compact=True %}",
        ),
        ("api/changes.html", "{%- include 'people/_card.html' -%}"),
        ("base.html", '{% include "people/_card.html" %}'),
        ("404.html", '{% include "admin/_runs.html" %}'),
        ("people/person.html", "{% include chosen %}"),
    ],
)
def test_a_template_of_another_front_is_seen(path, text):
    template = Source(f"templates/{path}", text)
    assert found(templates.shown_against_the_arrow, template, OURS)


def test_the_frame_and_the_front_itself_are_free_to_show():
    for path, text in [
        (
            "people/person.html",
            '{% extends "base.html" %}{% include "people/_card.html" %}',
        ),
        (
            "admin/page.html",
            '{% extends "admin/base.html" %}{% include "_trail.html" %}',
        ),
        ("base.html", '{% include "_trail.html" %}'),
    ]:
        template = Source(f"templates/{path}", text)
        assert not found(templates.shown_against_the_arrow, template, OURS)


LIBRARIES = {"differences": "desk", "article_tags": "public", "names": "people"}


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("people/person.html", "{% load i18n differences %}"),
        ("admin/page.html", "{% load article_tags %}"),
        ("admin/page.html", "{% load figure card from article_tags %}"),
        ("api/docs.html", "{% load article_tags %}"),
        ("base.html", "{% load article_tags %}"),
        ("_trail.html", "{% load names %}"),
    ],
)
def test_a_library_of_another_front_is_seen(path, text):
    template = Source(f"templates/{path}", text)
    assert found(templates.loaded_against_the_arrow, template, LIBRARIES)


def test_a_front_loads_its_own_tags_and_those_below():
    for path, text in [
        ("people/person.html", "{% load i18n article_tags names %}"),
        ("base.html", "{% load i18n static %}"),
    ]:
        template = Source(f"templates/{path}", text)
        assert not found(
            templates.loaded_against_the_arrow, template, LIBRARIES
        )


def test_python_that_shows_another_fronts_template_is_seen():
    text = 'template_name = "admin/_runs.html"'
    rule = templates.rendered_against_the_arrow
    assert found(rule, Source("public/views.py", text), OURS)
    assert found(rule, Source("articles/citation.py", text), OURS)
    assert not found(rule, Source("desk/views.py", text), OURS)
    assert not found(
        rule, Source("public/views.py", 'template_name = "base.html"'), OURS
    )


def test_libraries_are_found_in_their_packages(tmp_path):
    room = tmp_path / "desk" / "templatetags"
    room.mkdir(parents=True)
    (room / "__init__.py").touch()
    (room / "differences.py").touch()
    assert templates.libraries_of(read(tmp_path, "desk")) == {
        "differences": "desk"
    }


# Addresses


def test_every_address_named_exists():
    known = set(templates.registered(get_resolver()))
    named = [(source, list(templates.routes_of(source))) for source in code()]
    named += [
        (page, list(templates.routes_in(page))) for page in all_templates()
    ]
    assert sum(len(names) for _, names in named) > 40
    lost = [
        c
        for source, names in named
        for c in templates.leading_nowhere(source, names, known)
    ]
    hold(lost)


def test_an_address_that_leads_nowhere_is_seen():
    known = set(templates.registered(get_resolver()))
    assert {"person", "admin:index"} <= known
    page = Source(
        "templates/people/person.html", "<a href=\"{% url 'nowhere' 1 %}\">"
    )
    assert found(
        templates.leading_nowhere, page, templates.routes_in(page), known
    )


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("reverse('person', args=[1])", ["person"]),
        ("reverse('timeline' if whole else 'event')", ["timeline", "event"]),
        ("redirect('admin:index')", ["admin:index"]),
        (
            "HyperlinkedIdentityField(view_name='api:person-detail')",
            ["api:person-detail"],
        ),
        ("class Old(RedirectView):\n    pattern_name = 'person'", ["person"]),
        ("redirect('/people/')", []),
        ("reverse(f'admin:{label}_change')", []),
        ("text.replace('person', '')", []),
    ],
)
def test_the_addresses_that_python_names_are_read(text, names):
    routes = templates.routes_of(Source("public/views.py", text))
    assert [name for _, name in routes] == names
