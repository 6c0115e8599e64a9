"""Rules of the house, as functions from source text to complaints; ``test_architecture`` holds the
tree to them.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterable, Iterator
from functools import cache
from importlib import metadata
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

# The import arrow: a package may import those named here and itself, nothing else of ours.
LAYERS = ("records", "people", "articles", "events", "search", "editorial", "importing")
FRONTS = ("desk", "public", "api")
MAY_IMPORT: dict[str, set[str]] = {
    "reader": set(),
    **{layer: set(LAYERS[:height]) for height, layer in enumerate(LAYERS)},
    **{front: set(LAYERS) for front in FRONTS},
    "zzcms": {*LAYERS, *FRONTS},
}
MAY_IMPORT["importing"].add("reader")
PACKAGES = tuple(MAY_IMPORT)
READER_MAY_IMPORT = {"reader", "jieba", "rjieba"}
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

BANNED_MODULES = {"utils", "common", "helpers", "services", "managers", "signals"}
CLOCK = {"now", "today", "utcnow", "localdate", "localtime"}
TEXT_FIELDS = {"kicker", "headline", "subtitle", "body", "caption"}
MAY_UPDATE_TEXT = {"desk/correcting.py"}
LIMITS = {"models.py": 350, "admin.py": 200}
FILE_LIMIT, FUNCTION_LIMIT, TEMPLATE_LIMIT, COMMAND_LIMIT = 300, 40, 130, 25
# Distributions that nothing imports: the server, and the database and cache drivers Django loads by
# name.
USED_BY_NAME = {"gunicorn", "psycopg", "redis"}


def sources(*packages: str) -> Iterator[Path]:
    """Yield the Python files of these packages, migrations left out: those are written by a
    command.
    """
    for package in packages:
        yield from (
            p
            for p in sorted((ROOT / package).rglob("*.py"))
            if "migrations" not in p.parts
        )


def imports(tree: ast.AST, package: str = "") -> Iterator[tuple[int, str]]:
    """Yield line and dotted name of every import, in functions too, and of modules named in a call
    as a string.
    """
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.lineno, package if node.level else node.module or ""
        elif isinstance(node, ast.Call) and called(node) in {
            "import_module",
            "import_string",
            "get_model",
        }:
            names = [
                a.value
                for a in node.args[:1]
                if isinstance(a, ast.Constant) and isinstance(a.value, str)
            ]
            yield from ((node.lineno, name) for name in names)


def called(call: ast.Call) -> str:
    """Return the last part of what is called: ``update`` for ``x.objects.update()``."""
    return getattr(call.func, "attr", getattr(call.func, "id", ""))


def against_the_arrow(package: str, source: str) -> list[str]:
    """Name the imports of our own packages that the package may not use."""
    allowed = MAY_IMPORT[package] | {package}
    ours = set(PACKAGES) | {"tests", "bench"}
    found = ((line, name) for line, name in imports(ast.parse(source), package))
    return [
        f"{line}: {package} imports {name}"
        for line, name in found
        if name.split(".")[0] in ours - allowed
    ]


def impure(source: str) -> list[str]:
    """Name what the reader may not use: third-party code, files, the clock."""
    tree = ast.parse(source)
    complaints = []
    for line, name in imports(tree, "reader"):
        top = name.split(".")[0]
        known = top in READER_MAY_IMPORT or (
            top in sys.stdlib_module_names and top not in READER_MAY_NOT_IMPORT
        )
        complaints += [] if known else [f"{line}: imports {name}"]
    calls = (node for node in ast.walk(tree) if isinstance(node, ast.Call))
    return complaints + [
        f"{c.lineno}: calls {called(c)}()"
        for c in calls
        if called(c) in CLOCK | {"open"}
    ]


@cache
def packages_distributions() -> dict[str, list[str]]:
    """Return which distributions bring each importable name; asking takes a while."""
    return dict(metadata.packages_distributions())


def undeclared(source: str, declared: set[str]) -> list[str]:
    """Name the third-party imports whose distribution is not among the declared ones."""
    distributions = packages_distributions()
    complaints = []
    for line, name in imports(ast.parse(source), PACKAGES[0]):
        top = name.split(".")[0]
        if (
            top in sys.stdlib_module_names
            or top in PACKAGES
            or top in {"tests", "bench"}
        ):
            continue
        if not {normal(d) for d in distributions.get(top, [])} & declared:
            complaints.append(f"{line}: imports {name}, which is not declared")
    return complaints


def normal(distribution: str) -> str:
    """Spell a distribution's name the way pip does, without extras."""
    return (
        distribution.split("[")[0].strip().lower().replace("_", "-").replace(".", "-")
    )


def declared_in(*names: str) -> set[str]:
    """Return the distributions that these requirement files name."""
    lines = [line for name in names for line in (ROOT / name).read_text().splitlines()]
    return {
        normal(line.split("==")[0])
        for line in lines
        if "==" in line and not line.startswith("#")
    }


def functions(tree: ast.AST) -> Iterator[tuple[str, int, int]]:
    """Yield name, first line and length in lines of every function."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node.name, node.lineno, node.end_lineno - node.lineno + 1


def over_budget(path: str, text: str) -> list[str]:
    """Name what is longer than the house allows: the file, its functions, a command's class."""
    name = Path(path).name
    lines, limit = text.count("\n"), LIMITS.get(name, FILE_LIMIT)
    if name.endswith(".html"):
        return (
            [f"{lines} lines, {TEMPLATE_LIMIT} allowed"]
            if lines > TEMPLATE_LIMIT
            else []
        )
    tree = ast.parse(text)
    complaints = [f"{lines} lines, {limit} allowed"] if lines > limit else []
    complaints += [
        f"{at}: {fn}() has {n} lines"
        for fn, at, n in functions(tree)
        if n > FUNCTION_LIMIT
    ]
    return complaints + (
        over_command_budget(tree) if "management/commands/" in path else []
    )


def over_command_budget(tree: ast.Module) -> list[str]:
    """A management command is one short class around one function that stands elsewhere."""
    classes = [node for node in tree.body if isinstance(node, ast.ClassDef)]
    stray = [node.name for node in tree.body if isinstance(node, ast.FunctionDef)] + [
        c.name for c in classes[1:]
    ]
    complaints = [
        f"{name} belongs in its package, not in the command" for name in stray
    ]
    lengths = [c.end_lineno - c.lineno + 1 for c in classes]
    return complaints + [
        f"the command has {n} lines, {COMMAND_LIMIT} allowed"
        for n in lengths
        if n > COMMAND_LIMIT
    ]


def badly_named(paths: Iterable[str]) -> list[str]:
    """Name the modules and packages called after nothing in particular."""
    return [
        path
        for path in paths
        if BANNED_MODULES & {Path(path).stem, *Path(path).parent.parts}
    ]


def run_at_import(tree: ast.AST) -> Iterator[ast.AST]:
    """Yield the nodes that Python evaluates when the module is imported: all but the bodies of
    functions.
    """
    for child in ast.iter_child_nodes(tree):
        if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            outside = [
                *child.args.defaults,
                *filter(None, child.args.kw_defaults),
                *getattr(child, "decorator_list", []),
            ]
            for node in outside:
                yield from ast.walk(node)
        else:
            yield child
            yield from run_at_import(child)


def habits_broken(path: str, source: str) -> list[str]:
    """Name the clock read at import, the swallowed exceptions, the signals, and text written past
    the correction.
    """
    tree = ast.parse(source)
    at_import = [
        n for n in run_at_import(tree) if isinstance(n, ast.Call) and called(n) in CLOCK
    ]
    complaints = [f"{n.lineno}: {called(n)}() at import time" for n in at_import]
    for node in ast.walk(tree):
        if isinstance(node, ast.ExceptHandler) and catches_all(node):
            complaints.append(f"{node.lineno}: catches everything")
        if (
            isinstance(node, ast.Call)
            and path not in MAY_UPDATE_TEXT
            and updates_text(node)
        ):
            complaints.append(
                f"{node.lineno}: writes article text without a correction"
            )
    return complaints + [
        f"{line}: uses signals"
        for line, name in imports(tree)
        if "signals" in name or name == "django.dispatch"
    ]


def catches_all(handler: ast.ExceptHandler) -> bool:
    """Tell whether an ``except`` takes whatever comes."""
    if handler.type is None:
        return True
    return any(
        getattr(n, "id", "") in {"Exception", "BaseException"}
        for n in ast.walk(handler.type)
    )


def updates_text(call: ast.Call) -> bool:
    """Tell whether a queryset's update names a text field, or hides what it names."""
    if called(call) == "bulk_update":
        named = {
            n.value
            for a in call.args
            for n in ast.walk(a)
            if isinstance(n, ast.Constant)
        }
        return bool(TEXT_FIELDS & named)
    if called(call) != "update":
        return False
    return any(k.arg is None or k.arg in TEXT_FIELDS for k in call.keywords)
