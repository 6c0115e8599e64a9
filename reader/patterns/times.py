"""Patterns of dates and clock times: each token is one row, and a moment is a run of touching
tokens.

Digits may be half-width or full-width (``\\d`` takes both); Chinese numerals are written out in the
classes."""

from __future__ import annotations

import re

_CN = "\u3007\u96f6\u25cb\u4e00\u4e8c\u4e09\u56db\u4e94\u516d\u4e03\u516b\u4e5d"  # 〇零○一..九
_CN_DAY = "(?:[\u4e8c\u4e09]?\u5341[\u4e00\u4e8c\u4e09\u56db\u4e94\u516d\u4e03\u516b\u4e5d]?|[\u4e00\u4e8c\u4e09\u56db\u4e94\u516d\u4e03\u516b\u4e5d])"
_CN_MINUTE = "[\u4e8c\u4e09\u56db\u4e94]?\u5341[\u4e00\u4e8c\u4e09\u56db\u4e94\u516d\u4e03\u516b\u4e5d]?"

TOKENS: tuple[tuple[str, str], ...] = (
    # 2021年, 二〇二一年; not 21年前 (too short), not 2021年级
    ("year", rf"(?<!\d)(?:\d{{4}}|[{_CN}]{{4}})年(?!级)"),
    # 去年9月; not 明年轻人 (no such cut: 年 must end the word)
    ("rel_year", r"(?:今|去|前|明|同|当|次)年(?![级龄轻])"),
    # 9月, 十二月, 元月; not 10个月, not 3月龄, not 农历八月, not 八月十五 and 八月廿一 (the moon's months)
    (
        "month",
        rf"(?<![\d个几数])(?<![农阴旧]历)(?:\d{{1,2}}|(?:十[一二]?|[一二三四五六七八九元])(?!月(?:[初廿]|(?>{_CN_DAY})(?![日号、至到和]))))月(?![龄经刊票])",
    ),
    # 本月18日, 上月; not 上个月台 (rare enough to leave to the day behind it)
    ("rel_month", r"(?:本|上个?|下个?|当|同)月(?![台球光饼])"),
    # 27日, 十四日, 3号 (the grammar takes 号 only behind a month), the 26 of 9月26、27日; not 3日内, not 第3日,
    # not 十日谈
    (
        "day",
        rf"(?<![\d第每近连续约达期时用过逾隔仅一二三四五六七八九十百])(?:\d{{1,2}}|{_CN_DAY})[日号](?![内间游均谈夜程龄])|"
        rf"(?<=月)(?:\d{{1,2}}|{_CN_DAY})(?=(?:[、至到和\-\u2013\u2014\uff0d\uff5e~]{{1,2}}(?:\d{{1,2}}|{_CN_DAY})){{1,6}}[日号])|"
        rf"(?<=[、至到和\-\u2013\u2014\uff0d\uff5e~])(?:\d{{1,2}}|{_CN_DAY})(?=(?:[、和](?:\d{{1,2}}|{_CN_DAY})){{1,6}}[日号])",
    ),
    # 昨日, 次日, 当天, and 今/昨/明/当 in front of 晚 or 晨, 今起, 昨召开; not 今后, not 当前, not 富强的今天, not 大后天
    (
        "rel_day",
        r"(?:今|昨|(?<!大)前|明|(?<!大)后|当|同|次|翌)(?:日|(?<!的[今昨明])天)(?!报(?![到名告])|[头津文然])|第二天|"
        r"[今昨明当](?=[晚夜晨早])|[今昨明](?=起(?!来|先|初|源))|"
        r"(?<![如至而迄当古现])[昨今](?=(?:[从在与赴]|召开|举[行办]|开[幕馆赛学工业通市考放园街]|启[动用幕]|揭[牌幕晓]|闭幕|落[幕成]|登[陆场]|签约|发布|通[车水]|竣工|奠基|首[发演航]|抵|正式|成立|公布|投[产用]|颁|迎来|宣[布判]|会见))",
    ),
    # 星期一, (周一), 上周五, 本周六; a bare 周一 counts only in brackets or behind a day
    (
        "weekday",
        r"[(\uff08][ ]?(?:星期|周|礼拜)[一二三四五六日天][ ]?[)\uff09]|(?:上个?|本|这|下个?)?(?:星期|周|礼拜)[一二三四五六日天]",
    ),
    # 上午, 晚上, 27日晚, 今早; not 晚报, not 晚会
    (
        "part",
        r"凌晨|清晨|清早|早晨|早上|午间|上午|中午|正午|下午|午后|傍晚|晚上|晚间|深夜|夜间|夜晚|"
        r"(?<=[今昨明当])[早晨夜晚](?!报)|(?<=[日号])[早晨夜](?!报|会|餐|场)|晚(?![年报宴清稻期辈育熟景婚安餐会])|晚(?=会议)",
    ),
    # 8时30分, 八时许, 零时, 3点半, 20:00; not 8小时, not 10点多, not 3点要求 (the grammar wants a part of day or 分
    # beside 点)
    (
        "clock",
        rf"(?<![\d.小当同])(?:\d{{1,2}}|{_CN_DAY}|零)[时点](?!多|来钟)(?:(?:\d{{1,2}}|{_CN_MINUTE})分|半|整|许|钟)?(?:许|左右)?(?![期代段间刻速差候])|"
        r"(?<![\d:\uff1a\u2236])\d{1,2}[:\uff1a\u2236][0-5]\d(?![\d:\uff1a\u2236])(?:许|左右)?",
    ),
)
# The printed word for a part of day: 凌晨 in 7月5日凌晨
PART = re.compile(dict(TOKENS)["part"])
# A day told by its number: 27日, 9月27日; not 昨日
NUMBERED_DAY = re.compile(rf"[\d{_CN}\u5341]")
# What stands before the first word of a paragraph, and behind a date that is a line of its own (the
# weather of a diary)
BULLETS = (
    " \u3000\u25cf\u25b2\u25a0\u25c6\u25ce\u2605\u00b7\u25c7\u25a1\u25cb\u2022\u203b"
)
LINE_END = " \u3000\uff1a:\u3002,\uff0c\u3001\u6674\u9634\u591a\u4e91\u8f6c\u5c0f\u4e2d\u5927\u96e8\u96ea\u9635\u96fe\u98ce"
# No token begins with another character: most characters of a page are passed over at once.
FIRST = (
    rf"[\d{_CN}\u5341\u5143\u4eca\u53bb\u524d\u660e\u540c\u5f53\u6b21\u672c\u4e0a\u4e0b\u540e\u6628\u7fcc\u7b2c\u661f\u5468\u793c"
    r"(\uff08\u8fd9\u51cc\u6e05\u65e9\u5348\u4e2d\u6b63\u508d\u665a\u6df1\u591c]"
)
TOKEN = re.compile(
    rf"(?={FIRST})(?:{'|'.join(f'(?P<{name}>{pattern})' for name, pattern in TOKENS)})"
)

# 26日、27日 and 26日和27日 are one time when the days follow each other; not 9月26日、30日
LIST_MARK = re.compile(r"[、和]")
# the gap inside one moment: 2月7日(正月十六)上午, 9月27日 上午, 6月1日约21时, 2021年9月28日,星期二 (the mark counts only
# in front of a weekday)
_LUNAR = "(?:[(\uff08](?:农历)?[正腊冬一二三四五六七八九十]{1,2}月[初廿一二三四五六七八九十]{1,3}[)\uff09])?"
INNER_GAP = re.compile(rf"{_LUNAR}[ \u3000]{{0,2}}(?:大?约)?")
# 9月27日至29日, 27日—29日, 9月27日～10月2日; not 27日,28日 (two clauses)
RANGE_MARK = re.compile(rf"{_LUNAR}[至到\-\u2013\u2014\uff0d\uff5e~]{{1,2}}")
WEEKDAY_GAP = re.compile(r"[ \u3000]{0,2}[,\uff0c]?[ \u3000]{0,2}")

# 约9月27日, 9月27日前后, 8时许, 9时左右; not 合约 (the character in front is looked at)
ABOUT_BEFORE = re.compile(r"(?<![合条契公相])(?:大约|约|将近|近)$")
ABOUT_AFTER = re.compile(r"前后|左右|许")

# A notice names its day in a line of its own: 活动时间：9月27日; not 征集时间：
TIME_LINE = re.compile(r"时间(?:定于|定在|为|[:\uff1a])?[ \u3000]*$")
# What happens again and again has no day: 每天上午9时, 每周三下午, 逢周六, 工作日上午
HABIT_BEFORE = re.compile(
    r"(?:每(?:天|日|晚|周|月|年|个)?(?:的|逢)?|逢|天天|平时|平日|工作日|周末|节假日)$"
)

# A clause of its own begins here, so a bare 上午 or 20:00 is a time of the story: …。下午,…
CLAUSE_START = re.compile(
    r"(?:^|[\u3002\uff0c,\uff1b;:\uff1a!\uff01?\uff1f\n\u201d\"])[ \u3000]*$"
)

# The text speaks of what is to come: 将于10月8日, 定于, 有效期至, 截至; not 本届将士 (将 must end a word)
FUTURE_BEFORE = re.compile(
    r"(?:将|拟|定|计划|预计|预定|争取|力争|确保|截至|截止|期至|延期|推迟)[于在到至]?[^\u3002\uff1b;,\uff0c]{0,8}$"
)
# 10月1日起施行, 10月8日将举行, 即将, 前完成, 截止; not 将军, not 将近
FUTURE_AFTER = re.compile(
    r"[^\u3002\uff1b;]{0,40}?(?:起(?:正式|全面)?(?:施行|实施|执行|开放|运行|启用|停止)|"
    r"将(?![军领近士帅门])|即将|前完成|截止|开抢|开售|报名|停[水电气运航课诊产](?!了|以来)|封闭施工|禁止通行)"
)
# of these, the ones that settle the year even when the day of this year has long passed: 将于1月5日,
# 1月1日起施行
SURELY_FUTURE_BEFORE = re.compile(r"(?:将|拟|定|计划|预计)于?$")
SURELY_FUTURE_AFTER = re.compile(r"起(?:正式|全面)?(?:施行|实施|执行)")

PARTS: dict[str, str] = {
    "凌晨": "morning",
    "清晨": "morning",
    "清早": "morning",
    "早晨": "morning",
    "早上": "morning",
    "晨": "morning",
    "早": "morning",
    "上午": "morning",
    "中午": "noon",
    "午间": "noon",
    "正午": "noon",
    "下午": "afternoon",
    "午后": "afternoon",
    "傍晚": "evening",
    "晚上": "evening",
    "晚间": "evening",
    "夜晚": "evening",
    "深夜": "evening",
    "夜间": "evening",
    "晚": "evening",
    "夜": "evening",
}
# Days from the day the text was written.
FROM_TODAY: dict[str, int] = {"今": 0, "昨": -1, "前": -2, "明": 1, "后": 2}
# Days from the day the text last named.
FROM_LAST: dict[str, int] = {"当": 0, "同": 0, "次": 1, "翌": 1, "第": 1}
# These words count from the date named last: 次年, 同月, 当晚; not 今年
LAST_NAMED = re.compile(r"[当同次翌第]")
REL_YEARS: dict[str, int] = {"今": 0, "去": -1, "前": -2, "明": 1}
# Years named to look back or ahead.
OTHER_YEARS = "去前明"
REL_MONTHS: dict[str, int] = {"本": 0, "上": -1, "下": 1}
REL_WEEKS: dict[str, int] = {"上": -1, "本": 0, "这": 0, "下": 1}
WEEKDAYS = "一二三四五六日"

# A day without a month counts here: 27日上午, 27日在京举行, 27日,… ; not 一日三餐, not 3日的行程
BARE_DAY_AFTER = re.compile(
    r"[,\uff0c、至到\-\u2014\uff5e~(\uff08]|在|电|讯|召|举|开|闭|晚|起|对|从|向|抵|赴|来|前往|出席|主持|会见|表示|发布|公布|宣布|说|公开|通过|正式|凌|"
    r"进行|迎[战来]|击败|战胜|[以与同和]|(?:将|已|再|又|首|全)[\u4e00-\u9fff]|[落收]|出[发版]|启|揭|颁|签|访|会[谈晤]|参加|发[射表生出]|成[立功]|结束|完[成工]|率|致[电函信]|离|返|到达?|逝世|去世|病逝|获|夺"
)
# A bare 上午 is followed by its story: 上午,代表们… 下午3时, 晚上举行; not 上午的会议
PART_AFTER = re.compile(r"[,\uff0c]|\d|召开|举行|在|还|又|他|她|代表|各|大会|会议|与会")
# 8时30分, 3点半, 20:00
CLOCK_PARTS = re.compile(
    r"(?P<hour>\d{1,2}|[零一二三四五六七八九十]+)[时点:\uff1a\u2236](?:(?P<half>半)|(?P<minute>\d{1,2}|[二三四五十一六七八九]+)分?)?"
)
STOP = re.compile("[\u3002\uff1b;!\uff01?\uff1f\n]")
