"""Loading in the background, as whoever keeps the house running offers it.

The setting ``BACKGROUND_LOADS`` names who does: nothing here, and no front, knows jobs."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from django.conf import settings
from django.contrib.auth.models import User
from django.utils.module_loading import import_string

from importing.models import Upload


@dataclass(frozen=True, slots=True)
class LoadState:
    """How far a load in the background is; ``total`` is 0 until it is known.

    ``lacks`` says what is missing when it waits in vain."""

    label: str
    done: int
    total: int
    is_over: bool
    is_stopping: bool
    report: str
    error: str
    lacks: str


class BackgroundLoads(Protocol):
    """Who loads in the background; ``job`` is what it calls one load."""

    def begin(
        self, files: list[Path], arguments: dict[str, Any], by: User
    ) -> str:
        """Let files be loaded with these arguments of a batch; return the job."""

    def state(self, job: str) -> LoadState | None:
        """Return how far a job is, None for one that is not on record."""

    def stop(self, job: str) -> None:
        """Ask a job to stop at its next page; what is loaded stays."""


def background_loads() -> BackgroundLoads:
    """Return who loads in the background."""
    return import_string(settings.BACKGROUND_LOADS)()


def state_of(upload: Upload) -> LoadState | None:
    """Return how far the load of sent files is, None for one that was never in the background."""
    if not upload.job:
        return None
    loads = background_loads()
    return loads.state(upload.job)


def is_at_work(upload: Upload) -> bool:
    """Tell whether sent files are being loaded, or wait for it."""
    state = state_of(upload)
    if state is None:
        return False
    return not state.is_over
