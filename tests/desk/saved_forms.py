"""Saving a form of the admin, and what its one step says."""

from __future__ import annotations

from django.contrib.auth.models import Group, User
from django.test import Client
from django.urls import reverse

from editorial.models import Step
from tests.builders import (
    make_user,
)
from tests.desk.typed import typed
from tests.editorial.steps.whole import replayed, whole


def as_in_english(client, username):
    client.force_login(User.objects.get(username=username))
    client.cookies["django_language"] = "en"
    return client


def member(username: str, group: str) -> Client:
    user = make_user(username=username, is_staff=True)
    user.groups.add(Group.objects.get(name=group))
    return as_in_english(Client(), username)


def page_of(record, view: str = "change") -> str:
    opts = record._meta
    name = f"admin:{opts.app_label}_{opts.model_name}_{view}"
    return reverse(name, args=[record.pk])


def one_step(client, url: str, data: dict[str, object]) -> Step:
    """Post a form; return its one step, which says all that it changed."""
    before = whole()
    count = Step.objects.count()
    response = client.post(url, data)
    assert response.status_code == 302, response.content.decode()
    assert Step.objects.count() == count + 1
    step = Step.objects.newest_first().first()
    assert replayed(before, step) == whole()
    return step


def saving(client, record, **changes: object) -> Step:
    page = page_of(record)
    form = f"{record._meta.model_name}_form"
    return one_step(client, page, typed(client.get(page), form, **changes))


def undone(client, step: Step, **data: str) -> str:
    """Press the button; return what the page says then."""
    url = reverse("admin:editorial_step_undo", args=[step.pk])
    return client.post(url, data, follow=True).content.decode()
