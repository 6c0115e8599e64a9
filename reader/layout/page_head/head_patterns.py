"""What a page head is made of: a line all of whose parts are known.

Patterns run on folded text. ``+`` marks what a row must match, ``-`` what it must not.
"""

from __future__ import annotations

import re
from typing import Final

from reader.layout.page_head.furniture_patterns import DUTY
from reader.patterns.characters import HAN, NUMERALS

# + 云江日报   + 某某晚报   - 据某某日报报道
PAPER: Final = re.compile(
    rf"(?<![{HAN}])[{HAN}]{{2,6}}?(?:日报|晚报|早报|晨报|商报|时报|导报|快报|都市报|青年报|工人报|周报"
    rf"|周刊|农村报|法制报|法治报)(?:数字报|电子报|电子版|新闻网)?(?![{HAN}])"
    # Any other paper's name stands apart.   + 竹岗重工报   - 海报   - 捷报
    rf"|(?<!\S)[{HAN}]{{2,7}}(?<![海喜捷战简情电通公汇预回申墙举播])报(?:数字报|电子报|电子版)?(?!\S)"
)
# A paper's name set wide.   + 岚 州 日 报   - 岚 州
PADDED_PAPER: Final = re.compile(rf"(?:[{HAN}] +){{3,7}}报")
_DATE_ENDS: Final = rf"(?!\d)(?:(?=星期|周|第|农历|总第|编辑|责)|(?![{HAN}]))"
# + 2021年9月28日   + 2021-09-28   + 2021.9.28   - 2021年12月31日截止
FULL_DATE: Final = re.compile(
    rf"(?P<year>\d{{4}})\s*(?:年|[-./])\s*(?P<month>\d{{1,2}})\s*(?:月"
    rf"|[-./])\s*(?P<day>\d{{1,2}})\s*日?{_DATE_ENDS}"
)
# + 二〇二一年九月二十八日   - 二〇二一年九月
HAN_DATE: Final = re.compile(
    rf"(?P<year>[二一][{NUMERALS}○O]{{3}})年(?P<month>[{NUMERALS}]{{1,3}})月"
    rf"(?P<day>[{NUMERALS}]{{1,3}})日{_DATE_ENDS}"
)
# + 星期二   + 周二   - 周二上午
WEEKDAY: Final = re.compile(
    rf"(?<![{HAN}])(?:星期|周|礼拜)[一二三四五六日天](?![{HAN}])|(?<=日)星期[一二三四五六日天](?![{HAN}])"
)
# + 9月28日 (beside a weekday)   - 9月28日上午
SHORT_DATE: Final = re.compile(rf"\d{{1,2}}月\d{{1,2}}日(?![{HAN}])")
_LABEL: Final = rf"(?:[A-Z]\s?\d{{1,2}}|\d{{1,2}}|[{NUMERALS}]{{1,3}})"
# Two pages printed as one.   + 第4-5版   + 第4、5版   + 四、五版   - 2021-09-28 版
_NEXT_LABEL: Final = rf"(?:\s*版?\s*[-—–~至、,·/]\s*第?\s*{_LABEL})?"
# + C2版   + 第02版   + A2   + 第三版   + A2/A3   - 3月   - A4纸   - 上一版   - 今日8版
PAGE_LABEL: Final = re.compile(
    rf"(?<![上下前后共开])(?<!今日)(?:第\s*)?(?<!\d)(?<!\d[-./])(?P<label>{_LABEL}{_NEXT_LABEL})"
    rf"\s*版(?![次名面式权图])"
    rf"|(?<![\w])(?P<bare>[A-Z]\d{{1,2}}(?:[-—/][A-Z]?\d{{1,2}})?)(?![\w])"
    rf"|(?:版次)\s*:?\s*(?P<named>[A-Z]?\d{{1,2}})"
)
# + 农历八月廿二   + 辛丑年八月廿二   - 八月廿二
LUNAR_DAY: Final = re.compile(
    rf"(?:农历)?[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年?(?:闰?[正{NUMERALS}冬腊]{{1,2}}月(?:初|廿"
    rf"|卅)?[{NUMERALS}]{{1,3}})?|农历.{{2,8}}"
)
# A page label in a jump line is another page's.   + (上接第一版)   - 第一版
JUMPS: Final = re.compile(r"上接|下转|紧接|[详转]见|接第")
# + YUNJIANG RIBAO   - A2
LATIN: Final = re.compile(
    r"(?<![A-Za-z])[A-Z][A-Za-z]{2,}(?:[ ·][A-Z][A-Za-z]+){0,5}"
)
# A page number in a circle in front of a page head.   + ② 某某日报 要闻   - ②代表入场
CIRCLED_NUMBER: Final = re.compile(r"^\s*[①-⑳]\s+(?=\S)")
# A page number at the edge of a page head.   + 02 时事 某某晚报   - 2021年
EDGE_NUMBER: Final = re.compile(r"^\s*(\d{1,2})(?=\s)|(?<=\s)(\d{1,2})\s*$")
# What a paper prints of itself in its head.   + 准印证号:(岭)内字第0036号   + 第8846期   + 版名:文旅   + 中共某县委主管
# - 准印
IMPRINT: Final = re.compile(
    rf"(?:准印证号?|登记证号?|国内统一(?:连续出版物|刊)号|国内刊号|邮发代号|刊号|ISSN"
    rf"|CN)\s*:?\s*[\w()〔〕\[\]—./-]+(?:\s\d{{2}}[—-]\w{{4}})?"
    rf"|总?第\s?\d{{1,6}}\s?期|今日.{{0,4}}\d{{1,3}}\s?版|内部资料|免费(?:交流|赠阅)"
    rf"|[{HAN}]{{2,16}}(?:主管主办|主管|主办|承办|编印|出版)(?![{HAN}])"
    rf"|版名\s*:\s*[{HAN}·]{{2,8}}|(?<!\d)[·•—|-]\s?\d{{1,3}}\s?[·•—|-](?!\d)"
)
# + 电话:0731-12345678   + 新闻热线 12345678
HEAD_PHONE: Final = re.compile(
    r"(?:新闻|广告|发行|投稿)?(?:电话|热线|邮箱|E-?mail)\s*[:/]?\s*(?:[\d-]{5,}|[\w.@-]{6,})",
    re.IGNORECASE,
)
# Editions beside the ordinary one that a head names by a word of its own.
PLAIN_EDITIONS: Final = ("号外", "上午版", "下午版", "早间版", "晚间版")
# + 号外   + 下午版   - 号外声   - 云江日报号外
EDITION: Final = re.compile(
    rf"(?<![{HAN}])(?:{'|'.join(PLAIN_EDITIONS)})(?![{HAN}])"
)
# What may be an edition, a section, or a part of a name.   + 城市版   + 云江日报号外   - 城市
MAY_BE_EDITION: Final = re.compile(
    rf"{'|'.join(PLAIN_EDITIONS)}|(?:城市|城区|市区|农村|海外)版"
)
HEAD_PARTS: Final = (
    EDITION,
    HEAD_PHONE,
    LATIN,
    IMPRINT,
    DUTY,
    FULL_DATE,
    HAN_DATE,
    WEEKDAY,
    SHORT_DATE,
    LUNAR_DAY,
    PAGE_LABEL,
    PAPER,
    CIRCLED_NUMBER,
    EDGE_NUMBER,
)
