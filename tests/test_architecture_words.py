"""A vocabulary that stands in two packages is the same in both."""

from __future__ import annotations

import dataclasses

import pytest

from articles.models.selector import Part
from events.models import Event
from records.partial_dates import PartialDate
from tests.architecture import habits
from tests.architecture.source import Source, code, hold
from tests.architecture.vocabularies import (
    ENUMS,
    Vocabulary,
    disagreements,
    members_of,
    severities_elsewhere,
    vocabularies,
)

NAMES = [vocabulary.name for vocabulary in vocabularies(code())]


def vocabulary_of(name: str, sources) -> Vocabulary:
    """Return one vocabulary as these sources have it."""
    (vocabulary,) = (one for one in vocabularies(sources) if one.name == name)
    return vocabulary


def disagreeing(name: str, sources) -> list[str]:
    """Return what is said against one vocabulary, read from these sources."""
    return [
        str(complaint)
        for complaint in disagreements(vocabulary_of(name, sources))
    ]


@pytest.mark.parametrize("name", NAMES)
def test_its_places_agree(name):
    hold(disagreements(vocabulary_of(name, code())))


def with_line(package: str, head: str, line: str) -> list[Source]:
    """Return the house with a line more behind the first of a package that begins so."""
    changed = []
    count = 0
    for source in code():
        before, found, after = source.text.partition(head + "\n")
        if source.package == package and found:
            indent = " " * (len(before) - len(before.rstrip(" ")) + 4)
            text = f"{before}{found}{indent}{line}\n{after}"
            source = dataclasses.replace(source, text=text)
            count += 1
        changed.append(source)
    assert count == 1, head
    return changed


CHOICE = 'NEW = "new_word", _("new word")'


@pytest.mark.parametrize(
    ("name", "package", "head", "line"),
    [
        ("event kinds", "events", "class Kind(models.TextChoices):", CHOICE),
        (
            "parts of the day",
            "events",
            "class PartOfDay(models.TextChoices):",
            CHOICE,
        ),
        (
            "severities",
            "editorial",
            "class Severity(models.IntegerChoices):",
            'new_word = 9, _("new")',
        ),
        (
            "roles of a byline",
            "articles",
            "class Role(models.TextChoices):",
            CHOICE,
        ),
        (
            "roles of a byline",
            "reader",
            "class Role(StrEnum):",
            'NEW = "new_word"',
        ),
        (
            "block kinds",
            "reader",
            "class BlockKind(StrEnum):",
            'NEW = "new_word"',
        ),
        (
            "block kinds",
            "articles",
            "class Kind(models.TextChoices):",
            CHOICE,
        ),
        (
            "counts of a load",
            "desk",
            "COUNT_LABELS = {",
            '"new_word": _("new"),',
        ),
        ("rules", "editorial", "class Rule(models.TextChoices):", CHOICE),
        (
            "texts of an article",
            "articles",
            "class Part(models.TextChoices):",
            CHOICE,
        ),
        (
            "steps of a review",
            "editorial",
            "class Step(models.TextChoices):",
            CHOICE,
        ),
    ],
)
def test_a_word_on_one_side_alone_is_named(name, package, head, line):
    before = disagreeing(name, code())
    after = disagreeing(name, with_line(package, head, line))
    assert [
        words for words in after if words not in before and "new_word" in words
    ]


EVENTS = """
class Occurrence:
    class Kind(models.TextChoices):
        VISIT = "visit", _("visit")
        PARADE = "parade", _("parade")
"""
READER = """
class EventKind(StrEnum):
    VISIT = "visit"
    FAIR = "fair"
"""


def test_each_side_is_told_what_the_other_has():
    sources = [
        Source("events/models.py", EVENTS),
        Source("reader/results.py", READER),
    ]
    assert disagreeing("event kinds", sources) == [
        "event kinds: PARADE = 'parade' stands in events: Occurrence.Kind, "
        "not in reader: EventKind",
        "event kinds: FAIR = 'fair' stands in reader: EventKind, not in events: Occurrence.Kind",
    ]


def test_one_value_under_two_names_is_seen():
    renamed = READER.replace('FAIR = "fair"', 'MARCH = "parade"')
    sources = [
        Source("events/models.py", EVENTS),
        Source("reader/results.py", renamed),
    ]
    assert len(disagreeing("event kinds", sources)) == 2


def test_a_vocabulary_that_is_not_found_is_seen():
    told = disagreeing("event kinds", [Source("events/models.py", EVENTS)])
    assert told == ["event kinds: reader: EventKind is not found"]


RULES = (
    'class Rule(models.TextChoices):\n    WEEKDAY = "weekday", _("weekday")\n'
)


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("reader/layout.py", 'ReadFinding("new_rule", 2, 0, 1, "")'),
        (
            "reader/results.py",
            'class LayoutRule(StrEnum):\n    NEW = "new_rule"',
        ),
        (
            "reader/findings.py",
            "RULES = {f.__name__: f for f in (dates.weekday, dates.new_rule)}",
        ),
        ("importing/load.py", "load.doubt(Rule.new_rule, span)"),
    ],
)
def test_a_rule_that_editors_do_not_know_is_seen(path, text):
    sources = [Source("editorial/models.py", RULES), Source(path, text)]
    told = disagreeing("rules", sources)
    assert (
        "rules: new_rule stands in reader and importing, not in editorial: Rule"
        in told
    )


def test_a_rule_that_nothing_raises_is_seen():
    loading = Source("importing/load.py", "load.doubt(Rule.MOJIBAKE, span)")
    told = disagreeing("rules", [Source("editorial/models.py", RULES), loading])
    assert (
        "rules: weekday stands in editorial: Rule, not in reader and importing"
        in told
    )


def test_severities_stand_in_one_place():
    hold(severities_elsewhere(code()))


@pytest.mark.parametrize("text", ["NOTICE = 3", "SEVERE, NOTICE = 1, 3"])
def test_a_severity_that_stands_twice_is_seen(text):
    severities = "class Severity:\n    NOTICE = 3, _('notice')"
    sources = [
        Source("editorial/models.py", severities),
        Source("importing/load.py", text),
    ]
    assert [c.words for c in severities_elsewhere(sources)] == [
        "NOTICE stands twice"
    ]


# What follows from a vocabulary elsewhere


def test_a_correction_is_asked_for_each_part_of_an_article():
    assert set(Part.values) == habits.TEXT_FIELDS


def test_a_partial_date_is_as_precise_as_an_event():
    dates = ("2021-09-27", "2021-09", "2021", "2021-09-27/2021-09-29")
    assert {PartialDate.parse(text).precision for text in dates} == set(
        Event.Precision.values
    )


def test_members_are_read_as_python_has_them():
    for _, place in ENUMS.values():
        assert members_of(code(), place)
    assert set(members_of(code(), ENUMS["event kinds"][1]).values()) == set(
        Event.Kind.values
    )
