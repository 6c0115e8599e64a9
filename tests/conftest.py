"""Skip what this machine cannot run, with the reason; where CI is set the same lack is a
failure.
"""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from django.contrib.auth.models import Permission
from django.core.management import call_command
from django.db import DEFAULT_DB_ALIAS, connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.signals import connection_created
from django.utils import translation
from hypothesis import settings as hypothesis_settings
from pytest_django import DjangoDbBlocker

from editorial.reviewing import sign
from tests.builders import make_user
from tests.machine import LACKS
from tests.migrated import fill, use_template

STEPS = ("first", "second", "final")

# How long an example takes says more of the machine than of the program.
hypothesis_settings.register_profile("untimed", deadline=None)
hypothesis_settings.load_profile("untimed")


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Ask for what the test's markers need."""
    for marker, lack in LACKS.items():
        reason = lack() if item.get_closest_marker(marker) else ""
        if reason and os.environ.get("CI"):
            pytest.fail(reason, pytrace=False)
        if reason:
            pytest.skip(reason)


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    django_db_modify_db_settings_parallel_suffix: None,
) -> None:
    """Let the test database begin as a copy of one that migrations made."""
    database = connections[DEFAULT_DB_ALIAS]
    if database.vendor == "sqlite":
        connection_created.connect(_fill_once)
    else:
        use_template(database.settings_dict)


def _fill_once(connection: BaseDatabaseWrapper, **_more: object) -> None:
    connection_created.disconnect(_fill_once)
    fill(connection)


@pytest.fixture(autouse=True, scope="module")
def what_migrations_put_there(
    request: pytest.FixtureRequest, django_db_blocker: DjangoDbBlocker
) -> Iterator[None]:
    """Give back the rows of the migrations (groups, tables), which a test with commits of its own
    empties with all others: whoever runs next on this worker needs them.
    """
    if not any(map(_empties_tables, _tests_in(request.node))):
        yield
        return
    request.getfixturevalue("django_db_setup")
    creation = connections[DEFAULT_DB_ALIAS].creation
    with django_db_blocker.unblock():
        rows = creation.serialize_db_to_string()
    yield
    with django_db_blocker.unblock():
        call_command("flush", interactive=False, inhibit_post_migrate=True)
        creation.deserialize_db_from_string(rows)


def _tests_in(module: pytest.Module) -> list[pytest.Item]:
    items = module.session.items
    return [each for each in items if each.getparent(pytest.Module) is module]


def _empties_tables(item: pytest.Item) -> bool:
    marker = item.get_closest_marker("django_db")
    return marker is not None and bool(marker.kwargs.get("transaction"))


# An editor and three reviewers who may sign every step


def with_permissions(user, *codenames):
    user.user_permissions.add(
        *Permission.objects.filter(codename__in=codenames)
    )
    return user


@pytest.fixture
def english():
    """Messages as they stand in the code, whatever the catalogue says."""
    with translation.override("en"):
        yield


@pytest.fixture
def editor(db):
    return with_permissions(
        make_user(username="editor"),
        "change_article",
        "change_finding",
        "first_review",
    )


@pytest.fixture
def reviewers(db):
    users = [make_user(username=name) for name in ("first", "second", "final")]
    return [
        with_permissions(
            user, *(f"{step}_review" for step in STEPS), "publish_article"
        )
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
