"""Numbers that do not add up."""

import pytest

from editorial.contradictions import contradictions_of
from events.models import Candidacy, Vote
from tests.builders import make_article, make_event, make_person, saved
from tests.editorial.contradicting.stated import (
    BODY,
    count,
    elect,
    rules,
    words_of,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site_in_english")]


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
