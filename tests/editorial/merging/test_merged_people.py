"""Everything of a person moves, and what is there twice stands once."""

import pytest

from articles.models import Byline, Evidence, Mention
from editorial.merging import MergingEvents, MergingPeople
from editorial.models import Step, StepRow
from events.models import Participation
from importing.storing.people import bearers_of
from people.models import (
    Membership,
    MergedPerson,
    OtherName,
    Pair,
    Person,
    Post,
    RosterEntry,
)
from tests.builders import (
    make_article,
    make_event,
    make_evidence,
    make_mention,
    make_newspaper,
    make_participation,
    make_person,
    saved,
)
from tests.editorial.merging.one_record import BODY, merged

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]


def test_everything_of_a_person_moves_and_the_step_says_why(
    pair, article, words, by
):
    stays, goes = pair
    mention = make_mention(article=article, name="林向皖", person=goes)
    saved(OtherName(person=goes, name="小林"))
    post = saved(Post(label="市长"))
    words.memberships.add(saved(Membership(person=goes, post=post)))
    part = make_participation(
        event=make_event(evidence=words), person=goes, evidence=words
    )
    byline = saved(
        Byline(article=article, name="林向皖", role="reporter", person=goes)
    )
    saved(RosterEntry(roster="名单", rank=1, person=goes))
    paper = make_newspaper(name="江南日报")
    paper.people.add(goes)
    version, key = article.version, goes.pk
    merged(stays, goes, by=by)
    assert not Person.objects.filter(pk=key).exists()
    assert {name.name for name in stays.other_names.all()} == {"小林", "林向皖"}
    assert stays.memberships.get().evidence.get() == words
    assert stays.participations.get() == part
    assert (
        stays.bylines.get(),
        stays.roster_entries.count(),
        stays.newspapers.get(),
    ) == (
        byline,
        1,
        paper,
    )
    step = Step.objects.get()
    assert (step.by, step.reason) == (by, "同一人。")
    moved = step.rows.get(kind="mention", key=mention.pk)
    assert moved.after == {"person_id": stays.pk}
    assert step.rows.get(kind="person", key=key).after is None
    memory = MergedPerson.objects.get()
    assert (
        memory.former,
        memory.name,
        memory.stays,
        memory.by,
        memory.reason,
    ) == (
        key,
        "林向皖",
        stays,
        by,
        "同一人。",
    )
    assert memory.moved["articles.Mention"] == {"moved": [mention.pk]}
    article.refresh_from_db()
    assert article.version > version


def test_nothing_that_points_to_a_record_is_forgotten():
    """A relation that merging does not know would be deleted or block it."""
    for merger in (MergingPeople, MergingEvents):
        known = {(rows.model, rows.link) for rows in merger.rows} | {
            (merger.memory, "stays")
        }
        known |= {(links.through, links.column) for links in merger.links}
        if merger is MergingPeople:
            # Moved by ``move_pairs``.
            known |= {(Pair, "first"), (Pair, "second")}
        own = {
            (each.remote_field.through, each.m2m_field_name())
            for each in merger.model._meta.many_to_many
        }
        found = own | {
            (each.through, each.field.m2m_reverse_field_name())
            if each.many_to_many
            else (each.related_model, each.field.name)
            for each in merger.model._meta.related_objects
        }
        assert found == known


def test_a_load_finds_the_person_by_the_former_name(pair, by):
    stays, goes = pair
    paper = make_newspaper()
    paper.people.add(goes)
    merged(stays, goes, by=by)
    assert bearers_of(paper, ["林向皖"]) == {"林向皖": {stays.pk: stays}}


def test_what_is_there_twice_stands_once_with_the_words_of_both(
    pair, article, words, by
):
    stays, goes = pair
    others = make_evidence(article=article, words="林向皖出席")
    post, event = saved(Post(label="市长")), make_event(evidence=words)
    words.memberships.add(saved(Membership(person=stays, post=post)))
    others.memberships.add(
        saved(Membership(person=goes, post=post, role="市长"))
    )
    make_participation(event=event, person=stays, evidence=words)
    gone = make_participation(event=event, person=goes, evidence=others, rank=3)
    for paper in (
        make_newspaper(name="江南日报"),
        make_newspaper(name="江北日报"),
    ):
        paper.people.add(*pair)
    merged(stays, goes, by=by)
    membership = Membership.objects.get()
    assert (membership.role, set(membership.evidence.all())) == (
        "市长",
        {words, others},
    )
    part = Participation.objects.get()
    assert (part.rank, part.evidence) == (
        3,
        others,
    )  # The fuller statement stands with its own words.
    rows = StepRow.objects.filter(kind="participation", key=gone.pk)
    assert rows.get().after is None
    assert Evidence.objects.count() == 2
    assert stays.newspapers.count() == 2


def test_words_that_readers_see_hold_the_fact_up(pair, article, words, by):
    stays, goes = pair
    hidden = make_evidence(
        article=make_article(body=BODY), words="林向晚主持会议"
    )
    event = make_event(evidence=words)
    make_participation(event=event, person=stays, evidence=hidden)
    make_participation(event=event, person=goes, evidence=words)
    merged(stays, goes, by=by)
    assert Participation.objects.get().evidence == words


def test_notes_are_kept_and_what_only_one_states(by):
    stays = make_person(name="林晚", note="甲")
    goes = make_person(
        name="林晚", note="乙", gender="female", nationality="回族"
    )
    merged(stays, goes, by=by)
    stays.refresh_from_db()
    assert (stays.note, stays.gender, stays.nationality) == (
        "甲\n乙",
        "female",
        "回族",
    )
    assert not stays.other_names.exists()


def test_three_become_one_and_former_addresses_follow(pair, words, by):
    stays, goes = pair
    third, last = make_person(name="林晚"), make_person(name="向晚")
    event = make_event(evidence=words)
    for person in (goes, third):
        make_participation(event=event, person=person, evidence=words)
    keys = {goes.pk, third.pk, stays.pk}
    merged(stays, goes, third, by=by)
    assert stays.participations.count() == 1
    merged(last, stays, by=by)
    assert {memory.former for memory in last.merged.all()} == keys
    assert Participation.objects.get().person == last


def test_mentions_stay_where_they_are(pair, article, by):
    stays, goes = pair
    for person in pair:
        make_mention(article=article, name=person.name, person=person)
    merged(stays, goes, by=by)
    assert Mention.objects.filter(person=stays).count() == 2
