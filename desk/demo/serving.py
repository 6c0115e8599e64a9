"""Where the demonstration is served, and what to tell the person who started it."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from pathlib import Path

from django.urls import reverse
from django.utils.translation import gettext as _

from desk.demo.editors import kept_passwords
from events.models import Event

HOST = "127.0.0.1"


def port_is_free(port: int) -> bool:
    """Tell whether a server could listen on this port of this machine now."""
    with socket.socket() as listener:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind((HOST, port))
        except OSError:
            return False
    return True


def addresses(port: int) -> Iterator[str]:
    """Yield a line for each place to begin at."""
    congress = Event.objects.published().congresses().in_time().first()
    places = {
        _("Home"): reverse("home"),
        _("Timeline"): congress.get_absolute_url()
        if congress
        else reverse("home"),
        _("Admin"): reverse("admin:index"),
        _("API documentation"): reverse("api-docs"),
    }
    yield from (
        f"{name}: http://{HOST}:{port}{path}" for name, path in places.items()
    )


def welcome(port: int, passwords_file: Path, *, fresh: bool) -> Iterator[str]:
    """Yield what to show on the terminal: the addresses, and who may log in."""
    yield (
        _("The demonstration is loaded.")
        if fresh
        else _("The demonstration was loaded before; your changes stand.")
    )
    yield from addresses(port)
    yield _("Editors (as first given, also kept in %(file)s):") % {
        "file": passwords_file
    }
    yield from (
        f"  {username}  {password}"
        for username, password in kept_passwords(passwords_file).items()
    )
