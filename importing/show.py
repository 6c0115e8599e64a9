"""Read pages without storing anything, to see what the reader sees."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Unpack

from importing.delivery.delivered_page import (
    Delivery,
    PageGiven,
    reading_json,
)
from importing.delivery.files import Refused, Unit, gather, pages_in
from importing.delivery.manifest import Manifest, read_manifest
from importing.refusal import ImportRefused
from importing.tally import refused_line
from reader import PageError


def show_files(
    paths: Iterable[Path],
    *,
    manifest: Path | None = None,
    say: Callable[[str], None],
    complain: Callable[[str], None],
    **given: Unpack[PageGiven],
) -> bool:
    """Print the reading of each page as JSON; return whether none was refused.

    A page alone is printed for people to read, several as one object a line. What is refused is one
    line each."""
    shown = _Shown(say, complain)
    for number, found in enumerate(_readings(paths, manifest, given)):
        if isinstance(found, Refused):
            shown.refuse(found)
        elif number == 0:
            shown.alone = found
        else:
            shown.show(found)
    shown.finish()
    return shown.is_good


@dataclass
class _Shown:
    """What has been printed; the first page waits until it is known to be ``alone`` or not."""

    say: Callable[[str], None]
    complain: Callable[[str], None]
    alone: str | None = None
    is_good: bool = True

    def refuse(self, refused: Refused) -> None:
        self.complain(refused_line(refused.name, refused.reason))
        self.is_good = False

    def show(self, reading: str) -> None:
        if self.alone:
            self.say(self.alone)
            self.alone = None
        self.say(reading)

    def finish(self) -> None:
        if self.alone:
            reading = json.loads(self.alone)
            self.say(json.dumps(reading, ensure_ascii=False, indent=1))


def _readings(
    paths: Iterable[Path], manifest: Path | None, given: PageGiven
) -> Iterator[str | Refused]:
    """Yield each page's JSON on one line, or why there is none."""
    try:
        table = read_manifest(manifest) if manifest else None
    except ImportRefused as refusal:
        yield Refused(str(manifest), str(refusal))
        return
    for item in gather(paths):
        if isinstance(item, Refused):
            yield item
        else:
            yield from _read(item, table, given)


def _read(
    unit: Unit, manifest: Manifest | None, given: PageGiven
) -> Iterator[str | Refused]:
    try:
        for page in pages_in(unit.files):
            delivery = Delivery(page, manifest=manifest, **given)
            yield _reading(delivery)
    except ImportRefused as refusal:
        yield Refused(unit.files[0].name, str(refusal))


def _reading(delivery: Delivery) -> str | Refused:
    try:
        return reading_json(delivery)
    except (ImportRefused, PageError) as refusal:
        return Refused(delivery.file.name, str(refusal))
