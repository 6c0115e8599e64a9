"""A text of the workbench with its doubts, joins, gaps and names, without a blank between them."""

from __future__ import annotations

from collections.abc import Iterable

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from desk.bench.marked_text import Bit, Doubted, NameMark

register = template.Library()


@register.simple_tag
def marked_words(bits: Iterable[Bit]) -> SafeString:
    """Show a text cut into bits."""
    shown = ((_shown(bit),) for bit in bits)
    return format_html_join("", "{}", shown)


def _shown(bit: Bit) -> SafeString | str:
    doubt = bit.doubt
    if doubt is not None and not bit.text:
        return _between(doubt)
    words = _named(bit.text, bit.name) if bit.name else bit.text
    if doubt is None:
        return words
    kind = f"doubt s{doubt.severity}"
    return format_html(
        '<mark class="{}" data-case="{}">{}</mark>',
        _class(kind, doubt),
        doubt.case,
        words,
    )


def _between(doubt: Doubted) -> SafeString:
    """Show what stands between words: a join, or that some may be missing."""
    if doubt.is_gap:
        return _spot("gap", _("text may be missing"), doubt)
    return _spot("seam", "⌒", doubt)


def _spot(kind: str, words: str, doubt: Doubted) -> SafeString:
    return format_html(
        '<span class="{}" data-case="{}">{}</span>',
        _class(kind, doubt),
        doubt.case,
        words,
    )


def _class(kind: str, doubt: Doubted) -> str:
    return kind if doubt.is_open else f"{kind} done"


def _named(words: str, name: NameMark) -> SafeString:
    kind = "name twin" if name.is_twin else "name"
    return format_html(
        '<a class="{}" href="?name={}">{}</a>', kind, name.mention, words
    )
