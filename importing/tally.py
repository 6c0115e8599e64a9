"""What a run over many files has come to: one line a page, and the totals."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from django.utils.translation import gettext as _
from tqdm import tqdm

from importing.models import ImportRun

COUNTED = ("articles", "photos", "people", "events", "findings")
REFUSED = ImportRun.Outcome.REFUSED


@dataclass(frozen=True, slots=True)
class PageResult:
    """What became of one page: the outcome, one line to print, and the counts of its page."""

    outcome: str
    line: str
    counts: Mapping[str, float] = field(default_factory=dict)


def loaded_result(name: str, run: ImportRun) -> PageResult:
    """Return the result of a page that was loaded, or found to be loaded already."""
    return PageResult(run.outcome, _line(name, run), run.counts)


def refused_result(name: str, reason: str) -> PageResult:
    """Return the result of what was refused."""
    line = refused_line(name, reason)
    return PageResult(REFUSED, line)


def refused_line(name: str, reason: str) -> str:
    """Return what a run says of a refused file: its name and the reason, in one line."""
    words = " ".join(reason.split())
    return f"{name}: {words}"


@dataclass
class Tally:
    """What a run has come to; each result is told as it comes."""

    say: Callable[[str], None]
    complain: Callable[[str], None]
    outcomes: Counter[str] = field(default_factory=Counter)
    counts: Counter[str] = field(default_factory=Counter)

    @property
    def has_refused(self) -> bool:
        return self.outcomes[REFUSED] > 0

    def take(self, result: PageResult) -> None:
        """Say what became of a page, and count it."""
        tell = self.complain if result.outcome == REFUSED else self.say
        with tqdm.external_write_mode():
            tell(result.line)
        self.outcomes[result.outcome] += 1
        for name in COUNTED:
            count = result.counts.get(name, 0)
            self.counts[name] += int(count)

    def totals(self) -> str:
        """Return the line that sums the run up."""
        told = ", ".join(self._outcomes_told())
        return _("Pages: %(outcomes)s. In all: %(counts)s.") % {
            "outcomes": told or 0,
            "counts": _counted(self.counts),
        }

    def _outcomes_told(self) -> Iterator[str]:
        for value, label in ImportRun.Outcome.choices:
            number = self.outcomes[value]
            if number:
                yield f"{label} {number}"


def _line(name: str, run: ImportRun) -> str:
    words = {
        "file": name,
        "page": run.page,
        "outcome": run.get_outcome_display(),
        "message": run.message,
    }
    if run.outcome == ImportRun.Outcome.UNCHANGED:
        return _("%(file)s: %(page)s: %(message)s") % words
    words |= {"counts": _counted(run.counts), "covered": _covered(run.counts)}
    return _("%(file)s: %(page)s %(outcome)s: %(counts)s, %(covered)s") % words


def _counted(counts: Mapping[str, float]) -> str:
    return _(
        "articles %(articles)d, photos %(photos)d, people %(people)d, "
        "events %(events)d, findings %(findings)d"
    ) % {name: counts[name] for name in COUNTED}


def _covered(counts: Mapping[str, float]) -> str:
    return _("coverage %(share).1f%%") % {"share": counts["coverage"] * 100}
