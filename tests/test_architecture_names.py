"""One name means one thing, and each module stands where it belongs."""

from __future__ import annotations

import pytest
from django.apps import apps

from tests.architecture import house, names, rooms
from tests.architecture.source import Source, code, hold
from tests.architecture.source import house as sources_of

INSTALLED = [
    config.name
    for config in apps.get_app_configs()
    if config.name in house.PACKAGES
]

# Functions that two modules have under one name on purpose, each with its reason.
ENGINES = "search asks either engine by the same words"
SAME_FUNCTIONS = {
    f"{name}: stands in search/postgresql.py and search/sqlite.py": ENGINES
    for name in ("clear", "containing", "optimize", "replace")
}


def found(rule, *sources: tuple[str, str]) -> list[str]:
    """Return what a rule says of made-up files, given by path and text."""
    return [
        str(complaint) for complaint in rule([Source(*one) for one in sources])
    ]


# Modules


def test_modules_are_named_after_what_they_hold():
    hold(names.badly_named([*code(), *sources_of("tests")]))


def test_a_name_that_says_nothing_is_seen():
    bad = [
        "people/utils.py",
        "people/services/__init__.py",
        "desk/forms/common.py",
    ]
    seen = found(
        names.badly_named,
        *((path, "") for path in bad),
        ("people/models.py", ""),
    )
    assert [complaint.split(":")[0] for complaint in seen] == bad


def test_within_a_package_a_modules_name_occurs_once():
    hold(names.named_twice_in_a_package(code()))


def test_a_module_named_twice_in_a_package_is_seen():
    rule = names.named_twice_in_a_package
    assert found(rule, ("desk/page.py", ""), ("desk/admin/page.py", ""))
    assert found(
        rule, ("desk/forms/__init__.py", ""), ("desk/admin/forms.py", "")
    )
    for name in ("apps", "models", "urls", "views", "__init__", "conftest"):
        assert not found(
            rule, (f"desk/{name}.py", ""), (f"desk/room/{name}.py", "")
        )
    assert not found(
        rule, ("desk/page.py", ""), ("desk/migrations/page.py", "")
    )
    assert not found(rule, ("desk/page.py", ""), ("api/page.py", ""))


def test_across_packages_only_a_noun_returns():
    hold(names.named_twice_across_packages(code()))


def test_a_module_that_returns_without_being_a_noun_is_seen():
    rule = names.named_twice_across_packages
    assert found(rule, ("search/passages.py", ""), ("reader/passages.py", ""))
    assert found(
        rule, ("desk/drawing/__init__.py", ""), ("public/drawing.py", "")
    )
    assert not found(
        rule, ("api/resources/people.py", ""), ("public/views/people.py", "")
    )
    assert not found(rule, ("api/urls.py", ""), ("public/urls.py", ""))


# Types and functions


def test_a_type_has_a_name_of_its_own():
    hold(names.types_named_twice(code()))


@pytest.mark.parametrize(
    "text", ["class Span:\n    pass", "Span = tuple[int, int]", "Span: X = int"]
)
def test_a_type_named_twice_is_seen(text):
    rule = names.types_named_twice
    other = ("reader/results.py", "class Span:\n    pass")
    assert found(rule, ("articles/typesetting.py", text), other)
    assert not found(
        rule, ("articles/models.py", 'Span = TypeVar("Span")'), other
    )
    inner = (
        "articles/models.py",
        "class Article:\n    class Span:\n        pass",
    )
    assert not found(rule, inner, other)
    assert not found(
        rule, ("articles/typesetting.py", text.replace("Span", "_Span")), other
    )


def test_the_readers_word_for_a_record_is_the_records():
    rule = names.types_named_twice
    entry = "class RosterEntry:\n    pass"
    read = ("reader/results.py", entry)
    assert not found(rule, ("people/roster.py", entry), read)
    assert found(rule, ("events/roster.py", entry), read)
    assert found(
        rule, ("people/roster.py", entry), read, ("people/lists.py", entry)
    )


def test_a_command_is_called_command():
    command = "class Command:\n    pass"
    paths = (
        "desk/management/commands/one.py",
        "desk/management/commands/two.py",
    )
    assert not found(
        names.types_named_twice, *((path, command) for path in paths)
    )


def test_a_function_has_a_name_of_its_own():
    hold(names.functions_named_twice(code()), SAME_FUNCTIONS)


def test_a_function_named_twice_is_seen():
    rule = names.functions_named_twice
    fold = "def fold():\n    pass"
    assert found(
        rule, ("search/folding.py", fold), ("editorial/merging.py", fold)
    )
    hidden = (
        "def _fold():\n    pass\nclass Text:\n    def fold(self):\n        pass"
    )
    assert not found(
        rule, ("search/folding.py", fold), ("editorial/merging.py", hidden)
    )


# Rooms


def test_the_init_of_an_installed_package_is_empty():
    assert set(INSTALLED) >= {"desk", "public", "api", "importing", "editorial"}
    hold(rooms.speaking_inits(code(), INSTALLED))


def test_an_init_that_says_something_is_seen():
    spoken = Source("people/__init__.py", '"""People."""\n')
    silent = Source("people/__init__.py", "\n")
    inner = Source(
        "people/models/__init__.py", "from people.models.person import Person\n"
    )
    assert list(rooms.speaking_inits([spoken], ["people"]))
    assert not list(rooms.speaking_inits([spoken], ["articles"]))
    assert not list(rooms.speaking_inits([silent, inner], ["people"]))


def test_a_folder_holds_no_more_than_one_can_take_in():
    hold(rooms.crowded(code()))


def test_a_crowded_folder_is_seen():
    many = [
        (f"desk/forms/form{number}.py", "")
        for number in range(rooms.ROOM_LIMIT)
    ]
    assert not found(rooms.crowded, ("desk/forms/__init__.py", ""), *many)
    assert found(rooms.crowded, *many, ("desk/forms/one_more.py", "")) == [
        "desk/forms: 13 modules, 12 allowed"
    ]
    commands = [
        (f"desk/management/commands/{number}.py", "") for number in range(20)
    ]
    assert not found(rooms.crowded, *commands)


def test_the_admin_imports_each_of_its_modules():
    assert "desk.admin" in {source.module for source in code()}
    hold(rooms.unregistered(code(), "desk.admin"))


REGISTERED = "from django.contrib import admin\n@admin.register(Page)\nclass PageAdmin:\n    pass"


@pytest.mark.parametrize(
    ("imported", "page", "complaints"),
    [
        ("from desk.admin import article, page", REGISTERED, 0),
        ("from desk.admin import article", REGISTERED, 1),
        # Only another module imports it: the list would not tell of it.
        ("from desk.admin import article, issue", REGISTERED, 1),
        ("from desk.admin import article, issue", "BLOCKS = ()", 0),
        ("", REGISTERED, 3),
    ],
)
def test_an_admin_module_that_nothing_imports_is_seen(
    imported, page, complaints
):
    room = [
        Source("desk/admin/__init__.py", imported),
        Source("desk/admin/article.py", ""),
        Source("desk/admin/issue.py", "from desk.admin import page"),
        Source("desk/admin/page.py", page),
    ]
    told = [
        c
        for c in rooms.unregistered(room, "desk.admin")
        if "issue" not in c.path
    ]
    if imported:
        assert len(told) == complaints
    else:
        assert len(list(rooms.unregistered(room, "desk.admin"))) == complaints


def test_a_room_within_an_admin_is_imported_with_its_modules():
    registered = Source("desk/admin/printed/page.py", REGISTERED)
    printed = Source("desk/admin/printed/__init__.py", "")
    for imported, complaints in (("page", 0), ("", 2)):
        words = f"from desk.admin.printed import {imported}" if imported else ""
        admin = Source("desk/admin/__init__.py", words)
        room = [admin, printed, registered]
        assert len(list(rooms.unregistered(room, "desk.admin"))) == complaints


def test_what_stands_in_the_ground_is_shared():
    hold(rooms.not_shared(code()))


def test_ground_that_one_package_alone_stands_on_is_seen():
    dated = ("records/dated.py", "NO_DAY = None")
    people = ("people/models.py", "from records.dated import NO_DAY")
    events = ("events/models.py", "def late():\n    import records.dated")
    sibling = ("records/days.py", "from records.dated import NO_DAY")
    assert found(rooms.not_shared, dated) == [
        "records/dated.py: used by nobody alone, two packages asked"
    ]
    assert found(
        rooms.not_shared, dated, people, ("people/roster.py", people[1])
    )
    assert found(rooms.not_shared, dated, people, sibling)
    assert not found(rooms.not_shared, dated, people, events)
