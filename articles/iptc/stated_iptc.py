"""What IPTC's record of a file says."""

from __future__ import annotations

from typing import Any

from PIL import Image, IptcImagePlugin
from PIL.ImageFile import ImageFile

from articles.iptc.iptc_names import IN_IPTC
from articles.iptc.stated_bytes import decoded

RECORD = 2


def stated_in_iptc(image: Image.Image) -> dict[str, str]:
    """Return the fields that the record of an open picture states, several values one a line; raise
    what Pillow raises for a damaged one.
    """
    # Only a picture that comes from a file has such a record.
    if not isinstance(image, ImageFile):
        return {}
    info = IptcImagePlugin.getiptcinfo(image) or {}
    return {
        field: _lines(info.get((RECORD, number)))
        for field, (number, _limit) in IN_IPTC.items()
    }


def _lines(value: Any) -> str:
    """Return the values of a field, one or a list of them; an empty one is None to Pillow."""
    values = value if isinstance(value, list) else [value]
    words = (decoded(each) for each in values if each)
    return "\n".join(filter(None, words))
