"""The text of an e-paper's page: its articles one under the other, the pictures among them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from django.conf import settings
from django.utils.translation import gettext as _

from importing.delivery.files.content import Near, Picture
from importing.delivery.files.epaper.markup_lines import MarkupLine
from importing.delivery.files.sources import DeliveredFile
from importing.refusal import ImportRefused


@dataclass
class EpaperText:
    """A page's text while it is written, its pictures, and what is said of those that are not
    there.
    """

    text: str = ""
    pictures: list[Picture] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)
    fetched: list[DeliveredFile] = field(default_factory=list)

    def add(self, file: DeliveredFile, lines: Sequence[MarkupLine]) -> int:
        """Write an article under the text and fetch its pictures; return where it begins.

        What follows a picture is nearest to it, then what it follows.
        """
        texts = [line.text for line in lines if line.is_text]
        self.text += "\n\n\n" if self.text and texts else ""
        start = len(self.text)
        places = self._write(texts)
        passed = 0
        for line in lines:
            if line.is_text:
                passed += 1
            else:
                self._take(file, line.link, _near(places, passed))
        return start

    def _write(self, texts: Iterable[str]) -> list[Near]:
        places: list[Near] = []
        for text in texts:
            self.text += "\n\n" if places else ""
            start = len(self.text)
            self.text += text
            end = len(self.text)
            places.append(Near(0, start, end))
        return places

    def fetch(self, file: DeliveredFile, link: str) -> bytes | None:
        """Return the picture that a file links to; None when it cannot be had, which is said."""
        linked = file.linked(link)
        if linked is None:
            self.lost.append(
                _("%(picture)s: not among the delivered files")
                % {"picture": link}
            )
            return None
        try:
            data = linked.read(settings.MAX_FILE_BYTES)
        except ImportRefused as refusal:
            self.lost.append(f"{linked.name}: {refusal}")
            return None
        self.fetched.append(linked)
        return data

    def _take(
        self, file: DeliveredFile, link: str, near: tuple[Near, ...]
    ) -> None:
        data = self.fetch(file, link)
        if data is None:
            return
        path = file.path_to(link)
        name = file.source.name_of(path)
        picture = Picture(data, name, near)
        self.pictures.append(picture)


def _near(places: list[Near], passed: int) -> tuple[Near, ...]:
    """Return the line that follows so many others, and the one before it as farther away."""
    following = places[passed : passed + 1]
    last = places[:passed][-1:]
    return (*following, *(replace(each, distance=1) for each in last))
