"""What must hold of a page whose blocks are laid out, and all that such acts may change."""

from __future__ import annotations

from articles.composing import (
    caption_of,
    read_texts_of_blocks,
    texts_of_blocks,
)
from articles.models import Article, Block, Evidence, Mention, Page
from editorial.steps.stored_rows import StoredRows, stored_rows
from editorial.steps.tracked import tracked
from tests.editorial.steps.whole import whole


def whole_with_blocks() -> StoredRows:
    """Return every record whose changes are steps, blocks too, but for what marks they keep."""
    keys = tracked("block").table.values_list("pk", flat=True)
    blocks = stored_rows([("block", key) for key in keys])
    for values in blocks.values():
        del values["held"]
    return whole() | blocks


def blocks_make_up_the_texts() -> None:
    """Check that the texts of all articles are what their blocks make up."""
    for article in Article.every.all():
        own = list(article.blocks.in_order())
        texts = texts_of_blocks(own)
        assert texts == {name: getattr(article, name) for name in texts}
        for photo in article.photos.all():
            assert caption_of(photo.blocks.in_order()) == photo.caption


def blocks_make_up_what_was_read() -> None:
    """Check the same of the texts as read; who parts a paragraph by typing leaves them."""
    for article in Article.every.all():
        read = read_texts_of_blocks(article.blocks.in_order())
        assert read == {name: getattr(article, f"read_{name}") for name in read}


def marks_show_their_words() -> None:
    """Check that no mark shows words that are not its own, and none is of no text."""
    for model in (Mention, Evidence):
        for mark in model.objects.standing():
            assert mark.text[mark.start : mark.end] == mark.exact
        joined = model.objects.exclude(article__joined_to=None)
        assert not joined.exists()


def every_character_is_in_one_block(page: Page) -> None:
    spans = sorted(
        span for block in page.blocks.all() for span in block.delivered()
    )
    held = "".join(page.text[start:end] for start, end in spans)
    assert "".join(held.split()) == "".join(page.text.split())


def block_saying(words: str) -> Block:
    """Return the one block that holds these words and was not taken out."""
    return Block.objects.standing().get(text__contains=words)
