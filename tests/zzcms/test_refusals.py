"""What the site refuses, and how it says so: too many failed logins, keys that no database
holds.
"""

import pytest
from django.db import connection
from django.urls import reverse

from events.models import Event
from tests.builders import make_event, make_user

pytestmark = pytest.mark.django_db


def test_who_is_locked_out_reads_so_in_the_language_and_look_of_the_site(
    client, settings
):
    make_user(username="bianji")
    login = reverse("admin:login")
    for _number in range(settings.AXES_FAILURE_LIMIT):
        response = client.post(
            login,
            {"username": "bianji", "password": "wrong"},
            REMOTE_ADDR="10.0.0.1",
        )
    html = response.content.decode()
    assert response.status_code == 429
    assert 'class="masthead"' in html
    assert "15 分钟" in html
    assert "Account locked" not in html


@pytest.mark.parametrize("key", [2**63, 10**30])
def test_a_key_too_large_for_the_database_is_the_visitor_s_mistake(
    admin_client, key
):
    event = make_event()
    address = reverse("admin:events_event_change", args=[event.pk])
    response = admin_client.post(
        address, {"title": "甲", "parent": key, "evidence": key}
    )
    # PostgreSQL compares any numbers and finds none: the form is shown again.
    assert response.status_code == (
        400 if connection.vendor == "sqlite" else 200
    )
    assert Event.objects.get().title == event.title
