"""Which folder a module stands in, and what a folder may hold."""

from __future__ import annotations

import ast
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from tests.architecture.imports import called, graph_of
from tests.architecture.source import Complaint, Source

ROOM_LIMIT = 12
# Django finds modules in these folders and in no room below them.
FLAT = {"commands", "migrations"}


def speaking_inits(
    sources: Iterable[Source], installed: Iterable[str]
) -> Iterator[Complaint]:
    """Name the installed packages whose ``__init__`` holds anything: it runs before the apps do."""
    inits = {f"{package}/__init__.py" for package in installed}
    for source in sources:
        if source.path in inits and source.text.strip():
            yield source.complaint(
                0, "an installed package's __init__ is empty"
            )


def crowded(sources: Iterable[Source]) -> Iterator[Complaint]:
    """Name the folders with more modules than one can take in."""
    held = Counter(source.folder for source in sources if not source.is_room)
    for folder, count in sorted(held.items()):
        if count > ROOM_LIMIT and folder.rpartition("/")[2] not in FLAT:
            yield Complaint(folder, 0, f"{count} modules, {ROOM_LIMIT} allowed")


def unregistered(sources: Iterable[Source], room: str) -> Iterator[Complaint]:
    """Name the modules of an admin's room that its ``__init__`` does not load.

    Django's autodiscover imports the ``__init__`` alone. What registers something is named there;
    the rest of the room has at least to be imported on the way.
    """
    below = f"{room}."
    sources = [
        s for s in sources if s.module == room or s.module.startswith(below)
    ]
    graph = graph_of(sources)
    reached = _reached(graph, room)
    for source in sources:
        if not _is_imported(source.module, reached):
            yield source.complaint(0, f"nothing imports it on behalf of {room}")
        elif _registers(source) and source.module not in {room, *graph[room]}:
            yield source.complaint(
                0, f"registers something, but {room} does not name it"
            )


def _is_imported(module: str, reached: Iterable[str]) -> bool:
    """Tell whether a module is reached; a room is, on the way to what stands in it."""
    below = f"{module}."
    return any(f"{other}.".startswith(below) for other in reached)


def _reached(graph: dict[str, list[str]], start: str) -> set[str]:
    reached = set()
    waiting = [start]
    while waiting:
        module = waiting.pop()
        if module not in reached:
            reached.add(module)
            waiting += graph[module]
    return reached


def _registers(source: Source) -> bool:
    return any(called(call) == "register" for call in source.nodes(ast.Call))


def not_shared(
    sources: Iterable[Source], ground: str = "records"
) -> Iterator[Complaint]:
    """Name the modules of the ground that fewer than two packages stand on."""
    sources = list(sources)
    users = _packages_using(sources)
    for source in sources:
        if source.package != ground or not source.text.strip():
            continue
        others = sorted(users[source.module] - {ground})
        if len(others) < 2:
            who = others[0] if others else "nobody"
            words = f"used by {who} alone, two packages asked"
            yield source.complaint(0, words)


def _packages_using(sources: Iterable[Source]) -> dict[str, set[str]]:
    users = defaultdict(set)
    for module, imported in graph_of(sources).items():
        for other in imported:
            users[other].add(module.split(".")[0])
    return users
