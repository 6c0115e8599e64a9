"""What may be imported from outside: the reader's few, and for all else what is declared."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from functools import cache
from importlib import metadata

from tests.architecture.habits import CLOCK
from tests.architecture.house import PACKAGES, ROOT, WORKSHOPS
from tests.architecture.imports import called, imports
from tests.architecture.source import Complaint, Source

READER_MAY_IMPORT = {"reader", "jieba", "rjieba", "opencc"}
# The reader is a function of its arguments: it opens nothing and asks no clock.
READER_MAY_NOT_IMPORT = {
    "io",
    "logging",
    "os",
    "pathlib",
    "random",
    "shutil",
    "socket",
    "sqlite3",
    "subprocess",
    "time",
}
# Distributions that nothing imports: the server, and the database and cache drivers Django loads
# by name.
USED_BY_NAME = {"gunicorn", "psycopg", "redis"}


def impure(source: Source) -> Iterator[Complaint]:
    """Name what the reader may not use: third-party code, files, the clock."""
    standard = sys.stdlib_module_names - READER_MAY_NOT_IMPORT
    for one in imports(source):
        if one.top not in READER_MAY_IMPORT | standard:
            yield source.complaint(one.line, f"imports {one.module}")
    for call in source.nodes(ast.Call):
        if called(call) in CLOCK | {"open"}:
            yield source.complaint(call.lineno, f"calls {called(call)}()")


@cache
def packages_distributions() -> dict[str, list[str]]:
    """Return which distributions bring each importable name; asking takes a while."""
    return dict(metadata.packages_distributions())


def distributions_of(top: str) -> set[str]:
    """Return the distributions that bring this importable name, spelled as pip spells them."""
    return {normal(name) for name in packages_distributions().get(top, [])}


def undeclared(source: Source, declared: set[str]) -> Iterator[Complaint]:
    """Name the third-party imports whose distribution is not among the declared ones."""
    known = {*sys.stdlib_module_names, *PACKAGES, *WORKSHOPS}
    for one in imports(source):
        if one.top not in known and not distributions_of(one.top) & declared:
            words = f"imports {one.module}, which is not declared"
            yield source.complaint(one.line, words)


def normal(distribution: str) -> str:
    """Spell a distribution's name the way pip does, without extras."""
    name = distribution.split("[")[0].strip().lower()
    return name.replace("_", "-").replace(".", "-")


def declared_in(*names: str) -> set[str]:
    """Return the distributions that these requirement files name."""
    lines = [
        line
        for name in names
        for line in (ROOT / name).read_text().splitlines()
    ]
    pins = [line for line in lines if "==" in line and not line.startswith("#")]
    return {normal(pin.split("==")[0]) for pin in pins}
