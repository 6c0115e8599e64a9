"""A row of a roster file is confirmed by a second person."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction

from editorial.models import Step
from editorial.roster_rows import confirm
from events.models import Statement
from people.models import Membership, Post, RosterRow
from tests.builders import make_person, make_user, saved
from tests.conftest import with_permissions

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]


def keeper(name):
    return with_permissions(make_user(username=name), "change_rosterrow")


def row_of(by, **fields):
    fields = {
        "sha256": "0a" * 32,
        "row": 3,
        "words": "林向晚 市长",
        "authority": "市委组织部",
        **fields,
    }
    return saved(RosterRow(entered_by=by, **fields))


def test_two_people_stand_for_a_row():
    one, other = keeper("one"), keeper("other")
    row = row_of(one)
    with pytest.raises(PermissionDenied):
        confirm(row, make_user(username="nobody"))
    with pytest.raises(ValidationError, match="somebody else"):
        confirm(row, one)
    confirm(row, other)
    [step] = Step.objects.of_record("roster_row", row.pk)
    assert (row.confirmed_by, step.by) == (other, other)
    with pytest.raises(ValidationError, match="already"):
        confirm(row, keeper("third"))


def test_the_database_knows_two_people():
    one = keeper("one")
    row = row_of(one)
    row.confirmed_by = one
    with pytest.raises(IntegrityError), transaction.atomic():
        row.save()


@pytest.mark.parametrize(
    "fields", [{"sha256": "xyz"}, {"sha256": "0A" * 32}, {"row": 0}]
)
def test_a_row_names_its_file_and_its_place(fields):
    with pytest.raises(ValidationError):
        row_of(keeper("one"), **fields)


def test_a_roster_makes_nothing_public():
    row = row_of(keeper("one"))
    membership = saved(
        Membership(person=make_person(), post=saved(Post(label="市长")))
    )
    row.memberships.add(membership)
    confirm(row, keeper("other"))
    assert not Statement.objects.exists()
