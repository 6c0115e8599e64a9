"""The house keeps its own rules (packages, arrow, budgets, habits), and each rule can fail."""

from __future__ import annotations

import ast
import statistics

import pytest
from django.apps import apps

from tests import architecture as rules

SITE = [p for p in rules.PACKAGES if p not in {"reader", "zzcms"}]
FILES = [
    (str(p.relative_to(rules.ROOT)), p.read_text())
    for p in rules.sources(*rules.PACKAGES, "bench")
]
TEMPLATES = [
    (str(p.relative_to(rules.ROOT)), p.read_text())
    for p in (rules.ROOT / "templates").rglob("*.html")
]
TESTS = [
    (str(p.relative_to(rules.ROOT)), p.read_text()) for p in rules.sources("tests")
]


def complaints(check, files: list[tuple[str, str]]) -> list[str]:
    """Run a check over files; each complaint begins with where it stands."""
    return [
        f"{path}:{complaint}" for path, text in files for complaint in check(path, text)
    ]


def of(package: str) -> list[tuple[str, str]]:
    return [(path, text) for path, text in FILES if path.split("/")[0] == package]


# Packages


@pytest.mark.parametrize("package", rules.PACKAGES)
def test_imports_follow_the_arrow(package):
    assert of(package)
    assert not complaints(
        lambda _, text: rules.against_the_arrow(package, text), of(package)
    )


@pytest.mark.parametrize(
    "source",
    [
        "import events.models",
        "from events import models",
        "def late():\n    from events.models import Event",
        'import_module("events.models")',
        'apps.get_model("events.Event")',
        "from tests.builders import make_event",
    ],
)
def test_an_import_against_the_arrow_is_seen(source):
    assert rules.against_the_arrow("articles", source)
    assert not rules.against_the_arrow(
        "articles", "from people.models import Person\nfrom . import urls"
    )


def relations_against_the_arrow(models) -> list[str]:
    """Name the foreign keys, also those of the history tables, that point left along the arrow."""
    found = []
    for model in models:
        package = model._meta.app_label
        for field in model._meta.get_fields():
            target = (
                field.related_model._meta.app_label
                if field.is_relation and field.concrete
                else package
            )
            if target in rules.PACKAGES and target not in rules.MAY_IMPORT[package] | {
                package
            }:
                found.append(f"{model.__name__}.{field.name} points to {target}")
    return found


def test_relations_follow_the_arrow(monkeypatch):
    models = [
        model for package in SITE for model in apps.get_app_config(package).get_models()
    ]
    assert len(models) > 20
    assert not relations_against_the_arrow(models)
    monkeypatch.setitem(rules.MAY_IMPORT, "events", {"articles"})
    assert "Participation.person points to people" in relations_against_the_arrow(
        models
    )


def test_the_reader_is_pure():
    assert not complaints(lambda _, text: rules.impure(text), of("reader"))


@pytest.mark.parametrize(
    "source",
    [
        "import django",
        "from pathlib import Path",
        "dt.date.today()",
        "open('page.txt')",
        "import rapidfuzz",
    ],
)
def test_an_impure_reader_is_seen(source):
    assert rules.impure(source)
    assert not rules.impure(
        "import re\nfrom functools import cache\ndef load():\n    import rjieba"
    )


def test_the_reader_exports_at_most_four_verbs():
    import reader

    verbs = [name for name in reader.__all__ if name.islower()]
    assert 1 <= len(verbs) <= 4
    assert all(callable(getattr(reader, name)) for name in verbs)


# Dependencies


def test_every_import_is_declared():
    direct = rules.declared_in("requirements.in")
    assert not complaints(
        lambda _, text: rules.undeclared(text, direct),
        [f for f in FILES if "bench" not in f[0]],
    )
    development = direct | rules.declared_in("requirements-dev.in")
    assert not complaints(
        lambda _, text: rules.undeclared(text, development), [*of("bench"), *TESTS]
    )


def test_an_undeclared_import_is_seen():
    assert rules.undeclared("import hypothesis", rules.declared_in("requirements.in"))
    assert rules.undeclared("def late():\n    import no_such_package", {"django"})
    assert not rules.undeclared("import django.db, json", {"django"})


def test_every_declared_dependency_is_used_and_pinned_in_the_compiled_file():
    direct = rules.declared_in("requirements.in")
    text = "".join(text for _, text in FILES)
    tops = {
        name.split(".")[0]
        for _, source in FILES
        for _, name in rules.imports(ast.parse(source))
    }
    distributions = rules.packages_distributions()
    tops |= {top for top in distributions if f'"{top}' in text}
    used = {rules.normal(d) for top in tops for d in distributions.get(top, [])}
    assert direct <= used | rules.USED_BY_NAME
    assert direct <= rules.declared_in("requirements.txt")
    assert rules.declared_in("requirements-dev.in") <= rules.declared_in(
        "requirements-dev.txt"
    )


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_requirements_hold_pins_only(name):
    lines = (rules.ROOT / name).read_text().splitlines()
    assert all("==" in line or line.startswith("#") for line in lines)
    assert not [line for line in lines if "://" in line or line.startswith("-")]


# Budgets and names


def test_files_functions_and_commands_keep_their_budgets():
    assert not complaints(rules.over_budget, FILES)


def test_templates_keep_their_budget():
    assert not complaints(rules.over_budget, TEMPLATES)


def test_most_functions_are_short():
    lengths = [
        length for _, text in FILES for _, _, length in rules.functions(ast.parse(text))
    ]
    assert statistics.median(lengths) <= 10
    assert statistics.quantiles(lengths, n=10)[-1] <= 25


LONG = "def long():\n" + "    pass\n" * 40
COMMAND = "class Command:\n" + "    a = 1\n" * 25


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("people/verbs.py", "\n" * 301),
        ("people/models.py", "\n" * 351),
        ("people/admin.py", "\n" * 201),
        ("people/verbs.py", LONG),
        ("templates/people/person_list.html", "\n" * 131),
        ("desk/management/commands/load.py", COMMAND),
        (
            "desk/management/commands/load.py",
            "def load():\n    pass\nclass Command:\n    pass\n",
        ),
    ],
)
def test_what_is_over_budget_is_seen(path, text):
    assert rules.over_budget(path, text)
    assert not rules.over_budget("people/models.py", "\n" * 350)


def test_modules_are_named_after_what_they_hold():
    assert not rules.badly_named(path for path, _ in FILES + TESTS)
    assert rules.badly_named(
        ["people/utils.py", "people/services/__init__.py", "people/models.py"]
    ) == [
        "people/utils.py",
        "people/services/__init__.py",
    ]


# Habits


def test_habits_are_kept():
    assert not complaints(rules.habits_broken, FILES)


@pytest.mark.parametrize(
    "source",
    [
        "STARTED = timezone.now()",
        "class Model:\n    day = Field(default=date.today())",
        "def show(day=date.today()):\n    pass",
        "try:\n    read()\nexcept Exception:\n    pass",
        "try:\n    read()\nexcept (ValueError, BaseException):\n    pass",
        "try:\n    read()\nexcept:\n    pass",
        "Article.objects.filter(pk=1).update(body='x')",
        "Article.objects.filter(pk=1).update(**texts)",
        "Article.objects.bulk_update(articles, ['headline'])",
        "from django.db.models.signals import post_save",
        "from django.dispatch import receiver",
    ],
)
def test_a_broken_habit_is_seen(source):
    assert rules.habits_broken("desk/importing.py", source)


def test_good_habits_pass():
    source = "class Model:\n    at = Field(default=timezone.now)\ndef late():\n    return timezone.now()\n"
    assert not rules.habits_broken(
        "desk/importing.py",
        source + "counts.update({'body': 1})\nqs.update(status=1)\n",
    )
    assert not rules.habits_broken(
        "desk/correcting.py", "Article.objects.update(body='x')"
    )


# Tests that never run


def never_run(files: list[tuple[str, str]], folders: set[str]) -> list[str]:
    """Name the tests that pytest would not collect, and the test folders that are no packages."""
    tests = [
        p
        for p, text in files
        if any(n.startswith("test_") for n, _, _ in rules.functions(ast.parse(text)))
    ]
    packages = {
        path.rsplit("/", 1)[0] for path, _ in files if path.endswith("__init__.py")
    }
    return [p for p in tests if not p.rsplit("/", 1)[-1].startswith("test_")] + sorted(
        folders - packages
    )


def test_every_test_is_collected():
    assert not never_run(TESTS, {path.rsplit("/", 1)[0] for path, _ in TESTS})
    lost = [("tests/people/names.py", "def test_lost():\n    pass\n")]
    assert never_run(lost, {"tests/people"}) == [
        "tests/people/names.py",
        "tests/people",
    ]
