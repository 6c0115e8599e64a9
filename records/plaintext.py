"""Plain text: characters to read, lines that end in a newline, and no control characters, which XML
cannot even hold.
"""

from __future__ import annotations

import re
from typing import Any

from django import forms

# CR and CRLF from browsers and files, vertical tab from Word's soft break, form feed from PDF,
# Unicode's own line ends.
LINE_END = re.compile(r"\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
# What is left of Unicode's control characters, and the two that are no characters at all; a tab is
# as good as a space.
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
IN_PLACE = {
    **dict.fromkeys((*range(32), *range(127, 160), 65534, 65535), " "),
    0x0A: "\n",
    0x0D: "\r",
}
IN_PLACE |= {ord(end): "\n" for end in "\v\f\x1c\x1d\x1e\x85\u2028\u2029"}
# Digits of a key that every database takes.
LONGEST_KEY = 18


def plain_lines(text: str) -> str:
    """Return the text with a newline for each line end, a space for each tab, and without other
    control characters.
    """
    lines = LINE_END.sub("\n", text)
    spaced = lines.replace("\t", " ")
    return CONTROL.sub("", spaced)


def plain_line(text: str) -> str:
    """Return the text as one line: a line end in it is a space."""
    return plain_lines(text).replace("\n", " ")


def plain_in_place(text: str) -> str:
    """Return the text with each control character replaced by one newline or space, so that every
    offset stays right.
    """
    return text.translate(IN_PLACE)


class PlainLineField(forms.CharField):
    """One line of typed text, without control characters."""

    def to_python(self, value: Any) -> str | None:
        if value not in self.empty_values:
            text = str(value)
            value = plain_line(text)
        return super().to_python(value)


class PlainTextField(forms.CharField):
    """Typed text of several lines: browsers post CRLF, and every paragraph would count as
    changed.
    """

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{**kwargs, "strip": False})

    def to_python(self, value: Any) -> str:
        text = super().to_python(value)
        return plain_lines(text or "")


def key_in(text: str) -> int:
    """Return the key that an address or a form names, 0, which is none, for any other text."""
    is_key = text.isdecimal() and len(text) <= LONGEST_KEY
    return int(text) if is_key else 0
