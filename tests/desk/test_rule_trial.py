"""A fixed expression is tried on what is on record before it is saved."""

import pytest
from django.urls import reverse

from importing.models import FixedExpression
from tests.builders import make_article, make_page
from tests.desk.members import member, text_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]
TRIAL = reverse("desk-try-expression")
ROW = {"phrase": "三高四新战略", "preferred": "“三高四新”美好蓝图"}


@pytest.fixture
def editor():
    return member("an-editor", "Editors")


@pytest.fixture
def articles():
    page = make_page()
    bodies = ("全市贯彻“三高四新”战略。", "讲“三高四新”美好蓝图。")
    return [make_article(page=page, body=body) for body in bodies]


def test_what_would_be_doubted_is_shown_and_nothing_stored(editor, articles):
    shown = text_of(editor.post(TRIAL, ROW))
    assert "1 place would be doubted" in shown
    assert "<del>三高四新”战略</del><ins>“三高四新”美好蓝图</ins" in shown
    assert not FixedExpression.objects.filter(**ROW).exists()


def test_only_pages_of_its_days_are_looked_through(editor, articles):
    day = articles[0].page.issue.date
    later = ROW | {"valid_from": day.replace(year=day.year + 1).isoformat()}
    assert "0 places would be doubted" in text_of(editor.post(TRIAL, later))


def test_what_cannot_be_a_row_is_said_beside_the_field(editor):
    shown = text_of(editor.post(TRIAL, {"phrase": "", "preferred": "某"}))
    assert "This field is required." in shown
    assert "would be doubted" not in shown


def test_the_form_of_an_expression_leads_there(editor):
    add = reverse("admin:importing_fixedexpression_add")
    assert f'formaction="{TRIAL}"' in text_of(editor.get(add))
