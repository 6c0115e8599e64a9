"""Where words stood before a step that is undone, in the texts as they are put back."""

from __future__ import annotations

from collections.abc import Mapping

from editorial.anchoring import moved
from editorial.models import StepRow
from editorial.steps.comparing import TextPlace, text_of_mark
from editorial.steps.in_the_way import changed_texts, standing_rows
from editorial.steps.stored_rows import RowKey, StoredRows, Values, stored_rows
from editorial.steps.tracked import MARKS, PLACE
from records.diff import runs

# What says which words a mark is of.
WHERE = PLACE | {"exact"}


def places_before(
    rows: list[StepRow], now: Mapping[TextPlace, str]
) -> StoredRows:
    """Return where the marks and findings that a step moved stood before it, as
    ``anchoring.Places`` has it; ``rows`` are those of the step, computed ones too, ``now`` the
    texts as they are put back.

    A mark that somebody has led to other words since is left out; where edits since have moved
    it counts for nothing."""
    before = {
        key: (row.before or {})[key[1]] for key, row in changed_texts(rows)
    }
    marks = [row for row in rows if row.kind in MARKS and row.is_change]
    stored = stored_rows([_key(row) for row in marks])
    led_elsewhere = _led_elsewhere(marks)
    places: StoredRows = {}
    for row in marks:
        mark = stored.get(_key(row))
        text = text_of_mark(mark) if mark else None
        if mark is None or text not in now or text not in before:
            continue
        if _key(row) in led_elsewhere:
            continue
        place = _place(row, mark, before[text], now[text])
        if place is not None:
            places[_key(row)] = place
    return places


def _key(row: StepRow) -> RowKey:
    return row.kind, row.key


def _led_elsewhere(marks: list[StepRow]) -> set[RowKey]:
    """Return the marks for which somebody has chosen other words by a later step that stands."""
    if not marks:
        return set()
    later = standing_rows(marks[0].step, marks)
    return {
        key
        for key, rows in later.items()
        if any(not row.is_change or row.fields & WHERE for row in rows)
    }


def _place(row: StepRow, mark: Values, before: str, now: str) -> Values | None:
    """Return where a mark stood, None if that is not known."""
    was: Values = row.before or {}
    left: Values = row.after or {}
    if "exact" in left and mark["exact"] != left["exact"]:
        return None
    names = WHERE & mark.keys()
    stood = {name: was.get(name, mark[name]) for name in names}
    if before == now or stood["start"] is None:
        return stood
    return _carried(stood, before, now)


def _carried(stood: Values, before: str, now: str) -> Values | None:
    """Return where a mark stands in a text that others have changed elsewhere since."""
    if stood.get("check_again"):
        return None
    place = moved(runs(before, now), stood["start"], stood["end"])
    if place is None:
        return None
    start, end = place
    return stood | {"start": start, "end": end}
