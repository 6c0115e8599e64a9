"""How long files, functions and lines are, and how much stands in them."""

from __future__ import annotations

import ast
import statistics
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from tests.architecture.source import Complaint, Source

# In lines.
FILE_LIMIT = 300
MODELS_LIMIT = 350
TEMPLATE_LIMIT = 130
FUNCTION_LIMIT = 40
COMMAND_LIMIT = 25
# In characters.
LINE_LIMIT = 100
TEMPLATE_LINE_LIMIT = 160
# Half of all functions have less, nine in ten have less than the second.
USUAL_FUNCTION = 10
LONG_FUNCTION = 25
# Medians over all packages, in syntax nodes: of a function's body, and of one line of it.
NODES_A_FUNCTION = 38
NODES_A_LINE = 9

Function = ast.FunctionDef | ast.AsyncFunctionDef


class Weight(NamedTuple):
    """The body of one function: its syntax nodes, and those on each line of code."""

    nodes: int
    per_line: float
    name: str
    line: int


class Figures(NamedTuple):
    """How many functions there are, and the medians of their weights."""

    functions: int
    nodes: float
    per_line: float


def functions(source: Source) -> Iterator[Function]:
    """Yield every function, methods and inner ones too."""
    return source.nodes(ast.FunctionDef, ast.AsyncFunctionDef)


def length(node: ast.stmt) -> int:
    """Return the length of a statement in lines."""
    return node.end_lineno - node.lineno + 1


def too_long(source: Source) -> Iterator[Complaint]:
    """Name the file when it has too many lines, and its functions that have."""
    limit = MODELS_LIMIT if source.stem == "models" else FILE_LIMIT
    lines = source.text.count("\n")
    if lines > limit:
        yield source.complaint(0, f"{lines} lines, {limit} allowed")
    for function in functions(source):
        if length(function) > FUNCTION_LIMIT:
            words = f"{function.name}() has {length(function)} lines, {FUNCTION_LIMIT} allowed"
            yield source.complaint(function.lineno, words)


def too_long_a_template(template: Source) -> Iterator[Complaint]:
    """Name the template when it has too many lines, and its lines that are too long."""
    lines = template.text.count("\n")
    if lines > TEMPLATE_LIMIT:
        yield template.complaint(0, f"{lines} lines, {TEMPLATE_LIMIT} allowed")
    yield from too_wide(template, TEMPLATE_LINE_LIMIT)


def too_wide(source: Source, limit: int = LINE_LIMIT) -> Iterator[Complaint]:
    """Name the lines with too many characters; a Chinese character counts as one."""
    for number, line in enumerate(source.text.splitlines(), 1):
        if len(line) > limit:
            yield source.complaint(
                number, f"{len(line)} characters, {limit} allowed"
            )


def more_than_a_shell(source: Source) -> Iterator[Complaint]:
    """A management command is one short class around one function that stands elsewhere."""
    if "/management/commands/" not in source.path:
        return
    for name, node in source.defined():
        if isinstance(node, Function | ast.ClassDef) and name != "Command":
            words = f"{name} belongs in its package, not in the command"
            yield source.complaint(node.lineno, words)
        elif name == "Command" and length(node) > COMMAND_LIMIT:
            words = (
                f"the command has {length(node)} lines, {COMMAND_LIMIT} allowed"
            )
            yield source.complaint(node.lineno, words)


# How much stands in a line


def weights(source: Source) -> Iterator[Weight]:
    """Yield what each function weighs: docstring, comments and empty lines do not count."""
    lines = source.text.splitlines()
    for function in functions(source):
        body = (
            function.body[1:] if ast.get_docstring(function) else function.body
        )
        if not body:
            continue
        nodes = sum(len(list(ast.walk(statement))) for statement in body)
        written = lines[body[0].lineno - 1 : function.end_lineno]
        per_line = nodes / sum(map(_is_code, written))
        yield Weight(nodes, per_line, function.name, function.lineno)


def _is_code(line: str) -> bool:
    stripped = line.strip()
    return bool(stripped) and not stripped.startswith("#")


def figures_of(weighed: Iterable[Weight]) -> Figures:
    """Return the medians of these weights; there has to be one at least."""
    weighed = list(weighed)
    return Figures(
        len(weighed),
        statistics.median(weight.nodes for weight in weighed),
        statistics.median(weight.per_line for weight in weighed),
    )


def figures(sources: Iterable[Source], depth: int = 1) -> dict[str, Figures]:
    """Return the figures of each folder, ``depth`` folders deep, and under "all" of all."""
    by_folder = defaultdict(list)
    for source in sources:
        folder = "/".join(source.folder.split("/")[:depth])
        for weight in weights(source):
            by_folder[folder].append(weight)
            by_folder["all"].append(weight)
    return {
        folder: figures_of(held) for folder, held in sorted(by_folder.items())
    }


def too_dense(found: Figures) -> Iterator[Complaint]:
    """Say what these figures have more of than the house allows."""
    if found.nodes > NODES_A_FUNCTION:
        words = f"{found.nodes:g} nodes in half of all functions, {NODES_A_FUNCTION} allowed"
        yield Complaint("all", 0, words)
    if found.per_line > NODES_A_LINE:
        words = f"{found.per_line:.1f} nodes in half of all lines, {NODES_A_LINE} allowed"
        yield Complaint("all", 0, words)


def too_many_long_functions(lengths: Iterable[int]) -> Iterator[Complaint]:
    """Say when the usual function, or one in ten, is longer than the house allows."""
    lengths = list(lengths)
    usual = statistics.median(lengths)
    long = statistics.quantiles(lengths, n=10)[-1]
    if usual > USUAL_FUNCTION:
        yield Complaint(
            "all", 0, f"half of all functions have {usual:g} lines or more"
        )
    if long > LONG_FUNCTION:
        yield Complaint(
            "all", 0, f"one function in ten has {long:g} lines or more"
        )
