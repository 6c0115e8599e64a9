"""Keeping words and their offsets together when the text around them is edited."""

from __future__ import annotations

from collections.abc import Sequence

from django.db.models import F
from simple_history.utils import bulk_update_with_history

from articles.models import Article, Evidence, Mention, Photo
from articles.models.selector import Offsets, Selector
from records.diff import Run, runs

PLACE_FIELDS = ["start", "end", "prefix", "suffix", "check_again"]
# Beyond any text: rows wait here while others take their new places, since no two may share one
# even for a moment.
ASIDE = 100_000_000


def reanchor(
    article: Article,
    part: str,
    photo: Photo | None,
    old_text: str,
    new_text: str,
) -> list[Selector]:
    """Move the mentions and the evidence of one part with an edit.

    Return those whose words were edited away: they are kept as they were, marked to be checked
    again, and point at what stands in their place now. When the words come back, the mark goes.
    ``article`` (and ``photo`` for a caption) must carry ``new_text`` already.
    """
    edits = runs(old_text, new_text)
    lost: list[Selector] = []
    for model in (Mention, Evidence):
        rows = model.objects.filter(article=article, part=part, photo=photo)
        selectors = list(rows.order_by("start", "end"))
        for selector in selectors:
            selector.article = article
            selector.photo = photo
        rows.update(start=F("start") + ASIDE, end=F("end") + ASIDE)
        were_marked = {one for one in selectors if one.check_again}
        _place(selectors, edits, old_text, new_text)
        model.objects.bulk_update(selectors, PLACE_FIELDS)
        marked = {one for one in selectors if one.check_again}
        # Only what an editor has to look at, or need not any more, leaves a history row.
        turned = [one for one in selectors if one in marked ^ were_marked]
        bulk_update_with_history(turned, model, fields=[])
        lost += [one for one in turned if one.check_again]
    return lost


def moved(edits: Sequence[Run], start: int, end: int) -> Offsets | None:
    """Return where the characters ``start``–``end`` of the old text stand in the new one, None if
    any was edited.
    """
    for run in edits:
        if run.op == "equal" and run.old_start <= start and end <= run.old_end:
            return (
                start - run.old_start + run.new_start,
                end - run.old_start + run.new_start,
            )
    return None


def successor(edits: Sequence[Run], start: int, end: int) -> Offsets:
    """Return the place in the new text that took over from ``start``-``end``.

    It is empty when nothing did.
    """
    new_start = 0
    new_end = 0
    for run in edits:
        is_kept = run.op == "equal"
        if run.old_start <= start:
            new_start = run.new_start
            if is_kept:
                new_start += start - run.old_start
        if run.old_start < end:
            new_end = run.new_end
            if is_kept:
                new_end = run.new_start + end - run.old_start
    return new_start, max(new_start, new_end)


def _place(
    selectors: list[Selector], edits: list[Run], old_text: str, new_text: str
) -> None:
    """Give each selector its new place, and mark those that have to be checked again.

    Those whose words stood come first: what comes back takes no place of theirs."""
    taken: set[Offsets] = set()
    away = []
    for selector in selectors:
        place = _standing(selector, edits, old_text, new_text)
        if not _take(selector, place, taken):
            away.append(selector)
    still_away = []
    for selector in away:
        place = _returned(selector, edits, new_text)
        if not _take(selector, place, taken):
            still_away.append(selector)
    for selector in still_away:
        place = successor(edits, selector.start, selector.end)
        selector.start, selector.end = _free(place, taken)
        selector.check_again = True


def _take(
    selector: Selector, place: Offsets | None, taken: set[Offsets]
) -> bool:
    """Anchor the selector at a place that nobody has; tell whether there was one."""
    if place is None or place in taken:
        return False
    taken.add(place)
    selector.anchor(*place)
    selector.check_again = False
    return True


def _returned(
    selector: Selector, edits: list[Run], text: str
) -> Offsets | None:
    """Return where words that had been edited away stand again, None where that is in doubt.

    They stand between the words of their line that stood around them, in one place of the text
    only, or where they were when a person took them away.
    """
    if not selector.check_again:
        return None
    places = list(selector.places_in(text))
    if len(places) == 1:
        return places[0]
    return _at_an_end(
        text, selector.exact, successor(edits, selector.start, selector.end)
    )


def _at_an_end(text: str, words: str, place: Offsets) -> Offsets | None:
    """Return where the words stand if what is at this place begins or ends with them."""
    start, end = place
    if text[start:end].startswith(words):
        return start, start + len(words)
    if text[start:end].endswith(words):
        return end - len(words), end
    return None


def _standing(
    selector: Selector, edits: list[Run], old_text: str, new_text: str
) -> Offsets | None:
    """Return where the words stand now: where the edit left them, or where they were moved to."""
    if selector.check_again:
        return None
    place = moved(edits, selector.start, selector.end)
    if place is not None:
        return place
    words = selector.exact
    if old_text.count(words) != 1 or new_text.count(words) != 1:
        return None
    start = new_text.index(words)
    return start, start + len(words)


def _free(place: Offsets, taken: set[Offsets]) -> Offsets:
    """Return a place nobody has, of a character at least: words that vanished together would end up
    in the same one.
    """
    start = place[0]
    end = max(place[1], place[0] + 1)
    while (start, end) in taken:
        end += 1
    taken.add((start, end))
    return start, end
