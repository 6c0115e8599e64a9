"""Dead code: what a module defines at its top level and nothing else of the house names."""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping
from typing import NamedTuple

from tests.architecture.imports import imports, known_part, module_named
from tests.architecture.source import Complaint, Source

# The name that a tag is registered under when it is not the function's.
TAG_NAME = re.compile(r"name='(\w+)'")
WORD = re.compile(r"\w+")
DOTTED = re.compile(r"\w+(?:\.\w+)+")
# Names that a framework asks a module for.
ASKED_FOR = {
    "urls.py": {
        "app_name",
        "urlpatterns",
        "handler400",
        "handler403",
        "handler404",
        "handler500",
    },
    "wsgi.py": {"application"},
}
# Files of which a framework takes everything.
TAKEN_WHOLE = re.compile(r"(?:^|/)(?:apps|formats|settings|commands/\w+)\.py$")


# Stands for every name of a module.
WHOLE = "*"


class Use(NamedTuple):
    """A name that a module takes out of another, or a dotted name that a string gives."""

    module: str
    name: str


def dead(
    sources: Iterable[Source],
    templates: Iterable[Source],
    workshops: Iterable[Source] = (),
) -> Iterator[Complaint]:
    """Name what nothing but tests, or nothing at all, has a use for.

    A use is a name in its own module outside the definition itself, an import, an attribute of
    an imported module, a dotted string, a tag in a template. What is registered by a decorator
    is used, and so is what a framework asks for by name. ``workshops`` are tests and benches:
    they tell what only they use from what nobody does.
    """
    sources = list(sources)
    words = {word for page in templates for word in WORD.findall(page.text)}
    used = uses(sources, sources)
    tested = uses(workshops, sources)
    for source in sources:
        if source.is_migration or TAKEN_WHOLE.search(source.path):
            continue
        if Use(source.module, WHOLE) in used:
            continue
        for name, node in _unused_here(source, words):
            place = Use(source.module, name)
            if place in used:
                continue
            who = (
                "nothing but tests or benches" if place in tested else "nothing"
            )
            yield source.complaint(node.lineno, f"{who} names {name}")


def _unused_here(
    source: Source, words: set[str]
) -> Iterator[tuple[str, ast.stmt]]:
    """Yield what a module defines and has no use for itself, dunder names left out."""
    lines = _lines_naming(source)
    for name, node in source.defined():
        inside = range(node.lineno, node.end_lineno + 1)
        elsewhere = [line for line in lines[name] if line not in inside]
        if name.startswith("__") or elsewhere:
            continue
        if not _is_asked_for(source, name, node, words):
            yield name, node


def _is_asked_for(
    source: Source, name: str, node: ast.stmt, words: set[str]
) -> bool:
    """Tell whether a framework asks for it, by its name or because a decorator registered it."""
    file = source.path.rpartition("/")[2]
    if name in ASKED_FOR.get(file, ()):
        return True
    decorators = getattr(node, "decorator_list", ())
    registered = [d for d in map(ast.unparse, decorators) if "register" in d]
    if "/templatetags/" not in source.path:
        return bool(registered)
    names = {name, *TAG_NAME.findall(" ".join(registered))}
    return bool(registered and words & names)


def _lines_naming(source: Source) -> dict[str, list[int]]:
    """Return the lines on which a module reads each name."""
    lines = defaultdict(list)
    for node in source.nodes(ast.Name):
        if isinstance(node.ctx, ast.Load):
            lines[node.id].append(node.lineno)
    return lines


# What modules take out of each other


def uses(users: Iterable[Source], sources: Iterable[Source]) -> set[Use]:
    """Return the names of ``sources`` that other modules use, each where it is defined."""
    by_module = {source.module: source for source in sources}
    handed_on = _handed_on(by_module)
    found = set()
    for user in users:
        for dotted in _dotted(user):
            use = _split(dotted, by_module, handed_on)
            while use in handed_on:
                use = handed_on[use]
            if use.module != user.module:
                found.add(use)
    return found


def _split(
    dotted: str, by_module: Mapping[str, Source], handed_on: Container[Use]
) -> Use:
    """Return module and name of a dotted name; what a room hands on goes before its modules."""
    module = known_part(dotted, by_module)
    room, _, last = module.rpartition(".")
    if Use(room, last) in handed_on:
        return Use(room, last)
    rest = dotted.removeprefix(module).lstrip(".")
    return Use(module, rest.split(".")[0])


def _dotted(user: Source) -> Iterator[str]:
    """Yield by their whole names what a module takes out of others.

    A room's ``__init__`` that hands a name on has no use for it yet.
    """
    if not user.is_room:
        yield from (one.dotted for one in imports(user))
    for whole in _reached_by_imports(user):
        yield whole
        # A module that stands for itself, in a table or as an argument, is used whole.
        yield f"{whole}.{WHOLE}"
    for _, text in user.strings():
        if DOTTED.fullmatch(text):
            yield text
            # Models are named by their app: "articles.Page".
            yield text.replace(".", ".models.", 1)


def _reached_by_imports(user: Source) -> Iterator[str]:
    """Yield what stands behind ``a.b.c`` when an import binds ``a``, each as far as it goes."""
    bound = _bound_by_imports(user)
    begun = {id(node.value) for node in user.nodes(ast.Attribute)}
    for node in user.nodes(ast.Name, ast.Attribute):
        root, dot, rest = _chain(node).partition(".")
        if root in bound and id(node) not in begun:
            yield bound[root] + dot + rest


def _chain(node: ast.expr) -> str:
    """Return ``a.b.c`` as it is written, "" when it begins with anything but a name."""
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute):
        before = _chain(node.value)
        return f"{before}.{node.attr}" if before else ""
    return ""


def _bound_by_imports(source: Source) -> dict[str, str]:
    """Return what each name stands for that an import binds in a module."""
    bound = {}
    for node in source.nodes(ast.Import):
        for alias in node.names:
            top = alias.name.split(".")[0]
            bound[alias.asname or top] = alias.name if alias.asname else top
    for node in source.nodes(ast.ImportFrom):
        for alias in node.names:
            whole = f"{module_named(source, node)}.{alias.name}"
            bound[alias.asname or alias.name] = whole
    return bound


def _handed_on(by_module: Mapping[str, Source]) -> dict[Use, Use]:
    """Return what the ``__init__`` of each room hands on, and where it comes from."""
    handed_on = {}
    for module, source in by_module.items():
        for name, dotted in _bound_by_imports(source).items():
            origin = known_part(dotted, by_module)
            rest = dotted.removeprefix(origin).lstrip(".")
            if source.is_room and origin and rest:
                handed_on[Use(module, name)] = Use(origin, rest)
    return handed_on


# Settings


def unread_settings(
    settings: Source,
    sources: Iterable[Source],
    known: Container[str],
    of_apps: tuple[str, ...],
) -> Iterator[Complaint]:
    """Name the settings that neither Django, an installed app nor our own code reads.

    ``known`` are Django's own names, ``of_apps`` how those of installed apps begin.
    """
    read = {
        node.attr for source in sources for node in source.nodes(ast.Attribute)
    }
    read |= _lines_naming(settings).keys()
    for name, node in settings.defined():
        if not name.isupper() or name.startswith(of_apps):
            continue
        if name not in read and name not in known:
            yield settings.complaint(node.lineno, f"nothing reads {name}")
