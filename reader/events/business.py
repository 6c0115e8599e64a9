"""Read the business of a meeting: what it had to deal with, and what it decided."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from reader.passages import Stretch
from reader.patterns.sentences import CLAUSE, MARK, N
from reader.results import ReadAgendaItem

# Agenda. 会议听取了…;审议通过了…; not 听取汇报的同志
AGENDA = re.compile(
    rf"(?:^|[{MARK}])(?:大会|会议|全会)?(?:还|一致|随后|并|"
    rf"同时)?(?:以{CLAUSE}{{2,16}}方式)?(?P<item>(?:听取|审议|讨论|审查|通过|选举|表决|传达学习|传达|研究|"
    r"酝酿|确定|批准|听取和审查|听取和审议)"
    rf"(?:并)?(?:审议|通过|审查|讨论|学习|表决)?(?:通过)?(?:了|产生了?)[^\u3002\uff1b;,\uff0c:\uff1a]{{4,120}})"
)
# What of it was decided: 审议通过了…, 选举产生了…, 批准…; not 听取了…, 审议了通过情况
DECIDES = re.compile(
    r"(?:审议|审查|讨论|表决|研究|酝酿|听取)?(?:并)?(?:表决)?(?:通过|批准|选举|确定)"
)
# 会议有两项议程:一是听取…;二是决定… and 议程是:(一)…;(二)… ; not 议程 alone
AGENDA_LIST = re.compile(
    r"议程[^\u3002:\uff1a]{0,12}[:\uff1a](?P<items>[^\u3002]+)"
)
AGENDA_ENTRY = re.compile(
    rf"(?:{N}{{1,3}}是|[(\uff08]{N}{{1,3}}[)\uff09]|"
    rf"{N}{{1,3}}[、.\uff0e])(?P<item>[^\uff1b;\u3002]{{2,120}})"
)


def agenda(told: Iterable[Stretch]) -> tuple[ReadAgendaItem, ...]:
    """Return what a meeting had to deal with, item by item as printed."""
    return tuple(
        _item(stretch, match)
        for stretch in told
        for match in _items(stretch)
        if not _is_decided(match)
    )


def decisions(told: Iterable[Stretch]) -> tuple[ReadAgendaItem, ...]:
    """Return what a meeting decided, each thing as printed."""
    return tuple(
        _item(stretch, match)
        for stretch in told
        for match in _stated(stretch)
        if _is_decided(match)
    )


def _stated(told: Stretch) -> Iterator[re.Match[str]]:
    """Yield what is stated outside of lists, not what a list holds."""
    lists = [listed.span("items") for listed in told.find(AGENDA_LIST)]
    for item in told.find(AGENDA):
        at = item.start("item")
        if not any(start <= at < end for start, end in lists):
            yield item


def _is_decided(match: re.Match[str]) -> bool:
    """Tell whether an item was decided: what a list says is to be dealt with was not yet."""
    if match.re is AGENDA_ENTRY:
        return False
    return DECIDES.match(match["item"]) is not None


def _item(told: Stretch, match: re.Match[str]) -> ReadAgendaItem:
    span = told.passage.on_page(*match.span("item"))
    return ReadAgendaItem(match["item"], span)


def _items(told: Stretch) -> list[re.Match[str]]:
    """Return the items in printed order; those of a numbered list are not told a second time."""
    lists = [listed for listed in told.find(AGENDA_LIST) if _entries(listed)]
    items = [entry for listed in lists for entry in _entries(listed)]
    items += _outside(lists, told.find(AGENDA))
    return sorted(items, key=lambda item: item.start("item"))


def _outside(
    lists: Sequence[re.Match[str]], stated: Iterable[re.Match[str]]
) -> Iterator[re.Match[str]]:
    """Yield what is stated outside of the numbered lists."""
    for item in stated:
        is_listed = any(_overlaps(item, listed) for listed in lists)
        if not is_listed:
            yield item


def _entries(listed: re.Match[str]) -> list[re.Match[str]]:
    start, end = listed.span("items")
    return list(AGENDA_ENTRY.finditer(listed.string, start, end))


def _overlaps(stated: re.Match[str], listed: re.Match[str]) -> bool:
    start, end = stated.span("item")
    if start >= listed.end():
        return False
    return listed.start() < end
