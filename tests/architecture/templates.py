"""What templates and addresses name: other templates, tags and routes."""

from __future__ import annotations

import ast
import re
from collections.abc import Container, Iterable, Iterator, Mapping

from django.urls import URLPattern, URLResolver

from tests.architecture.house import allowed, owner_of
from tests.architecture.imports import called
from tests.architecture.source import Complaint, Source

TAG = re.compile(r"{%-?\s*(include|extends|load|url)\s+(.+?)\s*-?%}")
QUOTED = re.compile(r"""(["'])([^"']+)\1""")
# Calls whose first argument is the name of an address, and where else such a name is given.
NAMING_CALLS = {"redirect", "resolve_url", "reverse", "reverse_lazy"}
NAMING_KEYWORDS = {"pattern_name", "url_name", "view_name"}
ROUTE = re.compile(r"[\w-]+(?::[\w-]+)*")


def in_templates(template: Source) -> str:
    """Return the name that a template is asked for by."""
    return template.path.removeprefix("templates/")


def tags(template: Source, *names: str) -> Iterator[tuple[int, str, str]]:
    """Yield line, name and arguments of these tags."""
    for tag in TAG.finditer(template.text):
        if tag[1] in names:
            yield template.text.count("\n", 0, tag.start()) + 1, tag[1], tag[2]


def libraries_of(sources: Iterable[Source]) -> dict[str, str]:
    """Return the package of each of our own libraries of tags."""
    folders = (
        source for source in sources if source.folder.endswith("/templatetags")
    )
    return {
        source.stem: source.package for source in folders if not source.is_room
    }


def shown_against_the_arrow(
    template: Source, ours: Container[str]
) -> Iterator[Complaint]:
    """Name the templates of another front that this one includes or extends.

    ``ours`` are the names of our templates; those of Django and its apps are free to all.
    """
    owner = owner_of(in_templates(template))
    who = owner or "the frame"
    for line, tag, arguments in tags(template, "include", "extends"):
        quoted = QUOTED.match(arguments)
        if not quoted:
            words = (
                f"{tag} by a variable, which no test can follow: {arguments}"
            )
            yield template.complaint(line, words)
            continue
        shown = quoted[2]
        whose = owner_of(shown) if shown in ours else ""
        if whose not in {"", owner}:
            yield template.complaint(line, f"{who} shows {whose}'s {shown}")


def loaded_against_the_arrow(
    template: Source, libraries: Mapping[str, str]
) -> Iterator[Complaint]:
    """Name the libraries of tags that a template may not load; the frame loads none of ours."""
    owner = owner_of(in_templates(template))
    who = owner or "the frame"
    free = allowed(owner) if owner else set()
    for line, _, arguments in tags(template, "load"):
        for name in _libraries_loaded(arguments):
            whose = libraries.get(name)
            if whose and whose not in free:
                yield template.complaint(line, f"{who} loads {whose}'s {name}")


def _libraries_loaded(arguments: str) -> list[str]:
    """Return the libraries of ``{% load one two %}`` and of ``{% load tag from one %}``."""
    before, _, behind = arguments.partition(" from ")
    return (behind or before).split()


def rendered_against_the_arrow(
    source: Source, ours: Container[str]
) -> Iterator[Complaint]:
    """Name the templates that Python of another package shows."""
    for line, text in source.strings():
        owner = owner_of(text) if text in ours else ""
        if owner not in {"", source.package}:
            yield source.complaint(
                line, f"{source.package} shows {owner}'s {text}"
            )


# Addresses


def routes_in(template: Source) -> Iterator[tuple[int, str]]:
    """Yield the names that ``{% url %}`` is given in so many letters."""
    for line, _, arguments in tags(template, "url"):
        if named := QUOTED.match(arguments):
            yield line, named[2]


def routes_of(source: Source) -> Iterator[tuple[int, str]]:
    """Yield the names of addresses that Python gives in so many letters."""
    for call in source.nodes(ast.Call):
        if called(call) in NAMING_CALLS:
            yield from _routes(call.args[:1])
        given = [k.value for k in call.keywords if k.arg in NAMING_KEYWORDS]
        yield from _routes(given)
    for node in source.nodes(ast.Assign):
        if getattr(node.targets[0], "id", "") in NAMING_KEYWORDS:
            yield from _routes([node.value])


def _routes(given: list[ast.expr]) -> Iterator[tuple[int, str]]:
    """Yield the strings that may come out of these expressions, and are no paths."""
    for node in given:
        if isinstance(node, ast.IfExp):
            yield from _routes([node.body, node.orelse])
            continue
        value = getattr(node, "value", None)
        if isinstance(value, str) and ROUTE.fullmatch(value):
            yield node.lineno, value


def registered(resolver: URLResolver, prefix: str = "") -> Iterator[str]:
    """Yield the names of all addresses, those of a namespace with its name before them."""
    for pattern in resolver.url_patterns:
        if isinstance(pattern, URLPattern):
            yield f"{prefix}{pattern.name}"
        else:
            space = f"{pattern.namespace}:" if pattern.namespace else ""
            yield from registered(pattern, prefix + space)


def leading_nowhere(
    source: Source, names: Iterable[tuple[int, str]], known: Container[str]
) -> Iterator[Complaint]:
    """Name the addresses that no route is registered under."""
    for line, name in names:
        if name not in known:
            yield source.complaint(line, f"no address is called {name}")
