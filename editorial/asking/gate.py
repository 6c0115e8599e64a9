"""The gate between one person's act and what readers see of it at once: acts are held here until
the transaction ends, which then changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field

from django.contrib.auth.models import User

from articles.models import Article, Page
from editorial.models import Step, StepRow


@dataclass(frozen=True, slots=True)
class HeldAct:
    """A step that may be tried and not taken: who, on what, why, and what it would change."""

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


@dataclass(slots=True)
class Tried:
    """The acts of one transaction, and whether readers would see one of them at once."""

    acts: list[HeldAct] = field(default_factory=list)
    waits: bool = False


_tried: ContextVar[Tried | None] = ContextVar("tried", default=None)


@contextmanager
def second_person_asked() -> Iterator[None]:
    """Hold what is done within, if readers would see some of it at once: ``logged()`` then raises
    ``StepWaits`` instead of ending its transaction.
    """
    tried = Tried()
    token = _tried.set(tried)
    try:
        yield
        if tried.waits:
            raise LookupError("an act that waits was tried outside of logged()")
    finally:
        _tried.reset(token)


@contextmanager
def confirmed_already() -> Iterator[None]:
    """Let what is done within take effect: two people have said yes."""
    token = _tried.set(None)
    try:
        yield
    finally:
        _tried.reset(token)


def asks_second() -> bool:
    """Tell whether acts that readers would see at once are held."""
    return _tried.get() is not None


def note_tried(act: HeldAct, *, waits: bool) -> None:
    """Keep an act until its transaction ends: if one of them ``waits``, all do."""
    tried = _tried.get()
    if tried is None:
        raise LookupError("no second person is asked here")
    tried.acts.append(act)
    tried.waits = tried.waits or waits


def forget_tried() -> None:
    """Keep nothing of what was tried: a transaction begins, or has ended."""
    tried = _tried.get()
    if tried is not None:
        tried.acts.clear()
        tried.waits = False


def stop_if_held() -> None:
    """Raise ``StepWaits`` with all that was tried, if some of it waits."""
    tried = _tried.get()
    if tried is not None and tried.waits:
        acts = list(tried.acts)
        raise StepWaits(acts)
