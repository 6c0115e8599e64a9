"""What opens a report: its source, place and day.

Patterns run on folded text. ``+`` marks what a row must match, ``-`` what it must not.
"""

from __future__ import annotations

import re
from typing import Final

from reader.patterns.characters import HAN, NUMERALS

MEDIUM: Final = (
    r"(?:日报|晚报|早报|晨报|午报|商报|时报|导报|快报|都市报|青年报|工人报|法治报|周报|周刊|报|通讯社|新社|华社|社|网"
    r"|电视台|广播电台|电台|台|客户端|融媒体中心|融媒|云|刊)"
)
SOURCE_NAME: Final = (
    rf"(?:本报|本网|本刊|本台|本社|[{HAN}A-Za-z]{{1,9}}?{MEDIUM})"
)
DATE_WORDS: Final = (
    rf"(?:(?:\d{{4}}年)?(?:\d{{1,2}}月)?\d{{1,2}}日"
    rf"|(?:[{NUMERALS}]{{1,3}}月)?[{NUMERALS}]{{1,3}}日)"
)

# A place alone opens a report as well.   + 云江讯(记者   + 云江讯 近日   - 通讯 春天里   - 音讯全无
_PLACE_NEWS: Final = rf"[{HAN}]{{2,6}}(?<![通资简短快喜音腾])(?=讯[\s(])"
# The opening of a report. Between 讯/电 and the text stands a mark, a space or a byline; 本报讯 needs
# none.
#   + 本报讯   + 云江日报·掌上云江讯(   + 红网云江1月26日讯(   + 新华社北京9月27日电(   + 【新华社重庆十四日电】   + 本报合肥18日电
#   - 本报讯息台   - 国家电网通讯   - 新华社电讯稿件
DATELINE: Final = re.compile(
    rf"(?P<open>[【\[(〔])?\s*(?:据"
    rf"|综合)?(?P<source>{SOURCE_NAME}(?:·[{HAN}A-Za-z]{{2,8}}|时刻新闻|时刻)?"
    rf"|{_PLACE_NEWS})"
    rf"(?:消息)?(?P<place>[{HAN}]{{2,6}}?"
    rf"|[{HAN}]{{2,4}}·[{HAN}]{{2,4}})??\s*(?P<date>{DATE_WORDS})?"
    rf"(?P<word>专?讯|专?电|综合消息|消息)"
    r"(?:\s*[】\])〕]|(?=\s|\(|:|记者|通讯员|特约|见习|实习|$)|(?<=本报讯)(?![息号]))\s*"
)
# The date of an opening.   + 11月28日   + 十四日   - 11月
DATE_IN_LINE: Final = re.compile(DATE_WORDS)
# The numbers of a date.   + 28   + 十四   - 日
NUMBER: Final = re.compile(rf"[\d{NUMERALS}○O]+")
