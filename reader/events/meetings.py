"""Read the counted facts of a meeting: attendance, votes, elected persons."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence

from reader.events.elected_lists import elected_in_lists
from reader.events.sighting.sentence_bounds import words_before
from reader.passages import Passage, Stretch
from reader.patterns.sentences import MARK
from reader.results import Attendance, ReadPost, Span, VoteCount
from reader.rosters import Roster, rosters
from reader.times.numerals import numeral

# Attendance. 应出席代表348名, 应到会代表五百人, 应到45人; 请假12名, 缺席三人, 病假2人; 实到代表1,020名, 到会代表488名
_ONE = "[一二三四五六七八九两]"
_COUNT = (
    r"(?P<n>\d[\d,]{0,8}|"
    rf"(?=[一二三四五六七八九两十])(?:{_ONE}千零?)?(?:{_ONE}百零?)?(?:{_ONE}?十)?{_ONE}?)"
    r"[名人位]"
)
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
# 当选为市人大常委会主任, 以23票当选为副书记: the post behind the verb; 选举甲为主任
ELECTED_AFTER = re.compile(
    rf"(?:同志)?(?:等)?(?:以\d{{1,4}}票|全票)?当选为?(?P<post>[^{MARK}]{{2,30}})"
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


# Attendance


def attendances(told: Stretch) -> Iterator[Attendance]:
    """Yield every printed count of attendance that has more than the number expected."""
    counts = map(_attendance, _near_expected(told))
    yield from filter(None, counts)


def _near_expected(told: Stretch) -> Iterator[Stretch]:
    """Yield where a count may stand: near a number expected, up to the next one."""
    starts = [match.start() for match in told.find(EXPECTED)]
    for start, following in itertools.pairwise([*starts, told.end]):
        end = min(following, start + _NEAR)
        yield Stretch(told.passage, start, end)


def _attendance(told: Stretch) -> Attendance | None:
    expected = next(told.find(EXPECTED), None)
    present = next(told.find(PRESENT), None)
    absent = _absent(told)
    printed = (expected, present, *absent)
    matches = [match for match in printed if match]
    if len(matches) < 2:
        return None
    end = max(match.end() for match in matches)
    return Attendance(
        _number_if_printed(expected),
        _sum(absent),
        _number_if_printed(present),
        evidence=told.passage.on_page(told.start, end),
    )


def _absent(told: Stretch) -> list[re.Match[str]]:
    """Return the counts of those who stayed away, to be added up: 病假2人,事假1人.

    A part named behind its whole is left out.
    """
    found: list[re.Match[str]] = []
    for match in told.find(ABSENT):
        if not found or not _is_part(match):
            found.append(match)
    return found


def _is_part(match: re.Match[str]) -> bool:
    before = words_before(match.string, match.start(), _BEFORE)
    return OF_THEM.search(before) is not None


def _number_if_printed(match: re.Match[str] | None) -> int | None:
    return _number_of(match) if match else None


def _sum(matches: Sequence[re.Match[str]]) -> int | None:
    return sum(map(_number_of, matches)) if matches else None


def _number_of(match: re.Match[str]) -> int:
    printed = match["n"].replace(",", "")
    return numeral(printed.replace("两", "二"))


# Votes


def votes(told: Iterable[Stretch]) -> tuple[VoteCount, ...]:
    """Return the printed counts of votes in order, each with what was voted on."""
    return tuple(
        _vote(stretch, match)
        for stretch in told
        for match in stretch.find(VOTES)
    )


def _vote(told: Stretch, match: re.Match[str]) -> VoteCount:
    passage = told.passage
    start, end = _subject(told, match)
    first = min(start, match.start())
    last = max(end, match.end())
    subject = passage.text[start:end]
    return VoteCount(
        in_favour=_votes(match, "for") or 0,
        against=_votes(match, "against") or 0,
        abstained=_votes(match, "abstain"),
        evidence=passage.on_page(first, last),
        subject=subject,
    )


def _subject(told: Stretch, match: re.Match[str]) -> Span:
    """Return where in the passage the same sentence says what was voted on.

    That is behind the count, else before it, else nowhere: an empty span.
    """
    after = VOTED_AFTER.match(match.string, match.end(), told.end)
    if after is None:
        return _subject_before(told, match)
    group = "chosen"
    if after["passed"]:
        group = "passed"
    return after.span(group)


def _subject_before(told: Stretch, match: re.Match[str]) -> Span:
    floor = _clauses_start(told, match)
    clauses = match.string[floor : match.start()]
    forms = (pattern.search(clauses) for pattern in VOTED_BEFORE)
    before = next(filter(None, forms), None)
    if before is None:
        return match.end(), match.end()
    start, end = before.span("subject")
    return floor + start, floor + end


def _clauses_start(told: Stretch, match: re.Match[str]) -> int:
    """Return where the clauses before a count begin, in its own sentence."""
    first = max(told.start, match.start() - _CLAUSES)
    stop = match.string.rfind("\u3002", first, match.start())
    return max(first, stop + 1)


def _votes(match: re.Match[str], slot: str) -> int | None:
    before = match[f"{slot}_before"]
    after = match[f"{slot}_after"]
    printed = before or after
    if not printed:
        return None
    return int(printed)


# Elected persons


def elected(told: Iterable[Stretch]) -> tuple[ReadPost, ...]:
    """Return the persons the text says were elected, each with post and the words that say so."""
    stretches = list(told)
    in_sentences = (
        post
        for stretch in stretches
        for roster in rosters(stretch.passage)
        if stretch.start <= roster.start < stretch.end
        for post in _elected_posts(stretch.passage, roster)
    )
    return (*in_sentences, *elected_in_lists(stretches))


def _elected_posts(passage: Passage, roster: Roster) -> Iterator[ReadPost]:
    match = _post_given(passage.text, roster)
    if match is None:
        return
    end = match.end()
    span = passage.on_page(roster.start, end)
    post = match["post"]
    for name in roster.names:
        yield ReadPost(name.name, post, span)


def _post_given(text: str, roster: Roster) -> re.Match[str] | None:
    before = words_before(text, roster.start, _BEFORE)
    form = ELECTED_AFTER
    if ELECTED_BEFORE.search(before):
        form = ELECTED_AS
    return form.match(text, roster.end)
