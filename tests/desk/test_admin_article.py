"""The article's page: correcting, deciding, signing, and never over a colleague."""

import io
import re

import pytest
from django.contrib.auth.models import Group
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from PIL import Image

from articles.models import Article, Byline, Mention, Photo
from editorial import correcting
from editorial.models import Correction, Finding
from editorial.publishing import publish
from tests.builders import (
    make_article,
    make_evidence,
    make_finding,
    make_mention,
    make_person,
    make_photo,
    make_user,
    saved,
)
from tests.desk.typed import Form, typed
from tests.importing.printed import jpeg

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]
BODY = "会议由林向皖主持。\n周易安讲话。"


def member(username: str, group: str) -> Client:
    user = make_user(username=username, is_staff=True)
    user.groups.add(Group.objects.get(name=group))
    client = Client()
    client.force_login(user)
    client.cookies["django_language"] = "en"
    client.user = user
    return client


@pytest.fixture
def article():
    return make_article(body=BODY, headline="会议召开")


@pytest.fixture
def page(article):
    return reverse("admin:articles_article_change", args=[article.pk])


@pytest.fixture
def editor():
    return member("an-editor", "Editors")


@pytest.fixture
def finding(article):
    place = {"part": "body", "start": 3, "end": 6, "exact": "林向皖"}
    return make_finding(
        page=article.page,
        article=article,
        message="姓名疑误。",
        replacement="林向晚",
        **place,
    )


def words_of(response) -> str:
    return " ".join(map(str, response.context["messages"]))


def test_typed_text_becomes_a_correction(article, page, editor):
    mention = make_mention(article=article, name="周易安")
    data = typed(
        editor.get(page),
        body="昨天，会议由林向晚主持。\r\n周易安讲话。",
        reason="据原报",
    )
    assert editor.post(page, data).status_code == 302
    article.refresh_from_db()
    mention.refresh_from_db()
    assert (article.body, article.version) == (
        "昨天，会议由林向晚主持。\n周易安讲话。",
        2,
    )
    assert list(
        Correction.objects.values_list("old", "new", "by", "reason")
    ) == [
        ("", "昨天，", editor.user.pk, "据原报"),
        ("皖", "晚", editor.user.pk, "据原报"),
    ]
    assert article.body[mention.start : mention.end] == "周易安"
    assert article.read_body == BODY


def test_saving_what_was_not_touched_changes_nothing(article, page, editor):
    make_photo(article=article, caption="林向皖讲话。\n周易安在座。")
    make_mention(article=article, name="周易安")
    make_evidence(article=article, words="周易安讲话")
    rows = article.history.count()
    assert editor.post(page, typed(editor.get(page))).status_code == 302
    article.refresh_from_db()
    assert (
        article.version,
        Correction.objects.count(),
        article.history.count(),
    ) == (
        1,
        0,
        rows,
    )


def test_a_caption_is_corrected_and_a_new_photo_has_its_caption_put_in(
    article, page, editor
):
    photo = make_photo(article=article, caption="林向皖讲话。")
    data = typed(
        editor.get(page),
        photos__0__caption="林向晚讲话。",
        photos__TOTAL_FORMS=2,
    )
    data |= {
        "photos-1-position": 2,
        "photos-1-caption": "会场一角。",
        "photos-1-creators": "罗小满",
    }
    assert editor.post(page, data).status_code == 302
    photo.refresh_from_db()
    added = Photo.objects.exclude(pk=photo.pk).get()
    assert (photo.caption, photo.read_caption) == (
        "林向晚讲话。",
        "林向皖讲话。",
    )
    assert (added.caption, added.read_caption, added.creators) == (
        "会场一角。",
        "",
        "罗小满",
    )
    assert set(Correction.objects.values_list("photo", "old", "new")) == {
        (photo.pk, "皖", "晚"),
        (added.pk, "", "会场一角。"),
    }


def test_control_characters_from_other_programs_are_not_stored(
    article, page, editor
):
    """Word's soft break, the form feed of pdftotext, a bell."""
    saved(Byline(article=article, name="罗小满", role="reporter"))
    photo = make_photo(article=article)
    data = typed(
        editor.get(page),
        headline="会议\x0b开幕",
        body="甲。\x0b乙\x07。\x0c丙。",
    )
    data |= {
        "bylines-0-name": "罗\x0c小曼",
        "photos-0-caption": "会场\x0b一角\x1b。",
        "photos-0-creators": "石\x07磊\x0b何田",
    }
    assert editor.post(page, data).status_code == 302
    article.refresh_from_db()
    photo.refresh_from_db()
    assert (article.headline, article.body) == ("会议 开幕", "甲。\n乙。\n丙。")
    assert (article.bylines.get().name, photo.caption, photo.creators) == (
        "罗 小曼",
        "会场\n一角。",
        "石磊\n何田",
    )


# Stale saves


def test_a_stale_save_is_refused_and_shows_both_texts(article, page, editor):
    opened = editor.get(page)
    colleague = member("colleague", "Editors")
    colleague.post(
        page, typed(colleague.get(page), body=BODY + "\r\n大家鼓掌。")
    )
    refused = editor.post(
        page,
        typed(
            opened,
            body="会议由林向晚主持。\r\n周易安讲话。",
            headline="会议隆重召开",
        ),
    )
    html = refused.content.decode()
    assert refused.status_code == 200
    assert "colleague has changed" in html
    assert "<del>皖</del>" in html
    assert "<ins>晚</ins>" in html
    assert re.search("<ins>[^<]*大家鼓掌[^<]*</ins>", html)
    assert "<ins>隆重</ins>" in html
    joined = "会议由林向晚主持。\r\n周易安讲话。\r\n大家鼓掌。"
    assert Form(html, "article_form").fields["body"] == joined
    article.refresh_from_db()
    assert (article.body, article.headline) == (
        BODY + "\n大家鼓掌。",
        "会议召开",
    )


def test_a_ticked_save_takes_nothing_of_a_colleague_back(article, page, editor):
    photo = make_photo(article=article, caption="甲说。\n乙说。")
    opened = editor.get(page)
    colleague = member("colleague", "Editors")
    theirs = typed(
        colleague.get(page),
        headline="会议闭幕",
        body=BODY.replace("周易安讲话", "周易安致辞"),
        photos__0__caption="甲说。\n丙说。",
    )
    colleague.post(page, theirs)
    mine = typed(
        opened,
        body=BODY.replace("林向皖", "林向晚"),
        photos__0__caption="丁说。\n乙说。",
    )
    refused = editor.post(page, mine)
    stamp = str(Article.objects.get().version)
    editor.post(page, typed(refused, _seen_again=stamp))
    article.refresh_from_db()
    photo.refresh_from_db()
    assert article.headline == "会议闭幕"
    assert article.body == "会议由林向晚主持。\n周易安致辞。"
    assert photo.caption == "丁说。\n丙说。"


def test_who_has_seen_both_texts_may_save(article, page, editor):
    opened = editor.get(page)
    colleague = member("colleague", "Editors")
    colleague.post(page, typed(colleague.get(page), headline="会议闭幕"))
    refused = editor.post(page, typed(opened, body="全都重写。"))
    assert editor.post(page, typed(refused)).status_code == 200
    stamp = str(Article.objects.get().version)
    assert (
        editor.post(page, typed(refused, _seen_again=stamp)).status_code == 302
    )
    article.refresh_from_db()
    assert (article.body, article.version) == ("全都重写。", 3)


def test_what_was_seen_again_is_stale_once_more_after_a_third_save(
    article, page, editor
):
    opened = editor.get(page)
    colleague = member("colleague", "Editors")
    colleague.post(page, typed(colleague.get(page), headline="会议闭幕"))
    refused = editor.post(page, typed(opened, body="全都重写。"))
    colleague.post(page, typed(colleague.get(page), headline="会议又开"))
    assert editor.post(page, typed(refused, _seen_again="2")).status_code == 200
    assert Article.objects.get().body == BODY


def test_a_form_without_what_was_seen_is_refused(article, page, editor):
    data = typed(editor.get(page), body="全都重写。")
    del data["_seen"]
    assert editor.post(page, data).status_code == 200
    assert Article.objects.get().body == BODY


def test_nothing_is_lost_when_a_colleague_deleted_the_row_being_edited(
    article, page, editor
):
    mentions = [
        make_mention(article=article, name=name)
        for name in ("林向皖", "周易安")
    ]
    opened = editor.get(page)
    mentions[0].delete()
    Article.objects.update(version=2)
    refused = editor.post(
        page, typed(opened, mentions__0__name="周亦安", body="全都重写。")
    )
    fields = Form(refused.content.decode(), "article_form").fields
    assert refused.status_code == 200
    assert (fields["mentions-0-name"], fields["mentions-1-name"]) == (
        "周亦安",
        "周易安",
    )
    assert fields["body"] == "全都重写。"
    data = typed(refused, _seen_again="2")
    assert editor.post(page, data).status_code == 302
    assert Article.objects.get().body == "全都重写。"
    assert list(Mention.objects.values_list("name", flat=True)) == ["周易安"]


@pytest.mark.parametrize("from_list", [True, False])
def test_deleting_marked_words_elsewhere_makes_an_open_page_stale(
    article, page, editor, from_list
):
    mention = make_mention(article=article, name="林向皖")
    opened = editor.get(page)
    if from_list:
        data = {
            "action": "delete_selected",
            "_selected_action": [mention.pk],
            "post": "yes",
        }
        editor.post(reverse("admin:articles_mention_changelist"), data)
    else:
        editor.post(
            reverse("admin:articles_mention_delete", args=[mention.pk]),
            {"post": "yes"},
        )
    assert not Mention.objects.exists()
    refused = editor.post(page, typed(opened, mentions__0__name="林向晚"))
    assert refused.status_code == 200
    assert "林向晚" in refused.content.decode()


def test_two_editors_of_a_person_do_not_overwrite_each_other(editor):
    person = make_person(name="林向晚")
    url = reverse("admin:people_person_change", args=[person.pk])
    opened = editor.get(url)
    colleague = member("colleague", "Editors")
    assert (
        colleague.post(
            url, typed(colleague.get(url), "person_form", nationality="汉族")
        ).status_code
        == 302
    )
    refused = editor.post(url, typed(opened, "person_form", nationality="苗族"))
    assert refused.status_code == 200
    assert "<del>汉</del>" in refused.content.decode()
    person.refresh_from_db()
    assert person.nationality == "汉族"


# Findings


def test_a_finding_stands_beside_the_text(finding, page, editor):
    html = editor.get(page).content.decode()
    assert f'id="finding-{finding.pk}"' in html
    assert "会议由<mark>林向皖</mark>主持" in html
    assert "<ins>林向晚</ins>" in html


def test_a_finding_is_decided_at_the_workbench(finding, page, editor):
    html = editor.get(page).content.decode()
    bench = reverse("desk-page", args=[finding.page_id])
    address = f"{bench}?case={finding.pk}"
    assert f'href="{address}#case-{finding.pk}"' in html
    assert f'id="case-{finding.pk}"' in editor.get(address).content.decode()


def test_two_who_act_at_once_are_told_so(
    article, finding, page, editor, monkeypatch
):
    """The colleague's change comes between the look at the words and the change of them."""
    claim = correcting._claim
    monkeypatch.setattr(
        correcting, "_claim", lambda pk, version: claim(pk, version - 1)
    )
    data = {"action": "accept_selected", "_selected_action": [finding.pk]}
    data |= {"seen": "1"}
    response = editor.post(
        reverse("admin:editorial_finding_changelist"), data, follow=True
    )
    assert "colleague has changed this article" in words_of(response)
    finding.refresh_from_db()
    assert (finding.status, Article.objects.get().body) == (
        Finding.Status.OPEN,
        BODY,
    )


@pytest.mark.parametrize("blank", ["", " \r\n\u3000\r\n"])
def test_an_article_cannot_be_emptied(article, page, editor, blank):
    refused = editor.post(
        page, typed(editor.get(page), headline="", body=blank)
    )
    assert "cannot do without both" in refused.content.decode()
    assert Article.objects.get().body == BODY
    assert (
        editor.post(page, typed(editor.get(page), headline="")).status_code
        == 302
    )


def test_a_photo_story_without_text_can_be_edited(editor):
    article = make_article(headline="", body="")
    make_photo(article=article)
    page = reverse("admin:articles_article_change", args=[article.pk])
    assert (
        editor.post(
            page, typed(editor.get(page), photos__0__caption="会场一角。")
        ).status_code
        == 302
    )


def test_who_attaches_a_picture_settles_that_it_was_missing(
    article, page, editor
):
    make_photo(article=article, start=20, end=30)
    missing = [
        make_finding(
            page=article.page,
            article=article,
            rule="missing_image",
            page_start=end - 1,
            page_end=end,
            **fields,
        )
        for end, fields in ((20, {}), (40, {}))
    ]
    data = typed(editor.get(page)) | {
        "photos-0-image": SimpleUploadedFile("a.jpg", jpeg())
    }
    assert editor.post(page, data).status_code == 302
    for finding in missing:
        finding.refresh_from_db()
    assert [(finding.status, finding.decided_by) for finding in missing] == [
        ("accepted", editor.user),
        ("open", None),
    ]


def picture(kind: str, *size: int) -> bytes:
    output = io.BytesIO()
    Image.new("1", size).save(output, kind)
    return output.getvalue()


@pytest.mark.parametrize(
    ("data", "complaint"),
    [
        (picture("GIF", 8, 6), "no readable JPEG, PNG or WebP picture"),
        (picture("TIFF", 8, 6), "no readable JPEG, PNG or WebP picture"),
        (picture("BMP", 8, 6), "no readable JPEG, PNG or WebP picture"),
        (picture("PNG", 9000, 9000), "more than 40000000 pixels"),
    ],
)
def test_a_picture_that_readers_could_not_see_is_refused(
    article, page, editor, data, complaint
):
    make_photo(article=article)
    typed_in = typed(editor.get(page), headline="会议闭幕") | {
        "photos-0-image": SimpleUploadedFile("a.png", data)
    }
    assert complaint in editor.post(page, typed_in).content.decode()
    assert not Photo.objects.get().image


def test_a_finding_about_a_whole_page_is_shortened_in_the_middle(
    article, page, editor
):
    words = "甲" * 500 + "乙" + "丙" * 500
    article.page.text = words
    article.page.save()
    make_finding(
        page=article.page,
        article=None,
        page_start=0,
        page_end=len(words),
        exact=words,
    )
    for address in (page, reverse("admin:editorial_finding_changelist")):
        html = editor.get(address).content.decode()
        assert "甲 […] 丙" in html
        assert "乙" not in html


def test_reviewers_read_findings_and_decide_none(finding, page):
    reviewer = member("reviewer", "Reviewers")
    html = reviewer.get(page).content.decode()
    assert f'id="finding-{finding.pk}"' in html
    bench = reverse("desk-page", args=[finding.page_id])
    shown = reviewer.get(f"{bench}?case={finding.pk}").content.decode()
    assert 'name="act"' not in shown


def test_many_findings_are_decided_from_their_list(finding, editor):
    url = reverse("admin:editorial_finding_changelist")
    data = {"action": "dismiss_selected", "_selected_action": [finding.pk]}
    assert "needs a reason" in words_of(editor.post(url, data, follow=True))
    editor.post(url, data | {"note": "原报如此。"})
    finding.refresh_from_db()
    assert finding.status == Finding.Status.DISMISSED


# Words marked


def test_new_words_are_found_and_named(article, page, editor):
    person = make_person(name="周易安")
    data = typed(editor.get(page), mentions__TOTAL_FORMS=1)
    data |= {
        "mentions-0-where": "body",
        "mentions-0-exact": "周易安",
        "mentions-0-person": person.pk,
    }
    assert editor.post(page, data).status_code == 302
    mention = Mention.objects.get()
    mention.full_clean()
    assert (mention.name, mention.person, mention.start, mention.prefix) == (
        "周易安",
        person,
        10,
        BODY[:10],
    )


@pytest.mark.parametrize(
    ("words", "complaint"),
    [("不在文中", "do not stand there"), ("周易安", "marked already")],
)
def test_words_that_cannot_be_marked_are_refused(
    article, page, editor, words, complaint
):
    make_mention(article=article, name="周易安")
    data = typed(editor.get(page), mentions__TOTAL_FORMS=2)
    response = editor.post(
        page, data | {"mentions-1-where": "body", "mentions-1-exact": words}
    )
    assert complaint in response.content.decode()
    assert Mention.objects.count() == 1


def test_words_edited_away_are_shown_and_confirmed(article, page, editor):
    mention = make_mention(article=article, name="林向皖")
    editor.post(page, typed(editor.get(page), body=BODY.replace("皖", "晚")))
    html = editor.get(page).content.decode()
    assert "1 marked place must be checked again" in html
    assert "<p>林向晚</p>" in html
    data = typed(editor.get(page), mentions__0__confirmed="on")
    assert "do not stand there" in editor.post(page, data).content.decode()
    assert (
        editor.post(page, data | {"mentions-0-exact": "林向晚"}).status_code
        == 302
    )
    mention.refresh_from_db()
    mention.full_clean()
    assert (mention.exact, mention.name, mention.check_again) == (
        "林向晚",
        "林向晚",
        False,
    )


def test_leading_a_name_to_a_person_reopens_the_review(
    article, page, editor, sign_all
):
    make_mention(article=article, name="周易安")
    sign_all(article)
    editor.post(
        page,
        typed(
            editor.get(page), mentions__0__person=make_person(name="周易安").pk
        ),
    )
    article.refresh_from_db()
    assert (article.status, article.version) == (
        Article.Status.IMPORTED,
        2,
    )


def test_a_byline_reopens_the_review(article, page, editor, sign_all):
    saved(Byline(article=article, name="罗小满", role="reporter"))
    sign_all(article)
    editor.post(page, typed(editor.get(page), bylines__0__name="罗小曼"))
    article.refresh_from_db()
    assert article.status == Article.Status.IMPORTED


# Reviews


def test_three_people_sign_and_one_publishes(article, page):
    for name, step in (("a", "first"), ("b", "second"), ("c", "final")):
        reviewer = member(name, "Reviewers")
        html = reviewer.get(page).content.decode()
        assert f'name="step" value="{step}"' in html
        data = {
            "step": step,
            "version": 1,
            "decision": "approved",
            "opinion": "同意。",
        }
        assert (
            reviewer.post(
                reverse("admin:articles_article_sign", args=[article.pk]), data
            ).status_code
            == 302
        )
        assert (
            "any two steps need two people"
            in reviewer.get(page).content.decode()
            or step == "final"
        )
    assert (
        reviewer.post(
            reverse("admin:articles_article_publish", args=[article.pk])
        ).status_code
        == 302
    )
    article.refresh_from_db()
    assert article.is_published
    response = reviewer.post(
        reverse("admin:articles_article_withdraw", args=[article.pk]),
        {"note": " "},
    )
    assert "needs a note" in response.content.decode()
    reviewer.post(
        reverse("admin:articles_article_withdraw", args=[article.pk]),
        {"note": "误刊。"},
    )
    article.refresh_from_db()
    assert article.status == Article.Status.WITHDRAWN
    assert article.publications.get().withdrawal_note == "误刊。"


def test_a_refused_review_keeps_the_opinion(article, page):
    reviewer = member("reviewer", "Reviewers")
    data = {
        "step": "first",
        "version": 1,
        "decision": "approved",
        "opinion": "写了很久的意见。",
    }
    Article.objects.update(version=2)
    response = reviewer.post(
        reverse("admin:articles_article_sign", args=[article.pk]), data
    )
    html = response.content.decode()
    assert response.status_code == 200
    assert "has changed since" in html
    assert "写了很久的意见。</textarea>" in html


def test_an_editor_cannot_sign_their_own_text(article, page, editor):
    editor.post(page, typed(editor.get(page), headline="会议闭幕"))
    html = editor.get(page).content.decode()
    assert "You have changed words or facts" in html
    assert 'name="opinion"' not in html


@pytest.mark.parametrize(
    "change",
    [
        {"bylines-0-name": "罗小曼"},
        {"photos-0-creators": "罗小曼"},
        {"photos-0-DELETE": "on"},
        {"dateline_place": "滨江"},
    ],
)
def test_whoever_changed_anything_that_is_signed_cannot_sign(
    article, page, editor, change
):
    """Byline, photographer, picture and dateline count like the text."""
    saved(Byline(article=article, name="罗小满", role="reporter"))
    make_photo(article=article)
    colleague = member("colleague", "Editors")
    colleague.post(page, typed(colleague.get(page), headline="会议闭幕"))
    assert (
        editor.post(page, typed(editor.get(page)) | change).status_code == 302
    )
    data = {
        "step": "first",
        "version": 3,
        "decision": "approved",
        "opinion": "同意。",
    }
    sign = reverse("admin:articles_article_sign", args=[article.pk])
    assert (
        "You have changed words or facts"
        in editor.post(sign, data).content.decode()
    )
    assert (
        "You have changed words or facts" in editor.get(page).content.decode()
    )
    assert colleague.post(sign, data).status_code == 200
    third = member("third", "Editors")
    assert third.post(sign, data).status_code == 302


def test_who_led_a_name_to_a_person_cannot_sign(article, page, editor):
    make_mention(article=article, name="周易安")
    editor.post(
        page,
        typed(
            editor.get(page), mentions__0__person=make_person(name="周易安").pk
        ),
    )
    assert 'name="opinion"' not in editor.get(page).content.decode()


@pytest.mark.parametrize("verb", ["sign", "publish", "withdraw"])
def test_decisions_are_posted_with_permission(article, verb, client):
    url = reverse(f"admin:articles_article_{verb}", args=[article.pk])
    data = {
        "step": "second",
        "version": 1,
        "decision": "approved",
        "opinion": "同意。",
        "note": "误刊。",
    }
    assert client.post(url, data).status_code == 403
    editor = member("another-editor", "Editors")
    assert editor.post(url, data).status_code == 403
    assert editor.get(url).status_code == 405
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(make_user(username="root", superuser=True))
    assert strict.post(url, data).status_code == 403


def test_correcting_a_published_article_tells_that_readers_see_the_last(
    article, page, editor, sign_all, reviewers
):
    publish(sign_all(article), reviewers[0])
    response = editor.post(
        page, typed(editor.get(page), headline="会议闭幕"), follow=True
    )
    assert "Readers see the last publication" in words_of(response)
    article.refresh_from_db()
    assert article.status == Article.Status.IMPORTED
    assert article.publications.current().get().headline == "会议召开"


def test_many_articles_are_published_and_withdrawn_from_their_list(
    article, sign_all
):
    other = make_article()
    sign_all(article)
    chief = member("chief", "Reviewers")
    url = reverse("admin:articles_article_changelist")
    data = {"_selected_action": [article.pk, other.pk]}
    response = chief.post(
        url, data | {"action": "publish_selected"}, follow=True
    )
    assert "passed the final review" in words_of(response)
    assert "Done for 1." in words_of(response)
    response = chief.post(
        url,
        data | {"action": "withdraw_selected", "note": "误刊。"},
        follow=True,
    )
    article.refresh_from_db()
    assert article.status == Article.Status.WITHDRAWN


def test_the_page_costs_the_same_with_many_findings_and_corrections(
    article, finding, page, editor
):
    def queries() -> int:
        with CaptureQueriesContext(connection) as found:
            editor.get(page)
        return len(found)

    editor.post(page, typed(editor.get(page), headline="会议闭幕"))
    before = queries()
    for number in range(20):
        make_finding(
            page=article.page,
            article=article,
            message=f"第{number}处",
            part="body",
            start=0,
            end=1,
        )
        values = {
            "part": "body",
            "start": 0,
            "old": "甲",
            "new": "乙",
            "by": editor.user,
            "version": 2,
        }
        Correction.objects.create(article=article, finding=finding, **values)
    assert queries() == before
