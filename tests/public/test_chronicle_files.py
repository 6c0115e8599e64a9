"""The chronicle of a congress and of a period as files, read back as programs read them."""

import csv
import datetime as dt
import json
import re
from io import BytesIO, StringIO

import pytest
import time_machine
from django.core.files.base import ContentFile
from docx import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from pytest_django import DjangoAssertNumQueries

from events.models import PublicEvent
from public.downloads.annals.editing_rules import RULES
from public.downloads.rights import agency_of
from tests.builders import make_photo, show_as_it_stands
from tests.congress_builders import (
    TITLE,
    address_of,
    make_congress,
    make_days,
    make_sitting,
    row_of,
)

pytestmark = pytest.mark.django_db
MADE = dt.datetime(2024, 3, 1, 8, 30, tzinfo=dt.UTC)


@pytest.fixture
def congress():
    whole = make_congress()
    make_sitting(
        congress=whole,
        title="开幕会议",
        chair="柏松",
        edtf="2021-09-27",
        part_of_day="morning",
        time=dt.time(8, 30),
    )
    make_sitting(
        congress=whole, title="讨论", edtf="2021-09-28", part_of_day="afternoon"
    )
    make_sitting(congress=whole, title="十月的会", edtf="2021-10")
    return whole


def fetched(client, address: str) -> bytes:
    response = client.get(address)
    assert response.status_code == 200
    if response.streaming:
        return b"".join(response.streaming_content)
    return response.content


def text_of(client, address: str) -> str:
    return fetched(client, address).decode("utf-8-sig")


@time_machine.travel(MADE, tick=False)
def test_the_word_file_has_a_real_footnote_an_entry(client, congress):
    data = fetched(client, f"{address_of(congress)}chronicle.docx")
    document = Document(BytesIO(data))
    properties = document.core_properties
    assert properties.title == f"{TITLE}大事记"
    # What the library's own sample says of itself stands nowhere.
    assert properties.comments == document.paragraphs[1].text
    assert properties.created == MADE
    assert properties.modified == MADE
    headings = [
        each.text
        for each in document.paragraphs
        if each.style.name.startswith("Heading")
    ]
    assert headings == [
        "编写体例",
        "2021年9月27日 星期一",
        "上午",
        "2021年9月28日 星期二",
        "下午",
        "2021年10月",
    ]
    texts = [each.text for each in document.paragraphs]
    assert "8:30 开幕会议，柏松主持。" in texts
    for rule in RULES:
        assert str(rule) in texts
    marks = document.element.findall(f".//{qn('w:footnoteReference')}")
    notes = footnotes_of(document)
    assert (
        [mark.get(qn("w:id")) for mark in marks]
        == list(notes)
        == ["1", "2", "3"]
    )
    for note in notes.values():
        assert re.search(r"\[N/OL\]\. 滨江日报，2021-09-28（A1）\[", note)
        assert "滨江日报》及作者所有" in note


def footnotes_of(document) -> dict[str, str]:
    """Return the notes of a document by their keys, the two lines over notes left out."""
    [part] = [
        each.target_part
        for each in document.part.rels.values()
        if each.reltype == RELATIONSHIP_TYPE.FOOTNOTES
    ]
    assert part.partname == "/word/footnotes.xml"
    notes = list(parse_xml(part.blob))
    kinds = [note.get(qn("w:type")) for note in notes[:2]]
    assert kinds == ["separator", "continuationSeparator"]
    named = document.settings.element.find(qn("w:footnotePr"))
    assert [one.get(qn("w:id")) for one in named] == ["-1", "0"]
    styles = {style.style_id for style in document.styles}
    for used in parse_xml(part.blob).iter(qn("w:pStyle"), qn("w:rStyle")):
        assert used.get(qn("w:val")) in styles
    return {
        note.get(qn("w:id")): "".join(
            text.text for text in note.iter(qn("w:t"))
        )
        for note in notes[2:]
    }


def test_markdown_numbers_its_notes(client, congress):
    PublicEvent.objects.filter(title="讨论").update(title="讨论*[一]*")
    text = text_of(client, f"{address_of(congress)}chronicle.md")
    assert text.startswith(f"# {TITLE}大事记\n")
    assert "\n## 2021年9月27日 星期一\n\n### 上午\n\n- 8:30 开幕会议" in text
    assert r"讨论\*\[一\]\*" in text
    marks = re.findall(r"\[\^(\d+)\](?!:)", text)
    notes = re.findall(r"^\[\^(\d+)\]: .*N/OL", text, re.MULTILINE)
    assert marks == notes == ["1", "2", "3"]


def test_a_table_has_a_line_an_event_and_no_formula(client, congress):
    PublicEvent.objects.filter(title="讨论").update(place="=HYPERLINK(1)")
    text = text_of(client, f"{address_of(congress)}chronicle.csv")
    heads, *lines = csv.reader(StringIO(text))
    assert heads[0] == "日期"
    assert [line[0] for line in lines] == [
        "2021-09-27",
        "2021-09-28",
        "2021-10",
    ]
    assert lines[0][1:3] == ["上午", "8:30"]
    assert lines[1][5] == "'=HYPERLINK(1)"
    assert lines[0][8] == "开幕会议"


def test_json_says_rules_words_and_rights(client, congress):
    data = json.loads(text_of(client, f"{address_of(congress)}chronicle.json"))
    assert len(data["rules"]) == len(RULES)
    first, second, third = data["events"]
    assert (first["time"], second["time"]) == ("08:30", None)
    assert third["date"] == "2021-10"
    [source] = first["sources"]
    assert source["words"] == "开幕会议"
    assert source["address"].startswith("http://testserver/newspapers/")
    assert first["rights"]


def test_a_period_keeps_its_days_across_congresses(client, congress):
    make_sitting(
        congress=make_congress(title="云江市第三次代表大会", edtf="2021-09-28"),
        title="另一会",
        edtf="2021-09-28",
    )
    asked = "from=2021-09-28&to=2021-09-28"
    data = json.loads(text_of(client, f"/chronicle.json?{asked}"))
    assert {each["title"] for each in data["events"]} == {
        "讨论",
        "另一会",
        "云江市第三次代表大会",
    }
    page = text_of(client, f"/chronicle/?{asked}")
    assert "另一会" in page
    assert "开幕会议" not in page
    assert f"/chronicle.docx?{asked.replace('&', '&amp;')}" in page
    own = text_of(client, f"{address_of(congress)}chronicle.json?{asked}")
    assert [each["title"] for each in json.loads(own)["events"]] == ["讨论"]


@pytest.mark.parametrize(
    "asked", ["from=2021-9-1", "from=2021-09-02&to=2021-09-01", "to=morgen"]
)
def test_what_is_no_period_is_no_file(client, asked):
    assert client.get(f"/chronicle.csv?{asked}").status_code == 404
    assert 'class="errorlist"' in text_of(client, f"/chronicle/?{asked}")


def test_photos_and_agencies_are_named_with_the_entry(client):
    whole = make_congress()
    event = make_sitting(congress=whole, title="开幕会议")
    article = event.evidence.get().article
    article.dateline_source = "新华社"
    article.save()
    photo = make_photo(article=article, caption="会场。", creators="易翔")
    photo.image.save("a.png", ContentFile(b"x"))
    show_as_it_stands(article)
    data = json.loads(text_of(client, f"{address_of(whole)}chronicle.json"))
    agency, picture = data["events"][0]["rights"]
    assert "新华社" in agency
    assert "易翔" in picture


@pytest.mark.parametrize(
    ("source", "agency"),
    [("新华社", "新华社"), ("本社", ""), ("云江日报社", ""), ("本报讯", "")],
)
def test_an_agency_is_no_newspaper(source, agency):
    assert agency_of(source) == agency


def test_a_file_is_not_sent_twice(client, congress):
    address = f"{address_of(congress)}chronicle.csv"
    etag = client.get(address)["ETag"]
    known = client.get(address, headers={"if-none-match": etag})
    assert known.status_code == 304
    make_sitting(congress=congress, title="闭幕会议")
    assert (
        client.get(address, headers={"if-none-match": etag}).status_code == 200
    )


@pytest.mark.parametrize("form", ["docx", "md", "csv", "json"])
def test_more_events_take_no_more_questions(
    client, congress, django_assert_num_queries: DjangoAssertNumQueries, form
):
    address = f"{row_of(congress).get_absolute_url()}chronicle.{form}"
    for _more in range(2):
        with django_assert_num_queries(8):
            fetched(client, address)
        make_days(congress)
