"""What an act changed: rows of a step, from records as they were before and after it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from articles.models.selector import Part
from editorial.models import StepRow
from editorial.models.step import former_value
from editorial.steps.stored_rows import RowKey, StoredRows, Values
from editorial.steps.tracked import (
    FOLLOWING,
    FROM_BLOCKS,
    MARKS,
    PLACE,
    TEXTS,
    tracked,
    tracked_kinds,
)

# A text of an article, by the key of what holds it and the field.
TextPlace = tuple[RowKey, str]


def rows_of_a_step(
    before: Mapping[RowKey, Values | None],
    after: StoredRows,
    *,
    by_blocks: bool = False,
) -> list[StepRow]:
    """Return a row for each record that differs, those that are pointed to first; of one that
    stands, what follows by itself has a row of its own. ``by_blocks``: the step laid blocks out,
    and texts follow from them; else blocks follow from texts, and have none.
    """
    led = Led(_texts_changed(before, after), by_blocks)
    order = {kind: place for place, kind in enumerate(tracked_kinds())}
    keys = sorted(
        (key for key in before.keys() | after.keys() if led.has_rows(key[0])),
        key=lambda key: (order[key[0]], key[1]),
    )
    found: list[StepRow] = []
    for key in keys:
        found += _rows(key, before.get(key), after.get(key), led)
    return found


def _texts_changed(
    before: Mapping[RowKey, Values | None], after: StoredRows
) -> set[TextPlace]:
    """Return the texts that are others now."""
    changed: set[TextPlace] = set()
    for key, was in before.items():
        now = after.get(key)
        if was is None or now is None:
            continue
        texts = TEXTS.get(key[0], ())
        changed |= {(key, name) for name in texts if was[name] != now[name]}
    return changed


def _rows(
    key: RowKey,
    was: Values | None,
    now: Values | None,
    led: Led,
) -> Iterator[StepRow]:
    if was is None or now is None:
        if was != now:
            yield _row(key, was, now)
        return
    unwritten = tracked(key[0]).unwritten
    differ = {
        name for name in was if was[name] != now[name] and name not in unwritten
    }
    computed = differ & led.following(key[0], was, differ)
    for names, is_computed in ((differ - computed, False), (computed, True)):
        if names:
            yield _row(key, _part(was, names), _part(now, names), is_computed)


def _row(
    key: RowKey,
    was: Values | None,
    now: Values | None,
    computed: bool = False,
) -> StepRow:
    kind, number = key
    return StepRow(
        kind=kind,
        key=number,
        before=was,
        after=now,
        computed=computed,
        former=_former(kind, was),
    )


def _former(kind: str, was: Values | None) -> str:
    """Return what the record held in the column by which its kind is sought, "" where that did not
    change.
    """
    if was is None:
        return ""
    column = tracked(kind).sought
    value = was.get(column)
    return former_value(value)


def _part(values: Values, names: set[str]) -> Values:
    """Return the values of these columns, in the order of the record's."""
    return {name: value for name, value in values.items() if name in names}


@dataclass(frozen=True, slots=True)
class Led:
    """What follows from what: ``texts`` are the texts changed; ``by_blocks`` tells whether they
    follow from blocks, or blocks from them.
    """

    texts: set[TextPlace]
    by_blocks: bool

    def has_rows(self, kind: str) -> bool:
        """Tell whether the records of a kind have rows of their own."""
        return kind != "block" or self.by_blocks

    def following(
        self, kind: str, was: Values, differ: set[str]
    ) -> frozenset[str]:
        """Return the columns of a record whose change follows from others; the place of words that
        a person has chosen anew does not.
        """
        if kind == "finding" and was["start"] is None and "start" not in differ:
            return frozenset()
        if self.by_blocks and kind in FROM_BLOCKS:
            return FROM_BLOCKS[kind]
        if kind not in MARKS:
            return FOLLOWING.get(kind, frozenset())
        if _is_chosen(differ) or text_of_mark(was) not in self.texts:
            return frozenset()
        return PLACE if kind == "finding" else PLACE | {"exact"}


def _is_chosen(differ: set[str]) -> bool:
    """Tell whether a mark points at other words; at its own place they are the same words in other
    characters.
    """
    if differ & {"part", "photo_id"}:
        return True
    is_moved = bool(differ & {"start", "end"})
    return is_moved and "exact" in differ


def text_of_mark(mark: Values) -> TextPlace:
    """Return which text a mark points into."""
    if mark["part"] == Part.CAPTION:
        return ("photo", mark["photo_id"]), "caption"
    return ("article", mark["article_id"]), mark["part"]
