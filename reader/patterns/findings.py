"""Patterns of the content rules: half-width marks, ranges, claims of number, mixed counts, damaged
characters.
"""

from __future__ import annotations

import re

HAN = "\u3400-\u4dbf\u4e00-\u9fff"
_QUOTES = "\u2018\u2019\u201c\u201d\u300a\u300b"

# Half-width mark -> the full-width one.
WIDE: dict[str, str] = {
    ",": "\uff0c",
    ";": "\uff1b",
    ":": "\uff1a",
    "?": "\uff1f",
    "!": "\uff01",
    "(": "\uff08",
    ")": "\uff09",
}
# 大会,代表 and 报道,“我 ; not 5,000 and not 8:30 (digits on both sides)
HALFWIDTH = re.compile(rf"(?<=[{HAN}{_QUOTES}])[,;:?!()]|[,;:?!()](?=[{HAN}{_QUOTES}])")

# Pairs that must close; half-width and full-width brackets close each other (their width is another
# rule).
CLOSERS: dict[str, str] = {
    "\u201c": "\u201d",
    "\u2018": "\u2019",
    "\u300a": "\u300b",
    "\u3008": "\u3009",
    "\u300c": "\u300d",
    "\u300e": "\u300f",
    "\u3010": "\u3011",
    "\u3014": "\u3015",
    "(": ")",
    "[": "]",
}
NARROW = str.maketrans("\uff08\uff09\uff3b\uff3d", "()[]")
PAIRED = re.compile(
    "[\u201c\u201d\u2018\u2019\u300a\u300b\u3008-\u3011\u3014\u3015()\\[\\]\uff08\uff09\uff3b\uff3d]"
)
# A paragraph that ends with its sentence: …到位。 ; not …要求各
WHOLE_SENTENCE = re.compile(
    "[\u3002!\uff01?\uff1f\u2026][\u201d\u2019\"')\uff09\u300d]*$"
)
# 1) a) ①) number an item and close nothing; ’ inside an English word is an apostrophe
ITEM_NUMBER = re.compile(
    rf"(?:^|[^\dA-Za-z])(?:\d{{1,2}}|[A-Za-z]|[\u2460-\u2473{HAN}])$"
)
LATIN = re.compile(r"[A-Za-z]$")

_MEASURE = (
    "[余多]?(?:个|名|人|年|月|日|天|岁|元|万|亿|千|百|米|公里|厘米|毫米|吨|公斤|克|倍|次|家|项|件|户|亩|公顷|平方|分钟?|小时|周|层|种|台|辆|套|批|级|度|时|点|页|期|场|支|"
    "条|位|款|只|头|株|双|斤|瓶|杯|轮|段|集|篇|部|处|座|艘|架|平米|摄氏度|%|\uff05|\u2030|\u2103|kg|km|cm|mm|kW|MW)"
)
# 2-3个, 10-15%; not 0731-28800000, not 2021-09-28, not 3-1战胜, not A2-3版
NUMBER_RANGE = re.compile(
    rf"(?<![\d\-\u2013.:/A-Za-z])\d+(?:\.\d+)?(?P<mark>[-\u2013\uff0d])\d+(?:\.\d+)?(?={_MEASURE})(?![^{HAN}]{{0,3}}-)"
)

_NUMBER = r"(?P<claimed>\d{1,2}|[二三四五六七八九十两]{1,3})"
_OF = "(?:个|大|项|条|类|种|部|字|句|篇|级|方面|章)"
# “甲”“乙”等7个篇章, 《甲》《乙》《丙》3部作品; the items are counted
QUOTED_CLAIM = re.compile(
    rf"(?P<items>(?:[\u201c\u300a][^\u201c\u201d\u300a\u300b\n]{{1,40}}[\u201d\u300b][、,\uff0c和及]?){{2,40}})(?P<open>等)?{_NUMBER}{_OF}"
)
# “想、干、管”四字诀: one quotation holds the list; not “抓早、抓小”
QUOTED_LIST = re.compile(
    rf"\u201c(?P<items>[^\u201c\u201d、\n]{{1,10}}(?:、[^\u201c\u201d、\n]{{1,10}}){{1,11}})\u201d(?P<open>等)?{_NUMBER}{_OF}"
)
QUOTED_ITEM = re.compile(r"[\u201c\u300a]")
# 聚焦、裂变、创新三个方面; not 甲、乙等五个方面 (open), not 五个一工程
LISTED_CLAIM = re.compile(
    rf"(?<![{HAN}、])(?P<items>[{HAN}]{{1,14}}(?:、[{HAN}]{{1,10}}){{1,14}}?){_NUMBER}(?:个(?!一)|大|项|类|级|件|条|道|种|支)(?=方面|[{HAN}])"
)
# 抓好三项工作:一是…;二是…
ORDINAL_CLAIM = re.compile(
    rf"{_NUMBER}(?:个方面|项|点|条|个|件|大)[^\u3002\uff1b;]{{0,14}}[:\uff1a\u3002](?=一是|一要|第一[,\uff0c])"
)
ORDINAL = re.compile(
    r"(?:^|[:\uff1a\uff1b;\u3002,\uff0c])(?:(?P<ordinal>[一二三四五六七八九十]{1,3})(?:是|要)|第(?P<counted>[一二三四五六七八九十]{1,3})[,\uff0c])"
)

# 观看人数累计达9万余人次; not 累计9万人次, not 人数和人次 (two clauses)
UNIT_MISMATCH = re.compile(
    r"人数[^\u3002\uff1b;,\uff0c、]{0,16}?\d[^\u3002\uff1b;,\uff0c、]{0,6}?人次"
)

# Radicals that stand for characters; private use and the replacement character; the debris of a
# wrong decoding
RADICAL = re.compile("[\u2e80-\u2fdf]+")
MOJIBAKE = re.compile(
    "[\ufffd\ue000-\uf8ff\U000f0000-\U0010fffd]+|(?:\u951f\u65a4\u62f7)+|(?:\u70eb\u70eb)+(?=\u70eb?[^\u70eb\u4e00-\u9fff])"
)
# Supplement radicals that NFKC leaves alone, with the characters they are mistaken for.
SUPPLEMENT: dict[str, str] = dict(
    zip(
        "⺁⺇⺌⺎⺗⺝⺟⺠⺡⺮⺯⺼⻁⻄⻅⻆⻉⻋⻌⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻬⻮⻰⻳",
        "厂几小兀心月母民氵竹糸肉虎西见角贝车辶长门青韦页风飞食马骨鬼鱼鸟卤麦黄齐齿龙龟",
        strict=True,
    )
)

# A list said to follow the strokes of the surnames follows no rank.
STROKE_ORDER = re.compile(r"笔画|排名不分先后|音序|拼音")
# An invitation speaks of what is to come: 欢迎参加, 门票免费, 国庆假期; not 已报名的市民
INVITES = re.compile(
    r"欢迎|敬请|请广大|请市民|报名|预约|门票|票价|凭票|凭[\u4e00-\u9fff]{0,4}证|届时|预计|放假|假期|长假|黄金周|即将|公示"
)
# What a past report says of its day: 举行了, 隆重开幕; not 将举行
TOLD_AS_PAST = re.compile(r"召开|举行|举办|开幕|闭幕|来到|调研|出席|观看|了")
# A run without marks and spaces: 三高四新; not “三高
NORMAL = re.compile(rf"[{HAN}0-9A-Za-z]+")
# A date with its year and weekday anywhere on the page, the page head too: 2021年9月28日 星期二
DATED_WEEKDAY = re.compile(
    r"(?P<year>\d{4})年(?P<month>\d{1,2})月(?P<day>\d{1,2})日[ \u3000,\uff0c(\uff08]{0,3}(?:星期|周)(?P<weekday>[一二三四五六日天])"
)
