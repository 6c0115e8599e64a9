"""Find the sentences that state an event: a time of the story, and something that takes place."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from reader.events.titles import kind_of
from reader.passages import Passage
from reader.patterns.printed_times import (
    NUMBERED_DAY,
    PART,
    RANGE_MARK,
    TIME_LINE,
)
from reader.patterns.sentences import CLAUSE, MARK, STOP, STOPS, N
from reader.results import Span
from reader.times import Moment
from reader.vocabulary import BlockKind, EventKind, Precision

# Something takes place: 召开会议, 赴园区调研, 揭牌; not 获悉, not 认为
EVENT_VERB = re.compile(
    r"召开|举行|举办|开幕|闭幕|落幕|落下帷幕|拉开|启动|启用|启幕|揭牌|揭幕|揭晓|开工|动工|竣工|奠基|通车|通航|开通|投产|投用|签约|签署|签订|"
    r"颁奖|颁发|授牌|授予|发表|演讲|会晤|接见|离开|返回|启程|观看|上演|演出|"
    r"首演|首映|来到|前往|奔赴|赴|深入|走进|调研|考察|视察|慰问|看望|走访|"
    r"检查|督导|督查|督战|参观|会见|会谈|座谈|"
    r"出席|参加|主持|审议|讨论|宣布|选举|当选|表决|开班|开学|开馆|开赛|开业|开放|开园|成立|挂牌|发布|发射|升空|抵达|到达|访问|发生|遇难|逝世|去世|"
    r"施行|实施|开始|开展|组织|报到|公布|起飞|起航|起跑|开跑|点亮|首发|开行|"
    r"亮相|展出|演练|比赛|决赛|进行|部署|传达|安葬|升旗|敬献|酝酿|开市|开机|"
    r"开演|首映|告别|祭扫|缅怀|救出|通水|通电|封顶|合龙|下线|出发|集结|表彰|"
    r"停止|暂停|恢复|上调|下调|实行|领取|领奖|"
    r"发出|发现|赶到|赶赴|获救|脱险|被困|抢通|抓获|查获|破获|侦破|捣毁|起火|"
    r"着火|失火|坍塌|相撞|追尾|侧翻|爆炸|袭击|登陆|突降|预警|走失|捐赠|捐款|"
    r"捐献|献血|义诊|义卖|"
    r"开讲|开考|开镰|开犁|开闸|开标|开奖|开播|开唱|首播|上线|上映|上市|敲钟|"
    r"登场|打响|对阵|迎战|挑战|击败|战胜|力克|夺冠|夺得|捧杯|收官|收拍|收兵|"
    r"拉练|试飞|试航|首航|试运|"
    r"亮灯|建成|完工|贯通|放水|封闭施工|停水|停电|停气|停运|限行|管制|插秧|植树|种下|吊装|爆破|搬迁|入住|交付|交房|正在"
)
# What a picture shows as the day's work: 志愿者发放手册, 工人检修线路; not 游客在花海里
AT_WORK = re.compile(
    r"翻耕|播种|春耕|备耕|育秧|移栽|嫁接|剪枝|捕捞|收获|晾晒|打包|分拣|直播|驾驶|操作|焊接|浇筑|架设|吊装|铺设|搜救|疏导|劝导|演练|展示|参加|参与|庆祝|竞技|角逐|"
    r"发放|宣传|志愿|清理|采摘|抢收|收割|加工|包装|制作|排练|训练|体验|选购|"
    r"表演|巡逻|施工|作业|安装|检修|抢修|装卸|学习|宣讲|培训|联欢|捐|擦拭|"
    r"清扫|打扫|种植|栽种|施肥|除草|喷洒|浇灌|抗旱|排涝|转移|救援|检查|执勤|"
    r"义诊"
)
# What is announced: ,海燕队将迎战…, 还将有…; not 将军, not 将要求
COMING_AFTER = re.compile(
    r"(?:(?!表示|指出|认为|强调|要求|介绍)[^\u3002\uff1b;]){0,40}?将(?![军领近士帅门要])"
)
# The time bounds or attributes something else: 截至9月27日, 根据3月1日, 早在2018年; not 于9月27日
BACKGROUND_BEFORE = re.compile(
    r"(?:截至|截止|截止到|截至到|根据|按照|依据|早在|曾于|曾在|对比|同比|"
    r"比(?![赛拼武])|较(?!量)|距|距离|自从|始于|建于|(?<!先)生于|卒于|出生于|"
    r"贯彻|落实|学习(?!中心|会|班|教育)|回顾|回忆|记得|"
    rf"继(?!续)){CLAUSE}{{0,10}}$|(?:原定|原计划|原拟)[于在]?$|"
    r"(?<![迟期改])[到至]$|(?:(?:截稿|截止|征稿|报名)(?:日期|时间|期限)?|"
    r"(?:征集|投稿|公示|有效|受理|办理|咨询|服务)(?:日期|时间|期限|期))(?:为|"
    r"是|至|到|自|从|[:\uff1a])?$|预报[,\uff0c]$"
)
# 9月27日3版《…》一文, 今天白天阴有小雪, 9月27日以来, 今天起, 3月1日的讲话, 9月16日在…考察时指出; not 9月27日以座谈会形式
BACKGROUND_AFTER = re.compile(
    rf"第?[A-Za-z]?{N}{{1,2}}版|(?:白天|夜间|夜里|晚上|"
    rf"到)?{CLAUSE}{{0,6}}?(?:[阴晴](?:转|有|间|到|天|[,\uff0c])|多云|"
    r"[小中阵][雨雪](?:转|到|[,\uff0c\u3002\uff1b]))|以来|以前|之前|"
    rf"{CLAUSE}{{0,6}}(?:当天|当日|当晚|之际|期间)|"
    r"起(?![飞跑航降身]|(?:正式|全面)?(?:施行|实施|执行)|"
    rf"[,\uff0c]?{CLAUSE}{{0,18}}(?:停止|暂停|恢复|取消|启用|开放|实行|推行|"
    r"上调|下调|封闭|关闭|改道|调整|限行|禁止|禁行|管制|开通|上线|试运[行营]|"
    r"停[水电气运课]|受理|开[售征]|发售|征收|供[暖热]))|前后?[,\uff0c]|"
    rf"前(?![往去来后夕线期方])|(?:白天|夜间)?[\u4e00-\u9fff]{{0,4}}气温|至今|"
    rf"为止|的(?!{CLAUSE}{{0,20}}(?:会议|仪式|大会|活动|论坛|比赛)上)|"
    rf"{CLAUSE}{{0,40}}(?:重要讲话精神|重要指示精神|讲话精神|时指出|时强调|时的|印发的|出台的|发布的|颁布的|出生|参加工作|入党)"
)
# 今天 is these days, not a day: 今天，我们比任何时候都…; 今天她要去的，是… ; not 今天，我市召开会议
NOWADAYS = re.compile(
    r"(?:今天|今日|明天|昨天)(?:[,\uff0c]?(?:我们(?![公单学])|人们|大家|"
    rf"中国(?!共产党{CLAUSE}{{0,12}}次)|面对|站在|回望|回首|越来越|再|依然|"
    rf"仍然|的)|{CLAUSE}{{1,10}}的[,\uff0c]?是)"
)
# A heading tells the day its text does not print: 12路公交昨起恢复运行, 大桥今日通车; not 今日鸣锣？, not 把今天当起点
HEADING_NEWS = re.compile(
    r"(?<![把对给让和与到为的])(?:昨[日晚起]?|今[日晚起]|今(?=[开启揭举闭])|"
    rf"明[日晚起])[^{MARK}]{{0,16}}?(?:{EVENT_VERB.pattern})"
)
# That day somebody spoke, and nothing else is told of it: 9月27日上午,他激动地说:“…
ONLY_SAID = re.compile(
    rf"[,\uff0c]?{CLAUSE}{{0,30}}(?:表示|坦言|感慨|回忆|感叹|(?:介绍|激动地|笑着)说|说道?)[,\uff0c:\uff1a]"
)
# A note in brackets below a heading: (2021年9月26日预备会议通过)
NOTE = re.compile(r"[(\uff08][^()\uff08\uff09]{0,80}[)\uff09]\s*$")
# The day is only given its name: 3月5日是学雷锋纪念日 ; not 昨天是植树节,市里举办活动
NAMED_DAY = re.compile(
    rf"[,\uff0c]?(?:是|正值|恰逢|适逢|迎来|农历){CLAUSE}{{0,24}}(?:节|日|周年|天|夕|生日)[\u201d]?[{MARK}]?$"
)
# The news has its source that day, and its own day elsewhere: 昨日发布通告,… ; not 发布高温预警
ANNOUNCED = re.compile(
    rf"{CLAUSE}{{0,12}}(?:发布|发出|下发|印发|张贴|通报|"
    rf"公布)了?{CLAUSE}{{0,12}}(?:通告|公告|通知|提醒|提示|消息|公示|倡议书?|"
    r"名单|情况)"
)
# The reporter's own path to the news: 记者从市教育局获悉, 记者看到; the news itself has no day
REPORTED = re.compile(
    r"(?:获悉|了解到|告诉记者|对记者说|向记者(?:介绍|透露)|看到|见到|得知|"
    r"悉[,\uff0c]|透露|采访|答复|回复|回应)|"
    rf"记者(?:来到|走进|在|从){CLAUSE}{{0,40}}"
)
MEETING_OF_REPORT = re.compile(
    rf"(?:召开|举行|举办)的?{CLAUSE}{{0,30}}(?:会|会议|仪式|活动)上"
)
# Said earlier in the sentence: 他介绍,9月1日… ; not 介绍会
SAID_BEFORE = re.compile(
    r"(?:指出|强调|认为|希望|要求|介绍|回忆|坦言|感慨|勉励|说|表示|"
    r"告诉记者)[^\u3002\uff1b;,\uff0c:\uff1a]{0,4}[,\uff0c:\uff1a]"
)
# What stands before the first word of a paragraph, and behind a date that is a line of its own (the
# weather of a diary)
BULLETS = " \u3000\u25cf\u25b2\u25a0\u25c6\u25ce\u2605\u00b7\u25c7\u25a1\u25cb\u2022\u203b"
LINE_END = " \u3000\uff1a:\u3002,\uff0c\u3001\u6674\u9634\u591a\u4e91\u8f6c\u5c0f\u4e2d\u5927\u96e8\u96ea\u9635\u96fe\u98ce"

# How far from the issue date a day still is news: what lies further back is background.
_RECENT = dt.timedelta(days=31)
_AHEAD = dt.timedelta(days=400)
# Behind the opening sentence only days close to the first event are part of the report.
_NEAR = dt.timedelta(days=7)
_LEAD = 30
_LONGEST = 300
# A bullet and its space stand before the first word of a paragraph.
_BULLET = 3


@dataclass(frozen=True, slots=True)
class Sighting:
    """A moment in its sentence, from ``start`` to ``end`` in the passage of that index.

    ``kind`` is None when the sentence states no event and only a time of one. ``opens`` says that
    the paragraph begins with the moment, ``scheduled`` that a date stands in a line above it;
    ``part`` is the printed part of day, "" where none is.
    """

    passage: int
    moment: Moment
    start: int
    end: int
    kind: EventKind | None = None
    opens: bool = False
    part: str = ""
    scheduled: bool = False


def is_news_heading(text: str) -> bool:
    """Say whether a heading tells an event with its day; a question tells none."""
    return HEADING_NEWS.search(text) is not None and text[-1] not in "?\uff1f"


def sightings(
    told: Sequence[Passage],
    times: Sequence[list[Moment]],
    issued: dt.date | None,
) -> Iterator[Sighting]:
    """Yield the moments that state an event or sharpen the time of one, in printed order.

    ``times`` are the moments of each passage; ``issued`` is None where the day is not known.
    """
    first: dt.date | None = None
    scheduled = False
    for index, passage in enumerate(told):
        moments = [
            one for one in times[index] if one.precision is Precision.DAY
        ]
        if NOTE.match(passage.text):
            continue
        if _is_bare(passage.text, moments):
            scheduled = True
            continue
        scheduled = (
            scheduled and bool(moments) and _opens(passage.text, moments[0])
        )
        for seen in _in_passage(index, passage, moments):
            if not _is_news(seen.moment, issued, first):
                continue
            if _is_quoted(passage.text, seen.moment.start):
                continue
            listed = scheduled and seen.opens and seen.moment.inherited
            if listed or _states_event(passage, seen, first=first is None):
                first = first or seen.moment.date
                kind = _kind(passage.text, seen.moment)
                yield replace(seen, kind=kind, scheduled=listed)
            elif seen.moment.inherited:
                yield seen


def _is_bare(text: str, moments: Sequence[Moment]) -> bool:
    """Say whether a date stands alone: it heads the lines of a schedule, or signs a notice."""
    if len(moments) != 1 or not _opens(text, moments[0]):
        return False
    behind = text[moments[0].end :]
    return not behind.strip(LINE_END)


def _opens(text: str, moment: Moment) -> bool:
    before = text[: moment.start]
    return len(before) <= _BULLET and not before.strip(BULLETS)


def _in_passage(
    index: int, passage: Passage, moments: Sequence[Moment]
) -> Iterator[Sighting]:
    nexts: list[Moment | None] = [*moments[1:], None]
    for moment, following in zip(moments, nexts, strict=False):
        start, stop = _sentence(passage.text, moment.start)
        part = PART.search(passage.text, moment.start, moment.end)
        yield Sighting(
            index,
            moment,
            start,
            _end(passage.text, moment, following, stop),
            opens=_opens(passage.text, moment),
            part=part.group() if part else "",
        )


def _end(text: str, moment: Moment, following: Moment | None, stop: int) -> int:
    """Return where the words about a moment end: with its sentence, or where the next one begins.

    The end of a range of times is no next one.
    """
    if following is None:
        return stop
    if RANGE_MARK.fullmatch(text, moment.end, following.start):
        return stop
    return min(stop, following.start)


def _sentence(text: str, offset: int) -> Span:
    """Return the sentence around an offset, cut off at the longest a sentence is read."""
    floor = max(0, offset - _LONGEST)
    ceiling = min(len(text), offset + _LONGEST)
    start = max(text.rfind(mark, floor, offset) for mark in STOPS) + 1
    stop = STOP.search(text, offset, ceiling)
    end = stop.end() if stop else ceiling
    return max(start, floor), end


def _kind(text: str, moment: Moment) -> EventKind:
    _, stop = _sentence(text, moment.start)
    return kind_of(text[moment.end : stop])


def _is_news(
    moment: Moment, issued: dt.date | None, first: dt.date | None
) -> bool:
    if moment.date is None:
        return False
    if first is not None and moment.date < first - _NEAR:
        return False
    if issued is None:
        return True
    last = moment.last or moment.date
    return issued - _RECENT <= last <= issued + _AHEAD


def _is_quoted(text: str, offset: int) -> bool:
    opened = text.count("\u201c", 0, offset)
    closed = text.count("\u201d", 0, offset)
    return opened > closed


def _states_event(passage: Passage, seen: Sighting, *, first: bool) -> bool:
    """Say whether the sentence of a moment states an event; ``first`` when none is stated yet."""
    text = passage.text
    moment = seen.moment
    if _shows_work(passage, seen):
        return True
    before = text[seen.start : moment.start]
    after = text[moment.end : seen.end]
    if _is_background(text, seen, before):
        return False
    if REPORTED.search(after):
        return MEETING_OF_REPORT.search(after) is not None
    if NAMED_DAY.match(after):
        return False
    if _leads(seen, passage, first=first) and not REPORTED.search(before):
        return True
    return not ANNOUNCED.match(after) and _takes_place(
        text, seen, before, after
    )


def _shows_work(passage: Passage, seen: Sighting) -> bool:
    if passage.kind is not BlockKind.CAPTION:
        return False
    return AT_WORK.search(passage.text, seen.moment.end, seen.end) is not None


def _is_background(text: str, seen: Sighting, before: str) -> bool:
    """Say whether a time only bounds something, means these days, or was said in a speech."""
    moment = seen.moment
    if BACKGROUND_BEFORE.search(before) or BACKGROUND_AFTER.match(
        text, moment.end
    ):
        return True
    if NOWADAYS.match(text, moment.start):
        return True
    return not moment.future and SAID_BEFORE.search(before) is not None


def _leads(seen: Sighting, passage: Passage, *, first: bool) -> bool:
    """Say whether the day opens the report, or one of several that each begin with a bullet."""
    if passage.kind is not BlockKind.PARAGRAPH:
        return False
    if seen.moment.start - seen.start > _LEAD:
        return False
    opens_report = seen.passage == 0 and first
    opens_item = seen.start == 0 and passage.text[0] in BULLETS
    return opens_report or opens_item


def _takes_place(text: str, seen: Sighting, before: str, after: str) -> bool:
    """Say whether a sentence behind the lead tells of an event, by its verb or its hour."""
    moment = seen.moment
    if moment.inherited:
        if seen.opens and moment.time is not None and seen.part:
            return True
        return EVENT_VERB.search(after) is not None
    if TIME_LINE.search(before):
        return True
    if ONLY_SAID.match(after):
        return False
    if _is_told_exactly(text, seen):
        return True
    if moment.future and COMING_AFTER.match(after):
        return True
    return EVENT_VERB.search(after) is not None


def _is_told_exactly(text: str, seen: Sighting) -> bool:
    if seen.moment.time is not None:
        return True
    return (
        bool(seen.part)
        and NUMBERED_DAY.match(text, seen.moment.start) is not None
    )
