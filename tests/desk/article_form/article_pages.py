"""The page of an article as a colleague opens it, and what it answers."""

from django.contrib.auth.models import Group
from django.test import Client

from tests.builders import make_user

BODY = "会议由林向皖主持。\n周易安讲话。"


def member(username: str, group: str) -> Client:
    user = make_user(username=username, is_staff=True)
    user.groups.add(Group.objects.get(name=group))
    client = Client()
    client.force_login(user)
    client.cookies["django_language"] = "en"
    client.user = user
    return client


def words_of(response) -> str:
    return " ".join(map(str, response.context["messages"]))
