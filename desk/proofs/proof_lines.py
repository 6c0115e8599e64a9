"""The stages of issues as the desk shows them: who signed them, what changed since."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Max

from editorial.models import Correction, Proof


@dataclass(frozen=True, slots=True)
class ProofLine:
    """A stage: its signature, if there is one, and whether words changed after it."""

    stage: Proof.Stage
    proof: Proof | None
    is_next: bool
    is_overtaken: bool


def proof_lines(issues: Iterable[int]) -> dict[int, list[ProofLine]]:
    """Return the stages of these issues, by key; their number costs no more queries."""
    keys = list(issues)
    signed: dict[int, dict[str, Proof]] = defaultdict(dict)
    standing = Proof.objects.standing().filter(issue__in=keys)
    for proof in standing.select_related("by"):
        signed[proof.issue_id][proof.stage] = proof
    changed = _changed_at(keys)
    return {key: _lines(signed[key], changed.get(key)) for key in keys}


def _changed_at(issues: list[int]) -> dict[int, datetime]:
    """Return when words of each issue were last corrected."""
    made = Correction.objects.filter(article__page__issue__in=issues)
    by_issue = made.order_by().values_list("article__page__issue")
    return dict(by_issue.annotate(Max("at")))


def _lines(
    signed: dict[str, Proof], changed: datetime | None
) -> list[ProofLine]:
    following = Proof.next_stage(set(signed))
    lines = []
    for stage in Proof.Stage:
        proof = signed.get(stage)
        is_overtaken = _is_before(proof, changed)
        lines.append(ProofLine(stage, proof, stage == following, is_overtaken))
    return lines


def _is_before(proof: Proof | None, changed: datetime | None) -> bool:
    if proof is None or changed is None:
        return False
    return proof.at < changed
