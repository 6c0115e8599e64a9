"""Who sits at the desk."""

from __future__ import annotations

from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest


def editor_of(request: HttpRequest) -> User:
    """Return who is logged in; raise ``PermissionDenied`` for nobody."""
    if not isinstance(request.user, User):
        raise PermissionDenied
    return request.user
