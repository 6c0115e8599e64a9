"""The import arrow: imports, names in strings, migrations and relations follow it."""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from django.db.models import Model

from tests.architecture.house import MAY_IMPORT, ROOT, WORKSHOPS, allowed
from tests.architecture.imports import called, imports, strings_in
from tests.architecture.source import Complaint, Source, assigned

OURS = {*MAY_IMPORT, *WORKSHOPS}
# "articles.Page", "search.index.refresh", "editorial.final_review": a package by name.
IN_A_STRING = re.compile(rf"(?:{'|'.join(MAY_IMPORT)})(?:\.[A-Za-z_]\w*)+")
NO_NAME = re.compile(r"\.(?:html|txt|css|js|py|svg)$")
# Calls whose first argument is an app, the model standing apart from it.
BY_APP = {"get_model", "get_app_config", "get_app_configs", "is_installed"}
APP_KEYWORDS = {"app", "app_label"}
# Which package each command of ours belongs to.
COMMANDS = {
    path.stem: path.relative_to(ROOT).parts[0]
    for path in ROOT.glob("*/management/commands/[a-z]*.py")
}
# Calls of a QuerySet that name relations in strings.
LOOKUPS = {
    "Count",
    "Exists",
    "F",
    "Max",
    "Min",
    "OuterRef",
    "Prefetch",
    "defer",
    "only",
    "order_by",
    "prefetch_related",
    "select_related",
    "values",
    "values_list",
}


def against_the_arrow(source: Source) -> Iterator[Complaint]:
    """Name what a module reaches of our own packages that its package may not know."""
    forbidden = OURS - allowed(source.package)
    for line, name in reaches(source):
        if name.split(".")[0] in forbidden:
            yield source.complaint(line, f"{source.package} reaches {name}")


def reaches(source: Source) -> Iterator[tuple[int, str]]:
    """Yield what a module imports or names in a string, with the line."""
    yield from ((one.line, one.dotted) for one in imports(source))
    for line, text in source.strings():
        if _names_a_package(text):
            yield line, text
    yield from _apps_named(source)
    yield from _commands_called(source)


def _names_a_package(text: str) -> bool:
    return bool(IN_A_STRING.fullmatch(text)) and not NO_NAME.search(text)


def _apps_named(source: Source) -> Iterator[tuple[int, str]]:
    """Yield the apps that stand alone in a string, where an app is meant."""
    for place in _places_of_apps(source):
        yield from ((place.lineno, name) for name in strings_in([place]))
    if source.is_migration:
        yield from _dependencies(source)


def _commands_called(source: Source) -> Iterator[tuple[int, str]]:
    """Yield the commands of ours that ``call_command`` is given by name, with their package."""
    for call in source.nodes(ast.Call):
        if called(call) != "call_command":
            continue
        for name in strings_in(call.args[:1]):
            if name in COMMANDS:
                yield call.lineno, f"{COMMANDS[name]}.{name}"


def _places_of_apps(source: Source) -> Iterator[ast.expr]:
    for call in source.nodes(ast.Call):
        if called(call) in BY_APP:
            yield from call.args[:1]
        for keyword in call.keywords:
            if keyword.arg in APP_KEYWORDS:
                yield keyword.value
    for node in source.nodes(ast.Assign):
        if "app_label" in {target.id for target in assigned(node)}:
            yield node.value


def _dependencies(source: Source) -> Iterator[tuple[int, str]]:
    """Yield the apps of pairs like ``("articles", "0001_initial")``."""
    for node in source.nodes(ast.Tuple):
        names = [getattr(part, "value", None) for part in node.elts]
        if len(names) == 2 and all(isinstance(name, str) for name in names):
            yield node.lineno, names[0]


def strangers(root: Path) -> list[str]:
    """Name the packages at the root that the map of the house does not know."""
    packages = sorted(path.parent.name for path in root.glob("*/__init__.py"))
    return [name for name in packages if name not in OURS]


# Relations, as Django knows them


def relations_against_the_arrow(models: Iterable[type[Model]]) -> list[str]:
    """Name the foreign keys that point left along the arrow."""
    found = []
    for model in models:
        package = model._meta.app_label
        for field in model._meta.get_fields():
            if not (
                field.is_relation and field.concrete and field.related_model
            ):
                continue
            target = field.related_model._meta.app_label
            if target in OURS - allowed(package):
                found.append(
                    f"{model.__name__}.{field.name} points to {target}"
                )
    return found


def names_from_above(
    models: Iterable[type[Model]],
) -> dict[str, dict[str, str]]:
    """Return, by package, the names that relations of higher packages give its models.

    Each name leads to the package that gives it: ``{"people": {"mentions": "articles"}}``. A
    name that the package's own models bear too is left out: nobody could tell which is meant.
    """
    above: dict[str, dict[str, str]] = defaultdict(dict)
    own: dict[str, set[str]] = defaultdict(set)
    for model in models:
        package = model._meta.app_label
        for field in model._meta.get_fields():
            names = _names_of(field)
            giver = _giver_of(field) or package
            if giver in OURS - allowed(package):
                above[package].update(dict.fromkeys(names, giver))
            else:
                own[package] |= names
    for package, names in above.items():
        for name in own[package] & names.keys():
            del names[name]
    return dict(above)


def _giver_of(field: object) -> str:
    """Return the package of the model whose relation a reverse field is, "" for a field."""
    return "" if field.concrete else field.related_model._meta.app_label


def _names_of(field: object) -> set[str]:
    if field.concrete:
        return {field.name}
    return {field.get_accessor_name(), field.field.related_query_name()} - {
        None
    }


def relations_named_upward(
    source: Source, above: Mapping[str, str]
) -> Iterator[Complaint]:
    """Name the reverse relations that a module follows to a package above its own.

    ``above`` maps the names of such relations to the package that gives them.
    """
    for line, lookup in _lookups(source):
        name = lookup.lstrip("-").split("__")[0]
        if name in above:
            words = f"follows {name}, a relation of {above[name]}"
            yield source.complaint(line, words)


def _lookups(source: Source) -> Iterator[tuple[int, str]]:
    """Yield attributes, keywords and the strings given to a QuerySet's words."""
    for node in source.nodes(ast.Attribute):
        yield node.lineno, node.attr
    for call in source.nodes(ast.Call):
        yield from ((call.lineno, k.arg) for k in call.keywords if k.arg)
        if called(call) in LOOKUPS:
            yield from ((call.lineno, text) for text in strings_in(call.args))
