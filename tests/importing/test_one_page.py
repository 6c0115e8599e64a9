"""One delivered page becomes records, once."""

from __future__ import annotations

import datetime as dt
import hashlib
from dataclasses import replace

import pytest
import time_machine

import reader
from articles.composing import delivered_words
from articles.models import (
    Article,
    Evidence,
    Mention,
    Newspaper,
    Page,
    Photo,
)
from desk.admin.page import printed_runs
from editorial.deciding import defer
from editorial.models import Finding, Step
from importing.delivery.delivered_page import Delivery, only_page
from importing.delivery.files.content import LeftOut
from importing.models import ImportRun
from importing.one_page import import_delivery, load_page
from importing.refusal import ImportRefused
from tests.builders import make_newspaper, make_user
from tests.importing.delivered import FRONT, NEWSPAPER, deliver
from tests.importing.opened import read_as

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]


# The page


def test_characters_that_are_not_read_are_doubted_until_all_are(
    editor,
):
    def read(left_out: LeftOut) -> list[tuple[str, int, str]]:
        page = only_page(FRONT.encode(), f"{NEWSPAPER}_2019-03-15_A1.txt")
        content = replace(page.content(), left_out=left_out)
        file = replace(page, content=lambda: content)
        run = import_delivery(Delivery(file), again=True)
        found = Finding.objects.filter(rule="unread_characters")
        assert run.page.coverage == content.coverage(1.0)
        return list(found.values_list("exact", "severity", "status"))

    headline = FRONT.index("开幕")
    lost = LeftOut(3, "于昨日", headline + 1)
    assert read(lost) == [("幕", 2, "open")]
    assert read(lost) == [("幕", 2, "open")]
    assert read(LeftOut()) == []
    read(lost)
    defer(Finding.objects.get(rule="unread_characters"), editor)
    assert read(lost) == [("幕", 2, "deferred")]
    assert read(LeftOut()) == []


def test_a_page_is_stored_exactly_as_delivered():
    text = FRONT.replace("\n", "\r\n")
    data = b"\xef\xbb\xbf" + text.encode()
    with time_machine.travel(
        dt.datetime(2024, 5, 6, tzinfo=dt.UTC), tick=False
    ):
        run = load_page(data, source_name=f"{NEWSPAPER}_2019-03-15_A1.txt")
    page = run.page
    assert (run.outcome, run.message) == ("created", "")
    assert page.text == text
    assert page.sha256 == hashlib.sha256(data).hexdigest() == run.sha256
    assert (str(page.issue), page.label, page.coverage) == (
        f"{NEWSPAPER} 2019-03-15",
        "A1",
        1.0,
    )
    assert (
        run.started_at
        == run.finished_at
        == dt.datetime(2024, 5, 6, tzinfo=dt.UTC)
    )
    characters = [
        offset
        for offset, character in enumerate(text)
        if not character.isspace()
    ]
    covered = [
        offset
        for start, end, _block in printed_runs(page.blocks.all())
        for offset in range(start, end)
    ]
    assert [
        offset for offset in covered if not text[offset].isspace()
    ] == characters
    assert not Article.objects.filter(body__contains="\r").exists()


def test_an_article_keeps_its_parts_and_their_places():
    page = deliver(FRONT).page
    article = Article.objects.get(position=1)
    assert (
        article.headline
        == article.read_headline
        == "中国共产党滨江市第九次代表大会开幕"
    )
    assert article.kicker == "实干担当开新局 同心同德谱华章"
    assert (article.dateline_source, article.continues_on, article.status) == (
        "本报讯",
        "A2",
        "imported",
    )
    assert [(b.name, b.role) for b in article.bylines.all()] == [
        ("周一鸣", "reporter"),
        ("何田", "correspondent"),
    ]
    blocks = list(article.blocks.standing().filter(kind="paragraph"))
    assert [block.text for block in blocks] == article.paragraphs
    for block in blocks:
        assert delivered_words(block, page.text) == block.text == block.read
    photo = Photo.objects.get()
    assert (photo.caption, photo.read_caption, photo.creator_names) == (
        "代表们步入会场。",
        "代表们步入会场。",
        ["石磊"],
    )
    assert photo.caption in page.text[photo.start : photo.end]


def test_every_mention_and_all_evidence_stand_at_their_words():
    deliver(FRONT)
    for model in (Mention, Evidence):
        selectors = model.objects.select_related("article", "photo")
        assert len(selectors) > 10
        for selector in selectors:
            selector.full_clean()
    assert {mention.part for mention in Mention.objects.all()} == {
        "subtitle",
        "body",
    }


def test_a_first_load_is_no_step_and_its_run_names_who_loads():
    user = make_user()
    run = deliver(FRONT, by=user)
    assert run.by == user
    assert Mention.objects.exists()
    assert not Step.objects.exists()


def test_the_same_bytes_again_change_nothing():
    deliver(FRONT)
    findings = Finding.objects.count()
    run = deliver(FRONT)
    assert (run.outcome, run.message) == (
        "unchanged",
        "the same bytes are already loaded; nothing changed",
    )
    assert run.page == Page.objects.get()
    assert not Step.objects.exists()
    assert (Finding.objects.count(), ImportRun.objects.count()) == (findings, 2)


def test_the_page_head_tells_what_nothing_else_does():
    head = f"{NEWSPAPER}\u30002019年3月15日\u3000星期五\u3000第A1版\n\n"
    data = (head + FRONT).encode()
    page = load_page(data, source_name="scan.txt").page
    assert (page.issue.newspaper.name, page.issue.date, page.label) == (
        NEWSPAPER,
        dt.date(2019, 3, 15),
        "A1",
    )
    assert load_page(data, source_name="scan.txt").outcome == "unchanged"


@pytest.mark.parametrize(
    ("data", "facts", "reason"),
    [
        (b"", {}, "empty"),
        (b"\x00\x01\x02\x03", {}, "binary"),
        (
            FRONT.encode(),
            {"page": "A2"},
            "the argument says A2, the file name says A1",
        ),
        (FRONT.encode(), {"date": "15.3.2019"}, "unreadable date"),
        (f"北岭日报 2019年3月15日 第A1版\n\n{FRONT}".encode(), {}, "北岭日报"),
    ],
)
def test_a_refused_page_leaves_nothing_but_the_record_of_it(
    data, facts, reason
):
    with pytest.raises(ValueError, match=reason) as refusal:
        load_page(data, source_name=f"{NEWSPAPER}_2019-03-15_A1.txt", **facts)
    run = ImportRun.objects.get()
    assert (run.outcome, run.page, run.message) == (
        "refused",
        None,
        str(refusal.value),
    )
    assert "\n" not in run.message
    assert not Newspaper.objects.exists()
    assert not Page.objects.exists()


def test_a_page_nobody_can_place_is_refused():
    with pytest.raises(
        ImportRefused, match=r"newspaper \(--newspaper\), the page \("
    ):
        load_page(FRONT.encode(), source_name="2019-03-15.txt")


def test_a_page_refused_while_it_is_stored_leaves_nothing(monkeypatch):
    read = read_as("甲" * 400, headline="甲" * 400)
    monkeypatch.setattr(reader, "read_page", lambda text, context: read)
    with pytest.raises(
        ImportRefused, match="the headline at offset 0 has 400 characters"
    ):
        deliver(read.text)
    assert not Page.objects.exists()
    assert not Newspaper.objects.exists()


def test_papers_of_the_same_sound_get_different_addresses():
    make_newspaper(name="斌江日报", slug="binjiangribao")
    deliver(FRONT)
    assert Newspaper.objects.get(name=NEWSPAPER).slug == "binjiangribao-2"
