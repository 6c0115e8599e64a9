"""The words of addresses, former addresses, and the index of congresses."""

import re

import pytest

from editorial.merging.events import MergingEvents
from editorial.merging.merger import merge
from events.models import Resolution
from tests.builders import make_user, saved, show_as_it_stands
from tests.congress_builders import (
    address_of,
    make_congress,
    make_sitting,
    row_of,
)

pytestmark = pytest.mark.django_db


def shown(client, address, status=200):
    response = client.get(address)
    assert response.status_code == status, address
    return response.content.decode()


@pytest.fixture
def congress():
    return make_congress()


def test_words_are_given_once_and_stay(client, congress):
    first = make_sitting(congress=congress, title="开幕")
    second = make_sitting(congress=congress, title="开幕仪式")
    assert [row_of(each).word for each in (congress, first, second)] == [
        "yunxi-7",
        "kaimu",
        "kaimu-2",
    ]
    first.title = "大会闭幕"
    first.save()
    article = first.evidence.first().article
    show_as_it_stands(article)
    assert row_of(first).word == "kaimu"


def test_another_congress_of_the_name_has_a_number(client, congress):
    again = make_congress()
    assert address_of(again) == "/congresses/yunxi-7-2/"


def test_the_former_address_leads_to_the_congress(client, congress):
    response = client.get(f"/timeline/{congress.pk}/")
    assert (response.status_code, response.url) == (301, address_of(congress))


def test_a_word_leads_to_what_the_record_is_today(client, congress):
    address = address_of(congress)
    congress.kind = "meeting"
    congress.save()
    show_as_it_stands(congress.evidence.first().article)
    response = client.get(f"{address}who/")
    assert (response.status_code, response.url) == (
        301,
        f"/events/{congress.pk}/",
    )


def test_the_word_of_a_merged_congress_leads_to_the_one_that_stays(
    client, congress
):
    other = make_congress()
    address = address_of(other)
    editor = make_user(superuser=True)
    merge(MergingEvents, congress.pk, [other.pk], by=editor, reason="同一个")
    response = client.get(address)
    assert (response.status_code, response.url) == (301, address_of(congress))


def test_a_word_nobody_gave_is_no_address(client, congress):
    shown(client, "/congresses/yunxi-8/", 404)


def test_the_index_leads_to_every_congress_with_its_figures(client, congress):
    event = make_sitting(congress=congress, title="闭幕", edtf="2021-09-29")
    words = event.evidence.first()
    saved(Resolution(event=event, rank=1, text="甲决议", evidence=words))
    show_as_it_stands(words.article)
    html = shown(client, "/congresses/")
    row = html.split("<tbody>")[1].split("</tr>")[0]
    assert f'href="{address_of(congress)}"' in row
    assert "2021年9月27日至29日" in row
    assert re.findall(r'<td class="n">([^<]+)</td>', row) == ["—", "1"]
    assert 'href="/congresses/"' in shown(client, "/")


def test_english_says_kinds_roles_and_names_in_english(client, congress):
    make_sitting(congress=congress, title="开幕", chair="柏松")
    html = shown(client, f"/en{address_of(congress)}")
    assert "Bai Song" in html
    assert "chaired" in html
    assert '<html lang="en">' in html
    assert re.search(r'<span\s+lang="zh-Hans">开幕</span>', html)
