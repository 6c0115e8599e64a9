"""Words that stand in more than one package mean the same in each: the places are compared.

A vocabulary is found in the source by the name of its enum, choices or table, so a module may
be renamed without a word here.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from tests.architecture.imports import called
from tests.architecture.source import Complaint, Source

Words = set[object]
# The rules of the reader that are functions, and what makes a finding of its layout.
CONTENT_RULES = "RULES"
FINDING_MAKERS = {"ReadFinding"}
# Where facts are compared before an article is signed.
CONTRADICTING = "editorial/contradicting"
# Where readers say what is wrong.
REPORTED = "editorial/readers_reports"


class Place(NamedTuple):
    """Where a vocabulary stands: a class, a constant or a function by its dotted name."""

    package: str
    name: str

    def __str__(self) -> str:
        return f"{self.package}: {self.name}"


class Vocabulary(NamedTuple):
    """One set of words, as each of its places has it."""

    name: str
    places: Mapping[str, Words]


# Enums and choices that are one vocabulary, member by member.
ENUMS = {
    "event kinds": (
        Place("reader", "EventKind"),
        Place("events", "Occurrence.Kind"),
    ),
    "parts of the day": (
        Place("reader", "PartOfDay"),
        Place("events", "PartOfDay"),
    ),
    "severities": (
        Place("reader", "Severity"),
        Place("editorial", "Severity"),
    ),
    "roles of a byline": (
        Place("reader", "Role"),
        Place("articles", "Byline.Role"),
    ),
}
BLOCK_KINDS = (Place("reader", "BlockKind"), Place("articles", "Block.Kind"))
# Kinds of blocks that only a person gives.
BY_HAND = {"dateline", "crosshead", "gap"}
COUNTS = (Place("importing", "_counts"), Place("desk", "COUNT_LABELS"))
LAYOUT_RULES = Place("reader", "LayoutRule")
RULES = Place("editorial", "Rule")
PARTS = Place("articles", "Part")
TEXT_FIELDS = Place("articles", "Article.TEXT_FIELDS")
LOADED_TEXTS = Place("importing", "texts_of")
STEPS = Place("editorial", "Review.Step")
STATES = Place("articles", "StateOfWork")
PERMISSIONS = Place("editorial", "Review.Meta.permissions")


def vocabularies(sources: Iterable[Source]) -> list[Vocabulary]:
    """Return every vocabulary of the house, read from the source of its places."""
    sources = list(sources)
    alike = [_alike(sources, name, places) for name, places in ENUMS.items()]
    made = (_block_kinds, _counts, _rules, _texts, _steps)
    return [*alike, *(make(sources) for make in made)]


def disagreements(vocabulary: Vocabulary) -> Iterator[Complaint]:
    """Name each word that one place of a vocabulary has and another has not."""
    every = set().union(*vocabulary.places.values())
    for place, words in vocabulary.places.items():
        if not words:
            yield Complaint(vocabulary.name, 0, f"{place} is not found")
            continue
        for word in sorted(every - words, key=str):
            holders = [
                p for p, held in vocabulary.places.items() if word in held
            ]
            told = f"{word} stands in {', '.join(holders)}, not in {place}"
            yield Complaint(vocabulary.name, 0, told)


def _alike(
    sources: list[Source], name: str, places: Iterable[Place]
) -> Vocabulary:
    """Return a vocabulary whose places are enums: names and values are to agree."""
    members = {}
    for place in places:
        pairs = members_of(sources, place).items()
        members[str(place)] = {
            f"{member} = {value!r}" for member, value in pairs
        }
    return Vocabulary(name, members)


def _block_kinds(sources: list[Source]) -> Vocabulary:
    kinds, labels = BLOCK_KINDS
    places = {
        str(kinds): values_in(sources, kinds),
        str(labels): values_in(sources, labels) - BY_HAND,
    }
    return Vocabulary("block kinds", places)


def _counts(sources: list[Source]) -> Vocabulary:
    places = {str(place): keys_in(sources, place) for place in COUNTS}
    return Vocabulary("counts of a load", places)


def _rules(sources: list[Source]) -> Vocabulary:
    raised = _raised_by_the_reader(sources) | _raised_by_loading(sources)
    known = values_in(sources, RULES)
    return Vocabulary(
        "rules", {"reader and importing": raised, str(RULES): known}
    )


def _texts(sources: list[Source]) -> Vocabulary:
    """The parts of an article that are its own text; a photo has the caption."""
    # What ``texts_of`` says of a text that is too long stands in a dictionary too.
    refused = {"part", "start", "length"}
    places = {
        str(PARTS): values_in(sources, PARTS) - {"caption"},
        str(TEXT_FIELDS): strings_at(sources, TEXT_FIELDS),
        str(LOADED_TEXTS): keys_in(sources, LOADED_TEXTS) - refused,
    }
    return Vocabulary("texts of an article", places)


def _steps(sources: list[Source]) -> Vocabulary:
    """A step has its permission, and the state it leaves an article in."""
    permissions = _ending_in("_review", strings_at(sources, PERMISSIONS))
    states = _ending_in("_reviewed", values_in(sources, STATES))
    return Vocabulary(
        "steps of a review",
        {
            str(STEPS): values_in(sources, STEPS),
            str(PERMISSIONS): permissions,
            str(STATES): states,
        },
    )


def _ending_in(ending: str, words: Iterable[str]) -> Words:
    return {
        word.removesuffix(ending) for word in words if word.endswith(ending)
    }


# What raises a rule


def _raised_by_the_reader(sources: list[Source]) -> Words:
    """Return the rules that the reader's layout and its content rules raise."""
    raised = values_in(sources, LAYOUT_RULES)
    for source in _of(sources, "reader"):
        raised |= _named_where_raised(source)
    table = _definition(sources, Place("reader", CONTENT_RULES))
    for row in _inside(table, ast.Tuple):
        rules = [rule for rule in row.elts if isinstance(rule, ast.Attribute)]
        raised |= {rule.attr for rule in rules}
    return raised


def _named_where_raised(source: Source) -> Words:
    """Return the rules that stand in so many letters where a finding is made."""
    made = [
        call
        for call in source.nodes(ast.Call)
        if called(call) in FINDING_MAKERS
    ]
    first = [call.args[0] for call in made if call.args]
    return {argument.value for argument in first if _is_string(argument)}


def _raised_by_loading(sources: list[Source]) -> Words:
    """Return the values of the rules that importing, what compares facts and what readers report
    ask for by name.
    """
    members = members_of(sources, RULES)
    others = {CONTRADICTING, REPORTED}
    comparing = [one for one in sources if one.folder in others]
    return {
        members.get(node.attr, node.attr)
        for source in [*_of(sources, "importing"), *comparing]
        for node in source.nodes(ast.Attribute)
        if getattr(node.value, "id", "") == RULES.name
    }


def severities_elsewhere(sources: Iterable[Source]) -> Iterator[Complaint]:
    """Name the module constants that repeat a severity as a bare number."""
    sources = list(sources)
    _, place = ENUMS["severities"]
    severities = members_of(sources, place)
    for source in sources:
        for name, node in source.defined():
            if name in severities:
                yield source.complaint(node.lineno, f"{name} stands twice")


# Reading the places


def members_of(sources: Iterable[Source], place: Place) -> dict[str, object]:
    """Return the members of an enum or of choices: name and value, the label left out."""
    definition = _definition(sources, place)
    members = {}
    for node in getattr(definition, "body", ()):
        if isinstance(node, ast.Assign):
            value = node.value
            first = value.elts[0] if isinstance(value, ast.Tuple) else value
            members[node.targets[0].id] = getattr(first, "value", None)
    return members


def values_in(sources: Iterable[Source], place: Place) -> Words:
    """Return the values of an enum or of choices."""
    return set(members_of(sources, place).values())


def keys_in(sources: Iterable[Source], place: Place) -> Words:
    """Return the string keys of the dictionaries that stand in a constant or a function."""
    tables = _inside(_definition(sources, place), ast.Dict)
    return {
        key.value for table in tables for key in table.keys if _is_string(key)
    }


def strings_at(sources: Iterable[Source], place: Place) -> Words:
    """Return the strings that stand in a constant."""
    parts = _inside(_definition(sources, place), ast.Constant)
    return {part.value for part in parts if _is_string(part)}


def _is_string(node: ast.AST | None) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def _inside(node: ast.AST | None, kind: type[ast.AST]) -> list[ast.AST]:
    return (
        [part for part in ast.walk(node) if isinstance(part, kind)]
        if node
        else []
    )


def _of(sources: Iterable[Source], package: str) -> Iterator[Source]:
    return (source for source in sources if source.package == package)


def _definition(sources: Iterable[Source], place: Place) -> ast.AST | None:
    """Return the definition of a dotted name in any module of its package, None without one."""
    for source in _of(sources, place.package):
        node = source.tree
        for name in place.name.split("."):
            node = _named(node, name)
        if node is not None:
            return node
    return None


def _named(scope: ast.AST | None, name: str) -> ast.AST | None:
    for node in getattr(scope, "body", ()):
        target = (
            getattr(node, "target", None)
            or (getattr(node, "targets", None) or [None])[0]
        )
        if name in {getattr(node, "name", None), getattr(target, "id", None)}:
            return node
    return None
