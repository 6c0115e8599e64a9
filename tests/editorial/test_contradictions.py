"""Facts that cannot both be right are found before the last signature, and only those."""

import datetime as dt

import pytest
from django.core.exceptions import ValidationError

from articles.models import Article
from editorial.contradictions import contradictions_of
from editorial.deciding import accept, defer, dismiss
from editorial.models import Finding, Review
from editorial.publishing.reopening import reopen_changed
from editorial.reviewing import sign
from events.models import Candidacy, Election, Event, EventRole, Vote
from people.models import Membership, Organization, Post
from tests.builders import (
    make_article,
    make_event,
    make_evidence,
    make_issue,
    make_newspaper,
    make_page,
    make_participation,
    make_person,
    saved,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site_in_english")]
BODY = "林向晚出席。周易安讲话。陈远当选。"
NINE = dt.time(9)


@pytest.fixture
def site_in_english(settings):
    settings.LANGUAGE_CODE = "en"


@pytest.fixture
def article():
    """The article that is to be signed."""
    return make_article(body=BODY)


@pytest.fixture
def public():
    return make_article(body=BODY, published=True)


def words_of(article, words="林向晚出席"):
    held = article.evidence.filter(exact=words).first()
    return held or make_evidence(article=article, words=words)


def rules(article):
    return [one.rule for one in contradictions_of(article)]


# Two holders


def post_of(label="滨江市市长", role="市长", body="滨江市", **fields):
    organization = body and saved(Organization(name=body))
    return saved(
        Post(
            label=label, role=role, organization=organization or None, **fields
        )
    )


def hold(article, post, name, *, words=None, **days):
    """State that a person holds a post."""
    membership = saved(
        Membership(person=make_person(name=name), post=post, **days)
    )
    words = words or words_of(article)
    words.memberships.add(membership)
    return membership


DAY = dt.date(2021, 9, 28)
NEXT = dt.date(2021, 9, 29)
BEFORE = dt.date(2021, 9, 1)
LATER = dt.date(2021, 10, 1)


def test_two_holders_of_one_post_on_one_day_are_found(article, public):
    post = post_of()
    hold(public, post, "周易安", stated_on=DAY)
    words = words_of(article)
    hold(article, post, "林向晚", words=words, stated_on=DAY)
    (finding,) = contradictions_of(article)
    assert (finding.rule, finding.severity, finding.exact) == (
        "two_holders",
        1,
        words.exact,
    )
    assert (finding.part, finding.start, finding.end) == (
        words.part,
        words.start,
        words.end,
    )
    assert finding.message == (
        "滨江市市长 is held by one person at a time: "
        "on 2021-09-28 by 周易安 and by 林向晚."
    )


@pytest.mark.parametrize(
    ("mine", "others"),
    [
        ({"stated_on": DAY}, {"start_date": "2021-09-01", "stated_on": LATER}),
        ({"start_date": "2021-09-28"}, {"start_date": "2021-09-28"}),
        ({"end_date": "2021-09-28"}, {"end_date": "2021-09-28"}),
        ({"stated_on": DAY}, {"stated_on": DAY}),
        (
            {"end_date": "2021-09-29", "stated_on": DAY},
            {"start_date": "2021-09-28", "stated_on": LATER},
        ),
        ({"start_date": "2021-09-01", "end_date": "2021-10-01"}, {"stated_on": DAY}),
    ],
)  # fmt: skip
def test_days_that_overlap_are_found(article, public, mine, others):
    post = post_of()
    hold(public, post, "周易安", **others)
    hold(article, post, "林向晚", **mine)
    assert rules(article) == ["two_holders"]


@pytest.mark.parametrize(
    ("mine", "others"),
    [
        ({"stated_on": DAY}, {"stated_on": NEXT}),
        ({"stated_on": DAY}, {}),
        ({}, {}),
        ({"stated_on": DAY}, {"start_date": "2021-09"}),
        ({"stated_on": DAY}, {"end_date": "2021"}),
        # The day of the change: the old one and the new one are both right.
        ({"end_date": "2021-09-28"}, {"stated_on": DAY}),
        ({"stated_on": DAY}, {"start_date": "2021-09-28"}),
        ({"end_date": "2021-09-28", "stated_on": BEFORE}, {"start_date": "2021-09-28"}),
        ({"start_date": "2021-09-28", "stated_on": LATER}, {"end_date": "2021-09-28"}),
    ],
)  # fmt: skip
def test_days_that_do_not_overlap_or_are_not_known_say_nothing(
    article, public, mine, others
):
    post = post_of()
    hold(public, post, "周易安", **others)
    hold(article, post, "林向晚", **mine)
    assert rules(article) == []


@pytest.mark.parametrize(
    ("post", "is_found"),
    [
        ({"label": "滨江市委书记", "role": "书记", "body": "滨江市委"}, True),
        ({"label": "滨江市委副书记", "role": "副书记", "body": "滨江市委"}, False),
        ({"label": "滨江市环保局处长", "role": "处长"}, False),
        ({"label": "市长", "body": ""}, False),
        ({"label": "中央书记处书记", "role": "书记", "body": "中央书记处"}, False),
        ({"has_one_holder": False}, False),
        ({"label": "滨江日报总编辑", "role": "总编辑", "has_one_holder": True}, True),
        ({"label": "团长", "body": "", "has_one_holder": True}, True),
    ],
)  # fmt: skip
def test_only_posts_of_one_holder_are_compared(article, public, post, is_found):
    post = post_of(**post)
    hold(public, post, "周易安", stated_on=DAY)
    hold(article, post, "林向晚", stated_on=DAY)
    assert rules(article) == (["two_holders"] if is_found else [])


def test_one_person_stated_twice_and_two_posts_are_no_contradiction(
    article, public
):
    post = post_of()
    person = hold(article, post, "林向晚", stated_on=DAY).person
    words_of(public).memberships.set(person.memberships.all())
    other = post_of(label="临江市市长", body="临江市")
    hold(
        article,
        other,
        "周易安",
        words=words_of(article, "周易安"),
        stated_on=DAY,
    )
    assert rules(article) == []


# Two places


def meet(
    place="滨江会堂", *, title="开幕大会", time=NINE, words=None, **fields
):
    fields = {"edtf": "2021-09-27", **fields}
    return make_event(
        title=title, place=place, time=time, evidence=words, **fields
    )


def attend(article, event, person, **fields):
    return make_participation(
        event=event, person=person, evidence=words_of(article), **fields
    )


@pytest.fixture
def person():
    return make_person()


def test_one_person_at_two_places_at_one_hour_is_found(article, public, person):
    attend(article, meet(), person)
    attend(public, meet("神农大酒店", title="座谈会"), person)
    (finding,) = contradictions_of(article)
    assert finding.rule == "two_places"
    assert finding.message == (
        "林向晚 takes part at one hour, 2021-09-27 09:00, "
        "in 开幕大会 (滨江会堂) and 座谈会 (神农大酒店)."
    )


def test_an_article_may_contradict_itself_and_is_told_once(article, person):
    words = words_of(article)
    for event in (meet(), meet("神农大酒店", title="座谈会")):
        make_participation(event=event, person=person, evidence=words)
    assert rules(article) == ["two_places"]


@pytest.mark.parametrize(
    "other",
    [
        {"time": dt.time(9, 30)},
        {"time": dt.time(14)},
        {"time": None, "part_of_day": "morning"},
        {"approximate": True},
        {"edtf": "2021-09-28"},
        {"edtf": "2021-09-27/2021-09-28"},
        {"place": ""},
        {"place": "滨江市"},
        {"place": "滨江会堂三楼会议室"},
        {"place": "市会堂"},
        {"place": "第一会议室"},
    ],
)
def test_another_time_and_vague_times_and_places_say_nothing(
    article, public, person, other
):
    place = other.pop("place", "神农大酒店")
    attend(article, meet(), person)
    attend(public, meet(place, title="座谈会", **other), person)
    assert rules(article) == []


def test_a_part_and_its_whole_are_one_place(article, public, person):
    # Each in a place of its own: only their being part of each other makes them one.
    congress = meet(kind="congress", title="第七次大会")
    session = meet("神农大酒店", title="开幕", parent=congress)
    deliberation = meet("滨江宾馆", title="分组讨论", parent=session)
    attend(article, congress, person)
    attend(public, deliberation, person)
    assert rules(article) == []
    attend(public, meet("神农剧院", title="演出"), person)
    assert rules(article) == ["two_places"]


def test_another_person_may_be_elsewhere(article, public, person):
    attend(article, meet(), person)
    other = meet("神农大酒店", title="座谈会")
    attend(public, other, make_person(name="周易安"))
    assert rules(article) == []


@pytest.mark.parametrize("mine", [True, False])
def test_who_is_elected_may_be_elsewhere(article, public, person, mine):
    saved(EventRole(label="当选", character="选", needs_presence=False))
    roles = ["当选主任", "讲话"] if mine else ["讲话", "当选主任"]
    attend(article, meet(), person, role=roles[0])
    other = meet("神农大酒店", title="座谈会")
    attend(public, other, person, role=roles[1])
    assert rules(article) == []


# Two events in one hall


def test_two_events_in_one_hall_at_one_hour_are_found(article, public):
    words = words_of(article)
    meet(words=words)
    meet(title="表彰大会", words=words_of(public))
    (finding,) = contradictions_of(article)
    assert (finding.rule, finding.exact) == ("one_hall", words.exact)
    assert finding.message == (
        "Two events in one hall, 滨江会堂, at one hour, 2021-09-27 09:00: "
        "开幕大会 and 表彰大会."
    )


@pytest.mark.parametrize(
    "other",
    [
        {"edtf": "2021-09-28"},
        {"time": dt.time(14)},
        {"time": None},
        {"approximate": True},
        {"place": "神农剧院"},
    ],
)
def test_a_hall_is_used_again_on_another_day_and_hour(article, public, other):
    meet(words=words_of(article))
    meet(title="表彰大会", words=words_of(public), **other)
    assert rules(article) == []


@pytest.mark.parametrize(
    ("place", "is_found"),
    [
        ("滨江剧院", True),
        ("滨江会议中心第一会议室", True),
        ("市会堂", True),
        ("滨江会议中心", False),
        ("滨江宾馆", False),
        ("第一会议室", False),
        ("礼堂", False),
        ("滨江市", False),
        ("", False),
    ],
)
def test_a_hall_is_one_room(article, public, place, is_found):
    meet(place, words=words_of(article))
    meet(place, title="表彰大会", words=words_of(public))
    assert rules(article) == (["one_hall"] if is_found else [])


@pytest.mark.parametrize(
    ("place", "is_found"), [("市会堂", False), ("滨江剧院", True)]
)
def test_every_city_has_its_hall(article, place, is_found):
    issue = make_issue(newspaper=make_newspaper(name="临江日报"))
    page = make_page(issue=issue)
    elsewhere = make_article(page=page, body=BODY, published=True)
    meet(place, words=words_of(article))
    meet(place, title="表彰大会", words=words_of(elsewhere))
    assert rules(article) == (["one_hall"] if is_found else [])


@pytest.mark.parametrize("part_is_mine", [True, False])
def test_sessions_of_a_congress_are_in_its_hall(article, public, part_is_mine):
    words = [words_of(article), words_of(public)]
    if part_is_mine:
        words.reverse()
    congress = meet(kind="congress", title="第七次大会", words=words[0])
    meet(title="开幕", parent=congress, words=words[1])
    assert rules(article) == []


# Sums


def count(event, words, due, absent, present):
    Event.objects.filter(pk=event.pk).update(
        attendance_expected=due,
        attendance_absent=absent,
        attendance_present=present,
        attendance_evidence=words,
    )


@pytest.mark.parametrize(
    ("numbers", "is_found"),
    [
        ((348, 12, 336), False),
        ((348, 12, 337), True),
        ((348, 12, 335), True),
        ((348, None, 337), False),
        ((None, 12, 336), False),
        ((348, 12, None), False),
    ],
)
def test_due_less_absent_is_present(article, numbers, is_found):
    count(make_event(), words_of(article), *numbers)
    assert rules(article) == (["sum_differs"] if is_found else [])


def test_a_count_that_another_article_states_is_not_this_ones(article, public):
    count(make_event(), words_of(public), 348, 12, 337)
    assert rules(article) == []


@pytest.mark.parametrize(
    ("votes", "is_found"),
    [
        ((336, 0, 0), False),
        ((336, 0, 1), True),
        ((336, 1, None), True),
        ((337, None, None), True),
        ((300, 0, 0), False),
    ],
)
def test_no_more_vote_than_are_present(article, public, votes, is_found):
    event = make_event()
    count(event, words_of(public), None, None, 336)
    in_favour, against, abstained = votes
    saved(
        Vote(
            event=event,
            in_favour=in_favour,
            against=against,
            abstained=abstained,
            evidence=words_of(article),
        )
    )
    assert rules(article) == (["sum_differs"] if is_found else [])


def elect(event, words, *names, seats=None, election_words=None):
    election = saved(
        Election(
            event=event,
            office="委员",
            seats=seats,
            evidence=election_words or words,
        )
    )
    for name in names:
        saved(
            Candidacy(
                election=election,
                person=make_person(name=name),
                outcome="elected",
                evidence=words,
            )
        )
    return election


@pytest.mark.parametrize(
    ("seats", "is_found"), [(2, False), (1, True), (3, False), (None, False)]
)
def test_no_more_are_elected_than_there_are_seats(article, seats, is_found):
    elect(make_event(), words_of(article), "林向晚", "周易安", seats=seats)
    assert rules(article) == (["sum_differs"] if is_found else [])


def test_alternates_and_hidden_words_fill_no_seat(article):
    election = elect(make_event(), words_of(article), "林向晚", seats=1)
    hidden = words_of(make_article(body=BODY))
    for name, outcome, words in (
        ("周易安", "alternate", election.evidence),
        ("陈远", "elected", hidden),
    ):
        saved(
            Candidacy(
                election=election,
                person=make_person(name=name),
                outcome=outcome,
                evidence=words,
            )
        )
    assert rules(article) == []


def test_seats_stated_elsewhere_count_for_who_is_elected_here(article, public):
    words = words_of(article)
    elect(
        make_event(),
        words,
        "林向晚",
        "周易安",
        seats=1,
        election_words=words_of(public),
    )
    (finding,) = contradictions_of(article)
    assert finding.exact == words.exact
    assert finding.message == "委员: 2 elected, but 1 seats."


@pytest.mark.parametrize(("votes", "is_found"), [(336, False), (337, True)])
def test_nobody_gets_more_votes_than_delegates_were_present(
    article, public, votes, is_found
):
    event = make_event()
    count(event, words_of(public), None, None, 336)
    elect(event, words_of(article), "林向晚")
    Candidacy.objects.update(votes=votes)
    assert rules(article) == (["sum_differs"] if is_found else [])


# What it is compared with


def contradict(article, public, person):
    attend(article, meet(), person)
    attend(public, meet("神农大酒店", title="座谈会"), person)


def test_what_is_not_public_is_not_compared(article, public, person):
    contradict(article, public, person)
    assert rules(article) != []
    public.publications.update(is_current=False)
    assert rules(article) == []


@pytest.mark.parametrize("whose", ["mine", "others"])
def test_words_that_were_edited_away_state_nothing(
    article, public, person, whose
):
    contradict(article, public, person)
    (article if whose == "mine" else public).evidence.update(check_again=True)
    assert rules(article) == []


# What becomes of it


def test_a_contradiction_is_one_finding_however_often_it_is_found(
    article, public, person, settings
):
    contradict(article, public, person)
    first = contradictions_of(article)
    assert contradictions_of(article) == first
    assert Finding.objects.count() == 1


def test_a_settled_contradiction_goes_unless_somebody_has_decided_it(
    article, public, person, editor
):
    contradict(article, public, person)
    (finding,) = contradictions_of(article)
    defer(finding, editor)
    other = Event.objects.get(title="座谈会")
    other.time = dt.time(15)
    other.save()
    assert rules(article) == []
    assert not Finding.objects.exists()
    other.time = NINE
    other.save()
    (finding,) = contradictions_of(article)
    dismiss(finding, editor, "两场相邻。")
    other.time = dt.time(15)
    other.save()
    assert rules(article) == []
    assert Finding.objects.get() == finding


def signing(article, step, by, decision="approved"):
    article.refresh_from_db()
    return sign(
        article,
        step=step,
        decision=decision,
        opinion="同意。",
        by=by,
        version=article.version,
    )


@pytest.fixture
def twice_signed(article, reviewers):
    return signed_twice(article, reviewers)


def signed_twice(article, reviewers):
    signing(article, "first", reviewers[0])
    signing(article, "second", reviewers[1])
    return article


def test_the_last_review_waits_until_a_person_has_dismissed_it(
    article, public, person, reviewers, editor
):
    contradict(article, public, person)
    twice_signed = signed_twice(article, reviewers)
    for _ in range(2):
        with pytest.raises(ValidationError, match="takes part at one hour"):
            signing(twice_signed, "final", reviewers[2])
    (finding,) = Finding.objects.all()
    dismiss(finding, editor, "两场相邻。")
    signing(twice_signed, "final", reviewers[2])
    assert twice_signed.status == Article.Status.FINAL_REVIEWED
    assert Finding.objects.get().status == Finding.Status.DISMISSED


@pytest.mark.parametrize("verb", [accept, defer])
def test_agreeing_or_leaving_it_for_later_settles_nothing(
    twice_signed, public, person, reviewers, editor, verb
):
    contradict(twice_signed, public, person)
    (finding,) = contradictions_of(twice_signed)
    verb(finding, editor)
    with pytest.raises(ValidationError, match="at one hour"):
        signing(twice_signed, "final", reviewers[2])


def test_corrected_facts_let_the_article_pass(
    twice_signed, public, person, reviewers
):
    contradict(twice_signed, public, person)
    with pytest.raises(ValidationError):
        signing(twice_signed, "final", reviewers[2])
    Event.objects.filter(title="座谈会").update(time=dt.time(15))
    reopen_changed([twice_signed.pk])
    signed_twice(twice_signed, reviewers)
    signing(twice_signed, "final", reviewers[2])
    assert not Finding.objects.exists()


def test_only_the_approval_of_the_last_step_waits(
    article, public, person, reviewers
):
    contradict(article, public, person)
    signing(article, "first", reviewers[0])
    signing(article, "second", reviewers[1])
    assert not Finding.objects.exists()
    review = signing(article, "final", reviewers[2], decision="returned")
    assert review.decision == Review.Decision.RETURNED


def test_no_other_article_waits(twice_signed, public, person, reviewers):
    other = make_article(body=BODY)
    contradict(other, public, person)
    attend(other, Event.objects.get(title="座谈会"), make_person(name="陈远"))
    signing(twice_signed, "final", reviewers[2])
    assert not Finding.objects.exists()
