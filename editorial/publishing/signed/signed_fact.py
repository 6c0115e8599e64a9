"""A fact as a publication keeps it."""

from __future__ import annotations

from typing import Any

from articles.models import Evidence
from events.models.statement import About

# What it is about (``event`` or ``person``) and the key of that record (``subject``), the field,
# the key of a second record it names (``object``, or None), the value, and where the words stand
# that state it: ``part``, ``photo``, ``start``, ``end``, and ``mark``, the key of the evidence.
SignedFact = dict[str, Any]
# The evidence of an article whose words stand, by key, in the order of the text.
StandingWords = dict[int, Evidence]


def fact(
    record: tuple[str, int],
    field: str,
    value: dict[str, Any],
    words: Any,
    other: int | None = None,
) -> SignedFact:
    """Return one fact about a record (its kind and key), with its words, evidence or a name of a
    credit, and the key of the other record it names.
    """
    about, subject = record
    stated = {
        "about": about,
        "subject": subject,
        "field": field,
        "object": other,
        "value": value,
    }
    return stated | place_in_text(words)


def fact_of_event(
    event: int,
    field: str,
    value: dict[str, Any],
    words: Evidence,
    other: int | None = None,
) -> SignedFact:
    """Return one fact about the event of this key, as ``fact`` does."""
    return fact((About.EVENT.value, event), field, value, words, other)


def fact_of_row(
    row: Any,
    field: str,
    value: dict[str, Any],
    words: StandingWords,
    other: int | None = None,
) -> SignedFact:
    """Return what a row states of its event, in the words among these that it stands with."""
    evidence = words[row.evidence_id]
    return fact_of_event(row.event_id, field, value, evidence, other)


def place_in_text(words: Any) -> dict[str, Any]:
    """Return where a mention or evidence stands."""
    return {
        "mark": words.pk,
        "part": words.part,
        "photo": words.photo_id,
        "start": words.start,
        "end": words.end,
    }
