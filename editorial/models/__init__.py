"""What editors do to records: findings, corrections, reviews; and the log of changes."""

from editorial.models.awaited_answer import AwaitedAnswer
from editorial.models.change import (
    Change,
    ChangeCounter,
    RecordKind,
    WhatHappened,
)
from editorial.models.correction import Correction
from editorial.models.draft import Draft, Hold
from editorial.models.finding import Finding
from editorial.models.proof import Proof
from editorial.models.review import Review
from editorial.models.rules import PRINT_RULES, Rule, Severity
from editorial.models.step import Step, StepRow
from editorial.models.waiting_step import WaitingStep

__all__ = [
    "PRINT_RULES",
    "AwaitedAnswer",
    "Change",
    "ChangeCounter",
    "Correction",
    "Draft",
    "Finding",
    "Hold",
    "Proof",
    "RecordKind",
    "Review",
    "Rule",
    "Severity",
    "Step",
    "StepRow",
    "WaitingStep",
    "WhatHappened",
]
