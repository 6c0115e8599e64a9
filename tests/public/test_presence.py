"""Who was where, with whom, and who was elected; as pages and as files."""

import csv
import io
import re

import pytest

from events.models import Candidacy, Election, TenureBound, Visit, Vote
from people.models import Membership, Organization, Post, PublicPerson
from tests.builders import (
    make_evidence,
    make_mention,
    make_participation,
    make_person,
    published_once,
    saved,
    show_as_it_stands,
)
from tests.congress_builders import address_of, make_congress, make_sitting

pytestmark = pytest.mark.django_db
ROW = re.compile(r'<th scope="row">(.*?)</tr>', re.DOTALL)
ROLE = re.compile(r'class="visually-hidden"\s+lang="[^"]+"\s*>([^<]+?) <')


def shown(client, address, status=200):
    response = client.get(address)
    assert response.status_code == status, address
    return response.content.decode()


def lines(client, address):
    response = client.get(address)
    text = b"".join(response.streaming_content).decode()
    assert text.startswith("\ufeff")
    return list(csv.reader(io.StringIO(text[1:])))


@pytest.fixture
def congress():
    return make_congress()


@published_once()
def taking_part(event, person, role="参加", **fields):
    words = event.evidence.first()
    article = words.article
    name = ("举行", "举", "行")[article.mentions.count() % 3]
    make_mention(article=article, name=name, person=person)
    make_participation(
        event=event, person=person, evidence=words, role=role, **fields
    )


@pytest.fixture
@published_once()
def sittings(congress):
    """Two sittings, one person in both, another in the first."""
    opening = make_sitting(congress=congress, title="开幕", time=None)
    closing = make_sitting(congress=congress, title="闭幕", edtf="2021-09-28")
    make_sitting(congress=congress, title="参观", edtf="2021-09-28")
    bai = make_person(name="柏松")
    lin = make_person(name="林向晚")
    taking_part(opening, lin, "执行主席", rank=2, position=1)
    taking_part(opening, bai, "执行主席", rank=1, position=1)
    taking_part(opening, bai, "讲话", position=2)
    taking_part(closing, bai)
    saved(
        Visit(
            event=closing,
            person=lin,
            number=3,
            evidence=closing.evidence.first(),
        )
    )
    show_as_it_stands(closing.evidence.first().article)
    return congress


@pytest.fixture
def two(sittings):
    return address_of(sittings)


def test_people_stand_in_printed_order_with_their_roles(client, two):
    html = shown(client, f"{two}who/")
    rows = ROW.findall(html)
    assert [re.search(">([^<>]+)</a>", row)[1] for row in rows] == [
        "柏松",
        "林向晚",
    ]
    assert [ROLE.findall(row) for row in rows] == [
        ["执行主席", "讲话", "参加"],
        ["执行主席", "到团"],
    ]
    assert html.count('class="session"') == 2
    assert rows[0].count('class="m strong"') == 2
    assert 'data-session="9月27日 开幕"' in rows[0]


def test_english_pages_call_roles_in_english(client, two):
    html = shown(client, f"/en{two}who/")
    chair = 'lang="en"\n>executive chair</span>'
    legend = html.split('class="legend-roles"')[1]
    assert chair in legend
    assert "executive chair" in ROLE.findall(html)
    html = shown(client, f"/en{two}2021-09-27/")
    assert chair in html
    html = shown(client, f"{two}2021-09-27/")
    assert 'lang="zh-Hans"\n>执行主席</span>' in html


def test_sessions_and_people_come_by_the_page(client, two, monkeypatch):
    monkeypatch.setattr("public.views.presence.SESSIONS_A_PAGE", 1)
    monkeypatch.setattr("public.views.presence.PEOPLE_A_PAGE", 1)
    html = shown(client, f"{two}who/?sessions=1&page=2")
    assert len(ROW.findall(html)) == 1
    assert "林向晚" in html
    assert html.count('class="session"') == 1
    shown(client, f"{two}who/?sessions=3", 404)
    shown(client, f"{two}who/?page=3", 404)


def test_the_file_has_a_line_a_role_with_its_words(client, two):
    heads, *rows = lines(client, f"{two}who.csv")
    assert heads[4:7] == ["人物", "身份", "名单序号"]
    assert [[row[3], *row[5:8]] for row in rows] == [
        ["开幕", "执行主席", "1", ""],
        ["开幕", "执行主席", "2", ""],
        ["开幕", "讲话", "", ""],
        ["闭幕", "参加", "", ""],
        ["闭幕", "到团", "", "3"],
    ]
    assert rows[0][-2] == "开幕"
    people = dict(PublicPerson.objects.values_list("name", "key"))
    chairing = [str(people["柏松"]), str(people["林向晚"])]
    assert [row[-1] for row in rows[:2]] == chairing


def test_a_cell_that_would_be_a_formula_is_text(client, congress):
    event = make_sitting(congress=congress, title="=1+1")
    taking_part(event, make_person(name="柏松"))
    _heads, row = lines(client, f"{address_of(congress)}who.csv")
    assert row[3] == "'=1+1"


def test_a_tie_counts_common_sessions_the_smaller_the_closer(client, two):
    html = shown(client, f"{two}with/")
    assert html.count("<rect ") == 1
    row = html.split('class="pairs"')[1].split("<tbody>")[1]
    numbers = re.findall(r'<td class="n">([^<]+)</td>', row)
    assert numbers == ["2", "2.00"]
    assert row.count('class="both"') == 2
    assert "evidence=" in row
    _heads, line = lines(client, f"{two}with.csv")
    assert line[:4] == ["柏松", "林向晚", "2", "2.000"]
    people = dict(PublicPerson.objects.values_list("name", "key"))
    assert line[-2:] == [str(people["柏松"]), str(people["林向晚"])]


def test_a_tie_tells_namesakes_apart(client, congress):
    event = make_sitting(congress=congress, title="开幕")
    for _ in range(2):
        taking_part(event, make_person(name="柏松"))
    html = shown(client, f"{address_of(congress)}with/")
    chart, table = html.split('class="pairs"')
    assert chart.count('<tspan class="apart">') == 2
    assert table.count('class="apart"') == 2


def test_where_nobody_shares_a_name_nothing_tells_apart(client, two):
    assert 'class="apart"' not in shown(client, f"{two}with/")


def test_large_gatherings_tie_nobody(client, two, monkeypatch):
    where = "public.congress.attending.ties.LARGEST_GATHERING"
    monkeypatch.setattr(where, 1)
    assert "<rect " not in shown(client, f"{two}with/")


@pytest.mark.parametrize("name", ["who", "with", "election"])
def test_a_view_without_data_is_neither_shown_nor_listed(
    client, congress, name
):
    make_sitting(congress=congress, title="开幕")
    address = address_of(congress)
    shown(client, f"{address}{name}/", 404)
    assert f"{address}{name}/" not in shown(client, address)


@pytest.mark.parametrize("number", [2, 6])
@pytest.mark.parametrize(
    ("view", "queries"), [("who", 7), ("with", 7), ("election", 5)]
)
def test_views_ask_the_same_however_many_there_are(
    client, congress, django_assert_num_queries, number, view, queries
):
    chair = make_person(name="柏松")
    for place in range(number):
        event = make_sitting(
            congress=congress, title=f"第{place}场", chair="林晚"
        )
        # All of one name: each asks once more what tells them apart.
        taking_part(event, chair)
        elect(event, "市长", [("柏松", 1, None)])
    address = f"{address_of(congress)}{view}/"
    with django_assert_num_queries(queries):
        shown(client, address)


# Elections


def elect(event, office, people, outcome="elected", **fields):
    words = event.evidence.first()
    found, _made = Election.objects.get_or_create(
        event=event, office=office, evidence=words, **fields
    )
    for name, rank, votes in people:
        person = Membership.person.field.related_model.objects.filter(name=name)
        saved(
            Candidacy(
                election=found,
                person=person.first() or make_person(name=name),
                outcome=outcome,
                rank=rank,
                votes=votes,
                evidence=words,
            )
        )
    show_as_it_stands(words.article)


def test_the_elected_stand_in_printed_order_with_votes(client, congress):
    event = make_sitting(congress=congress, title="选举大会")
    elected = [("柏松", 1, 300), ("林晚", 2, 299)]
    elect(event, "第七届委员会委员", elected, seats=2, list_order="votes")
    elect(event, "第七届委员会委员", [("石开", 1, None)], "alternate")
    words = event.evidence.first()
    saved(Vote(event=event, in_favour=300, evidence=words))
    show_as_it_stands(words.article)
    html = shown(client, f"{address_of(congress)}election/")
    lists = re.findall(r'<ol class="roster".*?</ol>', html, re.DOTALL)
    assert re.findall("柏松|林晚", lists[0]) == ["柏松", "林晚"]
    assert re.findall(r"<small>(\d+)", lists[0]) == ["300", "299"]
    assert "石开" in lists[1]
    assert "2名" in html
    assert "按得票" in html
    assert "300票赞成" in html
    assert words.get_absolute_url() in html
    overview = shown(client, address_of(congress))
    figures = overview.split('class="figures"')[1].split("</dl>")[0]
    assert f'href="{address_of(congress)}election/">2<' in figures


def test_the_list_is_compared_with_that_of_the_former_congress(
    client, congress
):
    before = make_congress(
        title="中国共产党云溪市第六次代表大会", edtf="2016-09-27"
    )
    elect(
        make_sitting(congress=before, title="选举", edtf="2016-09-27"),
        "第六届委员会委员",
        [("柏松", 1, None), ("石开", 2, None)],
    )
    elect(
        make_sitting(congress=congress, title="选举"),
        "第七届委员会委员",
        [("柏松", 1, None), ("林晚", 2, None)],
    )
    html = shown(client, f"{address_of(congress)}election/")
    change = html.split('class="change"')[1].split("</dl>")[0]
    new, again, left = change.split("</div>")[:3]
    assert "林晚" in new
    assert "柏松" in again
    assert "石开" in left
    of_former = shown(client, f"{address_of(before)}election/")
    assert 'class="change"' not in of_former


def test_the_list_of_another_body_is_not_compared(client, congress):
    other = make_congress(title="云溪市第六届人民代表大会", edtf="2016-09-27")
    people = [("柏松", 1, None)]
    elect(
        make_sitting(congress=other, title="选举", edtf="2016-09-27"),
        "委员",
        people,
    )
    elect(make_sitting(congress=congress, title="选举"), "委员", people)
    html = shown(client, f"{address_of(congress)}election/")
    assert 'class="change"' not in html


def test_a_post_begins_with_its_event(client, congress):
    event = make_sitting(congress=congress, title="全会", chair="柏松")
    words = make_evidence(article=event.evidence.first().article, words="柏松")
    organization = saved(Organization(name="市委"))
    held = saved(
        Membership(
            person=event.participations.get().person,
            post=saved(Post(label="书记", organization=organization)),
            start_date="2021-09-27",
        )
    )
    saved(
        TenureBound(
            membership=held,
            edge="begins",
            manner="election",
            event=event,
            evidence=words,
        )
    )
    show_as_it_stands(words.article)
    html = shown(client, f"{address_of(congress)}election/")
    posts = html.split('class="posts"')[1].split("</ul>")[0]
    assert "柏松" in posts
    assert "书记" in posts
    assert words.get_absolute_url() in posts
