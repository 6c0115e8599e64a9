"""What the READMEs promise exists, and what exists is in the READMEs."""

from __future__ import annotations

import ast
import re
import tomllib

import pytest
from django.core.management import (
    CommandParser,
    get_commands,
    load_command_class,
)

from tests.architecture import PACKAGES, ROOT

READMES = ("README.md", "README.zh-Hans.md")
OURS = {name: app for name, app in get_commands().items() if app in PACKAGES}
# Django's own commands that a reader is told to run.
DJANGOS = {"migrate", "createsuperuser", "runserver", "collectstatic", "check"}
TARGETS = set(
    re.findall(
        r"^([a-z][a-z-]*):", (ROOT / "Makefile").read_text(), re.MULTILINE
    )
)


def variables_of(source: str) -> set[str]:
    """Return the environment variables that a settings file asks for."""
    calls = [
        n
        for n in ast.walk(ast.parse(source))
        if isinstance(n, ast.Call) and isinstance(n.func, ast.Attribute)
    ]
    asked = [
        c
        for c in calls
        if getattr(c.func.value, "id", "") == "env"
        and c.args
        and c.func.attr != "read_env"
    ]
    return {
        c.args[0].value for c in asked if isinstance(c.args[0], ast.Constant)
    }


def table_of(text: str, heading: str) -> set[str]:
    """Return the first column, in code type, of the table under a heading."""
    section = re.split(r"^## ", text, flags=re.MULTILINE)
    chosen = next(part for part in section if part.startswith(heading))
    return set(re.findall(r"^\| `([^`]+)`", chosen, re.MULTILINE))


def commands_in(text: str) -> set[str]:
    return set(re.findall(r"manage\.py ([a-z_]+)", text))


@pytest.fixture(params=READMES)
def readme(request) -> str:
    return (ROOT / request.param).read_text()


@pytest.mark.parametrize(
    ("name", "heading"),
    [("README.md", "Environment"), ("README.zh-Hans.md", "环境变量")],
)
def test_each_variable_is_explained_and_each_explained_is_read(name, heading):
    asked = variables_of((ROOT / "zzcms" / "settings.py").read_text())
    assert len(asked) > 8
    assert table_of((ROOT / name).read_text(), heading) == asked


def test_a_variable_nobody_explains_is_seen():
    assert variables_of(
        'A = env.str("NEW", default="")\nenv.read_env("x")\nother.str("NO")'
    ) == {"NEW"}
    assert table_of(
        "## Environment\n| `OLD` | 1 |\n## Next\n| `NO` | 2 |\n", "Environment"
    ) == {"OLD"}


def test_each_command_is_explained_and_each_explained_exists(readme):
    assert commands_in(readme) == set(OURS) | DJANGOS


def options_of(name: str) -> set[str]:
    """Return the options of a command that Django does not give to every command."""
    command = load_command_class(OURS[name], name)
    parser = CommandParser()
    command.add_arguments(parser)
    return {
        option for action in parser._actions for option in action.option_strings
    } - {
        "-h",
        "--help",
    }


@pytest.mark.parametrize("name", OURS)
def test_each_option_is_explained_and_each_explained_exists(name, readme):
    row = next(
        line
        for line in readme.splitlines()
        if line.startswith(f"| `manage.py {name}")
    )
    assert set(re.findall(r"--[a-z-]+", row.split("|")[1])) == options_of(name)


def test_each_make_target_is_explained_and_each_explained_exists(readme):
    assert set(re.findall(r"`?make ([a-z][a-z-]*)", readme)) == TARGETS


def test_files_and_packages_named_exist(readme):
    for link in re.findall(r"\]\(([^)#:]+)\)", readme):
        assert (ROOT / link).exists(), link
    for folder in re.findall(r"`([a-z]+)/`", readme):
        assert (ROOT / folder).is_dir(), folder
    assert all(f"`{package}/`" in readme for package in PACKAGES)


def test_versions_agree(readme):
    requires = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"][
        "requires-python"
    ]
    assert set(re.findall(r"Python (\d\.\d+)", readme)) == {
        requires.removeprefix(">=")
    }
    pinned = dict(
        line.split("==")
        for line in (ROOT / "requirements.txt").read_text().split()
        if "==" in line
    )
    assert set(re.findall(r"Django (\d\.\d+)", readme)) == {
        ".".join(pinned["django"].split(".")[:2])
    }


def test_both_languages_give_the_same_commands():
    blocks = [
        re.findall(r"^    (.+)$", (ROOT / name).read_text(), re.MULTILINE)
        for name in READMES
    ]
    assert blocks[0] == blocks[1]


PAPERS = (
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "DECISIONS.md",
    "docs/architecture.md",
    "docs/how-to-add.md",
)
# A file or folder of ours in code type: `people/models/`, `bench/name_weights.py`.
NAMED = re.compile(r"`((?:[\w.-]+/)+[\w.-]*)`")


def named_in(paper: str) -> list[str]:
    """Return the files and folders that a paper names, its links as seen from the root."""
    text = (ROOT / paper).read_text()
    folder = (ROOT / paper).parent
    links = re.findall(r"\]\(([^)#:]+)\)", text)
    seen = [(folder / link).resolve().relative_to(ROOT) for link in links]
    return [*NAMED.findall(text), *map(str, seen)]


@pytest.mark.parametrize("paper", PAPERS)
def test_what_a_paper_names_exists(paper):
    gone = [name for name in named_in(paper) if not (ROOT / name).exists()]
    assert gone == []


def test_the_names_in_a_paper_are_seen():
    names = named_in("docs/architecture.md")
    assert {"people/models/person.py", "desk/", "DECISIONS.md"} <= set(names)
    assert len(names) > 60


@pytest.mark.parametrize("paper", PAPERS)
def test_a_paper_names_no_target_or_command_that_is_gone(paper):
    text = (ROOT / paper).read_text()
    assert set(re.findall(r"`make ([a-z][a-z-]*)", text)) <= TARGETS
    assert commands_in(text) <= set(OURS) | DJANGOS


@pytest.mark.parametrize(
    "path", [*READMES, "DECISIONS.md", "docs/deploying.md"]
)
def test_docs_name_no_setting_that_is_not_read(path):
    known = variables_of((ROOT / "zzcms" / "settings.py").read_text())
    assigned = set(
        re.findall(
            r"^ +([A-Z][A-Z_]+)=", (ROOT / path).read_text(), re.MULTILINE
        )
    )
    assert assigned <= known
