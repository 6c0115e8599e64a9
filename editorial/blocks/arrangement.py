"""Where the words of blocks stand in the texts that they make up, and where each character goes
when blocks are laid out anew.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from articles.composing import BETWEEN, shown_words
from articles.models import Block
from articles.models.selector import Part
from records.diff import Run, runs

# Article, part, and of a caption the photo, else 0.
TextOfPage = tuple[int, str, int]
# A block's key and an offset in its words.
BlockOffset = tuple[int, int]


@dataclass(slots=True)
class Arrangement:
    """The words of blocks, by their keys, and the texts they make up; ``starts`` says in which text
    and where in it the words of a block begin, as far as they stand in one.
    """

    words: dict[int, str] = field(default_factory=dict)
    removed: set[int] = field(default_factory=set)
    texts: dict[TextOfPage, str] = field(default_factory=dict)
    starts: dict[int, tuple[TextOfPage, int]] = field(default_factory=dict)

    @classmethod
    def of(cls, blocks: Iterable[Block]) -> Arrangement:
        """Return how blocks stand that are in the order of their articles."""
        found = cls()
        for block in blocks:
            found._add(block)
        return found

    def _add(self, block: Block) -> None:
        key = block.pk
        words = shown_words(block)
        self.words[key] = words
        if block.removed:
            self.removed.add(key)
        is_shown = block.part and block.article_id
        if words and is_shown:
            self._put(block, words)

    def _put(self, block: Block, words: str) -> None:
        text = text_of_block(block)
        before = self.texts.get(text, "")
        if before:
            part = Part(block.part)
            before += BETWEEN[part]
        start = len(before)
        self.starts[block.pk] = text, start
        self.texts[text] = before + words

    def block_at(self, text: TextOfPage, offset: int) -> BlockOffset | None:
        """Return the block whose words hold a character of a text; None for what stands between."""
        for key, (within, start) in self.starts.items():
            if within != text:
                continue
            place = offset - start
            if 0 <= place < len(self.words[key]):
                return key, place
        return None

    def in_text(self, place: BlockOffset) -> tuple[TextOfPage, int] | None:
        """Return where a character of a block stands in a text; None where in none."""
        key, offset = place
        if key not in self.starts:
            return None
        text, start = self.starts[key]
        at = start + offset
        return text, at


def text_of_block(block: Block) -> TextOfPage:
    """Return which text a block is a piece of."""
    article = block.article_id or 0
    part = block.part
    photo = 0
    if part == Part.CAPTION:
        photo = block.photo_id or 0
    return article, part, photo


@dataclass(frozen=True, slots=True)
class _Words:
    """Words that left a block, or came into one: its key, and where in it they begin."""

    block: int
    start: int
    text: str

    @property
    def end(self) -> int:
        return self.start + len(self.text)


@dataclass(slots=True)
class Carrying:
    """The way of each character from one arrangement of blocks to the next."""

    old: Arrangement
    new: Arrangement
    _kept: dict[int, list[Run]] = field(default_factory=dict)
    _ways: list[tuple[_Words, _Words]] = field(default_factory=list)

    def __post_init__(self) -> None:
        came = list(self._came())
        for words in self._left():
            text = words.text.strip()
            into = _first_holding(came, text)
            if into is None:
                continue
            way = (words, into)
            self._ways.append(way)

    def carried(self, place: BlockOffset) -> BlockOffset | None:
        """Return where a character of a block has gone; None where nothing tells."""
        key, offset = place
        for words, into in self._ways:
            if words.block == key and words.start <= offset < words.end:
                return _in_words(words, into, offset)
        if key not in self.new.words:
            return None
        if self.new.words[key] == self.old.words[key]:
            return place
        for run in self._runs(key):
            if run.is_kept and run.holds_old(offset, offset + 1):
                return key, offset + run.shift
        return None

    def _left(self) -> Iterator[_Words]:
        """Yield the words that a block had and has no more."""
        for key, words in self.old.words.items():
            if key not in self.new.words or self._is_taken_out(key):
                yield _Words(key, 0, words)
            elif self.new.words[key] != words:
                for run in self._runs(key):
                    if run.old and not run.is_kept:
                        yield _Words(key, run.old_start, run.old)

    def _came(self) -> Iterator[_Words]:
        """Yield the words that a block has and had not."""
        for key, words in self.new.words.items():
            if key not in self.old.words or self._is_put_back(key):
                yield _Words(key, 0, words)
            elif self.old.words[key] != words:
                for run in self._runs(key):
                    if run.new and not run.is_kept:
                        yield _Words(key, run.new_start, run.new)

    def _is_taken_out(self, key: int) -> bool:
        if key in self.old.removed:
            return False
        return key in self.new.removed

    def _is_put_back(self, key: int) -> bool:
        if key in self.new.removed:
            return False
        return key in self.old.removed

    def _runs(self, key: int) -> list[Run]:
        known = self._kept.get(key)
        if known is not None:
            return known
        old = self.old.words[key]
        new = self.new.words[key]
        found = runs(old, new)
        self._kept[key] = found
        return found


def _first_holding(came: list[_Words], text: str) -> _Words | None:
    if not text:
        return None
    for words in came:
        if text in words.text:
            return words
    return None


def _in_words(words: _Words, into: _Words, offset: int) -> BlockOffset | None:
    """Return where a character of words that went into others stands there."""
    blanks = len(words.text) - len(words.text.lstrip())
    place = offset - words.start - blanks
    text = words.text.strip()
    if not 0 <= place < len(text):
        return None
    return into.block, into.start + into.text.index(text) + place
