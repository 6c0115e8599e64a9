"""Patterns of the counted facts of a meeting, and of numbered congresses."""

from __future__ import annotations

import re

from reader.patterns.events import CLAUSE, MARK, N

# Attendance. 应出席代表348名, 应到会代表五百人, 应到45人; 请假12名, 缺席三人, 病假2人; 实到代表1,020名, 到会代表488名
_ONE = "[一二三四五六七八九两]"
_COUNT = rf"(?P<n>\d[\d,]{{0,8}}|(?=[一二三四五六七八九两十])(?:{_ONE}千零?)?(?:{_ONE}百零?)?(?:{_ONE}?十)?{_ONE}?)[名人位]"
EXPECTED = re.compile(
    r"应(?:出席|到会?|参加|参会)(?:会议)?[\u4e00-\u9fff]{0,12}?" + _COUNT
)
ABSENT = re.compile(
    r"(?:请假|缺席|缺勤|[病事公]假|未到会?|未出席)(?:的)?[\u4e00-\u9fff]{0,8}?" + _COUNT
)
PRESENT = re.compile(
    r"(?:实到会?|实际(?:出席|到会|参加|参会)|实出席|(?<!应)出席会议的?|(?<=[,\uff0c])到会(?:正式)?代表)(?:会议)?[\u4e00-\u9fff]{0,12}?"
    + _COUNT
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
    rf"(?:(?:通过|批准)了?(?P<passed>{_WORDS}{{1,80}})|(?P<chosen>(?:补选|选举|决定|任命|接受|罢免|撤销){_WORDS}{{1,80}}))"
)
# Before it: 通过了选举办法,表决结果为 ; 选举办法以 ; 选举办法(草案)获得 ; not 会议以, not 大会又以
VOTED_BEFORE = (
    re.compile(
        rf"(?:通过|批准)了?(?P<subject>{_WORDS}{{1,80}})[,;:\uff0c\uff1b\uff1a](?:(?:表决|投票)?结果[为是]?[:,\uff1a\uff0c]?)?$"
    ),
    re.compile(
        rf"(?:^|[{MARK}])(?!(?:大会|会议|全会|全体|与会|出席|代表|委员)[^{MARK}]{{0,8}}$)"
        rf"(?P<subject>(?:(?!结果|获|得到|以$){_WORDS}){{2,80}})(?:的?(?:表决|投票)?结果[为是]?|获得?|得到|以)[:,\uff1a\uff0c]?$"
    ),
)
# Agenda. 会议听取了…;审议通过了…; not 听取汇报的同志
AGENDA = re.compile(
    rf"(?:^|[{MARK}])(?:大会|会议)?(?:还|一致|随后|并|同时)?(?P<item>(?:听取|审议|讨论|审查|通过|选举|表决|传达学习|传达|研究|酝酿|确定|批准|听取和审查|听取和审议)"
    rf"(?:并)?(?:审议|通过|审查|讨论|学习)?(?:通过)?(?:了|产生了?)[^\u3002\uff1b;,\uff0c]{{4,120}})"
)
# 会议有两项议程:一是听取…;二是决定… and 议程是:(一)…;(二)… ; not 议程 alone
AGENDA_LIST = re.compile(r"议程[^\u3002:\uff1a]{0,12}[:\uff1a](?P<items>[^\u3002]+)")
AGENDA_ENTRY = re.compile(
    rf"(?:{N}{{1,3}}是|[(\uff08]{N}{{1,3}}[)\uff09]|{N}{{1,3}}[、.\uff0e])(?P<item>[^\uff1b;\u3002]{{2,120}})"
)
# 当选为市人大常委会主任: the post behind the verb; 选举甲为主任
ELECTED_AFTER = re.compile(
    rf"(?:同志)?(?:等)?(?:全票)?当选为?(?P<post>[^{MARK}]{{2,30}})"
)
ELECTED_BEFORE = re.compile(r"(?:选举|推选)(?:产生|了)?$")
ELECTED_AS = re.compile(rf"(?:同志)?(?:等)?(?:同志)?为(?P<post>[^{MARK}]{{2,30}})")

# Congresses: type, level and number of a name in full or in short. 中国共产党某市第五次代表大会, 中共某县第十次代表大会
_REGION = r"[\u4e00-\u9fff]{0,14}?"
# 临江市, 石家庄市; not 的临江市, not 宣布临江市 (a name starts with none of these)
_NAMED = "(?![的布在于和与及对了将为向把是以由经自从到席加])[\u4e00-\u9fff]{2,3}[省市县区州旗]"
CONGRESSES: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "party",
        re.compile(
            rf"(?:中国共产党|中共)(?P<place>{_REGION})第(?P<number>{N}{{1,4}})次(?:全国)?代表大会"
        ),
    ),
    # 市第十三次党代会, 省第十二次党代会, 某市第五次党员代表大会
    (
        "party",
        re.compile(
            rf"(?P<place>[省市县区州旗镇乡])第(?P<number>{N}{{1,4}})次党(?:员)?代(?:表大)?会"
        ),
    ),
    # 党的二十大; not 党的大事
    ("party", re.compile(rf"党的(?P<number>{N}{{1,3}})大(?![事会家量])(?P<place>)")),
    # 某市第十五届人民代表大会第一次会议; not …常务委员会第一次会议
    (
        "assembly",
        re.compile(
            rf"(?P<place>{_NAMED})?第(?P<number>{N}{{1,4}})届(?:全国)?人民代表大会第(?P<session>{N}{{1,3}})次会议"
        ),
    ),
    # 市十五届人大一次会议, 省十三届人大四次会议; not 人大常委会
    (
        "assembly",
        re.compile(
            rf"(?P<place>[省市县区州旗])?第?(?P<number>{N}{{1,4}})届(?:全国)?人大第?(?P<session>{N}{{1,3}})次会议"
        ),
    ),
    # 政协某市第九届委员会第五次会议, 中国人民政治协商会议某市第九届委员会第五次会议
    (
        "consultative",
        re.compile(
            rf"(?:中国人民政治协商会议|政协)(?P<place>{_REGION})第?(?P<number>{N}{{1,4}})届(?:全国)?委员会第?(?P<session>{N}{{1,3}})次会议"
        ),
    ),
    # 市政协九届五次会议
    (
        "consultative",
        re.compile(
            rf"(?P<place>[省市县区州旗])政协第?(?P<number>{N}{{1,4}})届第?(?P<session>{N}{{1,3}})次会议"
        ),
    ),
    # 共青团某市第十八次代表大会, 某市妇女第十四次代表大会, 某市文联第九次代表大会
    (
        "youth",
        re.compile(
            rf"(?:共青团|团)(?P<place>{_REGION})第(?P<number>{N}{{1,4}})次代表大会"
        ),
    ),
    (
        "women",
        re.compile(
            rf"(?P<place>{_NAMED})?(?:妇女|妇联)第(?P<number>{N}{{1,4}})次代表大会"
        ),
    ),
    (
        "union",
        re.compile(
            rf"(?P<place>{_NAMED})?(?:总)?工会第(?P<number>{N}{{1,4}})次代表大会"
        ),
    ),
)
# What every row above holds: where this does not stand, no congress is named.
NUMBERED = re.compile(rf"{N}[次届]|党的{N}")
# Named in passing, not reported: 市第十二次党代会以来, 党的十九大精神, 出席省第十二次党代会代表(候选人)
IN_PASSING_AFTER = re.compile(
    rf"(?:和|及|、|\u201d|\u300b)?(?:[^{MARK}]{{0,14}}(?:以来|精神|提出|确定|作出|擘画|描绘|决策|部署(?!会)|报告精神|确立|献礼|候选人|描绘)|代表(?![大团、们]|表)|上(?:的|提出)|后[,\uff0c])"
)
IN_PASSING_BEFORE = re.compile(
    r"(?:迎接|喜迎|迎|献礼|庆祝|学习|贯彻|宣传|落实|保障|服务|自|从|出席(?=[省全国]))[\u4e00-\u9fff]{0,6}$"
)
# The congress itself takes place: …开幕, …胜利召开, …举行第二次会议
TAKES_PLACE = re.compile(rf"[^{MARK}]{{0,40}}?(?:开幕|闭幕|召开|举行|报到)")
# …在会堂隆重开幕, …召开; not …主席团举行会议, not …举行第二次全体会议
BEGINS = re.compile(
    rf"(?:(?:于|在){CLAUSE}{{2,30}}?)?(?:隆重|胜利|正式|如期){{0,2}}(?:开幕|(?:召开|举行)(?!了?(?:主席团|第|预备|各|全体)))"
)
