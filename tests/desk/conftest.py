"""People of the desk: an editor and three reviewers who may sign every step."""

import pytest
from django.contrib.auth.models import Permission
from django.utils import translation

from desk.reviewing import sign
from tests.builders import make_user

STEPS = ("first", "second", "final")


def with_permissions(user, *codenames):
    user.user_permissions.add(*Permission.objects.filter(codename__in=codenames))
    return user


@pytest.fixture
def english():
    """Messages as they stand in the code, whatever the catalogue says."""
    with translation.override("en"):
        yield


@pytest.fixture
def editor(db):
    return with_permissions(
        make_user(username="editor"), "change_article", "change_finding", "first_review"
    )


@pytest.fixture
def reviewers(db):
    users = [make_user(username=name) for name in ("first", "second", "final")]
    return [
        with_permissions(user, *(f"{step}_review" for step in STEPS), "publish_article")
        for user in users
    ]


@pytest.fixture
def sign_all(reviewers):
    """Sign the three steps of an article, by three people."""

    def sign_steps(article):
        for step, user in zip(STEPS, reviewers, strict=True):
            sign(
                article,
                step=step,
                decision="approved",
                opinion="同意。",
                by=user,
                version=article.version,
            )
        return article

    return sign_steps
