"""IPTC's record (IIM 4.2) that says what the record of a photo says, as Photoshop wraps it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from articles.iptc.iptc_names import IN_IPTC

MARK = 0x1C
ENVELOPE = 1
APPLICATION = 2
# What says that the words below are UTF-8.
CODED_CHARACTER_SET = 90
UTF_8 = b"\x1b%G"
VERSION = 0
IIM_4 = b"\x00\x04"
PHOTOSHOP = b"Photoshop 3.0\x00"
RESOURCE = b"8BIM\x04\x04\x00\x00"


def iptc_segment(said: Mapping[str, list[str]]) -> bytes:
    """Return the record of these fields, each with its values, no value longer than IIM allows."""
    record = b"".join(_data_sets(said))
    padding = b"\x00" * (len(record) % 2)
    size = len(record).to_bytes(4, "big")
    return PHOTOSHOP + RESOURCE + size + record + padding


def _data_sets(said: Mapping[str, list[str]]) -> Iterator[bytes]:
    yield _data_set(ENVELOPE, CODED_CHARACTER_SET, UTF_8)
    yield _data_set(APPLICATION, VERSION, IIM_4)
    for field, (number, limit) in IN_IPTC.items():
        for value in said.get(field, ()):
            words = value.replace("-", "") if field == "date_created" else value
            yield _data_set(APPLICATION, number, _cut(words, limit))


def _cut(words: str, limit: int) -> bytes:
    """Return words in UTF-8, without the characters that pass so many bytes."""
    whole = words.encode()
    begun = whole[:limit]
    fitting = begun.decode(errors="ignore")
    return fitting.encode()


def _data_set(record: int, number: int, value: bytes) -> bytes:
    head = bytes((MARK, record, number))
    size = len(value).to_bytes(2, "big")
    return head + size + value
