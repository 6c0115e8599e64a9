"""Blocks follow the words typed into a text: what is parted becomes two, what is joined one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rapidfuzz.distance import Levenshtein

from articles.composing import GAP, shown_words
from articles.models import Block
from editorial.blocks.spans_of_words import SpannedWords, cut_spanned
from records.diff import runs

# A stretch of neighbours of which no line stands as it was: their indexes before and now.
ChangedLines = tuple[range, range]


@dataclass(slots=True)
class Retexted:
    """One text whose blocks are led to new words: the blocks before, in order, the words of each
    block now, and ``former`` ones that were taken out of the article.
    """

    blocks: Sequence[Block]
    lines: Sequence[str]
    kind: str
    former: Sequence[Block] = ()

    def carry_out(self) -> list[Block]:
        """Change the blocks, unsaved, and return those that stand now, in order; new ones have no
        place yet.
        """
        owners: dict[int, Block] = {}
        old = [shown_words(block) for block in self.blocks]
        for kept, now in _kept(old, self.lines):
            owners[now] = self.blocks[kept]
        for before, after in _stretches(old, self.lines):
            owners |= self._stretch(before, after)
        return [owners[number] for number in range(len(self.lines))]

    def _stretch(self, before: range, after: range) -> dict[int, Block]:
        """Lead the blocks of a stretch to its new lines; return the block of each line."""
        blocks = [self.blocks[number] for number in before]
        lines = [self.lines[number] for number in after]
        shares = _shares([block.text for block in blocks], lines)
        owned = _owners(shares, len(blocks), len(lines))
        printed = self._printed(blocks, shares)
        made = dict(enumerate(self._owner(owned, blocks, lines)))
        self._retire(blocks, owned, printed)
        for number, block in made.items():
            _put_line(block, lines[number])
            if number in printed:
                printed[number].between = SpannedWords.of(block).between
                printed[number].put_into(block)
        return {after[number]: block for number, block in made.items()}

    def _owner(
        self,
        owned: dict[int, int],
        blocks: Sequence[Block],
        lines: Sequence[str],
    ) -> Iterator[Block]:
        """Yield the block of each line: the one that it was, one that had its words, a new one."""
        for number, line in enumerate(lines):
            if number in owned:
                own = owned[number]
                yield blocks[own]
                continue
            revived = self._revived(line)
            yield revived or self._new(blocks)

    def _revived(self, line: str) -> Block | None:
        for block in self.former:
            if block.removed and shown_words(block) == line:
                block.removed = False
                return block
        return None

    def _new(self, blocks: Sequence[Block]) -> Block:
        """Return a new block, of the kind of those that it stands among."""
        new = Block(kind=self.kind)
        for block in blocks[:1]:
            if block.kind != Block.Kind.GAP:
                new.kind = block.kind
        return new

    def _printed(
        self, blocks: Sequence[Block], shares: _Shares
    ) -> dict[int, SpannedWords]:
        """Return what was printed of each new line, as far as its words came from blocks."""
        found: dict[int, SpannedWords] = {}
        for old, block in enumerate(blocks):
            into = shares.of_old(old)
            for new, printed in _pieces(block, into):
                known = found.get(new)
                if known is None:
                    found[new] = printed
                else:
                    known.add(printed)
        return found

    def _retire(
        self,
        blocks: Sequence[Block],
        owned: dict[int, int],
        printed: dict[int, SpannedWords],
    ) -> None:
        """Take out the blocks that have no line any more; what was printed of one whose words went
        into another line is that one's.
        """
        standing = set(owned.values())
        given = {tuple(span) for one in printed.values() for span in one.spans}
        for number, block in enumerate(blocks):
            if number in standing:
                continue
            block.removed = True
            if any(tuple(span) in given for span in block.spans):
                SpannedWords().put_into(block)


@dataclass(frozen=True, slots=True)
class _Shares:
    """How many characters of each old line stand in each new one, and where the first of them stood
    in the old line.
    """

    counts: dict[tuple[int, int], int]
    firsts: dict[tuple[int, int], int]

    def of_old(self, old: int) -> list[tuple[int, int]]:
        """Return the new lines that took words of an old one, in the order of its words, and where
        their words began in it.
        """
        found = [
            (first, new)
            for (one, new), first in self.firsts.items()
            if one == old
        ]
        return [(new, first) for first, new in sorted(found)]


def _kept(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield the indexes of the lines that stand as they were."""
    for code in Levenshtein.opcodes(old, new):
        if code.tag == "equal":
            before = range(code.src_start, code.src_end)
            now = range(code.dest_start, code.dest_end)
            yield from zip(before, now, strict=True)


def _stretches(
    old: Sequence[str], new: Sequence[str]
) -> Iterator[ChangedLines]:
    """Yield what lies between the lines that stand as they were."""
    was = 0
    now = 0
    ends = [*_kept(old, new), (len(old), len(new))]
    for kept, place in ends:
        if kept > was or place > now:
            yield range(was, kept), range(now, place)
        was = kept + 1
        now = place + 1


def _shares(old: Sequence[str], new: Sequence[str]) -> _Shares:
    counts: dict[tuple[int, int], int] = defaultdict(int)
    firsts: dict[tuple[int, int], int] = {}
    before = _line_at(old)
    after = _line_at(new)
    for run in runs("\n".join(old), "\n".join(new)):
        if not run.is_kept:
            continue
        for offset in range(run.old_start, run.old_end):
            line = before.get(offset)
            other = after.get(offset + run.shift)
            if line is None or other is None:
                continue
            pair = line[0], other[0]
            counts[pair] += 1
            firsts.setdefault(pair, line[1])
    return _Shares(dict(counts), firsts)


def _line_at(lines: Iterable[str]) -> dict[int, tuple[int, int]]:
    """Return, by the offset of a character in the joined lines, its line and its offset there."""
    found: dict[int, tuple[int, int]] = {}
    at = 0
    for number, line in enumerate(lines):
        for offset in range(len(line)):
            found[at + offset] = number, offset
        at += len(line) + 1
    return found


def _owners(shares: _Shares, old: int, new: int) -> dict[int, int]:
    """Return which old line each new one is: that which most of it comes from, each once; lines
    that nothing tells are paired in order.
    """
    owned: dict[int, int] = {}
    by_count = sorted(
        shares.counts.items(), key=lambda each: (-each[1], each[0])
    )
    for (line, other), _count in by_count:
        if other not in owned and line not in owned.values():
            owned[other] = line
    parted = {other for _line, other in shares.counts}
    joined = {line for line, _other in shares.counts}
    free = [line for line in range(old) if line not in joined]
    unknown = [other for other in range(new) if other not in parted]
    owned |= dict(zip(unknown, free, strict=False))
    return owned


def _pieces(
    block: Block, lines: Sequence[tuple[int, int]]
) -> Iterator[tuple[int, SpannedWords]]:
    """Yield what was printed of each line that took words of a block."""
    rest = block
    cut = 0
    for (line, _start), (_next, end) in pairwise(lines):
        before, after = cut_spanned(rest, end - cut)
        yield line, before
        rest = Block(kind=block.kind, text=block.text[end:])
        after.put_into(rest)
        cut = end
    if lines:
        yield lines[-1][0], SpannedWords.of(rest)


def _put_line(block: Block, line: str) -> None:
    """Let a block hold a line; the mark of a gap is no words."""
    if line == GAP:
        block.kind = Block.Kind.GAP
        block.text = ""
        return
    if block.kind == Block.Kind.GAP:
        block.kind = Block.Kind.PARAGRAPH
    block.text = line
