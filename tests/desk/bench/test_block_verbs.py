"""Laying a page out on the workbench: each block has a menu, and each verb posts alone."""

from __future__ import annotations

import re

import pytest
from django.contrib.auth.models import Group, Permission

from articles.composing import GAP
from articles.models import Article
from tests.builders import make_user
from tests.editorial.blocks.laid_out import block_saying
from tests.importing.delivered import FRONT, deliver

pytestmark = pytest.mark.django_db


@pytest.fixture
def page():
    return deliver(FRONT).page


@pytest.fixture
def editor(client):
    user = make_user(username="an-editor", is_staff=True)
    user.groups.add(Group.objects.get(name="Editors"))
    client.force_login(user)
    return client


def bench(page) -> str:
    return f"/admin/desk/page/{page.pk}/"


def opened(editor, page, block) -> str:
    """Return the workbench with the menu of a block open."""
    return editor.get(f"{bench(page)}?verbs={block.pk}").content.decode()


def seen(html: str) -> str:
    menu = html.partition('class="verbs-form"')[2].partition("Escape")[0]
    (found,) = set(re.findall(r'name="seen" value="(\w{16})"', menu))
    return found


def press(editor, page, block, verb: str, value: str = "", **more: str):
    told = {"verb": verb, "value": value, "seen": "x" * 16, **more}
    return editor.post(f"{bench(page)}block/{block.pk}/", told)


def test_the_menu_of_a_block_offers_what_can_be_done(editor, page):
    block = block_saying("上午9时,沈立秋")
    assert 'value="join"' not in editor.get(bench(page)).content.decode()
    html = opened(editor, page, block)
    verbs = set(re.findall(r'name="verb" value="(\w+)"', html))
    assert verbs == {
        *("join", "up", "down", "begin", "fold", "gap", "drop", "aside"),
        *("kind", "move", "split"),
    }
    assert re.findall(r'<option value="(\d)">\d 市第九次', html) == ["2"]
    assert '<option value="22">全体起立' in html
    assert f'href="?verbs={block.pk}#' not in html


def test_one_sentence_is_parted_nowhere(editor, page):
    article = Article.objects.exclude(headline="").first()
    html = opened(editor, page, block_saying(article.headline))
    assert 'value="kind"' in html
    assert 'value="split"' not in html


def test_a_verb_is_recorded_and_leads_back_to_the_block(editor, page):
    block = block_saying("上午9时,沈立秋")
    told = seen(opened(editor, page, block))
    answer = press(editor, page, block, "join", seen=told)
    article = Article.objects.get(position=1)
    assert answer.status_code == 303
    assert answer.url == f"{bench(page)}#b{article.pk}-body-1"
    assert len(article.paragraphs) == 3


def test_an_article_begun_is_shown(editor, page):
    block = block_saying("上午9时,沈立秋")
    told = seen(opened(editor, page, block))
    answer = press(editor, page, block, "begin", seen=told)
    begun = Article.objects.get(position=2)
    assert answer.url == f"{bench(page)}#b{begun.pk}-body-0"
    html = editor.get(bench(page)).content.decode()
    assert f'id="article-{begun.pk}"' in html


def test_who_saw_another_block_is_told_so(editor, page):
    block = block_saying("上午9时,沈立秋")
    answer = press(editor, page, block, "drop")
    assert answer.status_code == 409
    html = answer.content.decode()
    assert "同事已改动这一块" in html
    assert 'value="drop"' in html
    assert block_saying("上午9时,沈立秋").pk == block.pk


def test_what_is_left_out_can_be_put_back(editor, page):
    block = block_saying("上午9时,沈立秋")
    press(editor, page, block, "aside", seen=seen(opened(editor, page, block)))
    html = opened(editor, page, block)
    assert f'id="block-{block.pk}"' in html
    verbs = set(re.findall(r'name="verb" value="(\w+)"', html))
    assert verbs == {"restore"}
    press(editor, page, block, "restore", seen=seen(html))
    assert "上午9时" in Article.objects.get(position=1).body


def test_a_gap_is_shown_and_removed(editor, page):
    block = block_saying("上午9时,沈立秋")
    press(editor, page, block, "gap", seen=seen(opened(editor, page, block)))
    html = editor.get(bench(page)).content.decode()
    assert "k-body k-gap" in html
    assert GAP in html
    gap = page.blocks.get(kind="gap")
    verbs = re.findall(r'name="verb" value="(\w+)"', opened(editor, page, gap))
    assert verbs == ["drop", "up", "down"]


def test_who_may_not_change_articles_finds_no_menu(client, page):
    user = make_user(username="reader", is_staff=True)
    may_view = Permission.objects.get(codename="view_article")
    user.user_permissions.add(may_view)
    client.force_login(user)
    block = block_saying("上午9时,沈立秋")
    assert "verbs-form" not in opened(client, page, block)
    assert press(client, page, block, "drop").status_code == 403
