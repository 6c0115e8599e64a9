"""The house keeps its own rules, and each rule can fail: what it is built from and keeps.

The arrow, templates, names, style and words each have a file of their own beside this one.
"""

from __future__ import annotations

import pytest
from django.conf import global_settings

from tests.architecture import dependencies, house, unused
from tests.architecture.arrow import strangers
from tests.architecture.budgets import functions
from tests.architecture.imports import imports
from tests.architecture.source import (
    Complaint,
    Source,
    code,
    hold,
    read,
    templates,
    unexcused,
)
from tests.architecture.source import house as sources_of

# How the settings of installed apps begin.
OF_APPS = (
    "AXES_",
    "CONTENT_SECURITY_POLICY",
    "REST_FRAMEWORK",
    "SIMPLE_HISTORY_",
    "SPECTACULAR_SETTINGS",
    "TASKS",
    "WHITENOISE_",
)
# Django asks for these too, and gives them no value of its own.
DJANGOS = {*dir(global_settings), "ROOT_URLCONF"}


def reader(text: str) -> Source:
    return Source("reader/page.py", text)


# What the rules stand on


def test_a_source_knows_where_it_stands(tmp_path):
    (tmp_path / "desk" / "admin").mkdir(parents=True)
    (tmp_path / "desk" / "admin" / "__init__.py").write_text("")
    (tmp_path / "desk" / "admin" / "page.py").write_text("import desk")
    room, page = read(tmp_path, "desk")
    assert (room.module, room.name, room.is_room) == (
        "desk.admin",
        "admin",
        True,
    )
    assert (page.module, page.name, page.folder) == (
        "desk.admin.page",
        "page",
        "desk/admin",
    )


def test_an_excuse_covers_its_complaint_and_no_other():
    complaint = Complaint("people/models.py", 7, "is long")
    excuse = {"people/models.py: is long": "it holds every noun"}
    assert unexcused([complaint]) == ["people/models.py:7: is long"]
    assert unexcused([complaint, complaint], excuse) == []
    assert unexcused([complaint._replace(words="is wide")], excuse) == [
        "people/models.py:7: is wide",
        "people/models.py: is long (excused without need)",
    ]


def test_what_stands_is_told_whole():
    complaints = [
        Complaint("people/models.py", n, "is long") for n in range(1, 40)
    ]
    with pytest.raises(AssertionError, match=r"people/models\.py:39: is long"):
        hold(complaints)
    hold(complaints, {"people/models.py: is long": "it holds every noun"})


def test_every_package_has_its_place(tmp_path):
    assert strangers(house.ROOT) == []
    assert all((house.ROOT / package).is_dir() for package in house.PACKAGES)
    for package in ("people", "shop", "tests"):
        (tmp_path / package).mkdir()
        (tmp_path / package / "__init__.py").touch()
    assert strangers(tmp_path) == ["shop"]


# The reader


def test_the_reader_is_pure():
    impure = [
        c
        for source in sources_of("reader")
        for c in dependencies.impure(source)
    ]
    hold(impure)


@pytest.mark.parametrize(
    "text",
    [
        "import django",
        "from pathlib import Path",
        "dt.date.today()",
        "open('page.txt')",
        "import rapidfuzz",
        "def late():\n    import records.days",
    ],
)
def test_an_impure_reader_is_seen(text):
    assert list(dependencies.impure(reader(text)))


def test_a_pure_reader_passes():
    text = (
        "import re\nfrom functools import cache\ndef load():\n    import rjieba"
    )
    assert not list(dependencies.impure(reader(text)))


def test_the_reader_exports_at_most_four_verbs():
    import reader

    verbs = [name for name in reader.__all__ if name.islower()]
    assert 1 <= len(verbs) <= 4
    assert all(callable(getattr(reader, name)) for name in verbs)


# Dependencies


def undeclared(sources, declared):
    complaints = (
        dependencies.undeclared(source, declared) for source in sources
    )
    return [str(complaint) for found in complaints for complaint in found]


def test_every_import_is_declared():
    direct = dependencies.declared_in("requirements.in")
    assert undeclared(sources_of(), direct) == []
    development = direct | dependencies.declared_in("requirements-dev.in")
    assert undeclared(sources_of(*house.WORKSHOPS), development) == []


@pytest.mark.parametrize(
    "text", ["import hypothesis", "def late():\n    import no_such_package"]
)
def test_an_undeclared_import_is_seen(text):
    direct = dependencies.declared_in("requirements.in")
    assert undeclared([reader(text)], direct)
    assert not undeclared([reader("import django.db, json, people")], direct)


def test_every_declared_dependency_is_used_and_pinned_in_the_compiled_file():
    direct = dependencies.declared_in("requirements.in")
    everything = sources_of(*house.PACKAGES, "bench")
    tops = {one.top for source in everything for one in imports(source)}
    text = "".join(source.text for source in everything)
    tops |= {
        top
        for top in dependencies.packages_distributions()
        if f'"{top}' in text
    }
    used = {name for top in tops for name in dependencies.distributions_of(top)}
    assert direct <= used | dependencies.USED_BY_NAME
    assert direct <= dependencies.declared_in("requirements.txt")
    development = dependencies.declared_in("requirements-dev.in")
    assert development <= dependencies.declared_in("requirements-dev.txt")


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_requirements_hold_pins_only(name):
    lines = (house.ROOT / name).read_text().splitlines()
    assert all("==" in line or line.startswith("#") for line in lines)
    assert not [line for line in lines if "://" in line or line.startswith("-")]


# Dead code


def test_nothing_is_kept_unused():
    workshops = sources_of(*house.WORKSHOPS)
    hold(unused.dead(code(), templates(), workshops))


USED = Source(
    "people/pinyin.py", "LIMIT = 3\ndef initial_of():\n    return LIMIT"
)


@pytest.mark.parametrize(
    ("path", "text", "name"),
    [
        ("people/names.py", "def unused():\n    pass", "unused"),
        ("people/names.py", "def unused():\n    return unused()", "unused"),
        ("people/names.py", "class Unused:\n    copy: Unused", "Unused"),
        ("people/names.py", "UNUSED = 1", "UNUSED"),
        ("people/names.py", "UNUSED: int = 1", "UNUSED"),
        ("people/names.py", "def _unused():\n    pass", "_unused"),
        (
            "people/templatetags/names.py",
            "@register.filter\ndef unused():\n    pass",
            "unused",
        ),
    ],
)
def test_what_nothing_names_is_seen(path, text, name):
    handing_on = Source(
        "people/__init__.py",
        f"from {path[:-3].replace('/', '.')} import {name}",
    )
    other = Source("events/names.py", f"print({name})\nperson.{name}")
    sources = [Source(path, text), handing_on, other]
    (complaint,) = unused.dead(sources, [])
    assert complaint.words == f"nothing names {name}"


def test_what_only_tests_name_is_seen():
    test = Source(
        "tests/people/test_pinyin.py",
        "from people import pinyin\npinyin.initial_of()",
    )
    assert [
        complaint.words for complaint in unused.dead([USED], [], [test])
    ] == ["nothing but tests or benches names initial_of"]


@pytest.mark.parametrize(
    "text",
    [
        "from people.pinyin import initial_of",
        "from people import pinyin\npinyin.initial_of()",
        "import people.pinyin as p\np.initial_of.cache_clear()",
        "def late():\n    from .pinyin import initial_of",
        'FINDER = "people.pinyin.initial_of"',
        "from people import pinyin\nFINDERS = {'zh': pinyin}",
        "from people.finders import initial_of",
    ],
)
def test_what_something_names_passes(text):
    finders = "from people.pinyin import initial_of"
    sources = [USED, Source("people/person.py", text)]
    sources.append(Source("people/finders/__init__.py", finders))
    told = unused.dead(sources, [])
    assert [c.words for c in told if c.path == USED.path] == []


def test_what_a_framework_asks_for_passes():
    sources = [
        Source("people/urls.py", "app_name = 'people'\nurlpatterns = []"),
        Source("people/apps.py", "class PeopleConfig:\n    pass"),
        Source(
            "people/management/commands/load.py", "class Command:\n    pass"
        ),
        Source(
            "people/migrations/0001_initial.py", "class Migration:\n    pass"
        ),
        Source(
            "people/admin.py",
            "@admin.register(Person)\nclass PersonAdmin:\n    pass",
        ),
        Source("people/models.py", "class Person:\n    pass"),
        Source("people/tags.py", "PERSON = 'people.Person'\nprint(PERSON)"),
        Source(
            "people/templatetags/names.py",
            "@register.filter(name='full')\ndef _full():\n    pass",
        ),
    ]
    page = Source("templates/people/person.html", "{{ person|full }}")
    assert list(unused.dead(sources, [page])) == []


def test_every_setting_is_read():
    (settings,) = (
        source for source in code() if source.path == "zzcms/settings.py"
    )
    hold(unused.unread_settings(settings, code(), DJANGOS, OF_APPS))


def test_a_setting_that_nothing_reads_is_seen():
    text = "DEBUG = 1\nAXES_LIMIT = 3\nMAX_PAGES = 9\nBASE = 1\nROOT = BASE\nUNREAD = 2\n"
    settings = Source("zzcms/settings.py", text)
    reading = Source("importing/load.py", "settings.MAX_PAGES\nsettings.ROOT")
    told = unused.unread_settings(settings, [reading], {"DEBUG"}, OF_APPS)
    assert [complaint.words for complaint in told] == ["nothing reads UNREAD"]


# Tests that never run


def never_run(sources: list[Source], folders: set[str]) -> list[str]:
    """Name the tests that pytest would not collect, and the test folders that are no packages."""
    holding = [
        source
        for source in sources
        if any(
            function.name.startswith("test_") for function in functions(source)
        )
    ]
    lost = [
        source.path for source in holding if not source.stem.startswith("test_")
    ]
    packages = {source.folder for source in sources if source.is_room}
    return lost + sorted(folders - packages)


def test_every_test_is_collected():
    tests = list(sources_of("tests"))
    assert never_run(tests, {source.folder for source in tests}) == []
    lost = Source("tests/people/names.py", "def test_lost():\n    pass\n")
    assert never_run([lost], {"tests/people"}) == [
        "tests/people/names.py",
        "tests/people",
    ]
