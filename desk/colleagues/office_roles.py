"""The five roles of an office, each a group whose rights the migration gives."""

from __future__ import annotations

from django.contrib.auth.models import Group, User
from django.db import models
from django.utils.translation import gettext_lazy as _


class OfficeRole(models.TextChoices):
    """What somebody does; the value is the name of the group, which is data and in Chinese."""

    ENTRY = "录入", _("data entry")
    EDITOR = "责任编辑", _("responsible editor")
    HEAD = "部门主任", _("head of department")
    CHIEF = "总编", _("editor-in-chief")
    KEEPER = "管理员", _("administrator")


def office_role_of(user: User) -> OfficeRole | None:
    """Return the first role of somebody, None for who has rights of their own; the groups are
    fetched along.
    """
    names = {group.name for group in user.groups.all()}
    for role in OfficeRole:
        if role.value in names:
            return role
    return None


def group_of_role(role: str) -> Group:
    return Group.objects.get(name=role)
