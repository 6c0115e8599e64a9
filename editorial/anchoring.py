"""Keeping words and their offsets together when the text around them is edited."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any

from django.db.models import F, Model, QuerySet

from articles.models import Article, Evidence, Mention, Photo
from articles.models.selector import Selector, TextRange
from records.diff import Run, runs

PLACE_FIELDS = ["start", "end", "prefix", "suffix", "check_again"]
# Where marks stood before a step that is undone, by the name of their model and their key.
Places = Mapping[tuple[str, int], Mapping[str, Any]]
NOWHERE: Places = MappingProxyType({})
# Beyond any text: rows wait here while others take their new places, since no two may share one
# even for a moment.
ASIDE = 100_000_000


def reanchor(
    article: Article,
    part: str,
    photo: Photo | None,
    old_text: str,
    new_text: str,
    places: Places = NOWHERE,
) -> list[Selector]:
    """Move the mentions and the evidence of one part with an edit.

    Return those whose words were edited away: they are kept as they were, marked to be checked
    again, and point at what stands in their place now. When the words come back, the mark goes.
    Those of which ``places`` says where they stood go back there. ``article`` (and ``photo`` for a
    caption) must carry ``new_text`` already.
    """
    edit = Edit(old_text, new_text)
    lost: list[Selector] = []
    for model in (Mention, Evidence):
        rows = model.objects.filter(article=article, part=part, photo=photo)
        selectors = _selectors(rows, article, photo)
        were_marked = {one for one in selectors if one.check_again}
        _place(selectors, edit, places)
        _save(rows, selectors)
        marked = {one for one in selectors if one.check_again}
        lost += [one for one in selectors if one in marked - were_marked]
    return lost


def _selectors(
    rows: QuerySet, article: Article, photo: Photo | None
) -> list[Selector]:
    """Return the selectors of one part in order, pointing at the very records at hand."""
    selectors: list[Selector] = list(rows.order_by("start", "end"))
    for selector in selectors:
        selector.article = article
        selector.photo = photo
    return selectors


def _save(rows: QuerySet, selectors: list[Selector]) -> None:
    """Write the new places of selectors, which are these rows."""
    rows.update(start=F("start") + ASIDE, end=F("end") + ASIDE)
    fields = [*PLACE_FIELDS, "exact"]
    rows.model._default_manager.bulk_update(selectors, fields)


class Edit:
    """A change of one text: what it was, what it is, and which characters stayed."""

    def __init__(self, old: str, new: str) -> None:
        self.old = old
        self.new = new
        self.runs = runs(old, new)

    def found_again(self, words: str) -> TextRange | None:
        """Return where words stand now that stood, and stand, at one place alone."""
        if not self._stand_once(words):
            return None
        start = self.new.index(words)
        end = start + len(words)
        return start, end

    def successor_text(self, start: int, end: int) -> str:
        """Return the words that took over from characters of the old text."""
        first, last = successor(self.runs, start, end)
        return self.new[first:last]

    def _stand_once(self, words: str) -> bool:
        return self.old.count(words) == 1 == self.new.count(words)


def moved(edits: Sequence[Run], start: int, end: int) -> TextRange | None:
    """Return where the characters ``start``–``end`` of the old text stand in the new one, None if
    any was edited.
    """
    for run in edits:
        if run.is_kept and run.holds_old(start, end):
            return start + run.shift, end + run.shift
    return None


def successor(edits: Sequence[Run], start: int, end: int) -> TextRange:
    """Return the place in the new text that took over from ``start``-``end``.

    It is empty when nothing did.
    """
    new_start = 0
    new_end = 0
    for run in edits:
        if run.old_start <= start:
            new_start = _beginning_in(run, start)
        if run.old_start < end:
            new_end = _end_in(run, end)
    return new_start, max(new_start, new_end)


def _beginning_in(run: Run, start: int) -> int:
    """Return what the offset ``start``, behind which this run begins, has become."""
    if run.is_kept:
        return start + run.shift
    return run.new_start


def _end_in(run: Run, end: int) -> int:
    """Return what the offset ``end``, before which this run begins, has become."""
    if run.is_kept:
        return end + run.shift
    return run.new_end


def _place(selectors: list[Selector], edit: Edit, places: Places) -> None:
    """Give each selector its new place, and mark those that have to be checked again.

    Those whose place is known come first, then those whose words stood: what comes back takes no
    place of theirs."""
    taken: set[TextRange] = set()
    unknown = [
        selector
        for selector in selectors
        if not _put_back(selector, edit, places, taken)
    ]
    away = [
        selector
        for selector in unknown
        if not _take(selector, _standing(selector, edit), taken)
    ]
    still_away = [
        selector
        for selector in away
        if not _take(selector, _returned(selector, edit), taken)
    ]
    for selector in still_away:
        _place_again(selector, edit, taken)


def _put_back(
    selector: Selector, edit: Edit, places: Places, taken: set[TextRange]
) -> bool:
    """Let a selector stand where it stood, if that is known and its words are there; tell whether
    it does.
    """
    stood = places.get(mark_key(selector))
    if stood is None:
        return False
    place = (stood["start"], stood["end"])
    if not stood["check_again"]:
        start, end = place
        stands = edit.new[start:end] == stood["exact"]
        return stands and _take(selector, place, taken)
    if place in taken:
        return False
    taken.add(place)
    for name in PLACE_FIELDS:
        setattr(selector, name, stood[name])
    return True


def mark_key(mark: Model) -> tuple[str, int]:
    """Return what ``Places`` calls a mark."""
    return str(mark._meta.model_name), mark.pk


def _take(
    selector: Selector, place: TextRange | None, taken: set[TextRange]
) -> bool:
    """Anchor the selector at a place that nobody has; tell whether there was one."""
    if place is None or place in taken:
        return False
    taken.add(place)
    selector.anchor(*place)
    selector.check_again = False
    return True


def _returned(selector: Selector, edit: Edit) -> TextRange | None:
    """Return where words that had been edited away stand again, None where that is in doubt.

    They stand between the words of their line that stood around them, in one place of the text
    only, or where they were when a person took them away.
    """
    if not selector.check_again:
        return None
    places = list(selector.places_in(edit.new))
    if len(places) == 1:
        return places[0]
    place = successor(edit.runs, selector.start, selector.end)
    return _at_an_end(edit.new, selector.exact, place)


def _at_an_end(text: str, words: str, place: TextRange) -> TextRange | None:
    """Return where the words stand if what is at this place begins or ends with them."""
    start, end = place
    if text[start:end].startswith(words):
        return start, start + len(words)
    if text[start:end].endswith(words):
        return end - len(words), end
    return None


def _place_again(selector: Selector, edit: Edit, taken: set[TextRange]) -> None:
    """Let a selector whose words were edited away point at what stands in their place."""
    place = successor(edit.runs, selector.start, selector.end)
    selector.start, selector.end = _free(place, taken)
    selector.check_again = True


def _standing(selector: Selector, edit: Edit) -> TextRange | None:
    """Return where the words stand now: where the edit left them, or where they were moved to."""
    if selector.check_again:
        return None
    place = moved(edit.runs, selector.start, selector.end)
    if place is not None:
        return place
    return edit.found_again(selector.exact)


def _free(place: TextRange, taken: set[TextRange]) -> TextRange:
    """Return a place nobody has, of a character at least: words that vanished together would end up
    in the same one.
    """
    start, end = place
    end = max(end, start + 1)
    while (start, end) in taken:
        end += 1
    taken.add((start, end))
    return start, end


def settle(selector: Selector) -> None:
    """Let a selector that was put back point at its words in the text as it stands, where they are
    found at one place; mark it to be checked again where they are not. Unsaved.
    """
    text = selector.text
    same_part = (
        type(selector)
        ._default_manager.filter(
            article=selector.article, part=selector.part, photo=selector.photo
        )
        .exclude(pk=selector.pk)
    )
    taken = set(same_part.values_list("start", "end"))
    if selector.check_again:
        selector.start, selector.end = _free(
            (selector.start, selector.end), taken
        )
        return
    place = _place_of_words(selector, text)
    if not _take(selector, place, taken):
        selector.start, selector.end = _free(
            place or (selector.start, selector.end), taken
        )
        selector.check_again = True


def _place_of_words(selector: Selector, text: str) -> TextRange | None:
    """Return where the words of a selector stand: at its place, between the words around them, or
    at one place alone.
    """
    if text[selector.start : selector.end] == selector.exact:
        return selector.start, selector.end
    places = list(selector.places_in(text))
    if len(places) == 1:
        return places[0]
    if text.count(selector.exact) != 1:
        return None
    start = text.index(selector.exact)
    return start, start + len(selector.exact)
