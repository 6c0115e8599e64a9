"""The files under judgement, each read and parsed once, and what is said against them."""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path, PurePosixPath
from typing import NamedTuple, TypeVar

from tests.architecture.house import PACKAGES, ROOT

Node = TypeVar("Node", bound=ast.AST)


@dataclass(frozen=True)
class Source:
    """A file of the house; ``path`` counts from the root, in slashes."""

    path: str
    text: str

    @property
    def package(self) -> str:
        return self.path.split("/")[0]

    @property
    def folder(self) -> str:
        return str(PurePosixPath(self.path).parent)

    @property
    def stem(self) -> str:
        return PurePosixPath(self.path).stem

    @property
    def is_room(self) -> bool:
        return self.stem == "__init__"

    @property
    def is_migration(self) -> bool:
        return "/migrations/" in self.path

    @property
    def module(self) -> str:
        """The dotted name that it is imported by."""
        dotted = self.path.removesuffix(".py").replace("/", ".")
        return dotted.removesuffix(".__init__")

    @property
    def name(self) -> str:
        """The last part of the dotted name: a room is called after its folder."""
        return self.module.rpartition(".")[2]

    @cached_property
    def tree(self) -> ast.Module:
        return ast.parse(self.text)

    @cached_property
    def _nodes(self) -> dict[type[ast.AST], list[ast.AST]]:
        by_kind = defaultdict(list)
        for node in ast.walk(self.tree):
            by_kind[type(node)].append(node)
        return by_kind

    def defined(self) -> Iterator[tuple[str, ast.stmt]]:
        """Yield the functions, classes and constants of the top level, with their statements."""
        for node in self.tree.body:
            if isinstance(node, ast.FunctionDef | ast.ClassDef):
                yield node.name, node
            for target in assigned(node):
                if isinstance(target.ctx, ast.Store):
                    yield target.id, node

    def strings(self) -> Iterator[tuple[int, str]]:
        """Yield the line and the text of every string constant."""
        for node in self.nodes(ast.Constant):
            if isinstance(node.value, str):
                yield node.lineno, node.value

    def complaint(self, line: int, words: str) -> Complaint:
        """Return something to say against this file; line 0 stands for the whole of it."""
        return Complaint(self.path, line, words)

    def nodes(self, *kinds: type[Node]) -> Iterator[Node]:
        """Yield the syntax nodes of exactly these kinds, wherever they stand."""
        for kind in kinds:
            yield from self._nodes.get(kind, ())


def assigned(node: ast.stmt) -> list[ast.Name]:
    """Return the names that an assignment binds, also inside a tuple; none for other statements."""
    match node:
        case ast.Assign(targets=targets):
            parts = [part for target in targets for part in ast.walk(target)]
        case ast.AnnAssign(target=target):
            parts = [target]
        case _:
            parts = []
    return [part for part in parts if isinstance(part, ast.Name)]


class Complaint(NamedTuple):
    """Something against a rule; ``line`` is 0 when it concerns no single line."""

    path: str
    line: int
    words: str

    def __str__(self) -> str:
        place = f"{self.path}:{self.line}" if self.line else self.path
        return f"{place}: {self.words}"

    @property
    def key(self) -> str:
        """What an excuse is found by: all but the line, which moves."""
        return f"{self.path}: {self.words}"


def unexcused(
    complaints: Iterable[Complaint], excuses: Mapping[str, str] | None = None
) -> list[str]:
    """Return the complaints without an excuse, and the excuses that nothing needs any more.

    ``excuses`` maps the key of a complaint to the reason why it may stand.
    """
    excuses = excuses or {}
    complaints = list(complaints)
    heard = {complaint.key for complaint in complaints}
    standing = [str(c) for c in complaints if c.key not in excuses]
    return standing + [
        f"{key} (excused without need)" for key in excuses if key not in heard
    ]


def hold(
    complaints: Iterable[Complaint], excuses: Mapping[str, str] | None = None
) -> None:
    """Fail with every complaint that has no excuse, one a line."""
    standing = unexcused(complaints, excuses)
    if standing:
        raise AssertionError("\n".join(["the house says:", *standing]))


def sources(*packages: str) -> Iterator[Path]:
    """Yield the Python files of these packages, migrations left out: a command writes those."""
    for package in packages:
        for path in sorted((ROOT / package).rglob("*.py")):
            if "migrations" not in path.parts:
                yield path


def read(root: Path, *folders: str, pattern: str = "*.py") -> list[Source]:
    """Read the files of these folders of a tree, in the order of their paths."""
    paths = [
        path for folder in folders for path in (root / folder).rglob(pattern)
    ]
    return [
        Source(path.relative_to(root).as_posix(), path.read_text())
        for path in sorted(paths)
        if path.is_file()
    ]


@cache
def house(*folders: str) -> tuple[Source, ...]:
    """Return the Python of our packages, or of these folders, migrations included."""
    return tuple(read(ROOT, *(folders or PACKAGES)))


@cache
def code() -> tuple[Source, ...]:
    """Return the Python of our packages that a person wrote."""
    return tuple(source for source in house() if not source.is_migration)


@cache
def templates() -> tuple[Source, ...]:
    """Return the templates; their paths begin with ``templates/``."""
    return tuple(read(ROOT, "templates", pattern="*.*"))
