"""Which records show something of another: exactly those, for each model that readers see."""

from types import SimpleNamespace

import pytest

from articles.models import Article, Byline
from editorial.shown_in import shown_in
from events.models import AgendaItem, Delegation, Vote
from importing.models import LookAlike
from people.models import Membership, Organization, OtherName, Post
from tests.builders import (
    make_article,
    make_event,
    make_evidence,
    make_issue,
    make_mention,
    make_newspaper,
    make_page,
    make_participation,
    make_person,
    make_photo,
    saved,
)

pytestmark = pytest.mark.django_db


def make_organization(name, **fields):
    return saved(Organization(name=name, **fields))


def make_held(person, organization):
    post = saved(Post(label=f"{organization}主任", organization=organization))
    return saved(Membership(person=person, post=post))


@pytest.fixture
def records():
    """One article with a fact of each kind, each of an event or a person of its own."""
    made = SimpleNamespace(publisher=make_organization("报社"))
    made.paper = make_newspaper(organization=made.publisher)
    made.issue = make_issue(newspaper=made.paper)
    made.page, made.other_page = [
        make_page(issue=made.issue, label=label) for label in ("A1", "A2")
    ]
    make_article_with_halves(made)
    make_people(made)
    make_events(made)
    return made


def make_article_with_halves(made):
    made.rest = make_article(page=made.other_page, headline="下转")
    made.article = make_article(page=made.page, continuation=made.rest)
    made.start = make_article(page=made.other_page, headline="开头")
    made.start.continuation = made.article
    made.start.save()
    made.photo = make_photo(article=made.article)
    made.rest_photo = make_photo(article=made.rest)
    made.byline = saved(
        Byline(article=made.article, name="林晚", role="reporter")
    )


def words_of(made, words):
    return make_evidence(article=made.article, words=words)


def make_people(made):
    made.named, made.taking_part, made.holder = [
        make_person(name=name) for name in ("甲", "乙", "丙")
    ]
    made.mention = make_mention(
        article=made.article, name="各地", person=made.named
    )
    made.other_name = saved(OtherName(person=made.named, name="甲公"))
    made.office = make_organization("市政府")
    made.bureau = make_organization("农业局", parent=made.office)
    made.membership = make_held(made.holder, made.office)
    made.words = words_of(made, "抓住")
    made.words.memberships.add(made.membership)


def make_events(made):
    made.congress = make_event(title="大会")
    made.session = make_event(title="全会", parent=made.congress)
    made.told = make_event(
        title="开幕", parent=made.session, evidence=made.words
    )
    made.counted = make_event(
        title="计数",
        parent=make_event(title="计数所属"),
        attendance_present=1,
        attendance_evidence=made.words,
    )
    made.attended = make_event(
        title="出席", parent=make_event(title="出席所属")
    )
    made.participation = make_participation(
        event=made.attended, person=made.taking_part, evidence=made.words
    )
    made.facts = [
        make_event(title=title, parent=made.session)
        for title in ("团", "议", "决")
    ]
    first, second, third = made.facts
    words = {"evidence": made.words}
    saved(Delegation(event=first, number=1, origin="城关", **words))
    saved(AgendaItem(event=second, rank=1, text="报告", **words))
    saved(Vote(event=third, in_favour=1, **words))


def keys(*records):
    """Return records as the log names them."""
    return {(type(one).__name__.lower(), one.pk) for one in records}


def shown(record):
    return shown_in(type(record), [record.pk])


def all_of_the_article(made):
    printed = keys(
        made.article,
        made.start,
        made.rest,
        made.photo,
        made.rest_photo,
        made.page,
        made.issue,
        made.paper,
        made.publisher,
    )
    people = keys(made.named, made.taking_part, made.holder, made.office)
    events = keys(
        made.told,
        made.session,
        made.congress,
        made.counted,
        made.counted.parent,
        made.attended,
        made.attended.parent,
        *made.facts,
    )
    return printed | people | events


def test_an_article_is_shown_with_its_halves_and_all_it_states(records):
    assert shown(records.article) == all_of_the_article(records)


def test_words_that_state_a_fact_are_those_of_their_article(records):
    assert shown(records.words) == all_of_the_article(records)


def test_what_is_printed_is_shown_where_it_stands(records):
    made = records
    assert shown(made.byline) == keys(made.article)
    assert shown(made.photo) == keys(made.photo, made.article)
    assert shown(made.paper) == keys(made.paper, made.publisher)
    on_page = keys(made.page, made.issue, made.article, made.photo)
    assert shown(made.page) == on_page
    others = keys(made.other_page, made.start, made.rest, made.rest_photo)
    assert shown(made.issue) == on_page | others | keys(made.paper)


def test_a_person_is_shown_with_parts_and_posts(records):
    made = records
    assert shown(made.named) == keys(made.named)
    whole = made.attended.parent
    assert shown(made.taking_part) == keys(
        made.taking_part, made.attended, whole
    )
    assert shown(made.holder) == keys(made.holder, made.office)
    assert shown(made.other_name) == keys(made.named)
    assert shown(made.mention) == keys(made.article, made.named)


def test_a_named_person_leads_to_the_events_that_link_there(records):
    made = records
    part = make_participation(
        event=made.told, person=made.named, evidence=made.words
    )
    wholes = keys(made.told, made.session, made.congress)
    assert shown(made.mention) == keys(made.article, made.named) | wholes
    assert shown(part) == keys(made.named) | wholes


def test_posts_are_shown_with_their_holders(records):
    made = records
    held = keys(made.holder, made.office)
    assert shown(made.membership) == held
    assert shown(made.membership.post) == held
    assert shown(made.office) == held | keys(made.bureau)
    assert shown(made.publisher) == keys(made.publisher, made.paper)
    vacant = saved(Post(label="副职", organization=made.bureau))
    assert shown(vacant) == keys(made.bureau)


def test_an_event_is_shown_with_its_parts_and_wholes(records):
    made = records
    line = keys(made.told, made.session, made.congress)
    assert shown(made.told) == line | keys(made.article)
    assert shown(made.session) == line | keys(*made.facts)
    assert shown(made.congress) == keys(made.session, made.congress)
    assert shown(made.attended) == keys(
        made.attended, made.attended.parent, made.taking_part
    )


def test_what_readers_never_see_is_shown_nowhere(records):
    row = saved(LookAlike(character="甲", mistaken_for="申", authority="表"))
    assert shown(row) == set()


def test_nothing_is_shown_of_no_record():
    assert shown_in(Article, []) == set()
    assert shown_in(Article, [None]) == set()
