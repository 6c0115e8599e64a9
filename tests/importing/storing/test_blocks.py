"""A page's blocks: each printed character in one of them, and the texts what they make up."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

import reader
from articles.composing import caption_of, delivered_words, texts_of_blocks
from articles.models import Page, Photo
from importing.storing.blocks import ReadBlocks
from reader import PageContext
from tests.importing.delivered import FRONT, deliver

pytestmark = pytest.mark.django_db


def printed(page: Page) -> list[tuple[int, int]]:
    """Return the runs that the blocks of a page hold, in printed order."""
    return sorted(
        span for block in page.blocks.all() for span in block.delivered()
    )


def test_every_character_is_in_one_block_and_no_blank_is_asked_for():
    page = deliver(FRONT).page
    runs = printed(page)
    for (_start, end), (start, _end) in pairwise(runs):
        assert end <= start
    held = "".join(page.text[start:end] for start, end in runs)
    assert "".join(held.split()) == "".join(page.text.split())


def test_blocks_make_up_what_is_read_and_hold_what_is_printed():
    page = deliver(FRONT).page
    assert page.articles.count() == 2
    for article in page.articles.all():
        texts = texts_of_blocks(article.blocks.in_order())
        assert texts == {name: getattr(article, name) for name in texts}
    for block in page.blocks.standing():
        assert delivered_words(block, page.text) == block.text == block.read
        assert block.kind == block.read_kind


def test_a_caption_and_its_credit_are_of_their_photo():
    page = deliver(FRONT).page
    photo = Photo.objects.get(article__page=page)
    kinds = photo.blocks.values_list("kind", flat=True)
    assert set(kinds) == {"caption", "credit"}
    assert caption_of(photo.blocks.all()) == photo.caption


def test_what_was_read_twice_is_left_out_and_kept():
    name = "chujiang-2008-08-14-6"
    text = Path(f"tests/pages/{name}.txt").read_text(encoding="utf-8")
    read = reader.read_page(text, PageContext())
    found = ReadBlocks(Page(pk=1, text=text), read)
    assert {block.kind for block in found.furniture} == {"furniture"}
    every = [block for blocks in found.of_article for block in blocks]
    assert [one.text for one in every if one.removed] == ["裙，别处"]
    for article, blocks in zip(read.articles, found.of_article, strict=True):
        body = "\n".join(paragraph.text for paragraph in article.paragraphs)
        assert texts_of_blocks(blocks)["body"] == body
