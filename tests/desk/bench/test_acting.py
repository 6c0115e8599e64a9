"""Acting on cases at the workbench: each form records one thing and answers with the page."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from editorial.correcting import correct
from editorial.models import Finding, Step
from tests.builders import (
    make_finding,
    make_page,
    make_photo,
)
from tests.desk.bench.doubted import cut, doubt
from tests.desk.members import text_of
from tests.importing.printed import jpeg

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]


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
    shown = text_of(editor.get(bench))
    address = f"/admin/desk/file/{photo.pk}/attach/"
    assert shown.count(address) == 2
    here = {"here": bench, "next": bench}
    for bad in ({}, {"picture": SimpleUploadedFile("a.jpg", b"none")}):
        answer = editor.post(address, here | bad)
        assert (answer.status_code, answer["Location"]) == (303, bench)
        photo.refresh_from_db()
        assert not photo.image
    assert "no readable JPEG" in text_of(editor.get(bench))
    good = {"picture": SimpleUploadedFile("a.jpg", jpeg())}
    assert editor.post(address, here | good)["Location"] == bench
    photo.refresh_from_db()
    missed.refresh_from_db()
    article.refresh_from_db()
    assert photo.image
    assert missed.status == "accepted"
    assert Step.objects.changers_of(article) == {editor.user.pk}
    assert address not in text_of(editor.get(bench))
