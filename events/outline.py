"""What a sentence about a public event is made of: a short extract of what is stated of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from events.models import Candidacy, Statement
from records.grouping import grouped

# So many people of a role are named; the rest is counted.
NAMED_PEOPLE = 3
# So many points of an agenda, decisions, elections, votes, visits.
NAMED_POINTS = 3
NAMED_VISITS = 40
# What a congress did in numbers: whom it elected to what, and what it resolved.
DECIDING = (Statement.ELECTION, Statement.RESOLUTION, Statement.TENURE)
# What an outline is made of, beside the fields of the event.
OUTLINED = (
    Statement.PARTICIPATION,
    Statement.VISIT,
    Statement.AGENDA,
    Statement.RESOLUTION,
    Statement.ELECTION,
    Statement.CANDIDACY,
    Statement.VOTE,
    Statement.SUMMARY,
)
Outline = dict[str, Any]


def outline_of(stated: Iterable[Statement]) -> Outline:
    """Return what is outlined of one event, from what is stated of it, the newest first; what
    nothing states is left out.
    """
    by_field = grouped((each.field, each) for each in stated)
    participations = by_field.get(Statement.PARTICIPATION, [])
    visits = by_field.get(Statement.VISIT, [])
    outline = {
        "summary": _summary(by_field.get(Statement.SUMMARY, [])),
        "people": len({each.object for each in (*participations, *visits)}),
        "roles": _roles(participations),
        "visits": _visits(participations, visits),
        "agenda": _points(by_field.get(Statement.AGENDA, [])),
        "resolutions": _points(by_field.get(Statement.RESOLUTION, [])),
        "elections": _elections(by_field),
        "votes": _values(by_field.get(Statement.VOTE, []))[:NAMED_POINTS],
    }
    return {name: value for name, value in outline.items() if value}


def _summary(stated: Sequence[Statement]) -> str:
    if not stated:
        return ""
    text: str = stated[0].value["text"]
    return text


def _roles(participations: Iterable[Statement]) -> list[dict[str, Any]]:
    """Return the roles in printed order, each with its first people and how many there are."""
    roles: dict[str, dict[int | None, str]] = {}
    in_order = sorted(participations, key=_printed_place)
    for each in in_order:
        value = each.value
        people = roles.setdefault(value["role"], {})
        people.setdefault(each.object, value["name"])
    return [
        {
            "role": role,
            "people": [list(one) for one in people.items()][:NAMED_PEOPLE],
            "count": len(people),
        }
        for role, people in roles.items()
    ]


def _printed_place(statement: Statement) -> tuple[int, int, str]:
    value = statement.value
    return value["position"], value["rank"] or 0, statement.place


def _visits(
    participations: Iterable[Statement], visits: Iterable[Statement]
) -> list[dict[str, Any]]:
    """Return who went to which delegations, each person once."""
    numbers: dict[int | None, list[int]] = {}
    names: dict[int | None, str] = {}
    for each in participations:
        for number in each.value["delegations"]:
            numbers.setdefault(each.object, []).append(number)
            names.setdefault(each.object, each.value["name"])
    for each in sorted(visits, key=_visited_place):
        numbers.setdefault(each.object, []).append(each.value["number"])
        names.setdefault(each.object, each.value["name"])
    return [
        {"person": [key, names[key]], "numbers": list(dict.fromkeys(to))}
        for key, to in numbers.items()
    ][:NAMED_VISITS]


def _visited_place(statement: Statement) -> tuple[int, str]:
    return statement.value["rank"] or 0, statement.place


def _points(stated: Iterable[Statement]) -> dict[str, Any]:
    """Return the first points of a printed list, and how many there are."""
    points = {each.value["rank"]: each.value["text"] for each in stated}
    if not points:
        return {}
    first = [points[rank] for rank in sorted(points)][:NAMED_POINTS]
    return {"texts": first, "count": len(points)}


def _elections(
    by_field: dict[str, list[Statement]],
) -> list[dict[str, Any]]:
    """Return the offices of the elections, with the seats printed and the number elected."""
    elected = Counter(
        (office, outcome)
        for office, outcome, _ in {
            (each.value["office"], each.value["outcome"], each.object)
            for each in by_field.get(Statement.CANDIDACY, [])
        }
    )
    offices: dict[str, dict[str, Any]] = {}
    for each in by_field.get(Statement.ELECTION, []):
        office = each.value["office"]
        offices.setdefault(
            office,
            {
                "office": office,
                "seats": each.value["seats"],
                "elected": elected[office, Candidacy.Outcome.ELECTED],
                "alternates": elected[office, Candidacy.Outcome.ALTERNATE],
            },
        )
    return list(offices.values())


def _values(stated: Iterable[Statement]) -> list[dict[str, Any]]:
    values: list[dict[str, Any]] = []
    for each in stated:
        value = each.value
        if value not in values:
            values.append(value)
    return values
