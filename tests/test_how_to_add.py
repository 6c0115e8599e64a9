"""Each list of ``docs/how-to-add.md`` names the places of its example, and all of them."""

from __future__ import annotations

import re
from typing import NamedTuple

import pytest

from tests.architecture import ROOT
from tests.architecture.source import code

GUIDE = ROOT / "docs" / "how-to-add.md"
EXAMPLE = re.compile(r"Example:\s+`(\w+)`")
# 2. `events/models/event.py`: `Event`: what to do there
STEP = re.compile(r"^\d+\. `([\w./-]+)`: (?:`(\w+)`)?", re.MULTILINE)


class Step(NamedTuple):
    """A place that a list leads to: a file or a folder, and a name in it."""

    path: str
    name: str

    def holds(self, path: str) -> bool:
        """Tell whether a file is this place or lies in it."""
        return path == self.path or (
            self.path.endswith("/") and path.startswith(self.path)
        )


class HowTo(NamedTuple):
    """One list: what is added, the word of its example, and the places in order."""

    title: str
    example: str
    steps: list[Step]


def how_tos(guide: str) -> list[HowTo]:
    """Return the lists of the guide."""
    sections = re.split(r"^## ", guide, flags=re.MULTILINE)[1:]
    return [how_to(section) for section in sections]


def how_to(section: str) -> HowTo:
    """Return one section's list."""
    example = EXAMPLE.search(section)
    assert example, section
    steps = [Step(*found) for found in STEP.findall(section)]
    return HowTo(section.splitlines()[0], example[1], steps)


def mentions(text: str, word: str) -> bool:
    """Tell whether a text has a word by itself, in small letters or large."""
    return bool(re.search(rf"(?<!\w){word}(?!\w)", text, re.IGNORECASE))


def missing(one: HowTo) -> list[str]:
    """Return what a list says that is not so."""
    return [wrong for step in one.steps for wrong in wrong_in(step, one)]


def wrong_in(step: Step, one: HowTo) -> list[str]:
    """Return what is wrong with one step of a list."""
    place = ROOT / step.path
    if not place.exists():
        return [f"{one.title}: there is no {step.path}"]
    if step.name and not mentions(place.read_text(), step.name):
        return [f"{one.title}: {step.path} has no {step.name}"]
    return []


def unlisted(one: HowTo) -> list[str]:
    """Return the files of ours that have the example's word and are in no step."""
    return [
        source.path
        for source in code()
        if mentions(source.text, one.example)
        and not any(step.holds(source.path) for step in one.steps)
    ]


def unnamed(one: HowTo) -> list[str]:
    """Return the steps into our code where the example's word is not found."""
    paths = [s.path for s in code() if mentions(s.text, one.example)]
    listed = [s for s in one.steps if not s.path.startswith(("tests", "temp"))]
    return [s.path for s in listed if not any(map(s.holds, paths))]


LISTS = how_tos(GUIDE.read_text())


def test_each_kind_of_addition_has_its_list():
    assert [one.title.removeprefix("… ") for one in LISTS] == [
        "a rule that doubts the content of a page",
        "a rule that doubts the layout",
        "a kind of event",
        "a format of files",
        "a resource of the API",
        "a public page",
    ]


@pytest.mark.parametrize("one", LISTS, ids=lambda one: one.example)
def test_a_list_names_all_places_of_its_example_and_no_others(one):
    assert len(one.steps) >= 3
    assert missing(one) == []
    assert unlisted(one) == []
    assert unnamed(one) == []


@pytest.mark.parametrize("left_out", range(3))
def test_a_step_left_out_is_seen(left_out):
    event = next(one for one in LISTS if one.example == "ceremony")
    steps = [s for i, s in enumerate(event.steps) if i != left_out]
    assert unlisted(event._replace(steps=steps)) == [event.steps[left_out].path]


def test_a_step_that_leads_nowhere_is_seen():
    wrong = [Step("api/gone.py", ""), Step("api/urls.py", "nothing_there")]
    one = HowTo("a thing", "OrganizationViewSet", wrong)
    assert missing(one) == [
        "a thing: there is no api/gone.py",
        "a thing: api/urls.py has no nothing_there",
    ]
    assert unlisted(one) == ["api/resources/organizations.py"]
    assert unnamed(one) == ["api/gone.py"]
