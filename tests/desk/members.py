"""Colleagues signed in at the desk, and the plain text of what it answers."""

from django.contrib.auth.models import Group, User
from django.test import Client

from editorial.asking.asked_steps import confirm_asked
from editorial.models import WaitingStep
from tests.builders import make_user


def member(username, group):
    user = make_user(username=username, is_staff=True)
    user.groups.add(Group.objects.get(name=group))
    client = Client()
    client.force_login(user)
    client.cookies["django_language"] = "en"
    client.user = user
    return client


def confirm_all():
    """Let a second person confirm everything that waits."""
    known = User.objects.filter(username="second").first()
    second = known or make_user(username="second", superuser=True)
    for waiting in WaitingStep.objects.waiting().order_by("pk"):
        confirm_asked(waiting, second)


def text_of(answer):
    return answer.content.decode()
