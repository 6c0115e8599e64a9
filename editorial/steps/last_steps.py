"""What a person did last on a page: the step to take back, and the one to do again."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.contrib.auth.models import User

from articles.models import Page
from editorial.models import Step

# Nobody goes back further by pressing one key again and again.
MOST_STEPS_BACK = 200


@dataclass(frozen=True, slots=True)
class LastSteps:
    """The steps that pressing undo and redo would undo now; None where there is none."""

    to_undo: Step | None = None
    to_redo: Step | None = None


def last_steps(page: Page, by: User) -> LastSteps:
    """Return which steps of a person on a page undo and redo are about. What was undone is done
    again only until something else is done.
    """
    own = Step.objects.filter(page=page, by=by).exclude(kind__in=Step.FINAL)
    newest_first = own.select_related("undone_by").newest_first()
    oldest_first = sorted(newest_first[:MOST_STEPS_BACK], key=_key)
    every = _chains(oldest_first)
    # What a colleague has undone is theirs to do again.
    chains = [chain for chain in every if not chain[-1].is_undone]
    standing = [chain for chain in chains if len(chain) % 2]
    undone = [chain for chain in chains if not len(chain) % 2]
    # The newest act that stands, whichever way it came to stand.
    last = max(standing, key=lambda chain: chain[0].pk, default=None)
    back = max(undone, key=lambda chain: chain[-1].pk, default=None)
    newest_act = max((chain[0].pk for chain in every), default=0)
    is_behind = back is not None and back[-1].pk < newest_act
    return LastSteps(
        to_undo=last[-1] if last else None,
        to_redo=back[-1] if back and not is_behind else None,
    )


def _key(step: Step) -> int:
    return step.pk


def _chains(oldest_first: Iterable[Step]) -> list[list[Step]]:
    """Return each act with the steps that undid it, did it again, and so on, in turn; an undo of
    what somebody else did is an act.
    """
    chains: list[list[Step]] = []
    of_step: dict[int, list[Step]] = {}
    for step in oldest_first:
        chain = of_step.get(step.undoes_id or 0)
        if chain is None:
            chain = []
            chains.append(chain)
        chain.append(step)
        of_step[step.pk] = chain
    return chains
