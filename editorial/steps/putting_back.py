"""Writing back what a step changed: records as they were, their words where they stand."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import User
from django.db.models import F

from articles.models import Article, Photo
from articles.models.selector import Part
from editorial.anchoring import ASIDE, settle
from editorial.blocks.carrying.returning_marks import return_marks
from editorial.blocks.following_words import without_empty_lines
from editorial.blocks.makeup import Makeup
from editorial.correcting import Origin, PartEdit, put_back
from editorial.models import Correction, StepRow
from editorial.steps.comparing import TextPlace
from editorial.steps.in_the_way import carried_back, changed_texts
from editorial.steps.places_before import places_before
from editorial.steps.stored_rows import StoredRows, as_stored
from editorial.steps.tracked import MARKS, PLACE, TEXTS, tracked
from records.bulk import delete

# Marks that are placed by their words; a finding keeps its offsets with it.
PLACED = frozenset({"mention", "evidence"})


@dataclass(frozen=True, slots=True)
class PuttingBack:
    """The rows of a step that is undone, who undoes it and why; if it laid blocks out, the make-up
    of their page before they are put back.
    """

    rows: list[StepRow]
    computed: list[StepRow]
    by: User
    reason: str
    makeup: Makeup | None = None

    def carry_out(self) -> None:
        """Delete again what the step made, put texts, then fields back, make again what it
        deleted.
        """
        self._delete_made()
        if self.makeup is None:
            self._put_texts_back()
        self._put_fields_back()
        self._make_deleted()
        if self.makeup is not None:
            self.makeup.load_again()
            self.makeup.settle(is_undo=True)
            return_marks(self._marks_before())

    def _marks_before(self) -> StoredRows:
        """Return what the step changed of marks, as it was before."""
        return {
            (row.kind, row.key): row.before or {}
            for row in self.computed
            if row.kind in MARKS and row.is_change
        }

    def _delete_made(self) -> None:
        # What points to others goes before them.
        for row in reversed(self.rows):
            if row.before is None:
                self._delete(row)

    def _delete(self, row: StepRow) -> None:
        found = tracked(row.kind).table.filter(pk=row.key)
        if row.kind == "photo":
            # What was corrected in its caption is kept.
            Correction.objects.filter(photo=row.key).update(photo=None)
        delete(found)

    def _put_texts_back(self) -> None:
        for article, edits in self._edits().items():
            now = {text: edit.new for text, edit in edits.items()}
            places = places_before([*self.rows, *self.computed], now)
            origin = Origin(self.by, self.reason, places=places)
            put_back(article, list(edits.values()), origin)

    def _edits(self) -> dict[Article, dict[TextPlace, PartEdit]]:
        """Return the texts to put back, by the article they are of."""
        edits: dict[Article, dict[TextPlace, PartEdit]] = {}
        articles: dict[int, Article] = {}
        for text, row in changed_texts(self.rows):
            record: Any = tracked(row.kind).table.get(pk=row.key)
            edit = _edit(record, text[1], row)
            key = edit.photo.article_id if edit.photo else row.key
            if key not in articles:
                articles[key] = Article.every.locked(key)
            edits.setdefault(articles[key], {})[text] = edit
        return edits

    def _put_fields_back(self) -> None:
        changed = [row for row in self.rows if row.is_change]
        _move_aside(changed)
        for row in changed:
            names = sorted((row.before or {}).keys() - self._carried(row))
            if names:
                self._write(row, names)

    def _carried(self, row: StepRow) -> frozenset[str]:
        """Return the texts of a record that are put back by themselves."""
        if row.kind == "block":
            return frozenset()
        return TEXTS.get(row.kind, frozenset())

    def _write(self, row: StepRow, names: list[str]) -> None:
        of_kind = tracked(row.kind)
        record = of_kind.table.get(pk=row.key)
        for name in names:
            value = (row.before or {})[name]
            if (row.kind, name) == ("block", "text"):
                value = carried_back(row, name, record.text)
            setattr(record, name, as_stored(of_kind.model, name, value))
        if row.kind in PLACED and PLACE & set(names):
            settle(record)
            names = sorted(PLACE | set(names))
        record.save(update_fields=names)

    def _make_deleted(self) -> None:
        for row in self.rows:
            if row.after is None:
                self._make(row)

    def _make(self, row: StepRow) -> None:
        model = tracked(row.kind).model
        before = row.before or {}
        values = {
            name: as_stored(model, name, value)
            for name, value in before.items()
        }
        record = model(**values)
        if row.kind in PLACED:
            settle(record)  # type: ignore[arg-type]
        # As it was: dates that are set when a record is made stay those of the one deleted.
        record.save_base(raw=True, force_insert=True)


def _edit(record: Article | Photo, name: str, row: StepRow) -> PartEdit:
    """Return the edit that puts a text of a record back."""
    photo = record if isinstance(record, Photo) else None
    stands = getattr(record, name)
    was = without_empty_lines(name, carried_back(row, name, stands))
    return PartEdit(Part.CAPTION if photo else name, photo, stands, was)


def _move_aside(changed: Iterable[StepRow]) -> None:
    """Let the marks that change place, and what an article goes on with, wait where they are in no
    other's way.
    """
    for row in changed:
        if "continuation_id" in row.fields:
            Article.every.filter(pk=row.key).update(continuation=None)
        if row.kind in PLACED and row.fields & PLACE:
            found = tracked(row.kind).table.filter(pk=row.key)
            found.update(start=F("start") + ASIDE, end=F("end") + ASIDE)
