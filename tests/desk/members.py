"""Colleagues signed in at the desk, and the plain text of what it answers."""

from django.contrib.auth.models import Group
from django.test import Client

from tests.builders import (
    make_user,
)


def member(username, group):
    user = make_user(username=username, is_staff=True)
    user.groups.add(Group.objects.get(name=group))
    client = Client()
    client.force_login(user)
    client.cookies["django_language"] = "en"
    client.user = user
    return client


def text_of(answer):
    return answer.content.decode()
