"""Every verb is one step that says all it changed, and its inverse brings the records back."""

import pytest
from django.core.exceptions import ValidationError

from articles.models import Article, Byline, Photo
from editorial.correcting import correct
from editorial.deciding import accept, defer, dismiss, open_again
from editorial.merging import MergingEvents, MergingPeople
from editorial.merging.merger import merge
from editorial.models import Correction, Finding, Step
from editorial.publishing import publish, withdraw
from editorial.reviewing import sign
from editorial.roster_rows import confirm
from editorial.steps.undoing import undo
from events.models import Delegation, Event
from people.models import Membership, OtherName, Person, Post, RosterRow
from tests.builders import (
    make_article,
    make_event,
    make_evidence,
    make_finding,
    make_mention,
    make_participation,
    make_person,
    make_photo,
    make_user,
    saved,
)
from tests.editorial.steps.whole import replayed, whole

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]
BODY = "会议由林向皖主持。\n周易安讲话。\n会议号召全体代表努力。"


@pytest.fixture
def by(db):
    return make_user(username="by", superuser=True)


@pytest.fixture
def article():
    article = make_article(body=BODY)
    make_mention(article=article, name="林向皖", person=make_person())
    make_mention(article=article, name="周易安")
    words = make_evidence(article=article, words="周易安讲话")
    make_participation(
        event=make_event(evidence=words),
        person=make_person(name="周易安"),
        evidence=words,
    )
    return article


@pytest.fixture
def finding(article):
    return finding_at(article, "林向皖", replacement="林向晚")


def finding_at(article: Article, words: str, **fields: object) -> Finding:
    start = article.body.index(words)
    place = {"part": "body", "start": start, "end": start + len(words)}
    return make_finding(
        page=article.page,
        article=article,
        exact=words,
        message=f"{words}？",
        **place,
        **fields,
    )


def step_of(verb, *args, **kwargs) -> Step:
    """Take the verb and return its one step, which says everything it changed."""
    before = whole()
    count = Step.objects.count()
    verb(*args, **kwargs)
    step = Step.objects.newest_first().first()
    assert Step.objects.count() == count + 1
    assert replayed(before, step) == whole()
    return step


def is_taken_back(step: Step, by, before) -> None:
    """Undo and redo a step, and undo it once more: records are as before and as after it."""
    after = whole()
    undone = step_of(undo, step, by)
    assert whole() == before
    redone = step_of(undo, undone, by)
    assert whole() == after
    undo(redone, by)
    assert whole() == before


def correcting(article, by, **texts):
    article.refresh_from_db()
    correct(article, texts=texts, by=by, version=article.version, reason="核。")


# Words


@pytest.mark.parametrize(
    "body",
    [
        BODY.replace("林向皖", "林向晚"),
        BODY.replace("周易安讲话。\n", ""),
        "全都重写。",
        "",
        f"昨天，{BODY}",
    ],
)
def test_a_correction_is_taken_back_with_the_marks_in_it(article, by, body):
    finding_at(article, "周易安", replacement="周亦安")
    before = whole()
    step = step_of(correcting, article, by, body=body, headline="新题")
    assert (step.kind, step.by, step.reason) == ("text", by, "核。")
    assert (step.article, step.page) == (article, article.page)
    is_taken_back(step, by, before)


def test_a_caption_is_taken_back(article, by):
    photo = make_photo(article=article, caption="林向皖讲话。")
    make_mention(article=article, name="林向皖", part="caption", photo=photo)
    before = whole()
    article.refresh_from_db()
    step = step_of(
        correct,
        article,
        texts={},
        captions={photo.pk: "讲话。"},
        by=by,
        version=article.version,
    )
    is_taken_back(step, by, before)


def test_an_undo_is_a_correction_and_counts_a_version(article, by):
    correcting(article, by, headline="新题")
    headline = article.read_headline
    undo(Step.objects.get(), by, "错改。")
    article.refresh_from_db()
    assert (article.headline, article.version) == (headline, 3)
    last = Correction.objects.order_by("pk").last()
    assert (last.version, last.reason, last.by) == (3, "错改。", by)


def test_who_typed_what_a_finding_offers_opens_it_again_by_undoing(
    article, by, finding
):
    before = whole()
    step = step_of(
        correcting, article, by, body=BODY.replace("林向皖", "林向晚")
    )
    finding.refresh_from_db()
    assert finding.status == Finding.Status.ACCEPTED
    is_taken_back(step, by, before)


# Findings


def test_an_accepted_finding_gives_the_words_back_and_is_open(
    article, by, finding
):
    before = whole()
    step = step_of(accept, finding, by)
    assert (step.kind, step.article) == ("finding", article)
    is_taken_back(step, by, before)


@pytest.mark.parametrize(
    ("verb", "reason"), [(dismiss, "原文如此。"), (defer, "待查。")]
)
def test_a_decision_without_words_is_taken_back(
    article, by, finding, verb, reason
):
    before = whole()
    step = step_of(verb, finding, by, reason)
    assert (step.kind, step.reason) == ("finding", reason)
    is_taken_back(step, by, before)


def test_a_finding_is_opened_again_while_others_are_decided(article, by):
    findings = [
        finding_at(article, "林向皖", replacement="林晚"),
        finding_at(article, "周易安", replacement="周亦安同志"),
        finding_at(article, "努力", replacement="奋斗"),
    ]
    for each in findings:
        accept(each, by)
    open_again(findings[1], by)
    article.refresh_from_db()
    assert (
        article.body == "会议由林晚主持。\n周易安讲话。\n会议号召全体代表奋斗。"
    )
    again = Finding.objects.get(pk=findings[1].pk)
    assert article.body[again.start : again.end] == "周易安"
    accept(again, by)
    article.refresh_from_db()
    assert "周亦安同志讲话" in article.body


def test_what_nobody_decided_is_not_opened_again(finding, by):
    with pytest.raises(ValidationError, match="Nobody"):
        open_again(finding, by)
    accept(finding, by)
    open_again(finding, by)
    with pytest.raises(ValidationError, match="Nobody"):
        open_again(finding, by)


def test_the_finding_of_a_page_is_a_step_on_the_page(article, by):
    step = step_of(accept, make_finding(page=article.page), by)
    assert (step.article, step.page) == (None, article.page)


# People and events


def test_people_who_were_merged_are_two_again(article, by):
    stays = make_person(name="何田")
    goes = make_person(name="何天", note="记者")
    mention = article.mentions.get(name="周易安")
    mention.person = goes
    mention.save()
    saved(OtherName(person=goes, name="小何"))
    saved(Byline(article=article, name="何天", role="reporter", person=goes))
    words = article.evidence.get()
    event = Event.objects.get()
    for person in (stays, goes):
        make_participation(
            event=event, person=person, role="报到", evidence=words
        )
        post = Post.objects.get_or_create(label="记者")[0]
        words.memberships.add(saved(Membership(person=person, post=post)))
    article.page.issue.newspaper.people.add(goes)
    before = whole()
    step = step_of(
        merge, MergingPeople, stays.pk, [goes.pk], by=by, reason="同一人。"
    )
    assert (step.kind, step.reason) == ("person", "同一人。")
    assert not Person.objects.filter(pk=goes.pk).exists()
    is_taken_back(step, by, before)


def test_events_that_were_merged_are_two_again(article, by):
    stays = Event.objects.get()
    goes = make_event(title="开幕会", place="会堂")
    part = make_event(title="分组", parent=goes)
    words = make_evidence(article=article, words="会议号召")
    goes.evidence.add(words)
    saved(Delegation(event=goes, number=3, origin="东区", evidence=words))
    before = whole()
    step = step_of(
        merge, MergingEvents, stays.pk, [goes.pk], by=by, reason="同一场。"
    )
    part.refresh_from_db()
    assert (step.kind, part.parent) == ("event", stays)
    is_taken_back(step, by, before)


def test_a_confirmed_row_of_a_roster_is_taken_back(by):
    row = saved(
        RosterRow(
            sha256="0" * 64,
            row=1,
            words="林向晚",
            authority="市委",
            entered_by=make_user(username="other"),
        )
    )
    before = whole()
    step = step_of(confirm, row, by)
    assert step.kind == "table"
    is_taken_back(step, by, before)


# What no undo answers


def test_signing_publishing_and_withdrawing_are_steps_that_stay(
    article, reviewers, sign_all, by
):
    step_of(
        sign,
        article,
        step="first",
        decision="returned",
        opinion="再核。",
        by=reviewers[0],
        version=1,
    )
    sign_all(article)
    steps = [step_of(publish, article, reviewers[2])]
    steps.append(step_of(withdraw, article, reviewers[2], "撤回。"))
    reviews = list(Step.objects.filter(kind="review"))
    assert [step.kind for step in steps] == ["publication", "withdrawal"]
    assert {step.reason for step in reviews} == {"再核。", "同意。"}
    assert len(reviews) == 4
    for step in (*steps, *reviews):
        with pytest.raises(ValidationError, match="not undone"):
            undo(step, by)


def test_what_changed_nothing_is_no_step(article, by):
    correcting(article, by, body=BODY)
    assert not Step.objects.exists()
    assert Photo.objects.count() == 0
