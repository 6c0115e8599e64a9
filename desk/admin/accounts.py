"""Django's own pages of users and groups, for whoever has every right."""

from __future__ import annotations

from django.contrib import admin
from django.contrib.auth.admin import GroupAdmin, UserAdmin
from django.contrib.auth.models import Group, User

from desk.forms.going_along import NamedDeletion

admin.site.unregister([Group, User])


@admin.register(Group)
class RoleAdmin(NamedDeletion, GroupAdmin):
    pass


@admin.register(User)
class AccountAdmin(NamedDeletion, UserAdmin):
    pass
