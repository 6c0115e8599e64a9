"""Patterns of dates and clock times: each token is one row, and a moment is a run of touching
tokens.

Digits may be half-width or full-width (``\\d`` takes both); Chinese numerals are written out in the
classes."""

from __future__ import annotations

import re

from reader.vocabulary import PartOfDay

_CN = "\u3007\u96f6\u25cb\u4e00\u4e8c\u4e09\u56db\u4e94\u516d\u4e03\u516b\u4e5d"  # 〇零○一..九
_CN_DAY = (
    "(?:(?:[\u4e8c\u4e09]?\u5341|[\u5eff\u5345])"
    "[\u4e00\u4e8c\u4e09\u56db\u4e94\u516d\u4e03\u516b\u4e5d]?"
    "|[\u4e00\u4e8c\u4e09\u56db\u4e94\u516d\u4e03\u516b\u4e5d])"
)
_CN_MINUTE = (
    "[\u4e8c\u4e09\u56db\u4e94]?\u5341"
    "[\u4e00\u4e8c\u4e09\u56db\u4e94\u516d\u4e03\u516b\u4e5d]?"
)
TOKENS: tuple[tuple[str, str], ...] = (
    # 2021年, 二〇二一年; not 21年前 (too short), not 2021年级
    ("year", rf"(?<!\d)(?:\d{{4}}|[{_CN}]{{4}})年(?!级)"),
    # 去年9月; not 明年轻人 (no such cut: 年 must end the word)
    ("rel_year", r"(?:今|去|前|明|同|当|次)年(?![级龄轻])"),
    # 9月, 十二月, 元月, the month of 三月廿九日; not 10个月, not 3月龄, not 农历八月, not 八月十五 and 八月廿一 (the
    # moon's months)
    (
        "month",
        rf"(?<![\d个几数])(?<![农阴旧]历)(?:\d{{1,2}}|(?:十[一二]?|[一二三四五六七八九元])(?!月(?:初"
        rf"|(?>{_CN_DAY})(?![日号、至到和]))))月(?![龄经刊票])",
    ),
    # 本月18日, 上月; not 上个月台 (rare enough to leave to the day behind it)
    ("rel_month", r"(?:本|上个?|下个?|当|同)月(?![台球光饼])"),
    # 27日, 十四日, 廿九日, 3号 (the grammar takes 号 only behind a month), the 26 of 9月26、27日;
    # not 3日内, not 第3日, not 十日谈
    (
        "day",
        rf"(?<![\d第每近连续约达期时用过逾隔仅一二三四五六七八九十廿卅百])(?:\d{{1,2}}|{_CN_DAY})[日号](?![内间游均谈夜程龄])|"
        rf"(?<=月)(?:\d{{1,2}}|{_CN_DAY})"
        rf"(?=(?:[、至到和\-\u2013\u2014\uff0d\uff5e~]{{1,2}}"
        rf"(?:\d{{1,2}}|{_CN_DAY})){{1,6}}[日号])|"
        rf"(?<=[、至到和\-\u2013\u2014\uff0d\uff5e~])(?:\d{{1,2}}|{_CN_DAY})"
        rf"(?=(?:[、和](?:\d{{1,2}}|{_CN_DAY})){{1,6}}[日号])",
    ),
    # 昨日, 次日, 当天, and 今/昨/明/当 in front of 晚 or 晨, 今起, 昨召开; not 今后, not 当前, not 富强的今天, not 大后天
    (
        "rel_day",
        r"(?:今|昨|(?<!大)前|明|(?<!大)后|当|同|次|翌)(?:日|(?<!的[今昨明])天)(?!报(?![到名告])|[头津文然])|第二天|"
        r"[今昨明当](?=[晚夜晨早])|[今昨明](?=起(?!来|先|初|源))|"
        r"(?<![如至而迄当古现])[昨今](?=(?:[从在与赴]|召开|举[行办]|开[幕馆赛学工业通市考放园街]|启[动用幕]|揭[牌幕晓]"
        r"|闭幕|落[幕成]|登[陆场]|签约|发布|通[车水]|竣工|奠基|首[发演航]|抵|正式|成立|公布|投[产用]|颁|迎来|宣[布判]"
        r"|会见))",
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
        rf"(?<![\d.小当同])(?:\d{{1,2}}|{_CN_DAY}|零)[时点](?!多|来钟)(?:(?:\d{{1,2}}"
        rf"|{_CN_MINUTE})分|半|整|许|钟)?(?:许|左右)?(?![期代段间刻速差候])|"
        r"(?<![\d:\uff1a\u2236])\d{1,2}[:\uff1a\u2236][0-5\uff10-\uff15]\d"
        r"(?![\d:\uff1a\u2236])(?:许|左右)?",
    ),
)
# The printed word for a part of day: 凌晨 in 7月5日凌晨
PART = re.compile(dict(TOKENS)["part"])
# A day told by its number: 27日, 9月27日; not 昨日
NUMBERED_DAY = re.compile(rf"[\d{_CN}\u5341]")
# No token begins with another character: most characters of a page are passed over at once.
FIRST = (
    rf"[\d{_CN}\u5341\u5eff\u5345\u5143\u4eca\u53bb\u524d\u660e\u540c\u5f53\u6b21\u672c"
    r"\u4e0a\u4e0b\u540e\u6628\u7fcc\u7b2c\u661f\u5468\u793c"
    r"(\uff08\u8fd9\u51cc\u6e05\u65e9\u5348\u4e2d\u6b63\u508d\u665a\u6df1\u591c]"
)
TOKEN = re.compile(
    rf"(?={FIRST})(?:{'|'.join(f'(?P<{name}>{pattern})' for name, pattern in TOKENS)})"
)

# What the moon's calendar says in brackets between two tokens: (正月十六), (农历八月十五)
LUNAR = "(?:[(\uff08](?:农历)?[正腊冬一二三四五六七八九十]{1,2}月[初廿一二三四五六七八九十]{1,3}[)\uff09])?"
# 9月27日至29日, 27日—29日, 9月27日～10月2日; not 27日,28日 (two clauses)
RANGE_MARK = re.compile(rf"{LUNAR}[至到\-\u2013\u2014\uff0d\uff5e~]{{1,2}}")
# A notice names its day in a line of its own: 活动时间：9月27日; not 征集时间：
TIME_LINE = re.compile(r"时间(?:定于|定在|为|[:\uff1a])?[ \u3000]*$")
PARTS: dict[str, PartOfDay] = {
    "凌晨": PartOfDay.MORNING,
    "清晨": PartOfDay.MORNING,
    "清早": PartOfDay.MORNING,
    "早晨": PartOfDay.MORNING,
    "早上": PartOfDay.MORNING,
    "晨": PartOfDay.MORNING,
    "早": PartOfDay.MORNING,
    "上午": PartOfDay.MORNING,
    "中午": PartOfDay.NOON,
    "午间": PartOfDay.NOON,
    "正午": PartOfDay.NOON,
    "下午": PartOfDay.AFTERNOON,
    "午后": PartOfDay.AFTERNOON,
    "傍晚": PartOfDay.EVENING,
    "晚上": PartOfDay.EVENING,
    "晚间": PartOfDay.EVENING,
    "夜晚": PartOfDay.EVENING,
    "深夜": PartOfDay.EVENING,
    "夜间": PartOfDay.EVENING,
    "晚": PartOfDay.EVENING,
    "夜": PartOfDay.EVENING,
}
WEEKDAYS = "一二三四五六日"
# A sentence or a line ends here.
SENTENCE_STOP = re.compile("[\u3002\uff1b;!\uff01?\uff1f\n]")
