"""Who was elected, where the posts stand one a line below the words that say so."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain, takewhile

from reader.passages import Passage, Stretch
from reader.patterns.characters import HAN
from reader.results import ReadPost

# + 第一次会议于2月16日选举:   + 大会补选了:   + 选举结果如下:   + 当选名单:   - 选举办法:   - 讨论选举:
ANNOUNCES = re.compile(
    r"(?:(?<!讨论)(?<!关于)(?<!有关)(?:选举|补选|选出)(?:产生)?了?"
    r"|(?:选举结果|当选(?:人员?)?名单)(?:公布)?(?:如下)?)[:\uff1a][ \u3000]*$"
)
# + 副主任:景 山、白 塔   + 市长:   - 现予公告。   - 2017年:
OFFICE = re.compile(rf"[ \u3000]*(?P<post>[{HAN}]{{2,20}}?)[ \u3000]*[:\uff1a]")


def elected_in_lists(told: Iterable[Stretch]) -> Iterator[ReadPost]:
    """Yield the persons listed below words that announce an election, in printed order, each with
    the post in front of the names and the line that says so.
    """
    passages = (stretch.passage for stretch in told)
    for passage in passages:
        if ANNOUNCES.search(passage.text):
            yield from _listed_in(passages)


def _listed_in(passages: Iterator[Passage]) -> Iterator[ReadPost]:
    """Yield who holds a post by the next lines, up to one that is none of such a list."""
    lines = map(_posts_on, passages)
    listed = takewhile(bool, lines)
    return chain.from_iterable(listed)


def _posts_on(line: Passage) -> list[ReadPost]:
    """Return who holds the post in front of a line, none where there is no post or no name."""
    office = OFFICE.match(line.text)
    if office is None or not line.names:
        return []
    last = line.names[-1]
    span = line.on_page(office.start("post"), last.end)
    return [ReadPost(name.name, office["post"], span) for name in line.names]
