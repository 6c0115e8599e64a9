"""At the workbench a byline is shown once: as printed, or on record where the print differs."""

from __future__ import annotations

import pytest

from articles.models import Block, Byline
from tests.builders import make_article, make_block, make_page, make_user

pytestmark = pytest.mark.django_db
PRINTED = "本报记者 林 晚"


@pytest.fixture
def article():
    page = make_page(text=PRINTED)
    return make_article(page=page, headline="春耕")


@pytest.fixture
def shown(client, article):
    client.force_login(make_user(username="root", superuser=True))

    def bylines() -> list[str]:
        html = client.get(f"/admin/desk/page/{article.page_id}/")
        blocks = html.content.decode().split('<div class="block ')[1:]
        return [block for block in blocks if block.startswith("k-by")]

    return bylines


def signed_by(article, name):
    Byline.objects.create(article=article, name=name, role="reporter")


def print_byline(article):
    return make_block(
        page=article.page,
        article=article,
        kind=Block.Kind.BYLINE,
        span=(0, len(PRINTED)),
    )


def test_the_printed_byline_is_enough(article, shown):
    signed_by(article, "林晚")
    print_byline(article)
    [block] = shown()
    assert PRINTED in block


def test_a_byline_that_nobody_printed_is_shown(article, shown):
    signed_by(article, "林晚")
    [block] = shown()
    assert "林晚" in block


def test_who_was_put_right_is_shown_beside_the_print(article, shown):
    signed_by(article, "林晓")
    print_byline(article)
    on_record, printed = shown()
    assert "林晓" in on_record
    assert PRINTED in printed


def test_what_was_left_out_says_nothing(article, shown):
    signed_by(article, "林晚")
    block = print_byline(article)
    block.removed = True
    block.save()
    assert "林晚" in shown()[0]
