"""Where a byline stands, and what is none.

Patterns run on folded text. ``+`` marks what a row must match, ``-`` what it must not.
"""

from __future__ import annotations

import re
from typing import Final

from reader.layout.bylines.dateline_patterns import DATE_WORDS, MEDIUM
from reader.patterns.characters import HAN

# Names in brackets behind the opening.   + (记者 甲乙)   - 记者甲乙报道:
BRACKETED: Final = re.compile(r"\(([^()]{2,80})\)\s*")
# Who reports, and from where, in the brackets of an opening.   + 【记者甲乙/某地报导】   - 【记者手记】
REPORTS_FROM: Final = re.compile(
    rf"[【\[(]([{HAN}]{{0,6}}(?:记者|特派员)[{HAN}·、 ]{{2,20}})/[{HAN}]{{1,6}}报[导道][】\])]\s*"
)
# Names run in behind the opening.   + 记者甲乙报道:   - 甲乙报道
REPORTS: Final = re.compile(
    rf"((?:[{HAN}·]{{0,8}}(?:记者|通讯员|特派员))[{HAN}·/、, ]{{1,40}}?)\s*(?:摄影|联合|综合)?报道\s*[:,]?\s*"
)
# Names run in before the text, a space behind them.   + 本报记者 甲乙 “盲道…   - 本报记者 甲乙 通讯员 丙丁
RUN_IN: Final = re.compile(
    rf"(本报[{HAN}]{{0,6}}(?:记者|通讯员) (?:[{HAN}] [{HAN}]|[{HAN}]{{2,4}})) ++"
    rf"(?![{HAN}]{{0,6}}(?:记者|通讯员|实习生|摄影)|[图文摄]/)(?=[“{HAN}\d][^\n]{{10}}[^\n]*[,。])"
)
# One person wrote and photographed.   + 文/图 甲乙   + 本报记者 甲乙 文/图   - 文/甲 图/乙
TEXT_AND_PICTURES: Final = re.compile(
    rf"(?<![{HAN}])(?:文字?/?图|图/?文|文/?摄|文、图|摄影报道)(?=[\s/:)\]】]|$)|(?<=[\s/(])(?:文/图|图/文)"
)
# An office signs, not a person.   + 本报评论员   + 本报特约评论员   - 评论员文章
COMMENTATOR: Final = re.compile(rf"[{HAN}]{{0,8}}评论员|本报编辑部")
# A mark that no byline holds.   + 甲乙,丙丁   - 记者 甲乙
NOT_IN_BYLINE: Final = re.compile(r"[。,!?;…“”《》]")
# Names alone on a line are short words without brackets: what they do not hold.   + 甲乙(苗族)
# + 某某村石匠   - 甲乙 丙丁
NOT_IN_BARE_BYLINE: Final = re.compile(
    rf"[。,!?;…“”《》()\dA-Za-z]|[{HAN}]{{5}}(?!·)"
)
LONGEST_BYLINE: Final = 60
# Marks that may stand around a byline on a line of its own.   + ■记者   + □本报记者
BYLINE_MARKS: Final = "■□◆◇●○◎⊙▲△★☆▌|/ 【】[]()—-~"
# A byline closing the text: the last thing on its line, behind a full stop.   + 。(甲乙整理)   + 。本报记者
# 甲乙 整理
CLOSING_BYLINE: Final = re.compile(
    r"(?<=[。!?…”])\s*(\([^()]{2,40}\)|(?:■|本报|[^。!?…”()]{0,10}(?:记者|通讯员"
    r"|评论员))[^。!?…”()]{0,30})\s*$"
)
# One name in brackets, and no word that stands there instead.   + (电建平)   - (完)   - (下同)
ONE_NAME: Final = re.compile(
    rf"\((?!下同|以下|略|待续|未完|全文|图文|草案|摘要|节选|[{HAN}]{{0,3}}(?:讯|社|报|网|局|办|委|部|站))[{HAN}]{{2,3}}\)"
)
# Where a text was taken from, named at its end.   + (据新华社)   + (新华社北京9月27日电)   + (摘自《某某日报》)   +
# (体讯)   + (本报记者)   - (含三个社区)
CLOSING_SOURCE: Final = re.compile(
    rf"\((?:[{HAN}]{{0,2}}讯|综合|本报综合|本[报刊](?:记者|通讯员|编辑部)|(?:据|综合|来源:|摘自|原载|转自"
    rf"|选自)\s*《?[{HAN}·]{{0,10}}{MEDIUM}》?[^()]{{0,16}}"
    rf"|(?:新华社|中新社|中国新闻社|人民日报|[{HAN}]{{2,6}}(?:日报|晚报))(?:[{HAN}]{{0,6}}{DATE_WORDS}?电)?)\)\s*$"
)
# A marked author with where he lives.   + ○甲乙(云江)   - 甲乙(苗族)
AUTHOR_FROM: Final = re.compile(
    rf"(?P<author>[□○◎◇△☆◯●]\s*[{HAN}·]{{1,6}}(?: +[{HAN}]{{1,4}})?)\s*\([{HAN}]{{2,8}}\)"
)
# A marked author, whatever the name means.   + ◎王海   + ◎符 号   - ◎相关链接
MARKED_AUTHOR: Final = re.compile(rf"[□○◎]\s*[{HAN}](?:\s*[{HAN}]){{1,2}}$")
# The mark of an author.   + □甲乙   - ■记者
AUTHOR_MARK: Final = "□"
# The office that sends the news of a place, in front of who wrote it.   + 县报道组 甲乙   - 报道组的甲乙
REPORTING_OFFICE: Final = re.compile(
    rf"[{HAN}]{{1,8}}(?:报道组|通讯组|通讯站|宣传[部科股]|广播站|文化站|新闻(?:科|中心))[ :/]+"
)
# Who signs a letter to the paper.   + 读者 甲乙   + 热心市民 甲乙   - 读者认为   - 梧桐里居民 甲乙
READER_SIGNS: Final = re.compile(
    rf"(?:热心|一名|一位|本报)?(?:读者|市民|网友|听众|观众)\s*[:/ ]\s*(?P<name>[{HAN}·]{{2,6}}|[{HAN}] +[{HAN}])$"
)
