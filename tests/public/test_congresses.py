"""The page of a congress: its forms, plan, filters and chronicle; its addresses and the index."""

import datetime as dt
import re

import pytest

from events.models import (
    CongressSpan,
    Event,
    PublicEvent,
    Resolution,
    ShortTitle,
    Visit,
)
from tests.builders import (
    make_evidence,
    make_person,
    saved,
    show_as_it_stands,
)
from tests.congress_builders import (
    address_of,
    make_congress,
    make_days,
    make_sitting,
    row_of,
)

pytestmark = pytest.mark.django_db
ITEM = re.compile(r'<li class="c-item [a-z]+" id="([^"]+)"')
BLOCK = re.compile(r'class="block ([^"]+)"\s+href="#([^"]+)"')


def shown(client, address, status=200):
    response = client.get(address)
    assert response.status_code == status, address
    return response.content.decode()


@pytest.fixture
def congress():
    return make_congress()


def state(event: Event, model, **fields):
    """State a fact of a sitting in the words that tell it, and sign it."""
    words = event.evidence.first()
    fact = saved(model(event=event, evidence=words, **fields))
    show_as_it_stands(words.article)
    return fact


# Forms


def test_a_small_congress_is_its_chronicle_alone(client, congress):
    make_days(congress, 7)
    html = shown(client, address_of(congress))
    assert len(ITEM.findall(html)) == 7
    assert 'class="almanac"' not in html
    assert 'class="facets"' not in html


def test_from_the_cut_off_on_it_has_a_plan(client, congress, settings):
    settings.CONGRESS_PLAN_FROM = 7
    make_days(congress, 7)
    html = shown(client, address_of(congress))
    assert len(BLOCK.findall(html)) == 7
    assert 'class="facets"' in html


def test_one_day_has_no_plan(client, congress, settings):
    settings.CONGRESS_PLAN_FROM = 2
    make_days(congress, 4)
    assert 'class="almanac"' not in shown(client, address_of(congress))


@pytest.mark.parametrize(
    ("name", "value"),
    [("CONGRESS_COUNTS_FROM", 8), ("CONGRESS_COUNTS_FROM_DAYS", 2)],
)
def test_a_large_one_has_numbers_for_a_plan(
    client, congress, settings, name, value
):
    setattr(settings, name, value)
    make_days(congress)
    html = shown(client, address_of(congress))
    numbers = re.findall(r'class="k4" href="([^"]+)">(\d+)<', html)
    assert numbers == [
        ("?day=2021-09-27&amp;body=presidium", "4"),
        ("?day=2021-09-28&amp;body=presidium", "4"),
    ]
    entries = 6 if name == "CONGRESS_COUNTS_FROM" else 8
    assert len(ITEM.findall(html)) == entries


def test_the_plenary_is_told_first_of_many(client, congress, settings):
    settings.CONGRESS_COUNTS_FROM = 4
    for number in range(4):
        make_sitting(congress=congress, title=f"参观{number}", time=dt.time(8))
    last = make_sitting(
        congress=congress, title="大会", body="plenary", time=dt.time(19)
    )
    html = shown(client, address_of(congress))
    assert ITEM.findall(html)[-1] == row_of(last).word
    assert "2" in html.split('class="c-more"')[1].split("</a>")[0]


def test_days_of_a_large_one_come_by_the_page(
    client, congress, settings, monkeypatch
):
    settings.CONGRESS_COUNTS_FROM_DAYS = 2
    monkeypatch.setattr("public.views.congresses.DAYS_A_PAGE", 1)
    make_days(congress)
    address = address_of(congress)
    first = shown(client, address)
    second = shown(client, f"{address}?page=2")
    assert 'id="d-' not in first
    assert len(ITEM.findall(first)) == len(ITEM.findall(second)) == 4
    assert not set(ITEM.findall(first)) & set(ITEM.findall(second))
    shown(client, f"{address}?page=3", 404)


# Plan and chronicle


def test_the_chronicle_goes_by_day_half_day_and_time(client, congress):
    late = make_sitting(
        congress=congress, title="晚间演出", part_of_day="evening"
    )
    closing = make_sitting(
        congress=congress, title="闭幕大会", edtf="2021-09-29"
    )
    opening = make_sitting(congress=congress, title="开幕", time=dt.time(8, 30))
    vague = make_sitting(congress=congress, title="分团审议")
    html = shown(client, address_of(congress))
    words = [row_of(each).word for each in (opening, late, vague, closing)]
    assert (
        ITEM.findall(html)
        == words
        == [
            "kaimu",
            "other",
            "shenyi",
            "bimu",
        ]
    )
    assert '<time datetime="2021-09-27T08:30+08:00">8:30' in html
    assert "当日" in html
    assert html.count("时刻未载") == 3


def test_bodies_are_rows_and_half_days_columns(client, congress, settings):
    settings.CONGRESS_PLAN_FROM = 3
    make_sitting(
        congress=congress, title="开幕", body="plenary", time=dt.time(9)
    )
    make_sitting(congress=congress, title="审议", edtf="2021-09-28")
    make_sitting(
        congress=congress,
        title="团会",
        body="delegation",
        number=3,
        part_of_day="noon",
    )
    html = shown(client, address_of(congress))
    table = html.split('class="almanac"')[1].split("</table>")[0]
    assert BLOCK.findall(table) == [
        ("plenary", "kaimu"),
        ("delegation", "other"),
        ("other vague", "shenyi"),
    ]
    assert table.count('scope="col"') == 5
    assert '<td colspan="2" class="first">' in table


def test_a_day_with_both_has_a_second_line(client, congress, settings):
    settings.CONGRESS_PLAN_FROM = 2
    for fields in ({"part_of_day": "morning"}, {}, {"edtf": "2021-09-28"}):
        make_sitting(
            congress=congress, title="主席团会", body="presidium", **fields
        )
    table = shown(client, address_of(congress)).split("</table>")[0]
    assert 'rowspan="2"' in table.split("<tbody>")[1]


def test_visits_stand_in_the_rows_of_the_delegations(
    client, congress, settings
):
    settings.CONGRESS_PLAN_FROM = 2
    make_sitting(congress=congress, title="开幕", edtf="2021-09-28")
    event = make_sitting(congress=congress, title="审议")
    person = make_person(name="柏松")
    for rank, number in enumerate((5, 2), 1):
        state(event, Visit, person=person, number=number, rank=rank)
    assert row_of(event).body == "delegation"
    html = shown(client, address_of(congress))
    rows = html.split('class="of-delegations"')[1].split("</tbody>")[0]
    assert re.findall(r"第(.)代表团", rows) == ["二", "五"]
    assert rows.count("柏松") == 2
    assert "柏松到第五、第二代表团" in html


def test_delegations_without_numbers_have_rows_by_their_names(
    client, congress, settings
):
    settings.CONGRESS_PLAN_FROM = 2
    make_sitting(congress=congress, title="开幕", edtf="2021-09-26")
    for name in ("东港代表团", "西岭代表团", "东港代表团"):
        make_sitting(
            congress=congress, title=f"{name}审议", body="delegation", name=name
        )
    html = shown(client, address_of(congress))
    rows = html.split('class="of-delegations"')[1].split("</tbody>")[0]
    assert re.findall(r">(.{2}代表团)</span>", rows) == [
        "东港代表团",
        "西岭代表团",
    ]
    assert "全体代表团" not in rows


def test_a_stated_span_is_shown_and_has_its_days(client, congress, settings):
    settings.CONGRESS_PLAN_FROM = 2
    make_sitting(congress=congress, title="开幕")
    make_sitting(congress=congress, title="闭幕", edtf="2021-09-28")
    address = address_of(congress)
    before = shown(client, address)
    assert "2021年9月27日至28日" in before
    assert "会期未载" in before
    days = {"first_day": dt.date(2021, 9, 26), "last_day": dt.date(2021, 9, 29)}
    state(congress, CongressSpan, **days)
    after = shown(client, address)
    assert "2021年9月26日至29日" in after
    assert "会期未载" not in after
    assert after.count('scope="colgroup"') == 4


def test_figures_lead_to_what_was_decided(client, congress):
    event = make_sitting(congress=congress, title="闭幕")
    state(event, Resolution, rank=1, text="甲决议")
    html = shown(client, address_of(congress))
    figures = html.split('class="figures"')[1].split("</dl>")[0]
    assert "项决定" in figures
    assert "甲决议" in html.split('<ol class="chronicle"')[1]


def test_a_short_title_stands_in_the_plan(client, congress, settings):
    settings.CONGRESS_PLAN_FROM = 2
    make_sitting(congress=congress, title="开幕", edtf="2021-09-28")
    event = make_sitting(congress=congress, title="观看演出")
    state(event, ShortTitle, text="渡口")
    assert '<span class="t">渡口</span>' in shown(client, address_of(congress))


def test_an_editors_sentence_is_shown_when_it_is_signed(client, congress):
    event = make_sitting(congress=congress, title="开幕")
    event.summary = "大会就这样开了。"
    event.save()
    address = address_of(congress)
    assert event.summary not in shown(client, address)
    show_as_it_stands(event.evidence.first().article)
    assert event.summary in shown(client, address)


def test_a_sentence_has_one_mark_an_article(client, congress):
    event = make_sitting(congress=congress, title="开幕", chair="柏松")
    words = event.evidence.first()
    item = shown(client, address_of(congress)).split('id="kaimu"')[1]
    marks = re.findall(r'class="w" href="([^"]+)"', item.split("</li>")[0])
    assert marks == [words.get_absolute_url()]


# Cost


@pytest.mark.parametrize("number", [8, 16])
@pytest.mark.parametrize(
    ("form", "question", "queries"),
    [
        ("normal", "", 10),
        ("normal", "?person=", 11),
        ("large", "", 9),
        ("large", "?person=", 10),
    ],
)
def test_a_congress_asks_the_same_however_long_it_is(
    client,
    congress,
    settings,
    django_assert_num_queries,
    number,
    form,
    question,
    queries,
):
    settings.CONGRESS_COUNTS_FROM = 99 if form == "normal" else 2
    make_days(congress, number)
    event = make_sitting(congress=congress, title="开幕", chair="柏松")
    chair = event.participations.get().person.pk
    address = address_of(congress)
    asked = f"{address}{question}{chair if question else ''}"
    with django_assert_num_queries(queries):
        shown(client, asked)


def test_the_index_asks_the_same_however_many_there_are(
    client, congress, django_assert_num_queries
):
    for number in (2, 6):
        for _ in range(number):
            make_sitting(congress=make_congress(), title="闭幕")
        with django_assert_num_queries(3):
            shown(client, "/congresses/")


def test_rows_follow_the_publications_again(congress):
    event = make_sitting(congress=congress, title="开幕", chair="柏松")
    words = make_evidence(article=event.evidence.first().article, words="柏松")
    assert row_of(event).outline["roles"][0]["people"][0][1] == "柏松"
    words.delete()
    event.participations.all().delete()
    show_as_it_stands(event.evidence.first().article)
    assert row_of(event).outline == {}
    assert PublicEvent.objects.get(pk=event.pk).word == "kaimu"
