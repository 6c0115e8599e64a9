"""One sentence about an event, from the outline of what is stated of it, or an editor's own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.utils.translation import gettext, pgettext

from events.clauses import (
    count_told,
    delegations_told,
    election_told,
    name_told,
    role_form,
    role_order,
    vote_told,
)
from events.common_roles import ELECTED
from events.models import PublicEvent
from events.role_signs import plain_role
from people.models import PublicPerson

MOST_ROLES = 4
MOST_VISITS = 3
SLOT = "%(people)s"
# 通过了大会议程; 审议通过甲决议; 选举产生主席团; 确定了日程; not 选举办法, not 甲决议
SAYS_DECIDED = re.compile(
    "通过|批准"
    "|(?:审议|审查|讨论|表决|研究|酝酿|听取|推选|选举|确定|决定)(?:并)?"
    "(?:表决)?(?:通过|批准|了|产生)"
)


@dataclass(frozen=True, slots=True)
class SentenceRun:
    """A run of a sentence: words of ours, words as printed, a count, or a person's name."""

    text: str
    is_printed: bool = False
    is_count: bool = False
    person: PublicPerson | None = None


SentenceRuns = Iterator[SentenceRun]
People = Mapping[int, PublicPerson]


def people_to_name(events: Iterable[PublicEvent]) -> set[int]:
    """Return the keys of the people whom the sentences about these events name."""
    keys = set()
    for event in events:
        outline = event.outline
        roles = outline.get("roles", ())
        for role in roles:
            keys |= {key for key, _name in role["people"]}
        for visit in outline.get("visits", ()):
            key, _name = visit["person"]
            keys.add(key)
    return keys


def sentence_of(
    event: PublicEvent, people: People, whole: PublicEvent | None = None
) -> list[SentenceRun]:
    """Return the sentence about an event; ``whole`` is the congress on whose page it stands, which
    its title need not name again.
    """
    maker = _Sentence(event, people, whole)
    pieces = maker.pieces()
    return list(pieces)


@dataclass(frozen=True, slots=True)
class _Sentence:
    event: PublicEvent
    people: People
    whole: PublicEvent | None

    def pieces(self) -> SentenceRuns:
        if "summary" in self.event.outline:
            yield SentenceRun(self.event.outline["summary"], is_printed=True)
            return
        yield SentenceRun(self._lead(), is_printed=True)
        after = pgettext("after a title", ": ")
        for clause in self._clauses():
            yield SentenceRun(after)
            yield from clause
            after = pgettext("between clauses", "; ")
        yield SentenceRun(pgettext("at the end of a sentence", "."))
        count = count_told(self.event)
        if count:
            yield SentenceRun(count, is_count=True)

    def _lead(self) -> str:
        """Return the title without the name of the congress before it."""
        title = self.event.title
        if self.whole is None:
            return title
        rest = title.removeprefix(self.whole.title)
        if not rest or rest == title:
            return title
        return f"大会{rest}"

    def _clauses(self) -> Iterator[list[SentenceRun]]:
        outline = self.event.outline
        visits = outline.get("visits", [])
        visiting = {visit["person"][0] for visit in visits}
        roles = sorted(outline.get("roles", []), key=role_order)
        told = [
            _without(role, visiting)
            for role in roles
            if not self._is_told(role)
        ]
        kept = [role for role in told if role["people"]][:MOST_ROLES]
        for _people, alike in groupby(kept, _people_of):
            yield list(self._roles(list(alike)))
        for visit in visits[:MOST_VISITS]:
            yield list(self._visit(visit))
        yield from self._business()

    def _is_told(self, role: dict[str, Any]) -> bool:
        """Tell whether a role is that of the elected, whom the clauses of the elections count."""
        if plain_role(role["role"]) != ELECTED:
            return False
        return "elections" in self.event.outline

    def _roles(self, roles: Sequence[dict[str, Any]]) -> SentenceRuns:
        """Yield the roles of the same people, these named once."""
        forms = [role_form(role) for role in roles]
        known = [str(form) for form in forms if form]
        if known:
            yield from self._names(roles[0])
            told = (form.removeprefix(SLOT) for form in known)
            between = pgettext("between what one did", ",")
            yield SentenceRun(between.join(told))
            return
        printed = "\u3001".join(role["role"] for role in roles)
        yield SentenceRun(printed, is_printed=True)
        yield SentenceRun(pgettext("after a role", ": "))
        yield from self._names(roles[0])

    def _names(self, role: dict[str, Any]) -> SentenceRuns:
        people = role["people"]
        count = role["count"]
        between = ""
        for key, name in people:
            yield SentenceRun(between)
            yield self._name(key, name)
            between = pgettext("between names", ", ")
        if count > len(people):
            yield SentenceRun(_and_others(count))

    def _name(self, key: int, name: str) -> SentenceRun:
        person = self.people.get(key)
        return SentenceRun(name_told(person, name), person=person)

    def _visit(self, visit: dict[str, Any]) -> SentenceRuns:
        form = gettext("%(people)s came to %(delegations)s")
        before, _slot, after = form.partition(SLOT)
        delegations = delegations_told(visit["numbers"])
        yield SentenceRun(before)
        yield self._name(*visit["person"])
        yield SentenceRun(after % {"delegations": delegations})

    def _business(self) -> Iterator[list[SentenceRun]]:
        outline = self.event.outline
        resolutions = outline.get("resolutions", {})
        decided = resolutions.get("texts", [])
        printed = outline.get("agenda", {})
        agenda = _not_decided(printed, decided)
        if agenda:
            yield [_points_told(agenda)]
        if decided:
            yield list(_decisions_told(resolutions))
        for election in outline.get("elections", ()):
            yield list(_election(election))
        for vote in outline.get("votes", ()):
            told = vote_told(vote)
            yield [SentenceRun(told)]


def _election(election: dict[str, Any]) -> SentenceRuns:
    """Yield that somebody was elected, the office as printed."""
    before, behind = election_told(election)
    yield SentenceRun(before)
    yield SentenceRun(election["office"], is_printed=True)
    yield SentenceRun(behind)


def _people_of(role: dict[str, Any]) -> list[list[Any]]:
    people: list[list[Any]] = role["people"]
    return people


def _without(role: dict[str, Any], told: set[int]) -> dict[str, Any]:
    """Return a role without the people told of elsewhere."""
    people = [one for one in role["people"] if one[0] not in told]
    gone = len(role["people"]) - len(people)
    return {**role, "people": people, "count": role["count"] - gone}


def _and_others(count: int) -> str:
    return gettext(" and others (%(count)d in all)") % {"count": count}


def _not_decided(
    agenda: dict[str, Any], decided: Sequence[str]
) -> dict[str, Any]:
    """Return the points of an agenda that name nothing of what was decided."""
    texts = [
        text
        for text in agenda.get("texts", ())
        if not any(each in text for each in decided)
    ]
    if not texts:
        return {}
    gone = len(agenda["texts"]) - len(texts)
    return {"texts": texts, "count": agenda["count"] - gone}


def _decisions_told(resolutions: dict[str, Any]) -> SentenceRuns:
    """Yield what was decided, with a word of ours before what does not say so itself."""
    first = resolutions["texts"][0]
    if not SAYS_DECIDED.match(first):
        yield SentenceRun(pgettext("before decisions", "decided: "))
    yield _points_told(resolutions)


def _points_told(points: dict[str, Any]) -> SentenceRun:
    texts = points["texts"]
    count = points["count"]
    text = "；".join(texts)
    is_cut = count > len(texts)
    if is_cut:
        text = f"{text}等{count}项"
    return SentenceRun(text, is_printed=True)
