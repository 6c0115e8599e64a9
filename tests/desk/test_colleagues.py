"""The screen of colleagues: three acts make one, who leaves keeps what they signed."""

import re

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test.utils import CaptureQueriesContext

from editorial.models import Hold
from editorial.office.holding import reserve
from tests.builders import make_user
from tests.desk.members import member, text_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]
SCREEN = "/admin/desk/colleagues/"


@pytest.fixture
def keeper():
    return member("keeper", "管理员")


def logs_in(client, username, answer):
    """Log in with the password that an answer shows."""
    shown = re.search(r"password <code>([^<]+)</code>", text_of(answer))
    typed = {"username": username, "password": shown[1]}
    return client.post("/admin/login/", typed).status_code == 302


def test_a_colleague_is_made_in_three_acts_and_logs_in(keeper, client):
    sent = {"name": "曾文静", "role": "责任编辑"}
    made = keeper.post(SCREEN, sent)
    user = User.objects.get(username="zengwenjing")
    assert user.get_full_name() == "曾文静"
    assert [group.name for group in user.groups.all()] == ["责任编辑"]
    assert logs_in(client, "zengwenjing", made)
    assert "no-store" in made["Cache-Control"]
    assert "password <code>" not in text_of(keeper.get(SCREEN))
    keeper.post(SCREEN, sent)
    assert User.objects.filter(username="zengwenjing2").exists()


@pytest.mark.parametrize(
    "sent",
    [
        {"name": " ", "role": "录入"},
        {"name": "林向晚", "role": "Reviewers"},
        {"name": "林向晚", "role": "录入", "login": "keeper"},
    ],
)
def test_what_cannot_be_is_refused_and_stays_typed(keeper, sent):
    count = User.objects.count()
    answer = keeper.post(SCREEN, sent)
    assert answer.status_code == 409
    assert f'value="{sent["name"]}" lang="zh-Hans"' in text_of(answer)
    assert User.objects.count() == count


def test_role_and_name_are_changed(keeper):
    user = member("old-hand", "录入").user
    sent = {"name": "林向晚", "role": "总编"}
    assert keeper.post(f"{SCREEN}{user.pk}/save/", sent).status_code == 302
    user = User.objects.get(pk=user.pk)
    assert user.get_full_name() == "林向晚"
    assert user.has_perm("articles.publish_article")
    assert user.groups.count() == 1
    bad = keeper.post(f"{SCREEN}{user.pk}/save/", {"name": "", "role": "总编"})
    assert bad.status_code == 409
    assert keeper.post(f"{SCREEN}{user.pk}/drop/").status_code == 404


def test_who_leaves_lets_go_of_what_was_reserved_and_can_come_back(keeper):
    leaving = member("leaving", "责任编辑")
    reserve("page:1", leaving.user)
    address = f"{SCREEN}{leaving.user.pk}"
    keeper.post(f"{address}/leave/")
    assert not Hold.objects.exists()
    assert leaving.get("/admin/").status_code == 302
    assert '<span class="chip">has left</span>' in text_of(keeper.get(SCREEN))
    keeper.post(f"{address}/return/")
    assert User.objects.get(pk=leaving.user.pk).is_active
    own = keeper.post(f"{SCREEN}{keeper.user.pk}/leave/")
    assert own.status_code == 409
    assert User.objects.get(pk=keeper.user.pk).is_active


def test_who_forgot_theirs_is_given_a_new_password(keeper, client):
    user = member("forgetful", "录入").user
    answer = keeper.post(f"{SCREEN}{user.pk}/password/")
    assert logs_in(client, "forgetful", answer)


def test_nobody_is_raised_above_themselves(keeper):
    root = make_user(username="root", superuser=True, is_staff=True)
    for verb in ("password", "leave", "save"):
        sent = {"name": "林向晚", "role": "录入"}
        answer = keeper.post(f"{SCREEN}{root.pk}/{verb}/", sent)
        assert answer.status_code == 403
    root.refresh_from_db()
    assert root.is_active
    assert root.get_full_name() == ""


def test_the_list_costs_the_same_with_more_colleagues(keeper):
    def queries():
        with CaptureQueriesContext(connection) as found:
            keeper.get(SCREEN)
        return len(found)

    queries()
    few = queries()
    for number in range(5):
        member(f"more{number}", "录入")
    assert queries() == few <= 8
