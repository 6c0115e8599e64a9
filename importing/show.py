"""Read pages without storing anything, to see what the reader sees."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from importing.delivery.delivered_page import Delivery, reading_json
from importing.delivery.files import Refused, Unit, gather, pages_in
from importing.delivery.manifest import Manifest, read_manifest
from importing.refusal import ImportRefused
from reader import PageError


def show_files(
    paths: Iterable[Path],
    *,
    manifest: Path | None = None,
    say: Callable[[str], None],
    complain: Callable[[str], None],
    **given: str | None,
) -> bool:
    """Print the reading of each page as JSON; return whether none was refused.

    A page alone is printed for people to read, several as one object a line. What is refused is one
    line each."""
    is_good = True
    alone = None
    for number, found in enumerate(_readings(paths, manifest, given)):
        if isinstance(found, Refused):
            complain(f"{found.name}: {' '.join(found.reason.split())}")
            is_good = False
        elif not number:
            alone = found
        else:
            for reading in (alone, found):
                if reading:
                    say(reading)
            alone = None
    if alone:
        say(json.dumps(json.loads(alone), ensure_ascii=False, indent=1))
    return is_good


def _readings(
    paths: Iterable[Path], manifest: Path | None, given: dict[str, str | None]
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
    unit: Unit, manifest: Manifest | None, given: dict[str, str | None]
) -> Iterator[str | Refused]:
    try:
        for page in pages_in(unit.files):
            try:
                yield reading_json(Delivery(page, manifest=manifest, **given))
            except (ImportRefused, PageError) as refusal:
                yield Refused(page.name, str(refusal))
    except ImportRefused as refusal:
        yield Refused(unit.files[0].name, str(refusal))
