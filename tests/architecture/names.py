"""One name, one meaning: modules, types and functions."""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator

from tests.architecture.imports import called
from tests.architecture.source import Complaint, Source

# Names of modules that say nothing about what is in them.
BANNED = {
    "base",
    "common",
    "helpers",
    "managers",
    "misc",
    "services",
    "signals",
    "utils",
}
# Words of a framework's for a module or a room, which every package has to use, and why.
FRAMEWORKS_WORDS = {
    "admin": "Django finds what an app registers with the admin here",
    "apps": "Django finds an app's configuration here",
    "commands": "Django finds an app's commands here",
    "conftest": "pytest finds fixtures here",
    "formats": "Django finds a language's formats here, in a package the settings name",
    "management": "Django finds an app's commands here",
    "migrations": "Django finds an app's migrations here",
    "models": "Django finds an app's models here",
    "templatetags": "Django finds an app's tags here",
    "urls": "Django's word for the addresses of an app",
    "views": "Django's word for what answers an address",
}
# The nouns of the house (DESIGN, "Words"), one and many: their names may stand in every package.
NOUNS = {
    "agenda_item": "agenda",
    "article": "articles",
    "block": "blocks",
    "byline": "bylines",
    "case": "cases",
    "change": "changes",
    "congress": "congresses",
    "correction": "corrections",
    "delegation": "delegations",
    "draft": "drafts",
    "election": "elections",
    "event": "events",
    "evidence": "evidence",
    "finding": "findings",
    "hold": "holds",
    "import_run": "import_runs",
    "issue": "issues",
    "job": "jobs",
    "membership": "memberships",
    "mention": "mentions",
    "newspaper": "newspapers",
    "organization": "organizations",
    "page": "pages",
    "pair": "pairs",
    "participation": "participations",
    "person": "people",
    "photo": "photos",
    "post": "posts",
    "publication": "publications",
    "review": "reviews",
    "search": "searches",
    "statement": "statements",
    "step": "steps",
    "vote": "votes",
}
SINGULAR = {many: one for one, many in NOUNS.items()} | {
    one: one for one in NOUNS
}
# The class that Django finds by its name in each module of ``commands/``.
COMMAND = "Command"
# One thing in two packages: what the reader is given or tells, and the record of it. A test holds
# the words of the part of day equal, and those of severity.
SAME_THING = {
    "Block": {"articles", "reader"},
    "FixedExpression": {"importing", "reader"},
    "PartOfDay": {"events", "reader"},
    "RosterEntry": {"people", "reader"},
    "Severity": {"editorial", "reader"},
}
TYPE_NAME = re.compile(r"[A-Z][a-z]\w*")


def badly_named(sources: Iterable[Source]) -> Iterator[Complaint]:
    """Name the modules and rooms called after nothing in particular."""
    for source in sources:
        for name in sorted(BANNED & set(source.module.split("."))):
            yield source.complaint(
                0, f"{name} says nothing about what is in it"
            )


def _modules(sources: Iterable[Source]) -> Iterator[Source]:
    """Yield the modules and rooms whose name was ours to choose."""
    for source in sources:
        at_the_top = source.module == source.package
        if not (
            source.is_migration or at_the_top or source.name in FRAMEWORKS_WORDS
        ):
            yield source


def named_twice_in_a_package(sources: Iterable[Source]) -> Iterator[Complaint]:
    """Name the modules of one package, at any depth, that have the same name."""
    by_name = defaultdict(list)
    for source in _modules(sources):
        by_name[source.package, source.name].append(source.path)
    for (package, name), paths in sorted(by_name.items()):
        if len(paths) > 1:
            yield Complaint(package, 0, f"{name} is {_listed(paths)}")


def named_twice_across_packages(
    sources: Iterable[Source],
) -> Iterator[Complaint]:
    """Name the modules that return in another package and are no noun of the house."""
    by_name = defaultdict(dict)
    for source in _modules(sources):
        by_name[source.name].setdefault(source.package, source.path)
    for name, paths in sorted(by_name.items()):
        if len(paths) > 1 and name not in SINGULAR:
            yield Complaint(name, 0, f"no noun, but {_listed(paths.values())}")


def types_named_twice(sources: Iterable[Source]) -> Iterator[Complaint]:
    """Name the public classes and type aliases that share their name with another."""
    for name, paths in _places_of(sources, _types).items():
        packages = [path.split("/")[0] for path in paths]
        if len(paths) > 1 and sorted(packages) != sorted(
            SAME_THING.get(name, ())
        ):
            yield Complaint(name, 0, f"stands in {_listed(paths)}")


def functions_named_twice(sources: Iterable[Source]) -> Iterator[Complaint]:
    """Name the public functions that share their name with one of another module."""
    for name, paths in _places_of(sources, _functions).items():
        if len(paths) > 1:
            yield Complaint(name, 0, f"stands in {_listed(paths)}")


def _places_of(
    sources: Iterable[Source], names_in: Callable[[Source], Iterator[str]]
) -> dict[str, list[str]]:
    """Return the modules that each public name stands in, by name."""
    places = defaultdict(list)
    for source in sources:
        for name in names_in(source):
            if not name.startswith("_"):
                places[name].append(source.path)
    return dict(sorted(places.items()))


def _types(source: Source) -> Iterator[str]:
    for name, node in source.defined():
        if isinstance(node, ast.ClassDef):
            is_type = name != COMMAND
        else:
            is_type = TYPE_NAME.fullmatch(name) and not _is_variable(node)
        if is_type:
            yield name


def _is_variable(node: ast.stmt) -> bool:
    """Tell whether this makes a type variable: its name means nothing outside its module."""
    value = getattr(node, "value", None)
    return isinstance(value, ast.Call) and called(value) == "TypeVar"


def _functions(source: Source) -> Iterator[str]:
    for name, node in source.defined():
        if isinstance(node, ast.FunctionDef):
            yield name


def _listed(paths: Iterable[str]) -> str:
    return " and ".join(sorted(paths))
