"""The proofs of an issue: five stages, each with name and date; its review sheets in one file."""

from io import BytesIO
from zipfile import ZipFile

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext

from desk.today.issue_rows import issue_rows
from editorial.correcting import correct
from editorial.models import Proof, Step
from editorial.office.proving import sign_proof
from editorial.reviewing import sign
from tests.builders import make_article, make_issue, make_page, make_user
from tests.desk.members import member, text_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]
RETURNED = "人名请再核。"


@pytest.fixture
def article():
    return make_article(page=make_page(issue=make_issue()))


@pytest.fixture
def issue(article):
    return article.page.issue


@pytest.fixture
def screen(issue):
    return f"/admin/desk/proofs/{issue.pk}/"


@pytest.fixture
def reader():
    return member("a-reader", "录入")


def test_the_stages_are_signed_in_turn_by_name(reader, issue, screen):
    late = reader.post(screen, {"stage": "second"})
    assert late.status_code == 409
    assert "It is not this stage" in text_of(late)
    reader.post(screen, {"stage": "first", "note": "对大样"})
    reader.post(screen, {"stage": "second"})
    proofs = Proof.objects.order_by("pk")
    signed = [(each.stage, each.note, each.by) for each in proofs]
    assert signed == [
        ("first", "对大样", reader.user),
        ("second", "", reader.user),
    ]
    step = Step.objects.newest_first().first()
    assert step.is_final
    assert "a-reader" in text_of(reader.get(screen))
    assert "Sign: third proof" in text_of(reader.get(screen))


def test_only_the_last_stage_is_taken_back(reader, screen):
    for stage in ("first", "second"):
        reader.post(screen, {"stage": stage})
    first, second = Proof.objects.order_by("pk")
    assert reader.post(screen, {"back": first.pk}).status_code == 409
    assert reader.post(screen, {"back": second.pk}).status_code == 302
    assert reader.post(screen, {"back": "x"}).status_code == 403
    assert list(Proof.objects.standing()) == [first]
    assert "Taken back" in text_of(reader.get(screen))
    reader.post(screen, {"stage": "second"})
    assert Proof.objects.standing().count() == 2


def test_who_changed_words_does_not_check_the_changes(reader, article, issue):
    correct(article, texts={"headline": "新题"}, by=reader.user, version=1)
    for stage in ("first", "second", "third"):
        sign_proof(issue, stage, reader.user)
    with pytest.raises(ValidationError, match="somebody else must"):
        sign_proof(issue, "changes", reader.user)
    other = member("other", "责任编辑").user
    for stage in ("changes", "reading"):
        sign_proof(issue, stage, other)
    with pytest.raises(ValidationError, match="turn"):
        sign_proof(issue, "reading", other)


def test_the_front_page_shows_them_and_what_changed_since(
    reader, article, issue
):
    sign_proof(issue, "first", reader.user)
    [row] = issue_rows()
    assert [line.is_overtaken for line in row.proofs] == [False] * 5
    assert row.proofs[1].is_next
    assert "first proof" in text_of(reader.get("/admin/"))
    assert "changed since" not in text_of(reader.get("/admin/"))
    correct(article, texts={"headline": "新题"}, by=make_user(), version=1)
    [row] = issue_rows()
    assert [line.is_overtaken for line in row.proofs] == [True] + [False] * 4
    assert "changed since" in text_of(reader.get("/admin/"))


def test_signing_needs_the_right(issue, screen):
    keeper = member("keeper", "管理员")
    assert "Sign:" not in text_of(keeper.get(screen))
    assert keeper.post(screen, {"stage": "first"}).status_code == 403
    with pytest.raises(PermissionDenied):
        sign_proof(issue, "first", make_user(username="nobody"))


def test_a_review_sheet_tells_of_returns(reader, article, screen):
    first = member("first", "责任编辑")
    returned = {"step": "first", "decision": "returned", "opinion": RETURNED}
    sign(article, **returned, by=first.user, version=article.version)
    answer = reader.get(f"{screen}sheets/")
    packed = ZipFile(BytesIO(answer.content))
    sheet = packed.read("A1-1.html").decode()
    assert RETURNED in sheet
    assert "first" in sheet


def test_the_review_sheets_of_an_issue_are_one_file(
    reader, article, issue, screen
):
    correct(article, texts={"headline": "新题"}, by=reader.user, version=1)
    make_article(page=article.page, headline="另一篇")
    answer = reader.get(f"{screen}sheets/")
    assert answer["Content-Disposition"] == (
        f'attachment; filename="{issue.newspaper.slug}-{issue.date}.zip"'
    )
    packed = ZipFile(BytesIO(answer.content))
    names = ["sheet.css", "A1-1.html", "A1-2.html"]
    assert packed.namelist() == names
    sheet = packed.read("A1-1.html").decode()
    assert "新题</ins>" in sheet
    assert "SHA-256" in sheet
    assert RETURNED not in sheet
    assert f'href="{screen}sheets/"' in text_of(
        member("editor", "责任编辑").get(
            f"/admin/articles/issue/{issue.pk}/change/"
        )
    )


def test_more_proofs_cost_no_more_queries(reader, issue, screen):
    def queries():
        with CaptureQueriesContext(connection) as found:
            reader.get("/admin/")
        return len(found)

    queries()
    few = queries()
    for stage in ("first", "second"):
        sign_proof(issue, stage, reader.user)
    assert queries() <= few + 1
