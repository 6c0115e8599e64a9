"""Whoever meets a closed door or nothing at the desk is led back to the desk."""

import pytest
from django.urls import reverse

from tests.builders import make_user

pytestmark = pytest.mark.django_db
TO_THE_DESK = 'href="/admin/">回编辑台</a>'


@pytest.fixture
def staff(client):
    client.force_login(make_user(username="甲", is_staff=True))
    return client


def test_a_closed_screen_leads_back_to_the_desk(staff):
    answer = staff.get(reverse("desk-colleagues"))
    assert answer.status_code == 403
    assert TO_THE_DESK in answer.content.decode()


@pytest.mark.parametrize("address", ["/admin/desk/page/7/", "/admin/nothing/"])
def test_nothing_at_an_address_of_the_desk_leads_back_to_it(client, address):
    client.force_login(make_user(username="甲", superuser=True))
    answer = client.get(address)
    assert answer.status_code == 404
    assert TO_THE_DESK in answer.content.decode()


def test_readers_are_led_home_and_not_to_the_desk(client):
    answer = client.get("/nothing/")
    assert answer.status_code == 404
    assert "/admin/" not in answer.content.decode()
