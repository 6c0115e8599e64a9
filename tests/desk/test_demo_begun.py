"""How the demonstration begins: all of it or nothing, and a word about where to go."""

from __future__ import annotations

import socket

import pytest
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command

from articles.models import Page
from desk.demo import serving
from desk.demo.editors import kept_passwords
from desk.demo.setting_up import set_up
from events.models import PublicEvent


@pytest.fixture
def passwords_file(tmp_path, settings, db):
    settings.MEDIA_ROOT = tmp_path / "media"
    return tmp_path / "demo-passwords.txt"


def test_a_failure_leaves_nothing(passwords_file, monkeypatch):
    def broken(scene: str) -> bytes:
        raise OSError(scene)

    monkeypatch.setattr("desk.demo.setting_up.draw", broken)
    with pytest.raises(OSError, match="podium"):
        set_up(passwords_file)
    assert not Page.objects.exists()
    assert not User.objects.exists()
    assert not passwords_file.exists()


def test_the_command_tells_where_to_begin_and_who_may_log_in(
    passwords_file, capsys
):
    call_command("load_demo", passwords=passwords_file)
    printed = capsys.readouterr().out
    real = PublicEvent.objects.congresses().get(title__contains="株洲")
    address = real.get_absolute_url()
    for path in ("/", address, "/admin/", "/api/docs/"):
        assert f"http://127.0.0.1:8000{path}\n" in printed
    assert all(
        password in printed
        for password in kept_passwords(passwords_file).values()
    )
    call_command("load_demo", passwords=passwords_file)
    assert all(username in capsys.readouterr().out for username in ["bianji"])


def test_a_busy_port_is_one_clear_line_and_changes_nothing(passwords_file):
    with socket.socket() as listener:
        listener.bind((serving.HOST, 0))
        listener.listen()
        port = listener.getsockname()[1]
        with pytest.raises(
            CommandError,
            match=f"^Port {port} is in use. Choose another: make demo PORT={port + 1}$",
        ):
            call_command("load_demo", port=port, passwords=passwords_file)
    assert not Page.objects.exists()
    assert serving.port_is_free(port)
