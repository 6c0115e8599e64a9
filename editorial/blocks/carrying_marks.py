"""Names, evidence and findings go with the words of the blocks that they stand in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db.models import F
from simple_history.utils import bulk_update_with_history

from articles.models import Article, Block, Evidence, Mention, Photo
from articles.models.selector import Part, TextRange
from editorial.anchoring import ASIDE, mark_key
from editorial.blocks.arrangement import (
    Arrangement,
    BlockOffset,
    Carrying,
    TextOfPage,
)
from editorial.models import Finding

Mark = Mention | Evidence | Finding
MARKING = (Mention, Evidence)
WHERE = ["article", "part", "photo", "start", "end"]
KEPT_WORDS = [*WHERE, "prefix", "suffix", "check_again"]
# The first and the last character of a mark, in blocks.
Ends = tuple[BlockOffset, BlockOffset]
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
    turned: list[Any] = field(default_factory=list)
    taken: Taken = field(default_factory=lambda: defaultdict(set))

    def load(self) -> None:
        """Fetch all that is marked in the articles."""
        of_articles = {"article__in": list(self.articles)}
        for model in (*MARKING, Finding):
            self.marks += model._default_manager.filter(**of_articles)

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
        way = _Way(old, new, Carrying(old, new), held)
        touched = [mark for mark in self.marks if self._is_touched(mark, way)]
        standing = [mark for mark in touched if not is_lost(mark)]
        lost = [mark for mark in touched if is_lost(mark)]
        loose = [mark for mark in standing if not self._stand(mark, way)]
        for mark in [*loose, *lost]:
            if not self._stand_again(mark, way):
                self._let_go(mark, way, blocks)
        self._save()

    def _kept_by(self, blocks: Iterable[Block]) -> dict[tuple[str, int], Ends]:
        """Return which marks without words blocks keep, and where in them."""
        lost = {mark_key(mark) for mark in self.marks if is_lost(mark)}
        held = _held(blocks)
        return {key: ends for key, ends in held.items() if key in lost}

    def _is_touched(self, mark: Any, way: _Way) -> bool:
        text = text_of_mark(mark)
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
        article = self.articles[mark.article_id]
        return article.joined_to_id is not None

    def _stand(self, mark: Any, way: _Way) -> bool:
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

    def _stand_again(self, mark: Any, way: _Way) -> bool:
        """Let a mark stand whose words had been lost and are back."""
        if mark_key(mark) in way.held:
            return self._stand(mark, way)
        if isinstance(mark, Finding) or not mark.check_again:
            return False
        text = text_of_mark(mark)
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
            was_lost = mark.check_again
            mark.anchor(*place)
            mark.check_again = False
            self._note(mark, was_lost)
        self.changed.append(mark)
        return True

    def _let_go(
        self, mark: Any, way: _Way, blocks: Mapping[int, Block]
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
            was_lost = mark.check_again
            mark.check_again = True
            place = way.place(ends_before)
            if place is not None and place[0] == home:
                _text, mark.start, mark.end = place
            self._put_aside(mark, home)
            self._note(mark, was_lost)
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
        text = text_of_mark(mark)
        stays = text[0] == article and mark.part != Part.CAPTION
        return text if stays else (article, Part.BODY.value, 0)

    def _hold(
        self,
        mark: Any,
        ends: Ends | None,
        way: _Way,
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
        article, part, photo = text
        mark.article = self.articles[article]
        mark.part = part
        mark.photo = self.photos.get(photo)

    def _note(self, mark: Any, was_lost: bool) -> None:
        if mark.check_again != was_lost:
            self.turned.append(mark)

    def _save(self) -> None:
        for model in MARKING:
            own = _of(model, self.changed)
            rows = model._default_manager.filter(pk__in=[one.pk for one in own])
            rows.update(start=F("start") + ASIDE, end=F("end") + ASIDE)
            model._default_manager.bulk_update(own, KEPT_WORDS)
            turned = _of(model, self.turned)
            bulk_update_with_history(turned, model, fields=[])
        Finding.objects.bulk_update(_of(Finding, self.changed), WHERE)


def _is_beside(finding: Finding, block: Block) -> bool:
    """Tell whether a finding begins or ends within the printed words of a block."""
    ends = (finding.page_start, finding.page_end)
    return any(
        start <= end < last for start, last in block.delivered() for end in ends
    )


def is_lost(mark: Any) -> bool:
    """Tell whether the words of a mark stand nowhere."""
    if isinstance(mark, Finding):
        return mark.start is None
    return bool(mark.check_again)


def is_point(mark: Any) -> bool:
    """Tell whether a mark stands between two characters."""
    return mark.start is not None and mark.start == mark.end


def _of(model: type[Any], marks: Iterable[Any]) -> list[Any]:
    return [mark for mark in marks if isinstance(mark, model)]


@dataclass(frozen=True, slots=True)
class _Way:
    """From where to where marks are carried; ``held`` are those that blocks kept."""

    old: Arrangement
    new: Arrangement
    carrying: Carrying
    held: Mapping[tuple[str, int], Ends]

    def ends(self, mark: Any) -> Ends | None:
        """Return the first and the last character of a mark in the blocks as they were."""
        kept = self.held.get(mark_key(mark))
        if kept is not None or mark.start is None:
            return kept
        text = text_of_mark(mark)
        start = mark.start
        end = mark.end - 1
        if is_point(mark):
            start = end = self._beside(mark)
        first = self.old.block_at(text, start)
        last = self.old.block_at(text, end)
        if first is None or last is None:
            return None
        return first, last

    def _beside(self, mark: Any) -> int:
        """Return the character behind a point between two, or the last one before it."""
        behind = self.old.block_at(text_of_mark(mark), mark.start)
        return mark.start if behind else mark.start - 1

    def point(self, mark: Any, place: tuple[TextOfPage, int, int]) -> TextRange:
        """Return where a point stands now beside the character at a place."""
        _text, start, end = place
        at = start if self._beside(mark) == mark.start else end
        return at, at

    def carried(self, mark: Any) -> Ends | None:
        """Return the first and the last character of a mark in the blocks as they are now."""
        ends = self.ends(mark)
        if ends is None:
            return None
        first, last = map(self.carrying.carried, ends)
        if first is None or last is None:
            return None
        return first, last

    def place(self, ends: Ends | None) -> tuple[TextOfPage, int, int] | None:
        """Return where characters of the blocks as they were stand in one text now."""
        if ends is None:
            return None
        places = [self._in_text(end) for end in ends]
        first, last = places
        if first is None or last is None or first[0] != last[0]:
            return None
        return first[0], first[1], last[1] + 1

    def _in_text(self, place: BlockOffset) -> tuple[TextOfPage, int] | None:
        now = self.carrying.carried(place)
        return self.new.in_text(now) if now else None

    def words_before(self, mark: Any, ends: Ends | None) -> str:
        """Return the words that a mark stood at."""
        if mark_key(mark) in self.held or ends is None:
            return mark.exact
        text = self.old.texts[text_of_mark(mark)]
        if is_point(mark):
            beside = self._beside(mark)
            return text[beside : beside + 1]
        return text[mark.start : mark.end]


def _held(blocks: Iterable[Block]) -> dict[tuple[str, int], Ends]:
    """Return what blocks keep, and let them keep nothing: what finds no place is kept anew."""
    found: dict[tuple[str, int], Ends] = {}
    for block in blocks:
        for kind, key, start, end in block.held:
            found[kind, key] = (block.pk, start), (block.pk, end - 1)
        block.held = []
    return found


def text_of_mark(mark: Any) -> TextOfPage:
    """Return which text a mark points into."""
    return mark.article_id, mark.part, mark.photo_id or 0
