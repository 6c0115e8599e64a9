"""What a module imports, and the circles that imports go in."""

from __future__ import annotations

import ast
import graphlib
from collections.abc import Container, Iterable, Iterator
from typing import NamedTuple

from tests.architecture.source import Complaint, Source

# Calls that import what their first argument names.
IMPORTERS = {"import_module", "import_string"}


class Import(NamedTuple):
    """A module that is imported, or a name out of it; ``name`` is "" for the module as such."""

    line: int
    module: str
    name: str = ""

    @property
    def dotted(self) -> str:
        return f"{self.module}.{self.name}" if self.name else self.module

    @property
    def top(self) -> str:
        return self.module.split(".")[0]


def imports(source: Source) -> Iterator[Import]:
    """Yield every import, in functions too, and of modules that a call names in a string."""
    for node in source.nodes(ast.Import):
        for alias in node.names:
            yield Import(node.lineno, alias.name)
    for node in source.nodes(ast.ImportFrom):
        module = module_named(source, node)
        for alias in node.names:
            yield Import(node.lineno, module, alias.name)
    for node in source.nodes(ast.Call):
        if called(node) in IMPORTERS:
            for name in strings_in(node.args[:1]):
                yield Import(node.lineno, name)


def module_named(source: Source, node: ast.ImportFrom) -> str:
    """Return the module of ``from .x import y`` by its whole name."""
    if not node.level:
        return node.module or ""
    parts = source.module.split(".")
    climbed = node.level - 1 if source.is_room else node.level
    above = parts[: len(parts) - climbed]
    return ".".join([*above, node.module] if node.module else above)


def called(call: ast.Call) -> str:
    """Return the last part of what is called: ``update`` for ``x.objects.update()``."""
    return getattr(call.func, "attr", getattr(call.func, "id", ""))


def strings_in(nodes: Iterable[ast.AST]) -> Iterator[str]:
    """Yield the string constants inside these nodes."""
    for node in nodes:
        for part in ast.walk(node):
            if isinstance(part, ast.Constant) and isinstance(part.value, str):
                yield part.value


def graph_of(sources: Iterable[Source]) -> dict[str, list[str]]:
    """Return which of these modules each of them imports, in the order of the alphabet.

    ``from room import module`` leads to the module, any other name to the room's ``__init__``.
    """
    by_module = {source.module: source for source in sources}
    graph = {}
    for module, source in by_module.items():
        reached = {known_part(one.dotted, by_module) for one in imports(source)}
        graph[module] = sorted(reached - {"", module})
    return graph


def known_part(dotted: str, known: Container[str]) -> str:
    """Return the longest beginning of a dotted name that is a known module, "" without one."""
    while dotted and dotted not in known:
        dotted = dotted.rpartition(".")[0]
    return dotted


def circles(sources: Iterable[Source]) -> list[Complaint]:
    """Name circles of imports by the modules on them, until none is left when each is cut."""
    graph = graph_of(sources)
    found = []
    while circle := _circle_in(graph):
        found.append(Complaint(circle[0], 0, " imports ".join(circle)))
        graph[circle[0]].remove(circle[1])
    return found


def _circle_in(graph: dict[str, list[str]]) -> list[str]:
    try:
        graphlib.TopologicalSorter(graph).prepare()
    except graphlib.CycleError as error:
        # What is imported comes before what imports it.
        return error.args[1][::-1]
    return []
