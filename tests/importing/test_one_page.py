"""One delivered page becomes records, once."""

import datetime as dt
import hashlib
import json
import re
from dataclasses import replace

import pytest
import time_machine
from django.db import connection
from django.forms import model_to_dict
from django.test.utils import CaptureQueriesContext

import reader
from articles.models import (
    Article,
    Byline,
    Evidence,
    Mention,
    Newspaper,
    Page,
    Photo,
)
from editorial.models import Finding
from events.models import AgendaItem, Delegation, Event, Participation, Vote
from importing.models import FixedExpression, ImportRun, LookAlike
from importing.one_page import load_page
from importing.refusal import ImportRefused
from people.models import Membership, OtherName, Person
from reader.results import (
    Attendance,
    Block,
    BlockKind,
    Paragraph,
    ReadArticle,
    ReadCongress,
    ReadDelegation,
    ReadEvent,
    ReadMention,
    ReadPage,
    ReadParticipant,
    ReadPost,
    VoteCount,
)
from reader.results import ReadAgendaItem as ReadItem
from records.history import LOADED
from tests.builders import make_newspaper, make_person, make_user
from tests.importing.delivered import BACK, FRONT, NEWSPAPER, deliver

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]


def opening() -> Event:
    return Event.objects.get(kind="session")


# The page


def test_a_page_is_stored_exactly_as_delivered():
    text = FRONT.replace("\n", "\r\n")
    data = b"\xef\xbb\xbf" + text.encode()
    with time_machine.travel(
        dt.datetime(2024, 5, 6, tzinfo=dt.UTC), tick=False
    ):
        run = load_page(data, source_name=f"{NEWSPAPER}_2019-03-15_A1.txt")
    page = run.page
    assert (run.outcome, run.message) == ("created", "")
    assert page.text == text
    assert page.sha256 == hashlib.sha256(data).hexdigest() == run.sha256
    assert (str(page.issue), page.label, page.coverage) == (
        f"{NEWSPAPER} 2019-03-15",
        "A1",
        1.0,
    )
    assert (
        run.started_at
        == run.finished_at
        == dt.datetime(2024, 5, 6, tzinfo=dt.UTC)
    )
    characters = [
        offset
        for offset, character in enumerate(text)
        if not character.isspace()
    ]
    covered = [
        offset
        for _kind, start, end, _position in page.blocks
        for offset in range(start, end)
    ]
    assert [
        offset for offset in covered if not text[offset].isspace()
    ] == characters
    assert not Article.objects.filter(body__contains="\r").exists()


def test_an_article_keeps_its_parts_and_their_places():
    page = deliver(FRONT).page
    article = Article.objects.get(position=1)
    assert (
        article.headline
        == article.read_headline
        == "中国共产党滨江市第九次代表大会开幕"
    )
    assert article.kicker == "实干担当开新局 同心同德谱华章"
    assert (article.dateline_source, article.continues_on, article.status) == (
        "本报讯",
        "A2",
        "imported",
    )
    assert [(b.name, b.role) for b in article.bylines.all()] == [
        ("周一鸣", "reporter"),
        ("何田", "correspondent"),
    ]
    for paragraph, spans in zip(
        article.paragraphs, article.paragraph_sources, strict=True
    ):
        assert (
            "".join(page.text[start:end] for start, end in spans) == paragraph
        )
    photo = Photo.objects.get()
    assert (photo.caption, photo.read_caption, photo.creator_names) == (
        "代表们步入会场。",
        "代表们步入会场。",
        ["石磊"],
    )
    assert photo.caption in page.text[photo.start : photo.end]


def test_every_mention_and_all_evidence_stand_at_their_words():
    deliver(FRONT)
    for model in (Mention, Evidence):
        selectors = model.objects.select_related("article", "photo")
        assert len(selectors) > 10
        for selector in selectors:
            selector.full_clean()
    assert {mention.part for mention in Mention.objects.all()} == {
        "subtitle",
        "body",
    }


def test_every_record_has_one_history_row_in_the_name_of_who_loads():
    user = make_user()
    deliver(FRONT, by=user)
    for model in (
        Page,
        Article,
        Photo,
        Mention,
        Evidence,
        Person,
        Event,
        Participation,
        Membership,
    ):
        rows = model.history.all()
        assert {row.id for row in rows} == set(
            model.objects.values_list("pk", flat=True)
        ), model
        assert {
            (row.history_type, row.history_change_reason) for row in rows
        } == {("+", LOADED)}, model
    assert {row.history_user_id for row in Mention.history.all()} == {user.pk}
    row = Mention.history.first()
    assert (row.exact, row.start, row.article_id) == (
        row.instance.exact,
        row.instance.start,
        row.instance.article_id,
    )


def test_the_same_bytes_again_change_nothing():
    deliver(FRONT)
    before = {
        model: model.history.count()
        for model in (Page, Article, Mention, Event, Person)
    }
    findings = Finding.objects.count()
    run = deliver(FRONT)
    assert (run.outcome, run.message) == (
        "unchanged",
        "the same bytes are already loaded; nothing changed",
    )
    assert run.page == Page.objects.get()
    assert {model: model.history.count() for model in before} == before
    assert (Finding.objects.count(), ImportRun.objects.count()) == (findings, 2)


def test_the_page_head_tells_what_nothing_else_does():
    head = f"{NEWSPAPER}\u30002019年3月15日\u3000星期五\u3000第A1版\n\n"
    data = (head + FRONT).encode()
    page = load_page(data, source_name="scan.txt").page
    assert (page.issue.newspaper.name, page.issue.date, page.label) == (
        NEWSPAPER,
        dt.date(2019, 3, 15),
        "A1",
    )
    assert load_page(data, source_name="scan.txt").outcome == "unchanged"


@pytest.mark.parametrize(
    ("data", "facts", "reason"),
    [
        (b"", {}, "empty"),
        (b"\x00\x01\x02\x03", {}, "binary"),
        (
            FRONT.encode(),
            {"page": "A2"},
            "the argument says A2, the file name says A1",
        ),
        (FRONT.encode(), {"date": "15.3.2019"}, "unreadable date"),
        (f"北岭日报 2019年3月15日 第A1版\n\n{FRONT}".encode(), {}, "北岭日报"),
    ],
)
def test_a_refused_page_leaves_nothing_but_the_record_of_it(
    data, facts, reason
):
    with pytest.raises(ValueError, match=reason) as refusal:
        load_page(data, source_name=f"{NEWSPAPER}_2019-03-15_A1.txt", **facts)
    run = ImportRun.objects.get()
    assert (run.outcome, run.page, run.message) == (
        "refused",
        None,
        str(refusal.value),
    )
    assert "\n" not in run.message
    assert not Newspaper.objects.exists()
    assert not Page.objects.exists()


def test_a_page_nobody_can_place_is_refused():
    with pytest.raises(ImportRefused, match="give --newspaper --page"):
        load_page(FRONT.encode(), source_name="2019-03-15.txt")


def test_a_page_refused_while_it_is_stored_leaves_nothing(monkeypatch):
    read = read_as("甲" * 400, headline="甲" * 400)
    monkeypatch.setattr(reader, "read_page", lambda text, context: read)
    with pytest.raises(
        ImportRefused, match="the headline at offset 0 has 400 characters"
    ):
        deliver(read.text)
    assert not Page.objects.exists()
    assert not Newspaper.objects.exists()


def test_papers_of_the_same_sound_get_different_addresses():
    make_newspaper(name="斌江日报", slug="binjiangribao")
    deliver(FRONT)
    assert Newspaper.objects.get(name=NEWSPAPER).slug == "binjiangribao-2"


# People


def test_new_names_join_the_papers_authority_list():
    deliver(FRONT)
    newspaper = Newspaper.objects.get()
    names = {"林向晚", "沈立秋", "高长林", "蔡溪", "欧阳文海"}
    assert set(newspaper.people.values_list("name", flat=True)) == names
    assert Person.objects.get(name="蔡溪").sort_name == "cai xi"
    assert (
        set(Person.objects.values_list("name", flat=True)) == names
    )  # reporters are not guessed to be people


def test_names_are_matched_within_the_list_and_by_other_names():
    newspaper = make_newspaper(name=NEWSPAPER)
    known, elsewhere = make_person(name="林晚"), make_person(name="沈立秋")
    OtherName.objects.create(person=known, name="林向晚")
    newspaper.people.add(known)
    deliver(FRONT)
    assert set(
        Mention.objects.filter(name="林向晚").values_list("person", flat=True)
    ) == {known.pk}
    assert not Mention.objects.filter(person=elsewhere).exists()
    assert not Person.objects.filter(name="林向晚").exists()


def test_a_name_of_two_people_is_a_finding_and_no_guess():
    newspaper = make_newspaper(name=NEWSPAPER)
    newspaper.people.add(
        make_person(name="蔡溪"), make_person(name="蔡溪", note="另一位")
    )
    page = deliver(FRONT).page
    mention = Mention.objects.get(name="蔡溪")
    assert mention.person is None
    finding = page.findings.get(rule="ambiguous_name")
    assert (finding.exact, finding.origin, finding.severity) == (
        "蔡溪",
        "transcription",
        2,
    )
    assert finding.message == "蔡溪 could be 2 people of the authority list."
    assert Person.objects.filter(name="蔡溪").count() == 2
    assert not Participation.objects.filter(person__name="蔡溪").exists()
    lost = page.findings.get(rule="unplaced_fact")
    assert "蔡溪 执行主席" in lost.message


# Events


def test_the_opening_of_a_congress():
    deliver(FRONT)
    event = opening()
    assert (event.parent.title, event.parent.kind) == (
        "中国共产党滨江市第九次代表大会",
        "congress",
    )
    assert (event.edtf, event.time, event.part_of_day, event.place) == (
        "2019-03-14",
        dt.time(9),
        "morning",
        "市会议中心",
    )
    assert (
        event.attendance_expected,
        event.attendance_absent,
        event.attendance_present,
    ) == (
        210,
        6,
        204,
    )
    assert "应出席代表210名" in event.attendance_evidence.exact
    chairs = event.participations.filter(role="执行主席").in_printed_order()
    names = ["林向晚", "沈立秋", "高长林", "蔡溪", "欧阳文海"]
    assert [(part.person.name, part.rank) for part in chairs] == list(
        zip(names, range(1, 6), strict=True)
    )
    assert all(
        part.person.name in part.evidence.exact
        for part in event.participations.all()
    )
    assert {evidence.exact for evidence in event.evidence.all()} >= {"上午9时"}
    assert event.parent.evidence.exists()


def test_posts_are_recorded_with_the_words_that_give_them():
    deliver(FRONT)
    memberships = Membership.objects.select_related(
        "post__organization"
    ).order_by("pk")
    stated = {
        (m.person.name, m.post.label, m.role, m.stated_on) for m in memberships
    }
    day = dt.date(2019, 3, 15)
    assert stated == {
        ("沈立秋", "滨江市委副书记", "副书记", day),
        ("沈立秋", "市长", "市长", day),
    }
    assert {str(m.post.organization) for m in memberships} == {
        "滨江市委",
        "None",
    }
    assert all("沈立秋" in m.evidence.get().exact for m in memberships)


def test_an_event_that_two_pages_report_is_one_with_two_sources():
    deliver(FRONT)
    deliver(FRONT.replace("全体起立", "全场起立"), "A3")
    event = opening()
    articles = {
        evidence.article.page.label for evidence in event.evidence.all()
    }
    assert articles == {"A1", "A3"}
    assert Event.objects.congresses().count() == 1
    assert event.participations.filter(role="执行主席").count() == 5
    assert not Finding.objects.filter(rule="event_differs").exists()


def test_another_part_of_the_day_is_another_event():
    deliver(FRONT)
    deliver(
        FRONT.replace("3月14日上午", "3月14日下午").replace(
            "上午9时", "下午3时"
        ),
        "A3",
    )
    assert Event.objects.filter(kind="session").count() == 2


def test_what_a_second_page_states_otherwise_is_left_to_a_person():
    deliver(FRONT)
    page = deliver(
        FRONT.replace("市会议中心", "市体育馆").replace("210名", "211名"), "A3"
    ).page
    assert opening().place == "市会议中心"
    assert opening().attendance_expected == 210
    assert "市体育馆" in page.findings.get(rule="event_differs").message
    assert "211" in page.findings.get(rule="unplaced_fact").message


def test_a_short_name_means_the_congress_the_paper_reports_and_learns_the_full_one():
    short = FRONT.replace("中国共产党滨江市第九次代表大会", "市第九次党代会")
    deliver(short, "A3")
    assert Event.objects.congresses().get().title == "市第九次党代会"
    deliver(FRONT)
    assert (
        Event.objects.congresses().get().title
        == "中国共产党滨江市第九次代表大会"
    )
    deliver(short.replace("全体起立", "全场起立"), "A5")
    assert Event.objects.congresses().count() == 1


def test_another_papers_short_name_is_another_congress():
    deliver(FRONT)
    short = FRONT.replace("中国共产党滨江市第九次代表大会", "市第九次党代会")
    load_page(short.encode(), source_name="北岭日报_2019-03-15_A1.txt")
    assert Event.objects.congresses().count() == 2


def test_a_congress_named_in_full_is_one_for_all_papers():
    deliver(FRONT)
    load_page(FRONT.encode(), source_name="北岭日报_2019-03-15_A1.txt")
    assert Event.objects.congresses().count() == 1
    assert Event.objects.filter(kind="session").count() == 1


# What cannot be recorded


def read_as(text: str, **fields: object) -> ReadPage:
    """Return a reading whose one article is the whole text as one paragraph, unless told
    otherwise.
    """
    whole = (0, len(text))
    article = ReadArticle(
        span=whole, **{"paragraphs": (Paragraph(text, (whole,)),), **fields}
    )
    blocks = (Block(BlockKind.PARAGRAPH, 0, len(text), 0),)
    return ReadPage(
        text, NEWSPAPER, dt.date(2019, 3, 15), "A1", 1.0, blocks, (article,)
    )


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


# The reader's tables, and the price


def test_the_reader_is_given_the_editors_tables_and_the_papers_names(
    monkeypatch,
):
    FixedExpression.objects.all().delete()
    LookAlike.objects.all().delete()
    FixedExpression.objects.create(
        phrase="两岸三地", preferred="海峡两岸和香港", authority="通讯社"
    )
    LookAlike.objects.create(character="溪", mistaken_for="西")
    newspaper = make_newspaper(name=NEWSPAPER)
    newspaper.people.add(make_person(name="林向晚"))
    make_person(name="他人")
    seen = []
    read_page = reader.read_page
    monkeypatch.setattr(
        reader,
        "read_page",
        lambda text, context: seen.append(context) or read_page(text, context),
    )
    deliver(FRONT)
    [context] = seen
    assert context.known_people == {"林向晚"}
    assert [
        (row.phrase, row.authority) for row in context.fixed_expressions
    ] == [("两岸三地", "通讯社")]
    assert context.look_alikes == {"溪": "西"}


def test_the_shipped_tables_are_there_for_editors():
    assert FixedExpression.objects.exists()
    assert LookAlike.objects.exists()


def test_a_longer_page_takes_no_more_queries():
    roster = "、".join(
        f"{surname}{given}"
        for surname in "赵钱孙李"
        for given in ("立春", "立夏", "立冬")
    )
    longer = FRONT.replace("欧阳文海", f"欧阳文海、{roster}")
    deliver(longer)  # everybody is known from now on
    with CaptureQueriesContext(connection) as short:
        deliver(FRONT.replace("3月14日", "3月15日"), date="2019-03-16")
    deliver(FRONT.replace("3月14日", "3月16日"), date="2019-03-17")
    with CaptureQueriesContext(connection) as long:
        deliver(longer.replace("3月14日", "3月17日"), date="2019-03-18")
    assert (
        Participation.objects.filter(role="执行主席").count() == 17 + 5 + 5 + 17
    )
    assert len(long) == len(short)
    assert len(short) <= 60


def test_a_page_that_names_nobody_is_loaded():
    run = deliver(BACK, "A2")
    assert (
        run.counts["people"],
        run.counts["articles"],
        run.counts["coverage"],
    ) == (
        0,
        2,
        1.0,
    )


def test_control_characters_become_no_part_of_a_record_and_stay_on_the_page():
    odd = (
        FRONT.replace("奏唱国歌", "奏唱\x0c国歌")
        .replace("石磊", "石磊\x0b")
        .replace("全体起立", "全体\x85起立\x9f")
    )
    odd = odd.replace("周一鸣 ", "周一鸣\x0b").replace(
        "代表大会开幕\n", "代表大会\x0b开幕\n", 1
    )
    page = deliver(odd).page
    page.refresh_from_db()
    assert page.text == odd
    records = [
        *Article.objects.all(),
        *Photo.objects.all(),
        *Byline.objects.all(),
        *Mention.objects.all(),
        *Evidence.objects.all(),
    ]
    stored = json.dumps(
        [model_to_dict(record) for record in records],
        default=str,
        ensure_ascii=False,
    )
    assert not re.search(r"\\u00[01]|\\[bfrt]|[\x7f-\x9f]", stored)
    for selector in (*Mention.objects.all(), *Evidence.objects.all()):
        selector.full_clean()
