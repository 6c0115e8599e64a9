"""Which page a file is: newspaper, date and page label, from what was given, the file's name and
the page head.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, fields
from pathlib import PurePath

from django.utils.translation import gettext as _

from importing.delivery.encoding import ending_of
from importing.refusal import ImportRefused
from records.plaintext import plain_line

# 株洲日报_2021-09-28_C2, 20210928-A1, 2021年9月28日; not the digits inside a longer number.
DATE = re.compile(
    r"(?<!\d)(?:(?P<y>(?:19|20)\d\d)(?:[-_.年](?P<m>\d{1,2})[-_.月](?P<d>\d{1,2})日?|(?P<md>\d{4})))(?!\d)",
    re.ASCII,
)
SEPARATORS = re.compile(r"[\s_\-—,，()（）.]+")
# C2, 02, 第4版, A; not 12345, not words.
NAMED_LABEL = re.compile(r"第?([A-Za-z]{0,2}\d{1,3}|[A-Za-z])版?", re.ASCII)
# 要闻, C2, B-3: whatever can stand in an address.
GIVEN_LABEL = re.compile(r"第?([\w-]{1,20}?)版?")
# 滨江日报, 参考消息, 读书周刊; a Chinese word with another ending in a file's name says nothing.
NEWSPAPER = re.compile(r"[\u4e00-\u9fff·]{1,28}(?:报|刊|周末|消息|新闻)")


# issue.pdf#3 is the third page of a file.
PLACE_IN_FILE = re.compile(r"#\d{1,4}$", re.ASCII)


@dataclass(frozen=True, slots=True)
class Identity:
    """What is known of a page before or after reading it; None is unknown."""

    newspaper: str | None = None
    date: dt.date | None = None
    page: str | None = None

    def missing(self) -> list[str]:
        return [
            field.name
            for field in fields(self)
            if getattr(self, field.name) is None
        ]


def given(
    newspaper: str | None, date: dt.date | str | None, page: str | None
) -> Identity:
    """Return the identity a person gave; raise ``ImportRefused`` for a date or a label that cannot be
    read.
    """
    label = GIVEN_LABEL.fullmatch(page.strip()) if page else None
    if page and not label:
        raise ImportRefused(
            _("unreadable page label %(label)s") % {"label": repr(page)}
        )
    return Identity(
        plain_line(newspaper or "").strip() or None,
        _date(date),
        label[1] if label else None,
    )


def named(source_name: str) -> Identity:
    """Return the identity a file's name states; a name that states a date which is none raises
    ``ImportRefused``.
    """
    path = PurePath(PLACE_IN_FILE.sub("", source_name))
    stem = path.name.removesuffix(path.suffix if ending_of(path.name) else "")
    match = DATE.search(stem)
    if not match:
        return Identity(newspaper=_newspaper(SEPARATORS.split(stem)))
    before = SEPARATORS.split(stem[: match.start()])
    after = SEPARATORS.split(stem[match.end() :])
    labels = [
        label[1].upper()
        for piece in after
        if (label := NAMED_LABEL.fullmatch(piece))
    ]
    month, day = (
        (match["md"][:2], match["md"][2:])
        if match["md"]
        else (match["m"], match["d"])
    )
    date = _date(f"{match['y']}-{month:0>2}-{day:0>2}")
    return Identity(
        _newspaper(before + after),
        date,
        labels[0] if len(labels) == 1 else None,
    )


def agreed(*sources: tuple[str, Identity]) -> Identity:
    """Join the identity of several sources, each with its name; a contradiction raises
    ``ImportRefused`` with both.
    """
    found: dict[str, tuple[str, object]] = {}
    for source, identity in sources:
        for field in fields(identity):
            value = getattr(identity, field.name)
            if value is None:
                continue
            earlier, held = found.setdefault(field.name, (source, value))
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
    return place[0] if place else ""


def complete(identity: Identity) -> Identity:
    """Return the identity, or raise ``ImportRefused`` that says which is unknown and how to give
    it.
    """
    if missing := identity.missing():
        options = {"options": " ".join(f"--{name}" for name in missing)}
        raise ImportRefused(
            _(
                "neither file name nor page head tells which page this is; give %(options)s"
            )
            % options
        )
    return identity


def same_label(one: str, other: str) -> bool:
    """Tell whether two labels name one page: 02 and 2, c3 and C3."""
    return _canonical(one) == _canonical(other)


def _canonical(label: str) -> str:
    return re.sub(r"(?<!\d)0+(?=\d)", "", label).upper()


def _same(one: object, other: object) -> bool:
    if isinstance(one, str) and isinstance(other, str):
        return same_label(one, other)
    return one == other


def _newspaper(pieces: list[str]) -> str | None:
    names = [piece for piece in pieces if NEWSPAPER.fullmatch(piece)]
    return names[0] if len(names) == 1 else None


def _date(value: dt.date | str | None) -> dt.date | None:
    if value is None or isinstance(value, dt.date):
        return value
    try:
        return dt.date.fromisoformat(value.strip())
    except ValueError as error:
        raise ImportRefused(
            _("unreadable date %(date)s") % {"date": repr(value)}
        ) from error
