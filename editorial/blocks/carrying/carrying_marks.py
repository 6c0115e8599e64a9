"""Names, evidence and findings go with the words of the blocks that they stand in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db.models import F

from articles.models import Article, Block, Evidence, Mention, Photo
from articles.models.selector import Part, TextRange
from editorial.anchoring import ASIDE, mark_key
from editorial.blocks.arrangement import Arrangement, Carrying, TextOfPage
from editorial.blocks.carrying.marked_ends import (
    Ends,
    WayOfMarks,
    is_lost,
    is_point,
    text_marked,
)
from editorial.models import Finding

MARKING = (Mention, Evidence)
WHERE = ["article", "part", "photo", "start", "end"]
KEPT_WORDS = [*WHERE, "prefix", "suffix", "check_again"]
Taken = dict[tuple[type[Any], TextOfPage], set[TextRange]]


@dataclass(slots=True)
class CarriedMarks:
    """The marks of articles while their blocks are laid out anew; ``articles`` and ``photos`` are
    those that carry the new texts.
    """

    articles: Mapping[int, Article]
    photos: Mapping[int, Photo]
    marks: list[Any] = field(default_factory=list)
    changed: list[Any] = field(default_factory=list)
    taken: Taken = field(default_factory=lambda: defaultdict(set))

    def load(self) -> None:
        """Fetch all that is marked in the articles."""
        of_articles = {"article__in": list(self.articles)}
        for model in (*MARKING, Finding):
            marks = model._default_manager.filter(**of_articles)
            self.marks += marks.order_by("pk")

    def lead_unplaced(self, moved: Iterable[tuple[Block, int]]) -> None:
        """Let findings of no words go with the printed words beside which they stand; each block
        that moved comes with the key of its article before.
        """
        unplaced = [
            mark
            for mark in self.marks
            if isinstance(mark, Finding) and mark.start is None
        ]
        for block, was in moved:
            for mark in unplaced:
                if mark.article_id == was and _is_beside(mark, block):
                    mark.article_id = block.article_id
                    self.changed.append(mark)

    def carry(
        self, old: Arrangement, new: Arrangement, blocks: Mapping[int, Block]
    ) -> None:
        """Give each mark its place in the new texts and store it. What stands in no text any more
        is kept with its block; what is torn apart has to be checked again.
        """
        held = self._kept_by(blocks.values())
        way = WayOfMarks(old, new, Carrying(old, new), held)
        touched = [mark for mark in self.marks if self._is_touched(mark, way)]
        standing = [mark for mark in touched if not is_lost(mark)]
        lost = [mark for mark in touched if is_lost(mark)]
        loose = [mark for mark in standing if not self._stand(mark, way)]
        for mark in [*loose, *lost]:
            if not self._stand_again(mark, way):
                self._let_go(mark, way, blocks)
        for block in blocks.values():
            # What is kept is the same in whatever order it was let go.
            block.held.sort()
        self._save()

    def _kept_by(self, blocks: Iterable[Block]) -> dict[tuple[str, int], Ends]:
        """Return which marks without words blocks keep, and where in them."""
        lost = {mark_key(mark) for mark in self.marks if is_lost(mark)}
        held = _held(blocks)
        for key in held.keys() - lost:
            del held[key]
        return held

    def _is_touched(self, mark: Any, way: WayOfMarks) -> bool:
        text = text_marked(mark)
        if mark_key(mark) in way.held:
            return True
        is_same = way.old.texts.get(text) == way.new.texts.get(text)
        if is_same and not self._is_joined(mark):
            place = (mark.start, mark.end)
            self.taken[type(mark), text].add(place)
            return False
        return True

    def _is_joined(self, mark: Any) -> bool:
        """Tell whether a mark is of an article that has no words any more."""
        key = mark.article_id
        article = self.articles[key]
        joined = article.joined_to_id
        return joined is not None

    def _stand(self, mark: Any, way: WayOfMarks) -> bool:
        """Let a mark stand where its words have gone; tell whether they stand as they were."""
        ends = way.ends(mark)
        place = way.place(ends)
        if place is None:
            return False
        text, start, end = place
        if way.new.texts[text][start:end] != way.words_before(mark, ends):
            return False
        if is_point(mark):
            start, end = way.point(mark, place)
        return self._take(mark, text, (start, end))

    def _stand_again(self, mark: Any, way: WayOfMarks) -> bool:
        """Let a mark stand whose words had been lost and are back."""
        if mark_key(mark) in way.held:
            return self._stand(mark, way)
        if isinstance(mark, Finding) or not mark.check_again:
            return False
        text = text_marked(mark)
        found = list(mark.places_in(way.new.texts.get(text, "")))
        return len(found) == 1 and self._take(mark, text, found[0])

    def _take(self, mark: Any, text: TextOfPage, place: TextRange) -> bool:
        """Anchor a mark at a place of a text, if no other is there."""
        taken = self.taken[type(mark), text]
        if place in taken:
            return False
        taken.add(place)
        self._move_to(mark, text)
        if isinstance(mark, Finding):
            mark.start, mark.end = place
        else:
            mark.anchor(*place)
            mark.check_again = False
        self.changed.append(mark)
        return True

    def _let_go(
        self, mark: Any, way: WayOfMarks, blocks: Mapping[int, Block]
    ) -> None:
        """Keep a mark without words: with its block, if that has them still."""
        ends_before = way.ends(mark)
        ends = way.carried(mark)
        home = self._home(mark, ends, blocks)
        self._hold(mark, ends, way, blocks)
        self._move_to(mark, home)
        if isinstance(mark, Finding):
            mark.start = None
            mark.end = None
        else:
            mark.check_again = True
            place = way.place(ends_before)
            if place is not None and place[0] == home:
                _text, mark.start, mark.end = place
            self._put_aside(mark, home)
        self.changed.append(mark)

    def _home(
        self, mark: Any, ends: Ends | None, blocks: Mapping[int, Block]
    ) -> TextOfPage:
        """Return the text in which a mark without words waits: that of the article that has its
        block, or had it.
        """
        article = mark.article_id
        if ends is not None:
            block = blocks[ends[0][0]]
            article = block.article_id or article
        joined = self.articles[article].joined_to_id
        article = joined or article
        text = text_marked(mark)
        stays = text[0] == article and mark.part != Part.CAPTION
        return text if stays else (article, Part.BODY.value, 0)

    def _hold(
        self,
        mark: Any,
        ends: Ends | None,
        way: WayOfMarks,
        blocks: Mapping[int, Block],
    ) -> None:
        """Let the block that has the words of a mark, and shows them in no text, keep it."""
        if ends is None:
            return
        (key, start), (last, end) = ends
        if key != last or key in way.new.starts:
            return
        kind, number = mark_key(mark)
        blocks[key].held.append([kind, number, start, end + 1])

    def _put_aside(self, mark: Any, text: TextOfPage) -> None:
        """Give a mark that has to be checked again a place that no other has."""
        taken = self.taken[type(mark), text]
        end = max(mark.end, mark.start + 1)
        while (mark.start, end) in taken:
            end += 1
        mark.end = end
        taken.add((mark.start, end))

    def _move_to(self, mark: Any, text: TextOfPage) -> None:
        key, part, number = text
        article = self.articles[key]
        mark.article = article
        mark.part = part
        mark.photo = self.photos.get(number)

    def _save(self) -> None:
        for model in MARKING:
            own = _of(model, self.changed)
            rows = model._default_manager.filter(pk__in=[one.pk for one in own])
            rows.update(start=F("start") + ASIDE, end=F("end") + ASIDE)
            model._default_manager.bulk_update(own, KEPT_WORDS)
        Finding.objects.bulk_update(_of(Finding, self.changed), WHERE)


def _is_beside(finding: Finding, block: Block) -> bool:
    """Tell whether a finding begins or ends within the printed words of a block."""
    if _holds(block, finding.page_start):
        return True
    return _holds(block, finding.page_end)


def _holds(block: Block, offset: int) -> bool:
    return any(start <= offset < end for start, end in block.delivered())


def _of(model: type[Any], marks: Iterable[Any]) -> list[Any]:
    return [mark for mark in marks if isinstance(mark, model)]


def _held(blocks: Iterable[Block]) -> dict[tuple[str, int], Ends]:
    """Return what blocks keep, and let them keep nothing: what finds no place is kept anew."""
    found: dict[tuple[str, int], Ends] = {}
    for block in blocks:
        for kind, key, start, end in block.held:
            found[kind, key] = (block.pk, start), (block.pk, end - 1)
        block.held = []
    return found
