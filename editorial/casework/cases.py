"""The findings of a page folded into cases: what has one cause is decided once."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from editorial.models import Finding, Rule

# The rules that one cause raises together: the first of a pair names the case.
JOINT: frozenset[tuple[str, str]] = frozenset(
    {
        (Rule.CUT_PARAGRAPH, Rule.CAPTION_IN_COLUMN),
        (Rule.REPEATED_RUN, Rule.MISSING_TEXT),
        (Rule.JUMP_LINE, Rule.MISSING_TEXT),
    }
)
# What stands so many characters apart on the page is still beside each other: a line break.
BESIDE = 2
LEADERS = frozenset(first for first, _second in JOINT)
UNSETTLED = Finding.Status.OPEN


@dataclass(frozen=True, slots=True)
class Case:
    """Findings of one cause, in the order of the page; the first is the one that names it."""

    findings: tuple[Finding, ...]

    @property
    def lead(self) -> Finding:
        return self.findings[0]

    @property
    def key(self) -> int:
        return self.lead.pk

    @property
    def keys(self) -> set[int]:
        """The keys of its findings."""
        return {finding.pk for finding in self.findings}

    @property
    def rule(self) -> str:
        return self.lead.rule

    @property
    def rules(self) -> set[str]:
        return {finding.rule for finding in self.findings}

    @property
    def severity(self) -> int:
        """The worst of its findings'."""
        return min(finding.severity for finding in self.findings)

    @property
    def is_open(self) -> bool:
        """Tell whether something of it waits to be decided; what was put off waits for a day."""
        return any(each.status == UNSETTLED for each in self.findings)

    @property
    def is_put_off(self) -> bool:
        return self.lead.status == Finding.Status.DEFERRED

    @property
    def seen(self) -> str:
        """A digest of its findings and the words they doubt, as they stand now."""
        whole = "\x1f".join(map(_told, self.findings))
        return hashlib.sha256(whole.encode()).hexdigest()[:16]


def cases_of(findings: Iterable[Finding]) -> list[Case]:
    """Return the findings of one page as cases, in the order of the page."""
    groups: list[list[Finding]] = []
    for finding in sorted(findings, key=_place):
        mine = [group for group in groups if _belongs(finding, group)]
        joined = [each for group in mine for each in group]
        groups = [group for group in groups if group not in mine]
        groups.append([*joined, finding])
    cases = [_case(group) for group in groups]
    return sorted(cases, key=_place_of_case)


def _case(group: Sequence[Finding]) -> Case:
    ordered = sorted(group, key=_leader_first)
    findings = tuple(ordered)
    return Case(findings)


def _place(finding: Finding) -> tuple[int, int]:
    return finding.page_start, finding.pk


def _place_of_case(case: Case) -> tuple[int, int]:
    places = map(_place, case.findings)
    return min(places)


def _leader_first(finding: Finding) -> tuple[bool, int, int]:
    follows = finding.rule not in LEADERS
    return follows, *_place(finding)


def _belongs(finding: Finding, group: Sequence[Finding]) -> bool:
    return any(_of_one_cause(finding, other) for other in group)


def _of_one_cause(one: Finding, other: Finding) -> bool:
    """Tell whether two findings of one page are of one cause: the same words printed twice, or
    rules that go together about words that touch.
    """
    if one.article_id != other.article_id:
        return False
    rule = one.rule
    other_rule = other.rule
    if rule == other_rule == Rule.REPEATED_RUN:
        return one.exact == other.exact
    pairs = [(rule, other_rule), (other_rule, rule)]
    if JOINT.isdisjoint(pairs):
        return False
    return _touch(one, other)


def _touch(one: Finding, other: Finding) -> bool:
    if one.page_start > other.page_end + BESIDE:
        return False
    return other.page_start <= one.page_end + BESIDE


def _told(finding: Finding) -> str:
    article = finding.article
    start = finding.start
    words = ""
    if article is not None and start is not None:
        words = finding.text_in(article)[start : finding.end]
    return "\x1e".join([str(finding.pk), finding.status, words])
