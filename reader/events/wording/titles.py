"""Name an event in a few printed words and say what kind it is."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from reader.events.sighting.sentence_bounds import up_to
from reader.patterns.sentences import CLAUSE, MARK, VERY, N
from reader.vocabulary import EventKind

# Kinds: a row names the kind, the pattern of the event's sentence. 审议 in a delegation beats 来到, a
# ceremony beats a meeting.
KINDS: tuple[tuple[EventKind, re.Pattern[str]], ...] = (
    (
        EventKind.DELIBERATION,
        re.compile(
            r"(?:代表团|分组|分团|小组|各组)[^\u3002]{0,40}(?:审议|讨论|酝酿)|(?:审议|讨论)[^\u3002]{0,30}(?:代表团|分组)"
        ),
    ),
    (
        EventKind.PERFORMANCE,
        re.compile(
            r"观看(?!了?(?:专题|警示|展板|展览|视频|宣传))|上演|首演|晚会|音乐会|演唱会|文艺演出|汇演|展演|首映"
        ),
    ),
    (
        EventKind.SESSION,
        re.compile(
            rf"(?:代表大会|党代会|人大|政协|大会|全会|{N}次会议){CLAUSE}{{0,40}}(?:开幕|闭幕)|全体会议|预备会议"
        ),
    ),
    (
        EventKind.CEREMONY,
        re.compile(
            r"仪式|揭牌|揭幕|奠基|开工|动工|竣工|签约|签署|颁奖|授牌|启动|剪彩|升旗|公祭|开馆|通车|通航|首发|挂牌|成立|开班|开学|开园|开业|敬献"
        ),
    ),
    (
        EventKind.VISIT,
        re.compile(
            r"调研|考察|视察|慰问|看望|走访|(?<!纪律)检查|督导|督查|督战|参观|访问|会见|会谈"
        ),
    ),
    (
        EventKind.MEETING,
        re.compile(
            r"会议|座谈|集体学习|推进会|大会|全会|常委会|发布会|研讨会|论坛|"
            r"部署会|动员会|报告会|培训|审议|党组会|例会|调度会|"
            r"[\u4e00-\u9fff](?<![灯庙晚乐唱社机集都体动博览])会(?![员计场长])"
        ),
    ),
    (
        EventKind.ACTIVITY,
        re.compile(
            r"活动|比赛|决赛|开幕|闭幕|开赛|举办|展览|展出|节|演练|志愿|宣讲|来到|前往|赴|深入|走进|组织|开展|出席|参加|起跑|开跑|举行"
        ),
    ),
)
# 中国共产党某市第五次代表大会今天上午…闭幕, 市六届人大一次会议于…开幕: the name in front of the time
NAMED_BEFORE = re.compile(rf"(?:代表大会|党代会|{N}次会议)(?![上的期])")
OPENING = re.compile(r"(?:开幕|闭幕)(?!词|辞|式|会)")
# 开幕 of what: 中国共产党某市第五次代表大会在会堂隆重开幕
OPENS = re.compile(
    rf"(?P<who>{CLAUSE}{{2,50}}?)(?:于|"
    rf"在{CLAUSE}{{2,30}}?)?{VERY}{{0,2}}(?P<verb>开幕|闭幕|揭牌|揭幕|开工|"
    r"开馆|通车|首发|启动|竣工|奠基|开赛|开班|成立|投产)(?!仪式|式|会|的)"
)
# 市委常委会召开会议, 大会主席团举行第二次会议, 某某主持召开座谈会
HOLDS = re.compile(
    rf"(?P<who>{CLAUSE}{{0,40}}?)(?:主持)?(?:召开|举行|举办)(?:了)?(?!的)(?P<what>{CLAUSE}{{2,40}})"
)
# 座谈会在长沙举行
IS_HELD = re.compile(
    rf"(?P<what>[^{MARK}]{{2,40}}?)(?:于|在{CLAUSE}{{2,30}}?)?{VERY}{{0,2}}(?:召开|举行|举办|上演)(?!的|了)"
)
# 决定提交16日上午举行的(大会选举), 昨日召开的(发布会)上; not 举行的 at the end
HELD_THEN = re.compile(
    rf"{CLAUSE}{{0,20}}?(?:召开|举行|举办)的"
    rf"(?P<what>{CLAUSE}{{0,36}}?(?:会议?|选举|仪式|活动|[比决]赛|典礼))(?=[上中]|$)"
)
# 集中观看歌剧《…》
SEES = re.compile(
    rf"[^\u3002\uff1b;]{{0,40}}?(?P<what>(?:集中)?观看{CLAUSE}{{2,40}})"
)
# 第二次会议, 2021年第三次会议, 集体学习: the body must be said with it
NEEDS_BODY = re.compile(
    rf"(?:大会)?(?:主席团)?第?{N}+次|{N}{{4}}年第|首次|"
    r"(?:启动|开幕|闭幕|揭牌|颁奖|首发|开班|毕业|奠基|开工|通车)仪式|会议$|"
    r"全体会议|例会|常务会议|总结会$|集体学习"
)
# 大会将于…闭幕: these words in front of the time are no part of the name
COMING = re.compile(
    r"^(?:北京|当地)时间|(?:将|拟|定|计划|预计)?[于在]?$|"
    r"^(?:下一步|接下来|随后)?(?:还|也)?将?|"
    r"^(?:为期[^的]{1,6}|原[定计][^的]{0,16})?的"
)
CLAUSES = re.compile(rf"[{MARK}]")
# 大会在完成各项议程以后,于…闭幕: the clause between the name and the time
IN_BETWEEN = re.compile(
    r"(?:在)?(?:圆满|胜利|顺利|全部)?完成[\u4e00-\u9fff]{0,12}(?:议程|任务|日程)(?:之?后|以后)?$"
    r"|经过[^,\uff0c]{1,12}$|历时[^,\uff0c]{1,6}$"
)
# The marks in front of a short piece
BULLETS = " \u3000\u25cf\u25b2\u25a0\u25c6\u25ce\u2605\u00b7\u25c7\u25a1\u25cb\u2022\u203b"
# ■讲座:1月18日下午: the label of a short piece names what is announced; not 讲座:, not ■时间:
PIECE_LABEL = re.compile(
    rf"[{BULLETS}]++(?P<label>(?![^:\uff1a]*(?:时间|日期|记者)[:\uff1a])"
    r"[\u4e00-\u9fff\u201c\u201d]{2,12})[:\uff1a]$"
)
# 主席团第三次会议 地点:市宾馆: the name ends before the label   - 地点变更通知
PLACE_LABEL = re.compile(
    r"[ \u3000]*(?:活动|会议|举办|演出|比赛)?地[ \u3000]{0,2}点[:\uff1a]"
)


_LONGEST = 40


def kind_of(text: str) -> EventKind:
    """Return the kind of the event a sentence states, ``OTHER`` when no row of the table fits."""
    for kind, pattern in KINDS:
        if pattern.search(text):
            return kind
    return EventKind.OTHER


def opens_or_closes(before: str, behind: str) -> bool:
    """Tell whether the congress named in front of a time opens or closes behind it."""
    if NAMED_BEFORE.search(before) is None:
        return False
    clause = up_to(CLAUSES, behind)
    return OPENING.search(clause) is not None


def title_of(before: str, after: str, headline: str) -> str:
    """Return the event's name from the words around its time, else the headline, else the clause.

    ``before`` and ``after`` are the sentence in front of and behind the time; the place is taken
    out already."""
    label = PIECE_LABEL.match(before)
    if label is not None:
        return label["label"]
    named = up_to(PLACE_LABEL, after)
    told = _subject(before) + named.lstrip(",\uff0c \u3000、")
    for title in _titles(told):
        if len(title) <= _LONGEST:
            return title
    if headline:
        return headline
    clause = up_to(CLAUSES, told)
    held = HELD_THEN.match(clause)
    if held is not None:
        return held["what"]
    return clause[:_LONGEST]


def _subject(before: str) -> str:
    """Return the last clause in front of the time, without the words that say it is to come."""
    *others, clause = CLAUSES.split(before)
    clause = clause.lstrip(BULLETS)
    if COMING.fullmatch(clause) and others and IN_BETWEEN.match(others[-1]):
        return _subject_before(others)
    return COMING.sub("", clause)


def _subject_before(clauses: list[str]) -> str:
    """Return the last clause that does not only say that all is done."""
    for clause in reversed(clauses):
        if IN_BETWEEN.match(clause) is None:
            return clause.lstrip(BULLETS)
    return ""


def _titles(told: str) -> Iterator[str]:
    """Yield the names that the words allow, those of the surest form first."""
    for pattern, wording in _WORDINGS:
        match = pattern.match(told)
        if match is not None:
            yield wording(match)


def _what(match: re.Match[str]) -> str:
    return match["what"]


def _who_and_verb(match: re.Match[str]) -> str:
    return match["who"] + match["verb"]


def _body_and_meeting(match: re.Match[str]) -> str:
    what = match["what"]
    if not NEEDS_BODY.match(what):
        return _what(match)
    return match["who"] + what


_WORDINGS: tuple[
    tuple[re.Pattern[str], Callable[[re.Match[str]], str]], ...
] = (
    (SEES, _what),
    (OPENS, _who_and_verb),
    (HOLDS, _body_and_meeting),
    (IS_HELD, _what),
)
