"""Making colleagues, giving them their role, and letting them go: what they signed stays."""

from __future__ import annotations

import secrets

from django.contrib.auth.models import Group, User
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from editorial.models import Hold
from people.pinyin import sort_name_of
from records.plaintext import plain_line

PERMISSION = "editorial.keep_colleagues"
# Letters and digits that nobody takes for one another.
ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"
LONGEST_LOGIN = 30


def make_colleague(
    name: str, group: Group, by: User, login: str = ""
) -> tuple[User, str]:
    """Make somebody who may log in at the desk; return them with their first password. Without a
    login theirs is the pinyin of the name.

    Raise ``PermissionDenied``, or ``ValidationError`` without a name or for a login that is taken.
    """
    _refuse_others(by)
    password = new_password()
    with transaction.atomic():
        user = User(
            username=login.strip() or _free_login(name),
            is_staff=True,
        )
        user.set_password(password)
        _name(user, name)
        user.full_clean()
        user.save()
        user.groups.add(group)
    return user, password


def change_colleague(user: User, name: str, group: Group, by: User) -> None:
    """Give somebody this name and this role in place of any other.

    Raise what ``make_colleague`` raises."""
    _refuse_others(by, user)
    names = ["first_name", "last_name"]
    with transaction.atomic():
        _name(user, name)
        user.save(update_fields=names)
        user.groups.set([group])


def let_go(user: User, by: User) -> None:
    """Let somebody log in no more: what they had reserved is free again, what they signed and did
    stays.

    Raise ``PermissionDenied``, or ``ValidationError`` for oneself."""
    _refuse_others(by, user)
    if user == by:
        raise ValidationError(_("Nobody lets themselves go."))
    with transaction.atomic():
        user.is_active = False
        user.save(update_fields=["is_active"])
        Hold.objects.filter(by=user).delete()


def take_back(user: User, by: User) -> None:
    """Let somebody who had left log in again; raise ``PermissionDenied``."""
    _refuse_others(by, user)
    user.is_active = True
    user.save(update_fields=["is_active"])


def give_password(user: User, by: User) -> str:
    """Give somebody who forgot theirs a new password, and return it; raise ``PermissionDenied``."""
    _refuse_others(by, user)
    password = new_password()
    user.set_password(password)
    user.save(update_fields=["password"])
    return password


def new_password() -> str:
    """Return twelve random characters in groups of four (59 bits)."""
    groups = [_four_characters() for _group in range(3)]
    return "-".join(groups)


def _four_characters() -> str:
    characters = [secrets.choice(ALPHABET) for _place in range(4)]
    return "".join(characters)


def _refuse_others(by: User, user: User | None = None) -> None:
    """Refuse who may not keep colleagues, and whoever is to be changed but may do more."""
    is_above = user is not None and user.is_superuser and not by.is_superuser
    if is_above or not by.has_perm(PERMISSION):
        raise PermissionDenied


def _name(user: User, name: str) -> None:
    """Write a name as one, surname first, as people write it."""
    whole = plain_line(name).strip()
    if not whole:
        raise ValidationError(_("Somebody without a name signs nothing."))
    user.first_name = whole
    user.last_name = ""


def _free_login(name: str) -> str:
    """Return the pinyin of a name, with a number where somebody has it already."""
    letters = sort_name_of(name)
    kept = "".join(filter(str.isalnum, letters))
    wanted = kept[:LONGEST_LOGIN] or "user"
    login = wanted
    number = 1
    while User.objects.filter(username=login).exists():
        number += 1
        login = f"{wanted}{number}"
    return login
