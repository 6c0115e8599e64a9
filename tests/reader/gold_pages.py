"""Pages that a person read first: their text, what the person read, and what the reader reads."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from reader import PageContext, ReadPage, as_json, read_page

TESTS = Path(__file__).parent.parent
Object = dict[str, Any]


@dataclass(frozen=True)
class GoldPages:
    """The pages of one folder beside the tests of the reader, by what their files are called."""

    folder: str

    @property
    def slugs(self) -> list[str]:
        files = (TESTS / self.folder).glob("*.gold.json")
        return sorted(path.name.removesuffix(".gold.json") for path in files)

    def load(self, slug: str) -> tuple[str, Object]:
        """Return the text of a page, and what a person read on it."""
        folder = TESTS / self.folder
        text = (folder / f"{slug}.txt").read_bytes().decode()
        gold = (folder / f"{slug}.gold.json").read_text(encoding="utf-8")
        return text, json.loads(gold)

    @cache  # noqa: B019 - a folder is made once for a file of tests
    def read(self, slug: str) -> ReadPage:
        text, gold = self.load(slug)
        date = dt.date.fromisoformat(gold["date"]) if gold["date"] else None
        context = PageContext(gold["newspaper"], date, gold["page"])
        return read_page(text, context)

    def as_json(self, slug: str) -> Object:
        """Return what the reader reads as it is written down."""
        text, _gold = self.load(slug)
        sha256 = hashlib.sha256(text.encode()).hexdigest()
        return json.loads(json.dumps(as_json(self.read(slug), sha256)))
