"""Each list can be taken away as CSV and xlsx: as it is filtered, row by row, without formulas."""

import csv
from io import BytesIO

import pytest
from django.contrib import admin
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from openpyxl import load_workbook

from desk.forms.editor_forms import EditorAdmin, ReadOnlyAdmin
from tests.builders import (
    make_article,
    make_event,
    make_finding,
    make_page,
    make_person,
    make_photo,
    make_user,
)
from tests.desk.saved_forms import as_in_english

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]


@pytest.fixture
def root(client):
    make_user(username="root", superuser=True)
    return as_in_english(client, "root")


def exported(client, model, query=""):
    answer = client.get(f"{reverse(f'admin:{model}_export')}{query}")
    text = b"".join(answer.streaming_content).decode()
    assert text.startswith("\ufeff")
    return list(csv.reader(text.removeprefix("\ufeff").splitlines()))


def test_the_list_is_the_one_that_is_filtered(root):
    page = make_page()
    make_article(page=page, headline="春耕")
    make_article(page=page, headline="秋收", status="withdrawn")
    heads, *rows = exported(root, "articles_article")
    assert "Status" in heads or "status" in heads
    assert len(rows) == 2
    [row] = exported(root, "articles_article", "?status__exact=withdrawn")[1:]
    assert "秋收" in row
    assert "withdrawn" in row
    [row] = exported(root, "articles_article", "?q=%E6%98%A5%E8%80%95")[1:]
    assert "春耕" in row


def test_no_cell_is_a_formula_and_none_has_markup(root):
    page = make_page()
    article = make_article(page=page, headline="=1+1")
    make_finding(page=page, article=article, message="@SUM(A1)")
    make_photo(article=article, caption="-图说。")
    [row] = exported(root, "editorial_finding")[1:]
    assert row[0] == "'@SUM(A1)"
    assert not [cell for cell in row if "<a" in cell]
    [row] = exported(root, "articles_photo")[1:]
    assert row[0].startswith("'-")


def test_a_long_list_costs_no_more_queries_than_a_short_one(root):
    def queries(model):
        with CaptureQueriesContext(connection) as found:
            exported(root, model)
        return len(found)

    models = [
        "articles_article",
        "articles_photo",
        "editorial_finding",
        "people_person",
        "events_event",
    ]
    page = make_page()

    def grow(number):
        article = make_article(page=page)
        make_photo(article=article)
        make_finding(page=page, article=article, message=f"疑{number}。")
        make_person(name=f"林{number}")
        make_event(title=f"会{number}")

    grow(0)
    few = {model: queries(model) for model in models}
    for number in range(1, 6):
        grow(number)
    many = {model: queries(model) for model in models}
    assert many == few
    assert max(few.values()) <= 12


def test_every_list_has_its_button_and_needs_its_right(root, client):
    shown = root.get(reverse("admin:articles_article_changelist") + "?q=x")
    assert 'href="export/?q=x"' in shown.content.decode()
    names = [
        f"{model._meta.app_label}_{model._meta.model_name}"
        for model, its_admin in admin.site._registry.items()
        if isinstance(its_admin, (EditorAdmin, ReadOnlyAdmin))
    ]
    assert len(names) > 15
    for name in names:
        assert exported(root, name)[0]
    client.force_login(make_user(username="staff", is_staff=True))
    for name in names:
        url = reverse(f"admin:{name}_export")
        assert client.get(url).status_code == 403


def workbook(client, model, query=""):
    answer = client.get(f"{reverse(f'admin:{model}_workbook')}{query}")
    return load_workbook(BytesIO(b"".join(answer.streaming_content)))


def test_the_workbook_holds_what_the_csv_does_and_no_formula(root):
    page = make_page()
    make_article(page=page, headline="=1+1")
    make_article(page=page, headline="春\x0b耕")
    make_article(page=page, headline="秋收", status="withdrawn")
    heads, *rows = workbook(root, "articles_article").active.iter_rows()
    assert [cell.value for cell in heads] == exported(root, "articles_article")[
        0
    ]
    cells = [cell for row in rows for cell in row]
    assert "f" not in {cell.data_type for cell in cells}
    assert {"'=1+1", "春耕", "秋收"} <= {cell.value for cell in cells}
    query = "?status__exact=withdrawn"
    assert workbook(root, "articles_article", query).active.max_row == 2


def test_rows_that_no_sheet_holds_go_to_the_next(root, monkeypatch):
    monkeypatch.setattr("desk.xlsx_list.ROWS_A_SHEET", 2)
    for number in range(3):
        make_person(name=f"林{number}")
    sheets = workbook(root, "people_person").worksheets
    assert [sheet.max_row for sheet in sheets] == [3, 2]


def test_an_empty_list_is_a_workbook_of_heads_for_whoever_may_see_it(
    root, client
):
    [heads] = workbook(root, "events_event").active.iter_rows()
    assert heads[0].value
    client.force_login(make_user(username="staff", is_staff=True))
    refused = client.get(reverse("admin:events_event_workbook"))
    assert refused.status_code == 403


def test_a_long_workbook_costs_no_more_queries_than_a_short_one(root):
    def queries():
        with CaptureQueriesContext(connection) as found:
            workbook(root, "articles_article")
        return len(found)

    page = make_page()
    make_article(page=page)
    few = queries()
    for _number in range(5):
        make_article(page=page)
    assert queries() == few <= 12
