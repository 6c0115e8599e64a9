"""Habits: the clock, exceptions, signals, article text, private Django and packed lines."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from tests.architecture.imports import called, imports, strings_in
from tests.architecture.source import Complaint, Source

# A fault of the program is told there, and must not end the run.
RUNS_OF_MANY = {"importing/batch.py", "bench/fuzz.py"}
CLOCK = {"localdate", "localtime", "now", "today", "utcnow"}
# What only a correction may write.
TEXT_FIELDS = {"kicker", "headline", "subtitle", "body", "caption"}
MAY_UPDATE_TEXT = {"editorial/correcting.py"}

# Names of Django's that the next version may change. Documented ones with an underscore before
# them (_meta, _base_manager) are not among them.
PRIVATE_DJANGO = {
    "_chain",
    "_clone",
    "_do_insert",
    "_do_update",
    "_fetch_all",
    "_insert",
    "_prefetched_objects_cache",
    "_prepare_related_fields_for_save",
    "_raw_delete",
    "_result_cache",
    "_save_parents",
    "_save_table",
    "_state",
}
OWN_SQL = re.compile(r"\s*(?:INSERT INTO|COPY|UPDATE \S+ SET|DELETE FROM)\b")
# The one room that may use them (contract tests in ``tests/records``), and the index, whose own
# table no model knows.
MAY_USE_PRIVATE_DJANGO = {
    "records/bulk.py",
    "search/postgresql.py",
    "search/sqlite.py",
}


def clock_at_import(source: Source) -> Iterator[Complaint]:
    """Name the calls of the clock that run when the module is imported."""
    for node in _run_at_import(source.tree):
        if isinstance(node, ast.Call) and called(node) in CLOCK:
            yield source.complaint(
                node.lineno, f"{called(node)}() at import time"
            )


def _run_at_import(tree: ast.AST) -> Iterator[ast.AST]:
    """Yield what Python evaluates when it imports a module: all but the bodies of functions."""
    for child in ast.iter_child_nodes(tree):
        if isinstance(
            child, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda
        ):
            outside = [
                *child.args.defaults,
                *filter(None, child.args.kw_defaults),
            ]
            for node in [*outside, *getattr(child, "decorator_list", [])]:
                yield from ast.walk(node)
        else:
            yield child
            yield from _run_at_import(child)


def catching_everything(source: Source) -> Iterator[Complaint]:
    """Name the ``except`` that takes whatever comes, but where a fault of the program is one
    page's refusal, or one text's failure, and must not end the run.
    """
    if source.path in RUNS_OF_MANY:
        return
    for handler in source.nodes(ast.ExceptHandler):
        caught = ast.walk(handler.type) if handler.type else ()
        names = {getattr(node, "id", "") for node in caught}
        if handler.type is None or names & {"Exception", "BaseException"}:
            yield source.complaint(handler.lineno, "catches everything")


def using_signals(source: Source) -> Iterator[Complaint]:
    """Name the imports of signals: what has to follow from an act is called by it."""
    for one in imports(source):
        if "signals" in one.dotted or one.module == "django.dispatch":
            yield source.complaint(one.line, "uses signals")


def text_without_correction(source: Source) -> Iterator[Complaint]:
    """Name the updates that write article text, or may, without a correction."""
    if source.path in MAY_UPDATE_TEXT:
        return
    for call in source.nodes(ast.Call):
        if _updates_text(call):
            words = "writes article text without a correction"
            yield source.complaint(call.lineno, words)


def _updates_text(call: ast.Call) -> bool:
    """Tell whether a QuerySet's update names a text field, or hides what it names."""
    if called(call) == "bulk_update":
        return bool(TEXT_FIELDS & set(strings_in(call.args)))
    if called(call) != "update":
        return False
    return any(k.arg is None or k.arg in TEXT_FIELDS for k in call.keywords)


def private_django(source: Source) -> Iterator[Complaint]:
    """Name the private parts of Django, and the SQL that writes rows past it."""
    if source.path in MAY_USE_PRIVATE_DJANGO:
        return
    for node in source.nodes(ast.Attribute):
        if node.attr in PRIVATE_DJANGO:
            yield source.complaint(
                node.lineno, f"uses Django's private {node.attr}"
            )
    for line, text in source.strings():
        if found := OWN_SQL.match(text):
            words = f"writes by SQL of its own: {found[0].strip()}"
            yield source.complaint(line, words)


# Packed lines


def packed_assignments(source: Source) -> Iterator[Complaint]:
    """Name the assignments of several values in one line: ``start, end = 0, len(text)``.

    One value may be unpacked, and two may change places: where a later value reads what an
    earlier target gets (``old, new = new, old + new``), two lines would say something else.
    """
    for node in source.nodes(ast.Assign):
        packed = (node.targets[0], node.value)
        if not all(isinstance(side, ast.Tuple) for side in packed):
            continue
        target, value = packed
        if not _in_one_step(target.elts, value.elts):
            words = f"packs {ast.unparse(target)}"
            yield source.complaint(node.lineno, words)


def _in_one_step(targets: list[ast.expr], values: list[ast.expr]) -> bool:
    for index, target in enumerate(targets):
        later = (
            part for value in values[index + 1 :] for part in ast.walk(value)
        )
        if ast.unparse(target) in map(ast.unparse, later):
            return True
    return False


def choices_in_calls_in_loops(source: Source) -> Iterator[Complaint]:
    """Name the comprehensions that call something with a conditional expression in the call."""
    for loop in source.nodes(
        ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp
    ):
        for call in _inside(loop, ast.Call):
            if _inside(call, ast.IfExp):
                words = "chooses inside a call inside a loop"
                yield source.complaint(loop.lineno, words)
                break


def _inside(node: ast.AST, kind: type[ast.AST]) -> list[ast.AST]:
    return [part for part in ast.walk(node) if isinstance(part, kind)]


HABITS = (
    clock_at_import,
    catching_everything,
    using_signals,
    text_without_correction,
    packed_assignments,
    choices_in_calls_in_loops,
)
