"""What a role is called in the language of the page."""

import pytest
from django.utils import translation

from events.common_roles import COMMON_ROLES
from public.person.role_names import ROLE_NAMES, RoleName, role_name


def test_every_common_role_has_a_name():
    assert {role.label for role in COMMON_ROLES} <= set(ROLE_NAMES)


def test_in_chinese_a_role_is_called_as_printed():
    for role, name in ROLE_NAMES.items():
        assert str(name) == role
        assert role_name(role) == RoleName(role, "zh-Hans")


@pytest.mark.parametrize(
    ("role", "name"),
    [
        ("执行主席", RoleName("executive chair", "en")),
        ("当选市长", RoleName("elected", "en", "市长")),
        ("执行主席(轮值)", RoleName("executive chair", "en", "(轮值)")),
        ("敲钟", RoleName("敲钟", "zh-Hans")),
    ],
)
def test_in_english_only_what_nobody_translated_stays_chinese(role, name):
    with translation.override("en"):
        assert role_name(role) == name
