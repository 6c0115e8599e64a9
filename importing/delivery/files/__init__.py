"""Delivered files and the newspaper pages in them: a kind of file is one function in one table."""

from importing.delivery.files.content import Content, FilePage, Picture
from importing.delivery.files.gathering import Refused, Unit, gather
from importing.delivery.files.kinds import KINDS, pages_in

__all__ = [
    "KINDS",
    "Content",
    "FilePage",
    "Picture",
    "Refused",
    "Unit",
    "gather",
    "pages_in",
]
