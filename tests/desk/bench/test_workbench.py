"""The workbench of a page: three panes, and small forms that each record one thing."""

import re

import pytest
from django.contrib.auth.models import Group
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from articles.models import Mention, PageGeometry
from editorial.correcting import correct
from editorial.models import Correction, Finding, Step
from tests.builders import (
    make_article,
    make_block,
    make_event,
    make_evidence,
    make_finding,
    make_mention,
    make_page,
    make_participation,
    make_person,
    make_photo,
    make_user,
)
from tests.importing.printed import jpeg

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]
CUT = "会议听取了关于春耕\n\n图说一行。\n\n备耕的汇报。"
BODY = "林向晚主持会议。\n会议听取了关于春耕备耕的汇报。"


def member(username, group):
    user = make_user(username=username, is_staff=True)
    user.groups.add(Group.objects.get(name=group))
    client = Client()
    client.force_login(user)
    client.cookies["django_language"] = "en"
    client.user = user
    return client


@pytest.fixture
def page():
    return make_page(text=CUT)


@pytest.fixture
def article(page):
    article = make_article(page=page, body=BODY, headline="会议召开")
    make_block(page=page, article=article, span=(0, 9))
    return article


@pytest.fixture
def editor():
    return member("an-editor", "Editors")


@pytest.fixture
def bench(page):
    return f"/admin/desk/page/{page.pk}/"


def cut(article):
    return make_finding(
        page=article.page,
        article=article,
        page_start=9,
        page_end=18,
        message="接排。",
    )


def doubt(article, start, end, **fields):
    return make_finding(
        page=article.page,
        article=article,
        rule="extra_char",
        part="body",
        page_start=start,
        page_end=end,
        start=start,
        end=end,
        exact=article.body[start:end],
        message=f"多字{start}。",
        **fields,
    )


def text_of(answer):
    return answer.content.decode()


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


# Cases


def test_a_case_is_acted_on_and_the_next_one_opened(editor, article, bench):
    seam = cut(article)
    extra = doubt(article, 3, 5)
    first, second = sorted([seam, extra], key=lambda each: each.page_start)
    answer = editor.post(f"{bench}case/{first.pk}/act/", {"act": "keep"})
    assert answer.status_code == 303
    assert answer["Location"] == f"{bench}?case={second.pk}#case-{second.pk}"
    first.refresh_from_db()
    assert first.decided_by == editor.user
    shown = text_of(editor.get(answer["Location"]))
    assert "多字3。: accepted" in shown
    opened = re.findall(r'id="case-(\d+)"[^>]* open>', shown)
    assert opened == [str(second.pk)]


def test_the_script_is_answered_by_the_page_itself(editor, article, bench):
    seam = cut(article)
    answer = editor.post(
        f"{bench}case/{seam.pk}/act/",
        {"act": "split"},
        headers={"X-Desk": "parts"},
    )
    assert answer.status_code == 200
    shown = text_of(answer)
    assert "0 of 1 left" in shown
    assert f'id="b{article.pk}-body-2"' in shown
    assert "接排。: accepted" in shown


def test_a_refusal_keeps_the_reason_that_was_typed(editor, article, bench):
    seam = cut(article)
    address = f"{bench}case/{seam.pk}/refuse/"
    editor.post(address, {"reason": "已核原件"})
    late = editor.post(address, {"reason": "别的理由写了很久"})
    assert late.status_code == 409
    shown = text_of(late)
    assert "Somebody has settled this case already." in shown
    reopened = editor.post(f"{bench}case/{seam.pk}/reopen/")
    assert reopened.status_code == 303
    blank = editor.post(address, {"reason": " "})
    assert blank.status_code == 409
    seam.refresh_from_db()
    assert seam.status == "open"


def test_the_reason_comes_back_into_its_box(editor, article, bench):
    seam = cut(article)
    address = f"{bench}case/{seam.pk}/act/"
    answer = editor.post(
        address, {"act": "keep", "seen": "other", "reason": "写了很久"}
    )
    assert answer.status_code == 409
    assert 'value="写了很久"' in text_of(answer)


def test_later_and_open_again(editor, article, bench):
    seam = cut(article)
    editor.post(f"{bench}case/{seam.pk}/later/")
    seam.refresh_from_db()
    assert seam.status == "deferred"
    assert "0 of 1 left" in text_of(editor.get(bench))
    answer = editor.post(f"{bench}case/{seam.pk}/reopen/")
    assert answer["Location"].endswith(f"?case={seam.pk}#case-{seam.pk}")
    assert "1 of 1 left" in text_of(editor.get(bench))


def test_no_other_verb_has_an_address(editor, article, bench):
    seam = cut(article)
    assert editor.post(f"{bench}case/{seam.pk}/drop/").status_code == 404
    assert editor.get(f"{bench}case/{seam.pk}/act/").status_code == 405


def test_a_case_of_another_page_is_refused(editor, article, bench):
    other = make_page(label="A2", text="别的版。")
    elsewhere = make_finding(page=other)
    answer = editor.post(f"{bench}case/{elsewhere.pk}/act/", {"act": "keep"})
    assert answer.status_code == 409
    elsewhere.refresh_from_db()
    assert elsewhere.status == "open"


def test_all_of_a_kind_after_a_look_at_each(editor, article, bench):
    found = [doubt(article, at, at + 1) for at in (0, 3, 6)]
    cut(article)
    shown = text_of(editor.get(f"{bench}?same={found[0].pk}"))
    assert shown.count('name="case" value=') == 3
    assert "Misprint of the paper, leave as printed <kbd>a</kbd>" in shown
    answer = editor.post(
        f"{bench}same/",
        {"act": "keep", "case": [found[0].pk, found[2].pk]},
    )
    assert answer.status_code == 303
    states = [Finding.objects.get(pk=each.pk).status for each in found]
    assert states == ["accepted", "open", "accepted"]
    again = editor.post(
        f"{bench}same/", {"act": "keep", "case": [found[0].pk, found[1].pk]}
    )
    assert again.status_code == 409
    assert "1 case settled." in text_of(again)
    assert editor.post(f"{bench}same/", {"act": "keep"}).status_code == 409


def test_each_half_width_mark_is_seen_before_all_become_full(
    editor, article, bench
):
    correct(
        article,
        texts={"body": "大会,代表(记者)来了。"},
        by=editor.user,
        version=article.version,
    )
    finding = make_finding(
        page=article.page, rule="halfwidth_punctuation", page_end=9
    )
    shown = text_of(editor.get(f"{bench}?same={finding.pk}"))
    preview = shown[shown.index('id="same"') : shown.index('class="list"')]
    assert preview.count("<del>") == 3
    assert "<del>,</del><ins>，</ins>代表(记者)来了。…" in preview
    editor.post(f"{bench}same/", {"act": "widen", "case": finding.pk})
    article.refresh_from_db()
    assert article.body == "大会，代表（记者）来了。"


def test_a_missing_picture_is_attached_where_it_is_missed(
    editor, article, bench
):
    photo = make_photo(article=article, start=11, end=15)
    missed = make_finding(
        page=article.page,
        article=article,
        rule="missing_image",
        page_start=9,
        page_end=11,
    )
    address = f"{bench}case/{missed.pk}/picture/"
    assert editor.post(address).status_code == 409
    bad = SimpleUploadedFile("a.jpg", b"none")
    assert editor.post(address, {"picture": bad}).status_code == 409
    good = SimpleUploadedFile("a.jpg", jpeg())
    assert editor.post(address, {"picture": good}).status_code == 303
    photo.refresh_from_db()
    missed.refresh_from_db()
    article.refresh_from_db()
    assert photo.image
    assert missed.status == "accepted"
    assert Step.objects.changers_of(article) == {editor.user.pk}


# Words


def words(article, place, base, new, **more):
    typed = {"article": article.pk, "place": place, "base": base}
    return typed | {"words": new} | more


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
