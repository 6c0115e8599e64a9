"""Which page a file is: newspaper, date and page label, from what was given, the file's name and
the page head.
"""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from pathlib import PurePath
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from articles.editions import edition_name_of, edition_word_of
from importing.delivery.encoding import ending_of
from importing.delivery.unseen_characters import UNSEEN
from importing.delivery.written_days import day_written
from importing.refusal import ImportRefused
from reader.layout.page_head.head_patterns import PLAIN_EDITIONS
from reader.layout.page_head.page_labels import double_label, page_label
from records.plaintext import plain_line

# 株洲日报_2021-09-28_C2, 20210928-A1, 2021年9月28日; not the digits inside a longer number.
DATE = re.compile(
    r"(?<!\d)(?:(?P<y>(?:19|20)\d\d)"
    r"(?:[-_.年](?P<m>\d{1,2})[-_.月](?P<d>\d{1,2})日?|(?P<md>\d{4})))(?!\d)",
    re.ASCII,
)
SEPARATORS = re.compile(r"[\s_\-—,，()（）.]+")
# C2, 02, 第4版, A; not 12345, not words.
NAMED_LABEL = re.compile(r"第?([A-Za-z]{0,2}\d{1,3}|[A-Za-z])版?", re.ASCII)
# 04-05, A2-A3版: two pages printed as one.
NAMED_DOUBLE = re.compile(
    r"(?<![A-Za-z\d])第?([A-Za-z]{0,2}\d{1,3}[-\u2014][A-Za-z]{0,2}\d{1,3})版?"
    r"(?![A-Za-z\d-])",
    re.ASCII,
)
# 要闻, C2, B-3: whatever can stand in an address.
GIVEN_LABEL = re.compile(r"第?([\w-]{1,20}?)版?")
# 滨江日报, 東江日報, 参考消息, 读书周刊; a Chinese word with another ending in a file's name says nothing.
NEWSPAPER = re.compile(
    r"[\u4e00-\u9fff·]{1,28}(?:[报報刊]|[周週]末|消息|新[闻聞])"
)


# Without these nobody knows which page it is.
NEEDED = ("newspaper", "date", "page")
LONGEST_EDITION = 20
# issue.pdf#3 is the third page of a file.
PLACE_IN_FILE = re.compile(r"#\d{1,4}$", re.ASCII)


@dataclass(frozen=True, slots=True)
class Identity:
    """What is known of a page before or after reading it; None is unknown. ``edition`` is the
    printed name of one beside the ordinary one, which is "".
    """

    newspaper: str | None = None
    date: dt.date | None = None
    page: str | None = None
    edition: str | None = None

    def missing(self) -> list[str]:
        return [name for name in NEEDED if getattr(self, name) is None]

    def without(self, known: Identity) -> Identity:
        """Return what this identity says of what is not known."""
        return Identity(
            None if known.newspaper else self.newspaper,
            None if known.date else self.date,
            None if known.page else self.page,
            self.edition if known.edition is None else None,
        )

    def completed_by(self, other: Identity) -> Identity:
        """Return this identity with what is unknown of it as the other says."""
        edition = self.edition
        if edition is None:
            edition = other.edition
        return Identity(
            self.newspaper or other.newspaper,
            self.date or other.date,
            self.page or other.page,
            edition,
        )


@dataclass(frozen=True, slots=True)
class CompleteIdentity(Identity):
    """The identity of a page of which nothing is unknown."""

    newspaper: str
    date: dt.date
    page: str
    edition: str = ""


def given(
    newspaper: str | None,
    date: dt.date | str | None,
    page: str | None,
    edition: str | None = None,
) -> Identity:
    """Return the identity a person gave; raise ``ImportRefused`` for a date or a label that cannot
    be read. An edition may be given as printed, or by its word in addresses.
    """
    label = _given_label(page) if page else None
    name = UNSEEN.sub("", plain_line(newspaper or ""))
    printed = None if edition is None else _given_edition(edition)
    return Identity(name.strip() or None, _date(date), label, printed)


def _given_edition(typed: str) -> str:
    """Return the printed name of an edition; raise ``ImportRefused`` for one that is too long, or
    of which no address can be made.
    """
    name = edition_name_of(plain_line(typed).strip())
    if len(name) <= LONGEST_EDITION and (not name or edition_word_of(name)):
        return name
    raise ImportRefused(
        _("unreadable edition %(edition)s") % {"edition": repr(typed)}
    )


def named(source_name: str) -> Identity:
    """Return the identity a file's name states; a name that states a date which is none raises
    ``ImportRefused``.
    """
    stem = _stem(source_name)
    match = DATE.search(stem)
    if not match:
        return Identity(newspaper=_newspaper(SEPARATORS.split(stem)))
    before = SEPARATORS.split(stem[: match.start()])
    behind = stem[match.end() :]
    after = SEPARATORS.split(behind)
    label = _named_double(behind) or _named_label(after)
    pieces = before + after
    edition = _only([piece for piece in pieces if piece in PLAIN_EDITIONS])
    return Identity(_newspaper(pieces), _named_date(match), label, edition)


def agreed(*sources: tuple[str, Identity]) -> Identity:
    """Join the identity of several sources, each with its name; a contradiction raises
    ``ImportRefused`` with both.
    """
    found: dict[str, tuple[str, Any]] = {}
    for source, name, value in _statements(sources):
        earlier, held = found.setdefault(name, (source, value))
        if not _same(held, value):
            conflict = {
                "one": earlier,
                "first": held,
                "other": source,
                "second": value,
            }
            raise ImportRefused(
                _("%(one)s says %(first)s, %(other)s says %(second)s")
                % conflict
            )
    return Identity(**{name: value for name, (_source, value) in found.items()})


def place_in(source_name: str) -> str:
    """Return the place in a file of several pages that a source's name ends in (#3), "" for a file
    that is one page.
    """
    place = PLACE_IN_FILE.search(source_name)
    if not place:
        return ""
    return place[0]


def complete(identity: Identity) -> CompleteIdentity:
    """Return the identity, or raise ``ImportRefused`` that says which is unknown and how to give
    it.
    """
    newspaper = identity.newspaper
    date = identity.date
    page = identity.page
    if newspaper is None or date is None or page is None:
        raise ImportRefused(
            _(
                "neither file name nor page head tells which page this is; "
                "to be given: %(missing)s"
            )
            % {"missing": _told_missing(identity)}
        )
    return CompleteIdentity(newspaper, date, page, identity.edition or "")


def _told_missing(identity: Identity) -> str:
    """Return what is unknown, for whoever fills in a form and for whoever types a command."""
    words = {
        "newspaper": _("the newspaper (--newspaper)"),
        "date": _("the date (--date)"),
        "page": _("the page (--page)"),
    }
    missing = identity.missing()
    named = [words[name] for name in missing]
    return pgettext("between names", ", ").join(named)


def same_label(one: str, other: str) -> bool:
    """Tell whether two labels name one page: 02 and 2, c3 and C3."""
    return _canonical(one) == _canonical(other)


def _canonical(label: str) -> str:
    return re.sub(r"(?<!\d)0+(?=\d)", "", label).upper()


def _same(one: object, other: object) -> bool:
    if isinstance(one, str) and isinstance(other, str):
        return same_label(one, other)
    return one == other


def _statements(
    sources: Iterable[tuple[str, Identity]],
) -> Iterator[tuple[str, str, Any]]:
    """Yield the source, the name and the value of everything that is stated."""
    for source, identity in sources:
        for field in fields(identity):
            name = field.name
            value = getattr(identity, name)
            if value is not None:
                yield source, name, value


def _stem(source_name: str) -> str:
    """Return a file's name without its folder, its ending and the place in it."""
    path = PurePath(PLACE_IN_FILE.sub("", source_name))
    return path.stem if ending_of(path.name) else path.name


def _newspaper(pieces: list[str]) -> str | None:
    return _only(list(filter(NEWSPAPER.fullmatch, pieces)))


def _only(found: list[str]) -> str | None:
    """Return what was found once; of several none is sure."""
    return found[0] if len(found) == 1 else None


def _given_label(page: str) -> str:
    seen = UNSEEN.sub("", page)
    typed = unicodedata.normalize("NFKC", seen).strip()
    label = GIVEN_LABEL.fullmatch(double_label(typed) or typed)
    if not label:
        raise ImportRefused(
            _("unreadable page label %(label)s") % {"label": repr(page)}
        )
    # 第十二版 is 12, as a page's head has it.
    return page_label(label[1])


def _named_double(words: str) -> str | None:
    """Return the label of two pages printed as one that a file's name states."""
    found = NAMED_DOUBLE.search(words)
    if found is None:
        return None
    return double_label(found[1].upper())


def _named_label(pieces: list[str]) -> str | None:
    matches = map(NAMED_LABEL.fullmatch, pieces)
    labels = [label[1].upper() for label in matches if label]
    return _only(labels)


def _named_date(match: re.Match[str]) -> dt.date | None:
    year = match["y"]
    digits = match["md"] or ""
    month = match["m"] or digits[:2]
    day = match["d"] or digits[2:]
    return _date(f"{year}-{month:0>2}-{day:0>2}")


def _date(value: dt.date | str | None) -> dt.date | None:
    if value is None or isinstance(value, dt.date):
        return value
    try:
        return day_written(value.strip())
    except ValueError as error:
        raise ImportRefused(
            _("unreadable date %(date)s") % {"date": repr(value)}
        ) from error
