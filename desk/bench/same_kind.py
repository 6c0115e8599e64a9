"""All cases of one kind before one decision: each is looked at, and may be left out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from desk.bench.case_cards import CaseCard, kind_of_case
from desk.bench.half_marks import MarkInContext, marks_of
from editorial.casework.acts import PageWords


@dataclass(frozen=True, slots=True)
class SameKind:
    """Cases that one act settles: their cards, and for half-width marks each mark."""

    cards: list[CaseCard]
    marks: list[MarkInContext]

    @property
    def says(self) -> str:
        """What the one button says for all."""
        if self.act == "offer":
            return _("Take what is offered")
        first = self.cards[0]
        return first.acts[0].act.says

    @property
    def act(self) -> str:
        first = self.cards[0]
        offered = first.acts[0]
        return offered.act.name


def same_kind(
    asked: int, cards: Sequence[CaseCard], words: PageWords
) -> SameKind | None:
    """Return the open cases that are settled like this one, it first; None when it is settled."""
    waiting = [card for card in cards if card.case.is_open and card.acts]
    of_asked = [card for card in waiting if card.case.key == asked]
    if not of_asked:
        return None
    kind = _kind(of_asked[0])
    alike = [card for card in waiting if _kind(card) == kind]
    is_marks = alike[0].acts[0].act.name == "widen"
    return SameKind(alike, list(marks_of(words)) if is_marks else [])


def _kind(card: CaseCard) -> tuple[str, str]:
    return kind_of_case(card.case, [each.act for each in card.acts])
