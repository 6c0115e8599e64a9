"""What can be done with one block, as its menu on the workbench offers it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from articles.models import Article, Block
from editorial.blocks.laying_out import digest_of_block
from editorial.blocks.verbs_of_blocks import GIVEN_KINDS

VerbLabel = str | Promise
# Behind these a new sentence begins.
SENTENCE_ENDS = re.compile(r"[\u3002\uff01\uff1f\uff1b][\u201d\u2019\uff09]?")
MOST_SHOWN = 12
# The verbs that are one button, in the order of the menu.
WITH_WORDS: tuple[tuple[str, VerbLabel], ...] = (
    ("join", gettext_lazy("Join to the block above")),
    ("up", gettext_lazy("Move up")),
    ("down", gettext_lazy("Move down")),
    ("begin", gettext_lazy("An article begins here")),
    ("fold", gettext_lazy("Join the article to the one above")),
    ("gap", gettext_lazy("Words are missing behind this")),
    ("drop", gettext_lazy("Printed twice, leave out")),
    ("aside", gettext_lazy("It is page furniture")),
)
OF_A_GAP: tuple[tuple[str, VerbLabel], ...] = (
    ("drop", gettext_lazy("Nothing is missing here")),
    ("up", gettext_lazy("Move up")),
    ("down", gettext_lazy("Move down")),
)
LEFT_OUT: tuple[tuple[str, VerbLabel], ...] = (
    ("restore", gettext_lazy("Put back")),
)


@dataclass(frozen=True, slots=True)
class VerbsMenu:
    """The menu of a block: buttons, and what can be chosen with the verbs that need it."""

    block: Block
    articles: Sequence[Article]

    @property
    def seen(self) -> str:
        return digest_of_block(self.block)

    @property
    def buttons(self) -> tuple[tuple[str, VerbLabel], ...]:
        if is_left_out(self.block):
            return LEFT_OUT
        if self.block.kind == Block.Kind.GAP:
            return OF_A_GAP
        return WITH_WORDS

    @property
    def has_words(self) -> bool:
        """Tell whether it can be of another kind or article, or be parted."""
        block = self.block
        if is_left_out(block):
            return False
        return block.kind != Block.Kind.GAP

    @property
    def kinds(self) -> Iterator[tuple[str, VerbLabel]]:
        """Yield the kinds that the words may be of."""
        given = self.block.kind
        for kind in GIVEN_KINDS:
            if kind != given:
                yield str(kind), kind.label

    @property
    def others(self) -> list[Article]:
        """The articles of the page that the block is not of."""
        own = self.block.article_id
        found = list(self.articles)
        return [article for article in found if article.pk != own]

    @property
    def sentences(self) -> list[tuple[int, str]]:
        """Where sentences begin within the block, and how; none where it is one sentence."""
        found = _later_sentences(self.block.text)
        return list(found)


def _later_sentences(text: str) -> Iterator[tuple[int, str]]:
    """Yield where the second sentence of a text begins and those behind it, and how."""
    for end in SENTENCE_ENDS.finditer(text):
        start = end.end()
        shown_to = start + MOST_SHOWN
        beginning = text[start:shown_to]
        if beginning.strip():
            yield start, beginning


def is_left_out(block: Block) -> bool:
    if block.removed:
        return True
    return block.kind == Block.Kind.FURNITURE


def menu_of(
    key: int, blocks: Sequence[Block], articles: Sequence[Article]
) -> VerbsMenu | None:
    """Return the menu of the block of this key; None for none of the page."""
    for block in blocks:
        if block.pk == key:
            return VerbsMenu(block, articles)
    return None
