"""Facts of the proceedings are signed with their words, shown while these stand, and no longer."""

import pytest

from editorial.publishing.checking import rebuild_rows, unlike_publications
from editorial.stating import articles_stating
from events.models import (
    Candidacy,
    CongressSpan,
    Election,
    MeetingBody,
    PublicEvent,
    Resolution,
    ShortTitle,
    Statement,
    TenureBound,
    Visit,
)
from events.models.statement import About
from people.models import Membership, Organization, Post
from tests.builders import (
    make_evidence,
    make_mention,
    make_person,
    saved,
    show_as_it_stands,
)
from tests.congress_builders import make_congress, make_sitting, row_of

pytestmark = pytest.mark.django_db
FIELDS = {
    Statement.BODY,
    Statement.SHORT_TITLE,
    Statement.RESOLUTION,
    Statement.VISIT,
    Statement.ELECTION,
    Statement.CANDIDACY,
    Statement.TENURE,
}


@pytest.fixture
def congress():
    return make_congress()


@pytest.fixture
def sitting(congress):
    return make_sitting(congress=congress, title="大会")


@pytest.fixture
def words(sitting):
    """Words beside those that tell the sitting, which state all kinds of its facts."""
    article = sitting.evidence.first().article
    person = make_person(name="柏松")
    make_mention(article=article, name="举行", person=person)
    words = make_evidence(article=article, words="举行")
    stated = {"event": sitting, "evidence": words}
    saved(MeetingBody(body="committee", name="全会", **stated))
    saved(ShortTitle(text="会", **stated))
    saved(Resolution(rank=1, text="决议", **stated))
    saved(Visit(person=person, number=7, **stated))
    election = saved(Election(office="主任", seats=1, **stated))
    saved(
        Candidacy(
            election=election,
            person=person,
            outcome="elected",
            votes=9,
            evidence=words,
        )
    )
    post = Post(label="主任", organization=saved(Organization(name="会")))
    held = saved(
        Membership(person=person, post=saved(post), start_date="2021-09")
    )
    saved(
        TenureBound(membership=held, edge="begins", manner="election", **stated)
    )
    show_as_it_stands(article)
    return words


def fields():
    return set(Statement.objects.values_list("field", flat=True))


def test_each_kind_of_fact_is_a_statement_with_its_words(sitting, words):
    stated = Statement.objects.filter(
        about=About.EVENT, subject=sitting.pk, mark=words.pk
    )
    assert {each.field for each in stated} == FIELDS
    assert {each.exact for each in stated} == {"举行"}
    by_field = {each.field: each for each in stated}
    person = sitting.visits.get().person_id
    for field in (Statement.VISIT, Statement.CANDIDACY, Statement.TENURE):
        assert by_field[field].object == person
        assert by_field[field].value["name"] == "举行"
    assert by_field[Statement.BODY].value == {
        "body": "committee",
        "number": None,
        "name": "全会",
    }
    assert by_field[Statement.CANDIDACY].value["votes"] == 9
    assert by_field[Statement.ELECTION].value["seats"] == 1


def test_the_row_of_the_event_has_what_lists_read(sitting, words):
    row = row_of(sitting)
    assert (row.body, row.body_name, row.short_title) == (
        "committee",
        "全会",
        "会",
    )
    assert row.outline["resolutions"] == {"texts": ["决议"], "count": 1}
    assert row.outline["visits"][0]["numbers"] == [7]
    assert row.outline["elections"][0]["elected"] == 1
    assert list(unlike_publications()) == []


def test_words_edited_away_take_their_facts_off(sitting, words):
    words.check_again = True
    words.save()
    show_as_it_stands(words.article)
    assert not fields() & FIELDS
    row = row_of(sitting)
    assert (row.body, row.short_title, row.outline) == ("other", "", {})


def test_a_span_is_that_of_the_congress(congress):
    words = congress.evidence.get()
    span = CongressSpan(
        event=congress,
        evidence=words,
        first_day="2021-09-26",
        last_day="2021-09-29",
    )
    saved(span)
    show_as_it_stands(words.article)
    row = row_of(congress)
    assert (row.first_day.day, row.last_day.day) == (26, 29)
    assert list(unlike_publications()) == []


def test_each_fact_leads_to_the_articles_that_state_it(sitting, words):
    article = {words.article_id}
    sitting.evidence.clear()
    Statement.objects.all().delete()
    assert articles_stating(sitting) == article
    assert articles_stating(sitting.elections.get()) == article
    person = sitting.visits.get().person
    assert article <= articles_stating(person)


def test_rows_made_anew_keep_their_words(sitting, words):
    before = row_of(sitting).word
    assert before
    rebuild_rows()
    assert row_of(sitting).word == before
    assert PublicEvent.objects.exclude(word="").count() == 2
    PublicEvent.objects.filter(pk=sitting.pk).update(word="other-9")
    assert list(unlike_publications()) != []
