"""Read the counted facts of a meeting: attendance, votes, agenda, elected persons."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence

from reader.passages import Passage, Stretch
from reader.patterns.sentences import MARK, N
from reader.results import Attendance, ReadAgendaItem, ReadPost, Span, VoteCount
from reader.rosters import Roster, rosters
from reader.times.numerals import numeral

# Attendance. 应出席代表348名, 应到会代表五百人, 应到45人; 请假12名, 缺席三人, 病假2人; 实到代表1,020名, 到会代表488名
_ONE = "[一二三四五六七八九两]"
_COUNT = rf"(?P<n>\d[\d,]{{0,8}}|(?=[一二三四五六七八九两十])(?:{_ONE}千零?)?(?:{_ONE}百零?)?(?:{_ONE}?十)?{_ONE}?)[名人位]"
EXPECTED = re.compile(
    r"应(?:出席|到会?|参加|参会)(?:会议)?[\u4e00-\u9fff]{0,12}?" + _COUNT
)
ABSENT = re.compile(
    r"(?:请假|缺席|缺勤|[病事公]假|未到会?|未出席)(?:的)?[\u4e00-\u9fff]{0,8}?"
    + _COUNT
)
PRESENT = re.compile(
    r"(?:实到会?|实际(?:出席|到会|参加|参会)|实出席|(?<!应)出席会议的?|"
    r"(?<=[,\uff0c])到会(?:正式)?代表)(?:会议)?[\u4e00-\u9fff]{0,12}?" + _COUNT
)
# 缺席11名(其中请假9名): a part of the count before it
OF_THEM = re.compile(r"其中[\u4e00-\u9fff]{0,4}$")
# Votes. 336票赞成、0票反对、1票弃权; 赞成336票,反对0票,弃权1票
VOTES = re.compile(
    r"(?:(?:赞成|同意)票?(?P<for_after>\d{1,6})票|(?P<for_before>\d{1,6})票(?:赞成|同意))"
    r"[、,\uff0c](?:反对票?(?P<against_after>\d{1,6})票|(?P<against_before>\d{1,6})票反对)"
    r"(?:[、,\uff0c和](?:弃权票?(?P<abstain_after>\d{1,6})票|(?P<abstain_before>\d{1,6})票弃权))?"
)
_WORDS = rf"(?:\u300a[^\u300b\n]{{1,80}}\u300b|[^{MARK}\u300a])"
# What was voted on, behind the count: ,表决通过了选举办法; ,选举甲为主任; not 获得通过
VOTED_AFTER = re.compile(
    rf"(?:的(?:表决)?结果)?[,\uff0c]?(?:一致|表决|审议|投票){{0,2}}"
    rf"(?:(?:通过|批准)了?(?P<passed>{_WORDS}{{1,80}})|"
    rf"(?P<chosen>(?:补选|选举|决定|任命|接受|罢免|撤销){_WORDS}{{1,80}}))"
)
# Before it: 通过了选举办法,表决结果为 ; 选举办法以 ; 选举办法(草案)获得 ; not 会议以, not 大会又以
VOTED_BEFORE = (
    re.compile(
        rf"(?:通过|批准)了?(?P<subject>{_WORDS}{{1,80}})[,;:\uff0c\uff1b\uff1a]"
        r"(?:(?:表决|投票)?结果[为是]?[:,\uff1a\uff0c]?)?$"
    ),
    re.compile(
        rf"(?:^|[{MARK}])(?!(?:大会|会议|全会|全体|与会|出席|代表|委员)[^{MARK}]{{0,8}}$)"
        rf"(?P<subject>(?:(?!结果|获|得到|以$){_WORDS}){{2,80}})(?:的?(?:表决|"
        r"投票)?结果[为是]?|获得?|得到|以)[:,\uff1a\uff0c]?$"
    ),
)
# Agenda. 会议听取了…;审议通过了…; not 听取汇报的同志
AGENDA = re.compile(
    rf"(?:^|[{MARK}])(?:大会|会议)?(?:还|一致|随后|并|"
    r"同时)?(?P<item>(?:听取|审议|讨论|审查|通过|选举|表决|传达学习|传达|研究|"
    r"酝酿|确定|批准|听取和审查|听取和审议)"
    rf"(?:并)?(?:审议|通过|审查|讨论|学习)?(?:通过)?(?:了|产生了?)[^\u3002\uff1b;,\uff0c]{{4,120}})"
)
# 会议有两项议程:一是听取…;二是决定… and 议程是:(一)…;(二)… ; not 议程 alone
AGENDA_LIST = re.compile(
    r"议程[^\u3002:\uff1a]{0,12}[:\uff1a](?P<items>[^\u3002]+)"
)
AGENDA_ENTRY = re.compile(
    rf"(?:{N}{{1,3}}是|[(\uff08]{N}{{1,3}}[)\uff09]|"
    rf"{N}{{1,3}}[、.\uff0e])(?P<item>[^\uff1b;\u3002]{{2,120}})"
)
# 当选为市人大常委会主任: the post behind the verb; 选举甲为主任
ELECTED_AFTER = re.compile(
    rf"(?:同志)?(?:等)?(?:全票)?当选为?(?P<post>[^{MARK}]{{2,30}})"
)
ELECTED_BEFORE = re.compile(r"(?:选举|推选)(?:产生|了)?$")
ELECTED_AS = re.compile(
    rf"(?:同志)?(?:等)?(?:同志)?为(?P<post>[^{MARK}]{{2,30}})"
)

# The parts of one count of attendance stand so close behind the number expected.
_NEAR = 80
# What a count decides stands so close before it.
_CLAUSES = 120
# So many characters before a count, or a list, say what it is part of.
_BEFORE = 8


def attendances(told: Stretch) -> Iterator[Attendance]:
    """Yield every printed count of attendance that has more than the number expected."""
    starts = [match.start() for match in told.find(EXPECTED)]
    for start, ceiling in itertools.pairwise([*starts, told.end]):
        count = _attendance(told.passage, start, min(ceiling, start + _NEAR))
        if count is not None:
            yield count


def _attendance(passage: Passage, start: int, end: int) -> Attendance | None:
    expected = EXPECTED.search(passage.text, start, end)
    present = PRESENT.search(passage.text, start, end)
    absent = _absent(passage.text, start, end)
    matches = [match for match in (expected, present, *absent) if match]
    if len(matches) < 2:
        return None
    last = max(match.end() for match in matches)
    return Attendance(
        expected=_number(expected),
        absent=_sum(absent),
        present=_number(present),
        evidence=passage.on_page(start, last),
    )


def _absent(text: str, start: int, end: int) -> list[re.Match[str]]:
    """Return the counts of those who stayed away, to be added up: 病假2人,事假1人.

    A part named behind its whole is left out.
    """
    found: list[re.Match[str]] = []
    for match in ABSENT.finditer(text, start, end):
        before = text[max(0, match.start() - _BEFORE) : match.start()]
        if not found or not OF_THEM.search(before):
            found.append(match)
    return found


def _number(match: re.Match[str] | None) -> int | None:
    return _value(match) if match else None


def _sum(matches: Sequence[re.Match[str]]) -> int | None:
    return sum(map(_value, matches)) if matches else None


def _value(match: re.Match[str]) -> int:
    printed = match["n"].replace(",", "")
    return numeral(printed.replace("两", "二"))


def votes(told: Iterable[Stretch]) -> tuple[VoteCount, ...]:
    """Return the printed counts of votes in order, each with what was voted on."""
    return tuple(
        _vote(stretch, match)
        for stretch in told
        for match in stretch.find(VOTES)
    )


def _vote(told: Stretch, match: re.Match[str]) -> VoteCount:
    start, end = _subject(told, match) or (match.end(), match.end())
    first = min(start, match.start())
    last = max(end, match.end())
    return VoteCount(
        in_favour=_count(match, "for") or 0,
        against=_count(match, "against") or 0,
        abstained=_count(match, "abstain"),
        evidence=told.passage.on_page(first, last),
        subject=told.passage.text[start:end],
    )


def _subject(told: Stretch, match: re.Match[str]) -> Span | None:
    """Return where in the passage the same sentence says what was voted on.

    That is behind the count, else before it.
    """
    text = told.passage.text
    after = VOTED_AFTER.match(text, match.end(), told.end)
    if after:
        return after.span("passed" if after["passed"] else "chosen")
    sentence = text.rfind("\u3002", 0, match.start()) + 1
    floor = max(told.start, match.start() - _CLAUSES, sentence)
    clause = text[floor : match.start()]
    for pattern in VOTED_BEFORE:
        before = pattern.search(clause)
        if before:
            start, end = before.span("subject")
            return floor + start, floor + end
    return None


def _count(match: re.Match[str], slot: str) -> int | None:
    printed = match[f"{slot}_before"] or match[f"{slot}_after"]
    return int(printed) if printed else None


def agenda(told: Iterable[Stretch]) -> tuple[ReadAgendaItem, ...]:
    """Return what a meeting dealt with, item by item as printed."""
    return tuple(
        _item(stretch, match) for stretch in told for match in _items(stretch)
    )


def _item(told: Stretch, match: re.Match[str]) -> ReadAgendaItem:
    span = told.passage.on_page(*match.span("item"))
    return ReadAgendaItem(match["item"], span)


def _items(told: Stretch) -> list[re.Match[str]]:
    """Return the items in printed order; those of a numbered list are not told a second time."""
    text = told.passage.text
    items: list[re.Match[str]] = []
    lists: list[re.Match[str]] = []
    for listed in told.find(AGENDA_LIST):
        numbered = list(AGENDA_ENTRY.finditer(text, *listed.span("items")))
        if numbered:
            items += numbered
            lists.append(listed)
    for stated in told.find(AGENDA):
        if not any(_overlaps(stated, listed) for listed in lists):
            items.append(stated)
    return sorted(items, key=lambda item: item.start("item"))


def _overlaps(stated: re.Match[str], listed: re.Match[str]) -> bool:
    start, end = stated.span("item")
    return start < listed.end() and listed.start() < end


def elected(told: Iterable[Stretch]) -> tuple[ReadPost, ...]:
    """Return the persons the text says were elected, each with post and the words that say so."""
    return tuple(
        post
        for stretch in told
        for roster in rosters(stretch.passage)
        if stretch.start <= roster.start < stretch.end
        for post in _elected_posts(stretch.passage, roster)
    )


def _elected_posts(passage: Passage, roster: Roster) -> Iterator[ReadPost]:
    text = passage.text
    before = text[max(0, roster.start - _BEFORE) : roster.start]
    named_behind = ELECTED_BEFORE.search(before)
    pattern = ELECTED_AS if named_behind else ELECTED_AFTER
    match = pattern.match(text, roster.end)
    if match is None:
        return
    span = passage.on_page(roster.start, match.end())
    for name in roster.names:
        yield ReadPost(name.name, match["post"], span)
