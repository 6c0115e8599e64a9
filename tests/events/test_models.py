"""What the database itself refuses of the facts of an event."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from articles.models import Evidence
from events.models import AgendaItem, Event, Vote
from tests.builders import make_article, make_event, make_evidence, saved

pytestmark = pytest.mark.django_db
BODY = "会议听取工作报告。300票赞成、2票反对通过决议。"


@pytest.fixture
def words() -> Evidence:
    return make_evidence(
        article=make_article(body=BODY, published=True), words="听取工作报告"
    )


@pytest.fixture
def event(words) -> Event:
    return make_event(evidence=words)


def refused(*records) -> None:
    """Save these past their own rules; the last must be refused by the database."""
    for record in records[:-1]:
        record.save()
    with pytest.raises(IntegrityError), transaction.atomic():
        records[-1].save()


def test_no_fact_exists_without_its_words(event):
    refused(AgendaItem(event=event, rank=1, text="听取报告"))
    refused(Vote(event=event, in_favour=300))
    with pytest.raises(ValidationError, match="evidence"):
        saved(Vote(event=event, in_favour=300))


def test_a_place_in_the_agenda_is_taken_once_and_counts_from_one(event, words):
    refused(
        *(
            AgendaItem(event=event, rank=1, text=text, evidence=words)
            for text in ("听取报告", "审议报告")
        )
    )
    refused(AgendaItem(event=event, rank=0, text="听取报告", evidence=words))


def test_one_subject_is_voted_on_once_and_words_count_once(event, words):
    other = make_evidence(article=words.article, words="300票赞成")
    refused(
        *(
            Vote(event=event, subject="决议", in_favour=300, evidence=each)
            for each in (words, other)
        )
    )
    saved(Vote(event=event, in_favour=300, evidence=other))
    third = make_evidence(article=words.article, words="2票反对")
    saved(
        Vote(event=event, in_favour=300, evidence=third)
    )  # what was voted on may be unknown more than once
    refused(Vote(event=event, subject="决定", in_favour=1, evidence=words))


@pytest.mark.parametrize("number", ["in_favour", "against", "abstained"])
def test_a_count_is_never_below_nothing(event, words, number):
    refused(
        Vote(**{"event": event, "in_favour": 1, "evidence": words, number: -1})
    )


def test_a_vote_is_told_by_its_subject_and_its_numbers(event, words):
    vote = saved(
        Vote(
            event=event,
            subject="决议",
            in_favour=300,
            against=2,
            evidence=words,
        )
    )
    assert str(vote) == "决议 300:2:–"
    assert str(Vote(in_favour=299, against=0, abstained=1)) == "299:0:1"
    assert str(AgendaItem(text="听取报告")) == "听取报告"
