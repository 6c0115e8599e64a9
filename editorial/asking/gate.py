"""The gate between one person's act and what readers see of it at once: acts are held here until
the transaction ends, which then changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass

from django.contrib.auth.models import User

from articles.models import Article, Page
from editorial.models import Step, StepRow


@dataclass(frozen=True, slots=True)
class HeldAct:
    """A step that was tried and not taken: who, on what, why, and what it would change."""

    kind: str
    by: User
    article: Article | None
    page: Page | None
    reason: str
    undoes: Step | None
    rows: Sequence[StepRow]


class StepWaits(Exception):  # noqa: N818 - not an error: somebody else is to say yes
    """Says that acts were held: nothing is changed, and they may be asked for."""

    def __init__(self, acts: Sequence[HeldAct]) -> None:
        self.acts = acts
        super().__init__("a second person has to confirm this")


_held: ContextVar[list[HeldAct] | None] = ContextVar("held", default=None)


@contextmanager
def second_person_asked() -> Iterator[None]:
    """Hold what is done within, if readers would see it at once: ``logged()`` then raises
    ``StepWaits`` instead of ending its transaction.
    """
    token = _held.set([])
    try:
        yield
        if held_acts():
            raise LookupError("an act was held outside of logged()")
    finally:
        _held.reset(token)


@contextmanager
def confirmed_already() -> Iterator[None]:
    """Let what is done within take effect: two people have said yes."""
    token = _held.set(None)
    try:
        yield
    finally:
        _held.reset(token)


def asks_second() -> bool:
    """Tell whether acts that readers would see at once are held."""
    return _held.get() is not None


def held_acts() -> list[HeldAct]:
    """Return what is held so far."""
    return list(_held.get() or ())


def hold(act: HeldAct) -> None:
    """Keep an act until the transaction ends; raise ``LookupError`` where none is held."""
    held = _held.get()
    if held is None:
        raise LookupError("no second person is asked here")
    held.append(act)


def stop_if_held() -> None:
    """Raise ``StepWaits`` with what is held, and hold it no more."""
    held = _held.get()
    if not held:
        return
    acts = list(held)
    held.clear()
    raise StepWaits(acts)
