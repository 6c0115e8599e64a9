"""Tell whether a sentence with a time states an event, or the time only bounds something else."""

from __future__ import annotations

import re

from reader.events.sighting.timed_sentences import Sighting
from reader.events.wording.titles import BULLETS
from reader.patterns.printed_times import NUMBERED_DAY, TIME_LINE
from reader.patterns.sentences import CLAUSE, MARK, N
from reader.vocabulary import BlockKind

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
    r"增开|加开|落水|[跌摔撞砸烫]伤|撞倒|掉[进入]|亮灯|建成|完工|贯通|放水|封闭施工|停水|停电|停气|停运|限行|管制|插秧|植树|种下|吊装|爆破|搬迁|"
    r"入住|交付|交房|正在|[拿领]到"
)
# What a picture shows as the day's work: 志愿者发放手册, 工人检修线路; not 游客在花海里
AT_WORK = re.compile(
    r"翻耕|播种|春耕|备耕|育秧|移栽|嫁接|剪枝|捕捞|收获|晾晒|打包|分拣|直播|驾驶|操作|焊接|浇筑|架设|吊装|铺设|搜救|疏导|劝导|演练|展示|参加|参与|庆祝|竞技|角逐|"
    r"发放|宣传|志愿|清理|采摘|抢收|收割|加工|包装|制作|排练|训练|体验|选购|"
    r"表演|巡逻|施工|作业|安装|检修|抢修|装卸|学习|宣讲|培训|联欢|捐|擦拭|"
    r"清扫|打扫|种植|栽种|施肥|除草|喷洒|浇灌|抗旱|排涝|转移|救援|检查|执勤|"
    r"义诊|在教(?![育师室授练])|讲解|授课|指导|练习"
)
# A scene of its own at its hour: 凌晨3时20分,在沱江青坪段,书记报告; not 3时,在场的人
SCENE_AT = re.compile(rf"[,\uff0c]在{CLAUSE}{{2,24}}[,\uff0c]")
QUOTES = "\u201c\u201d"
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
    rf"到)?[:\uff1a]?{CLAUSE}{{0,6}}?(?:[阴晴](?:转|有|间|到|天|[,\uff0c])|多云|"
    r"[小中阵][雨雪](?:转|到|[,\uff0c\u3002\uff1b]))|以来|以前|之前|"
    rf"{CLAUSE}{{0,6}}(?:当天|当日|当晚|之际|期间)|"
    r"起(?![飞跑航降身]|(?:正式|全面)?(?:施行|实施|执行)|"
    rf"(?:[在到]{CLAUSE}{{2,20}})?(?:举办|举行|召开|展出|开展|上演|公演|开放|开售|报到)|"
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
# That day somebody spoke, and nothing else is told of it: 9月27日上午,他激动地说:“… ; not 审议报告时说:
ONLY_SAID = re.compile(
    rf"(?![,\uff0c]?{CLAUSE}{{2,30}}(?:审议|讨论|调研|考察|座谈|视察|检查|走访|慰问|看望){CLAUSE}{{0,12}}时)"
    rf"[,\uff0c]?{CLAUSE}{{0,30}}(?:表示|坦言|感慨|回忆|感叹|(?:介绍|激动地|笑着)说|说道?)[,\uff0c:\uff1a]"
)
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
# Behind an hour nothing but a meeting: ▲…;下午3:30主席团第二次会议,地点:… ; not 下午3:30会议结束
ONLY_A_MEETING = re.compile(rf"{CLAUSE}{{0,24}}(?:会|会议|式)(?:[{MARK}]|$)")
# Said earlier in the sentence: 他介绍,9月1日… ; not 介绍会
SAID_BEFORE = re.compile(
    r"(?:指出|强调|认为|希望|要求|介绍|回忆|坦言|感慨|勉励|说|表示|"
    r"告诉记者)[^\u3002\uff1b;,\uff0c:\uff1a]{0,4}[,\uff0c:\uff1a]"
)

# A day opens a report when it stands so near the beginning of its sentence.
_LEAD = 30


def is_news_heading(text: str) -> bool:
    """Tell whether a heading tells an event with its day; a question tells none."""
    if text[-1] in "?\uff1f":
        return False
    return HEADING_NEWS.search(text) is not None


def states_event(seen: Sighting, *, first: bool) -> bool:
    """Tell whether the sentence of a moment states an event; ``first`` when none is stated yet."""
    if _shows_work(seen):
        return True
    if _is_background(seen):
        return False
    behind = seen.words_behind
    if REPORTED.search(behind):
        return MEETING_OF_REPORT.search(behind) is not None
    if NAMED_DAY.match(behind):
        return False
    if _leads(seen, first=first) and not REPORTED.search(seen.words_before):
        return True
    if ANNOUNCED.match(behind):
        return False
    return _takes_place(seen)


def _shows_work(seen: Sighting) -> bool:
    if seen.passage.kind is not BlockKind.CAPTION:
        return False
    behind = seen.words_behind
    return AT_WORK.search(behind) is not None


def _is_background(seen: Sighting) -> bool:
    """Tell whether a time only bounds something, means these days, or was said in a speech."""
    text = seen.passage.text
    moment = seen.moment
    before = seen.words_before
    if BACKGROUND_BEFORE.search(before):
        return True
    if BACKGROUND_AFTER.match(text, moment.end):
        return True
    if NOWADAYS.match(text, moment.start):
        return True
    if moment.future:
        return False
    return SAID_BEFORE.search(before) is not None


def _leads(seen: Sighting, *, first: bool) -> bool:
    """Tell whether the day opens the report, or one of several that each begin with a bullet."""
    if seen.passage.kind is not BlockKind.PARAGRAPH:
        return False
    if seen.moment.start - seen.start > _LEAD:
        return False
    if first and seen.index == 0:
        return True
    if seen.start != 0:
        return False
    return seen.passage.text[0] in BULLETS


def _takes_place(seen: Sighting) -> bool:
    """Tell whether a sentence behind the lead tells of an event, by its verb or its hour."""
    if seen.moment.inherited:
        return (
            _opens_at_hour(seen)
            or _is_scene(seen)
            or _names_meeting(seen)
            or _has_event_verb(seen)
        )
    if TIME_LINE.search(seen.words_before):
        return True
    if ONLY_SAID.match(seen.words_behind):
        return False
    if _is_told_exactly(seen) or _is_announced(seen):
        return True
    return _has_event_verb(seen)


def _opens_at_hour(seen: Sighting) -> bool:
    """Tell whether a paragraph begins with the part of day and the hour."""
    if not seen.opens or not seen.part:
        return False
    return seen.moment.time is not None


def _is_scene(seen: Sighting) -> bool:
    """Tell whether a sentence begins with an hour and a place."""
    if seen.moment.time is None:
        return False
    before = seen.words_before
    if before.strip(QUOTES):
        return False
    scene = SCENE_AT.match(seen.words_behind)
    return scene is not None


def _names_meeting(seen: Sighting) -> bool:
    """Tell whether all that stands behind an hour of a short piece is what a meeting is called."""
    if not seen.is_brief or seen.moment.time is None:
        return False
    return ONLY_A_MEETING.match(seen.words_behind) is not None


def _has_event_verb(seen: Sighting) -> bool:
    return EVENT_VERB.search(seen.words_behind) is not None


def _is_told_exactly(seen: Sighting) -> bool:
    """Tell whether the hour is printed, or the part of a day told by its number."""
    if seen.moment.time is not None:
        return True
    if not seen.part:
        return False
    return NUMBERED_DAY.match(seen.passage.text, seen.moment.start) is not None


def _is_announced(seen: Sighting) -> bool:
    if not seen.moment.future:
        return False
    return COMING_AFTER.match(seen.words_behind) is not None
