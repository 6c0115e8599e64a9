"""Jobs in the admin: read by whoever may, stopped by whoever has the right."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.urls import reverse

from operation.models import Job
from operation.starting import start_import
from tests.builders import make_user
from tests.conftest import with_permissions
from tests.operation.test_starting import make_worker

pytestmark = pytest.mark.django_db
LIST = reverse("admin:operation_job_changelist")
MISSING = "Jobs wait, and no worker is there. Start one: manage.py run_worker"


@pytest.fixture
def at_desk(client):
    """Log in somebody with these permissions; messages are English."""

    def log_in(*permissions: str, superuser: bool = False):
        name = "root" if superuser else "staff"
        user = make_user(username=name, superuser=superuser, is_staff=True)
        client.force_login(with_permissions(user, *permissions))
        client.cookies["django_language"] = "en"
        return client

    return log_in


def stop(client, job: Job):
    asked = {"action": "stop_jobs", "_selected_action": [job.pk]}
    return client.post(LIST, asked, follow=True)


def test_the_list_shows_how_far_each_is_and_what_is_missing(at_desk):
    by = make_user(username="loader", first_name="周编辑")
    start_import([Path("a.zip")], by=by)
    Job.objects.update(done=3, total=10)
    html = at_desk("view_job").get(LIST).content.decode()
    for words in ("loading of pages: a.zip", "3 / 10", "周编辑", MISSING):
        assert words in html, words
    assert "Ask to stop" not in html
    make_worker()
    assert MISSING not in at_desk(superuser=True).get(LIST).content.decode()


def test_a_job_is_read_and_never_typed(at_desk):
    job = start_import([Path("a.zip")])
    root = at_desk(superuser=True)
    page = reverse("admin:operation_job_change", args=[job.pk])
    html = root.get(page).content.decode()
    assert "a.zip" in html
    assert 'name="_save"' not in html
    assert root.post(page, {"about": "other"}).status_code == 403
    assert root.get(reverse("admin:operation_job_add")).status_code == 403
    delete = reverse("admin:operation_job_delete", args=[job.pk])
    assert root.post(delete, {"post": "yes"}).status_code == 403


def test_who_has_the_right_asks_a_job_to_stop(at_desk):
    job = start_import([Path("a.zip")])
    answer = stop(at_desk("view_job", "stop_job"), job)
    assert "1 job was asked to stop." in answer.content.decode()
    job.refresh_from_db()
    assert job.state == Job.State.STOPPED


def test_who_may_only_look_stops_nothing(at_desk):
    job = start_import([Path("a.zip")])
    stop(at_desk("view_job"), job)
    job.refresh_from_db()
    assert job.state == Job.State.QUEUED


def test_who_has_no_right_sees_nothing(at_desk):
    assert at_desk().get(LIST).status_code == 403


def test_the_list_costs_the_same_for_many_jobs(
    at_desk, django_assert_num_queries
):
    make_worker()
    by = make_user(username="loader")
    root = at_desk(superuser=True)
    for number in range(12):
        start_import([Path(f"{number}.zip")], by=by)
    with django_assert_num_queries(6):
        root.get(LIST)


def test_the_queue_itself_is_not_in_the_admin(at_desk):
    html = at_desk(superuser=True).get(reverse("admin:index")).content.decode()
    assert LIST in html
    assert "dbtaskresult" not in html


@pytest.mark.django_db(transaction=True)
def test_the_address_of_an_alarm_says_when_jobs_wait_in_vain(client):
    address = reverse("health_of_jobs")
    assert address == "/healthz/jobs/"
    assert client.get(address, {"format": "json"}).status_code == 200
    start_import([Path("a.zip")])
    answer = client.get(address, {"format": "json"})
    assert answer.status_code == 500
    assert "manage.py run_worker" in answer.content.decode()
    make_worker()
    assert client.get(address).status_code == 200
    # The site itself is well.
    assert client.get("/healthz/").status_code == 200
