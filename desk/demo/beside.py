"""Other processes of the demonstration, which end when it does."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from types import FrameType

from django.conf import settings

# In seconds: so long a process may take to end by itself.
PATIENCE = 10


@contextmanager
def running(commands: Sequence[str]) -> Iterator[None]:
    """Run these commands of the site meanwhile, each in a process of its own."""
    signal.signal(signal.SIGTERM, _leave)
    signal.signal(signal.SIGHUP, _leave)
    with ExitStack() as stack:
        for command in commands:
            process = start(command)
            stack.callback(end_process, process)
        yield


def _leave(signum: int, frame: FrameType | None) -> None:
    """End as Ctrl-C does: what was started is ended on the way."""
    raise KeyboardInterrupt


def start(command: str) -> subprocess.Popen[bytes]:
    """Start a command of the site; Ctrl-C in the terminal does not reach it, we end it."""
    manage = str(settings.BASE_DIR / "manage.py")
    return subprocess.Popen(  # noqa: S603 - our own command, named by whoever starts us
        [sys.executable, manage, command],
        start_new_session=True,
    )


def end_process(process: subprocess.Popen[bytes]) -> None:
    """Tell a process to end, and end it where it does not listen."""
    process.terminate()
    try:
        process.wait(PATIENCE)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
