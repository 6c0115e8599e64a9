"""The table of roles begins with the field's common ones, and stays as people made it."""

import pytest

from events.common_roles import COMMON_ROLES
from events.models import EventRole
from importing.storing.events.participants import missing_roles
from reader.events.parts.role_forms import ROLES
from tests.builders import saved
from tests.by_hand import changed_by_hand, deleted_by_hand

pytestmark = pytest.mark.django_db


def fill():
    for role in missing_roles():
        saved(role)


def test_every_role_that_the_reader_gives_is_common():
    given = {form.role for form in ROLES}
    assert given <= {role.label for role in COMMON_ROLES}


def test_no_two_common_roles_share_a_character_or_a_label():
    for name in ("label", "character"):
        assert len({getattr(one, name) for one in COMMON_ROLES}) == len(
            COMMON_ROLES
        )


def test_who_is_elected_need_not_be_there():
    fill()
    absent = EventRole.objects.filter(needs_presence=False)
    assert [role.label for role in absent] == ["当选"]


def test_the_table_is_filled_once_and_a_person_has_the_last_word():
    fill()
    assert EventRole.objects.count() == len(COMMON_ROLES)
    deleted_by_hand(EventRole.objects.get(label="陪同"))
    role = EventRole.objects.get(label="主持人")
    changed_by_hand(role, label="主持")
    assert missing_roles() == []


def test_the_heavier_stands_first():
    fill()
    first = EventRole.objects.first()
    assert (first.label, first.character) == ("主席团常务主席", "常")
