"""The demonstration from its start: loading, what to tell the person who started it, serving."""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from django.conf import settings
from django.core.management import CommandError, call_command
from django.urls import reverse
from django.utils.translation import gettext as _

from desk.demo.beside import running
from desk.demo.database import bring_up
from desk.demo.editors import kept_passwords
from desk.demo.setting_up import set_up
from events.models import PublicEvent

HOST = "127.0.0.1"
PORT = 8000
PASSWORDS_FILE = settings.BASE_DIR / "var" / "demo-passwords.txt"


def demonstrate(
    port: int | None,
    passwords_file: Path,
    *,
    beside: Sequence[str] = (),
    say: Callable[[str], object],
) -> None:
    """Load the demonstration once, say where to begin, and serve it where a port is given, with
    these commands of the site ``beside`` it.

    Raise ``CommandError``, and change nothing, when the port is in use.
    """
    if port and not port_is_free(port):
        raise CommandError(
            f"Port {port} is in use. Choose another: make demo PORT={port + 1}"
        )
    bring_up(settings.DATABASES["default"], say)
    fresh = set_up(passwords_file)
    for line in welcome(port or PORT, passwords_file, fresh=fresh):
        say(line)
    if port:
        with running(beside):
            serve(port)


def serve(port: int) -> None:
    """Serve the site on this machine alone until Ctrl-C, as readers of a real one see it."""
    # An address with nothing at it is answered by the site's own page, not by Django's.
    settings.DEBUG = False
    address = f"{HOST}:{port}"
    call_command(
        "runserver",
        address,
        use_reloader=False,
        skip_checks=True,
    )


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
    places = {
        _("Home"): reverse("home"),
        _("Timeline"): timeline(),
        _("Admin"): reverse("admin:index"),
        _("API documentation"): reverse("api-docs"),
    }
    for name, path in places.items():
        yield f"{name}: http://{HOST}:{port}{path}"


def timeline() -> str:
    """Return where the first congress is told day by day; the home page where there is none."""
    congresses = PublicEvent.objects.congresses()
    congress = congresses.in_time().first()
    return congress.get_absolute_url() if congress else reverse("home")


def welcome(port: int, passwords_file: Path, *, fresh: bool) -> Iterator[str]:
    """Yield what to show on the terminal: the addresses, and who may log in."""
    if fresh:
        yield _("The demonstration is loaded.")
    else:
        yield _("The demonstration was loaded before; your changes stand.")
    yield from addresses(port)
    editors = _("Editors (as first given, also kept in %(file)s):")
    yield editors % {"file": passwords_file}
    for username, password in kept_passwords(passwords_file).items():
        yield f"  {username}  {password}"
