"""The workbench of a page: three panes, and small forms that each record one thing."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.models import Mention, PageGeometry
from editorial.models import Correction, Finding, Step
from tests.builders import (
    make_article,
    make_event,
    make_evidence,
    make_mention,
    make_page,
    make_participation,
    make_person,
    make_user,
)
from tests.desk.bench.doubted import BODY, cut, doubt, words
from tests.desk.members import member, text_of
from tests.importing.printed import jpeg

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]


# What is shown


def test_three_panes(editor, article, bench):
    person = make_person(name="林向晚")
    mark = make_mention(article=article, name="林向晚", person=person)
    seam = cut(article)
    extra = doubt(article, 3, 5)
    shown = text_of(editor.get(bench))
    assert "coverage 100%" in shown
    assert 'class="tag">paragraph 1</span>会议听取' in shown
    assert f'<a class="name" href="?name={mark.pk}">林向晚</a>' in shown
    assert f'<mark class="doubt s3" data-case="{extra.pk}">主持</mark>' in shown
    assert f'春耕<span class="seam" data-case="{seam.pk}">⌒</span>备耕' in shown
    assert f'data-block="b{article.pk}-body-1"' in shown
    assert "2 of 2 left" in shown


def test_a_name_of_several_people_is_marked_so(editor, article, bench):
    make_person(name="林向晚")
    person = make_person(name="林向晚")
    make_mention(article=article, name="林向晚", person=person)
    assert 'class="name twin"' in text_of(editor.get(bench))


def test_who_may_only_read_finds_no_button(article, bench):
    cut(article)
    reader = member("a-reader", "Reviewers")
    shown = text_of(reader.get(bench))
    assert "Joined rightly" not in shown
    assert "Change words" not in shown
    key = Finding.objects.get().pk
    for address in (f"case/{key}/act/", "words/", "same/", "name/1/"):
        assert reader.post(f"{bench}{address}").status_code == 403
    assert Finding.objects.get().status == "open"


def test_the_bench_is_for_staff_who_may_see_articles(client, article, bench):
    assert client.get(bench).status_code == 302
    client.force_login(make_user(username="staff", is_staff=True))
    assert client.get(bench).status_code == 403
    assert client.get("/admin/desk/page/999999/").status_code == 403


def test_a_page_of_348_names_opens_light_and_its_names_post_alone(editor):
    names = [f"周{chr(0x4E00 + i)}{chr(0x5000 + i)}" for i in range(348)]
    page = make_page(text="名单")
    article = make_article(page=page, body="、".join(names))
    people = [make_person(name=name) for name in names]
    start = 0
    marks = []
    for name, person in zip(names, people, strict=True):
        end = start + len(name)
        marks.append(
            Mention(
                article=article,
                name=name,
                person=person,
                part="body",
                start=start,
                end=end,
                exact=name,
            )
        )
        start = end + 1
    Mention.objects.bulk_create(marks)
    cut(article)
    bench = f"/admin/desk/page/{page.pk}/"
    editor.get(bench)
    with CaptureQueriesContext(
        connection,
    ) as queries:
        answer = editor.get(bench)
    assert len(queries) <= 15
    assert len(answer.content) < 300_000
    forms = re.findall("<form.*?</form>", text_of(answer), re.DOTALL)
    assert max(form.count(" name=") for form in forms) < 20
    last = Mention.objects.last()
    saved = editor.post(f"{bench}name/{last.pk}/", {"person": "none"})
    assert saved.status_code == 303
    assert article.mentions.count() == 347


# Words


def test_a_block_is_edited_in_place(editor, article, bench):
    place = f"{article.pk}:body:1"
    shown = text_of(editor.get(f"{bench}?edit={place}"))
    assert shown.count("<textarea") == 2
    base = BODY.split("\n")[1]
    assert f">{base}</textarea>" in shown
    answer = editor.post(
        f"{bench}words/",
        words(article, "body:1", base, "会议听取了汇报。", reason="核对"),
    )
    assert answer["Location"] == f"{bench}#b{article.pk}-body-1"
    article.refresh_from_db()
    assert article.paragraphs[1] == "会议听取了汇报。"
    assert {each.reason for each in Correction.objects.all()} == {"核对"}


def test_who_was_slower_sees_three_columns_and_keeps_the_words(
    editor, article, bench
):
    base = BODY.split("\n")[1]
    theirs = base.replace("春耕", "秋收")
    send = f"{bench}words/"
    editor.post(send, words(article, "body:1", base, theirs))
    answer = editor.post(send, words(article, "body:1", base, "我的字。"))
    assert answer.status_code == 409
    shown = text_of(answer)
    assert f">{theirs}</textarea>" in shown
    assert ">我的字。</textarea>" in shown
    assert "<ins>秋收</ins>" in shown
    assert "an-editor</span>" in shown
    assert "they are joined" not in shown
    joined = editor.post(
        send, words(article, "body:1", base, base.replace("会议", "大会"))
    )
    both = theirs.replace("会议", "大会")
    assert f">{both}</textarea>" in text_of(joined)
    assert "they are joined" in text_of(joined)
    editor.post(send, words(article, "body:1", theirs, "我的字。"))
    article.refresh_from_db()
    assert article.paragraphs[1] == "我的字。"


def test_words_that_are_refused_stay_in_the_box(editor, article, bench):
    article = make_article(page=article.page, headline="题", body="")
    answer = editor.post(
        f"{bench}words/", words(article, "headline:0", "题", "")
    )
    assert answer.status_code == 409
    assert "cannot do without" in text_of(answer)
    assert "<textarea" in text_of(answer)
    bad = editor.post(f"{bench}words/", words(article, "nowhere:0", "", ""))
    assert bad.status_code == 409


# Names


@pytest.fixture
def two(article):
    marked = make_person(name="林向晚")
    other = make_person(name="林向晚", note="另一位")
    mark = make_mention(article=article, name="林向晚", person=marked)
    evidence = make_evidence(article=article, words="林向晚主持会议")
    part = make_participation(
        event=make_event(), person=marked, evidence=evidence
    )
    return mark, other, part


def test_the_panel_says_who_bears_the_name(editor, article, bench, two):
    mark, other, _part = two
    shown = text_of(editor.get(f"{bench}?name={mark.pk}"))
    assert "2 people of that name" in shown
    assert f'value="{mark.person_id}" required checked' in shown
    assert f'value="{other.pk}" required>' in shown
    assert "主持人 · 开幕大会" in shown
    assert editor.get(f"{bench}?name=99999999999999999999").status_code == 200


def test_a_name_and_what_its_words_state_go_to_another_person(
    editor, bench, two
):
    mark, other, part = two
    answer = editor.post(
        f"{bench}name/{mark.pk}/", {"person": other.pk, "facts": "on"}
    )
    assert answer.status_code == 303
    mark.refresh_from_db()
    part.refresh_from_db()
    assert mark.person == part.person == other
    assert Step.objects.changers_of(mark.article) == {editor.user.pk}
    stranger = make_person(name="周易安")
    refused = editor.post(f"{bench}name/{mark.pk}/", {"person": stranger.pk})
    assert refused.status_code == 409
    assert editor.post(f"{bench}name/{mark.pk}/").status_code == 409


def test_blocks_are_drawn_on_the_picture_where_the_file_tells(
    editor, page, article, bench
):
    page.picture.save("a.jpg", SimpleUploadedFile("a.jpg", jpeg()))
    assert '<div class="sheet">' not in editor.get(bench).content.decode()
    lines = [[0, 9, 1000, 500, 9000, 1500]]
    PageGeometry.objects.create(page=page, lines=lines)
    html = editor.get(bench).content.decode()
    [drawn] = re.findall(r'<div class="sheet">.*?</svg>', html, re.DOTALL)
    assert drawn.count('class="piece') == 1
    assert re.search(
        r'<rect\s+x="1000"\s+y="500"\s+width="8000"\s+height="1000"', drawn
    )
    assert '<details class="as-text">' in html
