"""The demonstration: loaded once, true to the house's own rules, and never over what was edited."""

from __future__ import annotations

import datetime as dt
import io

import pytest
from django.contrib.auth import authenticate
from django.contrib.auth.models import User
from django.test import override_settings
from PIL import Image

from articles.models import Article, Page, Photo, Publication
from desk.demo import drawing
from desk.demo.editors import REVIEWERS, kept_passwords
from desk.demo.setting_up import set_up
from editorial.correcting import correct
from editorial.models import Correction, Finding, Review
from editorial.reviewing import sign
from events.models import Event, MeetingBody, PublicEvent, Statement
from people.models import PublicPerson
from tests.once import made_once

CHAIRS = "曹慧泉 陈恢清 胡长春 刘光跃 蔡溪 杨玉芳 何剑波 邓为民 聂方红 周杰 李武宁 罗琼 杨英杰 王卫安 王庭恺 江小忠 易湘东"


@pytest.fixture(scope="module")
def loaded_once(django_db_setup, django_db_blocker, tmp_path_factory):
    """Load the demonstration for all tests of this file: it takes seconds."""
    folder = tmp_path_factory.mktemp("demonstration")
    file = folder / "demo-passwords.txt"
    media = override_settings(MEDIA_ROOT=folder / "media")
    with media, made_once(django_db_blocker):
        assert set_up(file) is True
        yield file


@pytest.fixture
def loaded(loaded_once, db):
    return loaded_once


def real_congress() -> Event:
    """Return the congress of the real day."""
    congresses = public(Event.objects.congresses())
    return congresses.get(title__contains="株洲")


@pytest.mark.parametrize("scene", drawing.SCENES)
def test_pictures_are_labelled(scene):
    picture = Image.open(io.BytesIO(drawing.draw(scene)))
    assert (picture.format, picture.size) == ("JPEG", drawing.SIZE)
    label = picture.convert("L").crop((850, 675, 1130, 777))
    dark, light = (
        sum(label.histogram()[a:b]) / (280 * 102)
        for a, b in ((0, 80), (220, 256))
    )
    assert 0.05 < dark < 0.3
    assert light > 0.6


def public(events):
    """Keep the events that readers see."""
    return events.filter(pk__in=PublicEvent.objects.values("pk"))


def test_every_article_passed_three_people_and_is_public(loaded):
    articles = Article.objects.all()
    assert articles.count() == articles.published().count() == 23
    for article in articles:
        reviews = article.reviews.standing()
        assert [review.step for review in reviews] == Review.Step.values
        assert {review.by.username for review in reviews} == set(REVIEWERS)
    assert {page.coverage for page in Page.objects.all()} == {1.0}


def test_the_opening_is_on_the_timeline(loaded):
    congress = real_congress()
    opening = public(congress.children).get(kind="session")
    assert (opening.earliest, opening.time, opening.place) == (
        dt.date(2021, 9, 27),
        dt.time(8, 30),
        "市委礼堂",
    )
    chairs = opening.participations.filter(role="执行主席").order_by("rank")
    assert [chair.person.name for chair in chairs] == CHAIRS.split()
    assert (
        opening.attendance_expected,
        opening.attendance_absent,
        opening.attendance_present,
    ) == (
        348,
        12,
        336,
    )
    assert opening.participations.filter(
        person__name="陈恢清", role="主持人"
    ).exists()
    assert opening.participations.filter(
        person__name="曹慧泉", role="作报告"
    ).exists()


def test_the_other_events_are_on_the_timeline(loaded):
    congress = real_congress()
    deliberation = public(congress.children).get(kind="deliberation")
    assert list(deliberation.delegations.values_list("number", "origin")) == [
        (1, "醴陵市"),
        (2, "天元区"),
        (3, "荷塘区"),
        (4, "芦淞区"),
        (5, "石峰区"),
        (12, "驻株洲部队和政法系统"),
    ]
    meeting = public(congress.children).get(kind="meeting")
    assert meeting.part_of_day == "afternoon"
    evening = public(congress.children).get(kind="performance")
    assert (evening.part_of_day, evening.place) == ("evening", "神农大剧院")


def test_the_second_set_has_all_that_a_congress_has(loaded):
    congress = PublicEvent.objects.congresses().get(title__contains="云汀")
    assert congress.word == "yunting-8"
    assert (congress.first_day.day, congress.last_day.day) == (20, 23)
    parts = PublicEvent.objects.within(congress.pk)
    assert len({part.earliest for part in parts}) == 4
    assert {part.body for part in parts} == set(MeetingBody.Body.values)
    newspapers = {
        words.publication.newspaper.name
        for words in Statement.objects.filter(
            about="event", subject__in=parts.values("pk")
        )
    }
    assert newspapers == {"云汀日报", "云汀晚报"}
    fields = set(Statement.objects.values_list("field", flat=True))
    assert {"body", "span", "short_title", "resolution", "election"} <= fields
    assert {"candidacy", "tenure", "summary", "vote"} <= fields
    names = PublicPerson.objects.filter(name="汤景澄")
    assert names.count() == 1


def test_a_page_of_the_second_set_shows_where_its_articles_stand(loaded):
    page = Page.objects.knowing_if_whole().get(
        issue__newspaper__name="云汀日报", issue__date="2023-11-24"
    )
    assert page.is_wholly_public
    assert page.picture.size
    articles = Publication.objects.current().filter(page=page.pk)
    assert [bool(each.regions) for each in articles] == [True, True]
    photo = Photo.objects.get(article__page=page.pk)
    assert (photo.caption, photo.source) == ("代表举手表决。", "示意图")
    assert photo.image.name.startswith("photos/")


def test_the_opening_continues_on_the_next_page(loaded):
    beginning = Article.objects.get(continues_on="C3")
    assert beginning.continuation.page.label == "C3"
    assert beginning.continuation.continued_from == "C2"


def test_the_machine_doubts_what_is_wrong_with_the_pages(loaded):
    rules = set(Finding.objects.values_list("rule", flat=True))
    assert {
        "cut_paragraph",
        "caption_in_column",
        "repeated_run",
        "jump_line",
        "halfwidth_punctuation",
        "number_range",
        "fixed_expression",
    } <= rules
    correction = Correction.objects.get()
    assert (correction.finding.rule, correction.by.username) == (
        "fixed_expression",
        "bianji",
    )


def test_pictures_stand_at_their_captions(loaded):
    every = Photo.objects.order_by("article__page__label", "start")
    assert {photo.source for photo in every} == {"示意图"}
    photos = every.filter(article__newspaper__name="株洲日报")
    scenes = zip(photos, ("工作报告", "会场", "歌剧", "听取"), strict=True)
    assert all(word in photo.caption for photo, word in scenes)
    assert all(
        photo.image.size and photo.alt_text.startswith("示意图")
        for photo in photos
    )


def test_editors_can_log_in_and_only_this_user_reads_their_passwords(
    loaded, rf
):
    assert loaded.stat().st_mode & 0o777 == 0o600
    passwords = kept_passwords(loaded)
    assert len(passwords) > 3
    for username, password in passwords.items():
        user = authenticate(
            rf.post("/admin/login/"), username=username, password=password
        )
        assert user is not None
        assert user.is_staff
        assert not user.is_superuser


def test_a_second_run_keeps_what_was_edited(loaded):
    article, by = Article.objects.first(), User.objects.get(username="bianji")
    correct(
        article,
        texts={"headline": "改过的标题"},
        by=by,
        version=article.version,
    )
    before = loaded.read_text()
    assert set_up(loaded) is False
    article.refresh_from_db()
    assert article.headline == "改过的标题"
    assert loaded.read_text() == before


def test_after_a_correction_somebody_else_can_sign_again(loaded):
    article, by = Article.objects.first(), User.objects.get(username="bianji")
    correct(
        article,
        texts={"headline": "改过的标题"},
        by=by,
        version=article.version,
    )
    article.refresh_from_db()
    assert article.status == Article.Status.IMPORTED
    for step, name in zip(Review.Step.values, REVIEWERS, strict=True):
        user = User.objects.get(username=name)
        sign(
            article,
            step=step,
            decision="approved",
            opinion="同意。",
            by=user,
            version=article.version,
        )
    assert article.status == Article.Status.FINAL_REVIEWED
