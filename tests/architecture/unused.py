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


class Definition(NamedTuple):
    """A name that a module defines, from its first line to its last."""

    name: str
    node: ast.stmt


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
    words = {word for page in templates for word in re.findall(r"\w+", page.text)}
    used = uses(sources, sources)
    tested = uses(workshops, sources)
    for source in sources:
        if source.is_migration or TAKEN_WHOLE.search(source.path):
            continue
        lines = _lines_naming(source)
        for one in definitions(source):
            place = Use(source.module, one.name)
            if used & {place, Use(source.module, WHOLE)} or _is_asked_for(
                source, one, words
            ):
                continue
            inside = range(one.node.lineno, one.node.end_lineno + 1)
            if all(line in inside for line in lines[one.name]):
                who = "nothing but tests or benches" if place in tested else "nothing"
                yield Complaint(source.path, one.node.lineno, f"{who} names {one.name}")


def definitions(source: Source) -> Iterator[Definition]:
    """Yield the functions, classes and constants at the top level of a module."""
    for node in source.tree.body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            yield Definition(node.name, node)
        elif isinstance(node, ast.Assign | ast.AnnAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            for target in targets:
                for part in ast.walk(target):
                    if isinstance(part, ast.Name) and not part.id.startswith("__"):
                        yield Definition(part.id, node)


def _is_asked_for(source: Source, one: Definition, words: set[str]) -> bool:
    """Tell whether a framework asks for it, by its name or because a decorator registered it."""
    if one.name in ASKED_FOR.get(source.path.rpartition("/")[2], ()):
        return True
    for decorator in getattr(one.node, "decorator_list", ()):
        text = ast.unparse(decorator)
        if "/templatetags/" in source.path and text.startswith("register."):
            return bool(words & {one.name, *TAG_NAME.findall(text)})
        if "register" in text:
            return True
    return False


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
    local = _bound_by_imports(user)
    roots = {id(node.value) for node in user.nodes(ast.Attribute)}
    for node in user.nodes(ast.Name, ast.Attribute):
        root, _, rest = _chain(node).partition(".")
        if root in local and id(node) not in roots:
            whole = f"{local[root]}.{rest}" if rest else local[root]
            yield whole
            # A module that stands for itself, in a table or as an argument, is used whole.
            yield f"{whole}.{WHOLE}"
    for node in user.nodes(ast.Constant):
        if isinstance(node.value, str) and DOTTED.fullmatch(node.value):
            yield node.value
            # Models are named by their app: "articles.Page".
            yield node.value.replace(".", ".models.", 1)


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
    read = {node.attr for source in sources for node in source.nodes(ast.Attribute)}
    lines = _lines_naming(settings)
    for name, node in definitions(settings):
        asked_for = name in known or name in read or name.startswith(of_apps)
        if name.isupper() and not asked_for and not lines[name]:
            yield Complaint(settings.path, node.lineno, f"nothing reads {name}")
