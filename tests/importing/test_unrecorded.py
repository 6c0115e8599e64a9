"""What a page tells and cannot be recorded is reported."""

from dataclasses import replace

import pytest

import reader
from events.models import AgendaItem, Delegation, Event, Participation, Vote
from reader.results import (
    Attendance,
    Paragraph,
    ReadCongress,
    ReadDelegation,
    ReadEvent,
    ReadMention,
    ReadParticipant,
    ReadPost,
    VoteCount,
)
from reader.results import ReadAgendaItem as ReadItem
from tests.importing.delivered import deliver
from tests.importing.opened import read_as

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]


# What cannot be recorded


def event_in(text: str, **fields: object) -> ReadEvent:
    known = {
        "title": "座谈会",
        "kind": "meeting",
        "edtf": "2019-03-14",
        "span": (0, len(text)),
    }
    optional = dict.fromkeys(["date", "time", "part_of_day", "place"]) | {
        "approximate": False
    }
    return ReadEvent(**(optional | known | fields))


def read_delegation(number: int, origin: str) -> ReadDelegation:
    return ReadDelegation(number, origin, NAME)


TEXT = "3月14日座谈会召开,蔡溪主持。"
NAME = (TEXT.index("蔡溪"), TEXT.index("蔡溪") + 2)
OUTSIDE = (len(TEXT) - 1, len(TEXT) + 2)


@pytest.mark.parametrize(
    ("fields", "rule", "told"),
    [
        (
            {"mentions": (ReadMention("蔡溪", OUTSIDE),)},
            "unplaced_fact",
            "蔡溪",
        ),
        (
            {"mentions": (ReadMention("蔡" * 61, NAME),)},
            "unplaced_fact",
            "蔡蔡",
        ),
        ({"events": (event_in(TEXT, edtf=""),)}, "undated_event", "座谈会"),
        (
            {"events": (event_in(TEXT, edtf="someday"),)},
            "undated_event",
            "座谈会",
        ),
        (
            {"events": (event_in(TEXT, title="座" * 201),)},
            "unplaced_fact",
            "座座",
        ),
        (
            {"events": (event_in(TEXT, span=OUTSIDE),)},
            "unplaced_fact",
            "座谈会",
        ),
        (
            {
                "events": (
                    event_in(
                        TEXT,
                        participants=(
                            ReadParticipant(
                                "蔡溪", "主持", None, NAME, OUTSIDE
                            ),
                        ),
                    ),
                )
            },
            "unplaced_fact",
            "座谈会: 蔡溪 主持",
        ),
        (
            {
                "events": (
                    event_in(
                        TEXT,
                        participants=(
                            ReadParticipant(
                                "蔡溪", "主" * 61, None, NAME, NAME
                            ),
                        ),
                    ),
                )
            },
            "unplaced_fact",
            "主主",
        ),
        (
            {
                "events": (
                    event_in(TEXT, attendance=Attendance(3, 1, 2, OUTSIDE)),
                )
            },
            "unplaced_fact",
            "(3, 1, 2)",
        ),
        (
            {
                "events": (
                    event_in(
                        TEXT, elected=(ReadPost("蔡溪", "会" * 121, NAME),)
                    ),
                )
            },
            "unplaced_fact",
            "会会",
        ),
        (
            {
                "events": (
                    event_in(TEXT, agenda=(ReadItem("听取报告", OUTSIDE),)),
                )
            },
            "unplaced_fact",
            "1 听取报告",
        ),
        (
            {"events": (event_in(TEXT, agenda=(ReadItem("听" * 201, NAME),)),)},
            "unplaced_fact",
            "听听",
        ),
        (
            {
                "events": (
                    event_in(TEXT, decisions=(ReadItem("定" * 201, NAME),)),
                )
            },
            "unplaced_fact",
            "定定",
        ),
        (
            {"events": (event_in(TEXT, votes=(VoteCount(3, 2, 1, OUTSIDE),)),)},
            "unplaced_fact",
            "3:2:1",
        ),
        (
            {
                "events": (
                    event_in(
                        TEXT, votes=(VoteCount(3, 2, 1, NAME, "决" * 201),)
                    ),
                )
            },
            "unplaced_fact",
            "决决",
        ),
    ],
)
def test_a_fact_that_cannot_be_recorded_becomes_a_finding(
    monkeypatch, fields, rule, told
):
    read = read_as(
        TEXT + "\n\n\n",
        paragraphs=(Paragraph(TEXT, ((0, len(TEXT)),)),),
        **fields,
    )
    monkeypatch.setattr(reader, "read_page", lambda text, context: read)
    page = deliver(read.text).page
    assert {finding.rule for finding in page.findings.all()} == {rule}
    assert all(told in finding.message for finding in page.findings.all())
    assert not Participation.objects.exists()
    assert not any(
        model.objects.exists() for model in (Delegation, AgendaItem, Vote)
    )
    assert not Event.objects.filter(attendance_expected__isnull=False).exists()


def test_delegations_are_recorded_with_where_they_come_from(monkeypatch):
    delegations = tuple(
        read_delegation(number, origin)
        for number, origin in ((2, "南湖县"), (1, "青山区"), (3, "区" * 121))
    )
    read = read_as(
        TEXT,
        events=(event_in(TEXT, kind="deliberation", delegations=delegations),),
    )
    monkeypatch.setattr(reader, "read_page", lambda text, context: read)
    page = deliver(TEXT).page
    assert [(d.number, d.origin) for d in Delegation.objects.all()] == [
        (1, "青山区"),
        (2, "南湖县"),
    ]
    assert {d.evidence.exact for d in Delegation.objects.all()} == {"蔡溪"}
    assert "区区" in page.findings.get(rule="unplaced_fact").message
    deliver(TEXT, again=True)
    assert Delegation.objects.count() == 2


def test_a_congress_without_a_day_is_reported_and_not_invented(monkeypatch):
    congress = ReadCongress("中国共产党滨江市第九次代表大会", 9, None, NAME)
    read = replace(read_as(TEXT), congresses=(congress,))
    monkeypatch.setattr(reader, "read_page", lambda text, context: read)
    page = deliver(TEXT).page
    assert not Event.objects.exists()
    assert congress.name in page.findings.get(rule="undated_event").message
