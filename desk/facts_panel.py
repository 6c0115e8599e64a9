"""The facts that an article states, for the reviewer who signs them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from articles.models.selector import Part
from desk.review_sheet.fact_values import value_words
from events.models import Event, EventField, Statement
from events.models.statement import CREDIT, About
from people.models import Person

LONGEST_WORDS = 60
LABELS: dict[str, str | Promise] = {
    Statement.TOLD: _("it happened"),
    Statement.PARENT: _("part of"),
    Statement.ATTENDANCE: _("attendance"),
    Statement.PARTICIPATION: _("participation"),
    Statement.DELEGATION: _("delegation"),
    Statement.AGENDA: _("agenda item"),
    Statement.VOTE: _("vote"),
    Statement.MEMBERSHIP: _("membership"),
    Statement.BODY: _("body that met"),
    Statement.SHORT_TITLE: _("short title"),
    Statement.SPAN: _("span of the congress"),
    Statement.RESOLUTION: _("decision of a meeting"),
    Statement.VISIT: _("visit to a delegation"),
    Statement.ELECTION: _("election"),
    Statement.CANDIDACY: _("candidacy"),
    Statement.TENURE: _("begin or end of a post"),
    Statement.SUMMARY: _("sentence of the chronicle"),
    Statement.PHOTOGRAPHER: _("photographer"),
    **dict(EventField.choices),
}


@dataclass(frozen=True, slots=True)
class StatedFact:
    """One fact: what kind it is of, what is stated, and the words that do."""

    label: str | Promise
    value: str
    words: str


@dataclass(slots=True)
class StatedRecord:
    """An event or a person, and the facts stated of it."""

    name: str
    facts: list[StatedFact] = field(default_factory=list)


def stated_records(content: dict[str, Any]) -> list[StatedRecord]:
    """Return the facts of a content by the record they are about, in its order."""
    names = _Names(content["facts"])
    texts = _texts(content)
    found: dict[tuple[str, int], StatedRecord] = {}
    for fact in content["facts"]:
        key = (fact["about"], fact["subject"])
        record = found.setdefault(key, StatedRecord(names.of(*key)))
        text = texts[fact["part"], fact["photo"]]
        words = text[fact["start"] : fact["end"]][:LONGEST_WORDS]
        label = LABELS.get(fact["field"], fact["field"])
        record.facts.append(StatedFact(label, names.value(fact), words))
    return list(found.values())


def _texts(content: dict[str, Any]) -> dict[tuple[str, int | None], str]:
    """Return the texts that words stand in, by part and by the key of the photo they belong to."""
    texts: dict[tuple[str, int | None], str] = {
        (part, None): content[part] for part in Part.values if part in content
    }
    for photo in content["photos"]:
        key = photo["photo"]
        texts[Part.CAPTION, key] = photo["caption"]
        texts[CREDIT, key] = photo["creators"]
    return texts


class _Names:
    """The names of the records that facts are about or name."""

    def __init__(self, facts: Iterable[dict[str, Any]]) -> None:
        facts = list(facts)
        events = [fact for fact in facts if fact["about"] == About.EVENT]
        keys = {fact["subject"] for fact in events}
        keys |= {
            fact["object"]
            for fact in events
            if fact["field"] == Statement.PARENT
        }
        people = {
            fact["subject"] for fact in facts if fact["about"] == About.PERSON
        }
        self.events = Event.objects.in_bulk(keys)
        self.people = Person.objects.in_bulk(people)

    def of(self, about: str, key: int) -> str:
        records: Any = self.events if about == About.EVENT else self.people
        return str(records.get(key, key))

    def value(self, fact: dict[str, Any]) -> str:
        """Return what is stated, in a line."""
        if fact["field"] == Statement.PARENT:
            return self.of(About.EVENT, fact["object"])
        return value_words(fact)
