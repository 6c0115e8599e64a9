"""What the section of a page is called, and what lines of a head hold beside it.

Patterns run on folded text. ``+`` marks what a row must match, ``-`` what it must not.
"""

from __future__ import annotations

import re
from typing import Final

from reader.patterns.characters import HAN, NUMERALS

# The paper's name in Latin letters.   + YUNJIANG RIBAO   + Yunjiang Daily   - G60
MASTHEAD: Final = re.compile(r"[A-Z][A-Za-z]{2,}(?:[ ·][A-Z][A-Za-z]+){0,5}$")
# What a section is called: a page label alone proves a page head only beside such a name.   + A2 要闻
#   - G60 科创走廊
SECTION_NAME: Final = re.compile(
    r"要闻|新闻|综合|时政|经济|社会|文化|文艺|副刊|体育|国内|国际|中国|世界|天下|本市|县区|理论|评论|专题|专版|特刊|广告"
    r"|周刊|民生|教育|健康|财经|要目|聚焦|深度|视点|头版|报道|导读|公告|生活|法治|旅游|党建|读者|党代会|两会|都市|特别|悦读"
    r"|人物|区域|民主|身边|时评|公益|消费|科技|农业|工业|军事|娱乐|艺术|书画|数字报"
)
# A line of such names alone, a number beside them perhaps.   + 时政·综合   + 02 要闻   - 大会开幕
SECTIONS: Final = re.compile(
    rf"(?:\d{{1,2}}\s+)?(?:(?:{SECTION_NAME.pattern})[·/\s|—-]*){{1,3}}(?:版|周刊)?(?:\s*\d{{1,2}})?"
)
# Lines of a page head that name no page.   + 时政   + YUNJIANG RIBAO   - C2版
NAMELESS: Final = re.compile(rf"{SECTIONS.pattern}|{MASTHEAD.pattern}")
# What may be left of a page head: the section and decoration.   + 要闻   + 时政·综合   - 12月
SECTION: Final = re.compile(rf"[{HAN}A-Za-z·/ |:—\-【】\[\]()■◆●,.]*$")
LONGEST_SECTION: Final = 8
LONGEST_NAMED_SECTION: Final = 18
HEAD_LINES: Final = 8
# A line of the index of other pages.   + 我省高考成绩明日可查 3版   + 某某题目……A5版   - (下转第三版)   - 改版
INDEX_LINE: Final = re.compile(
    rf"(?!.*(?:下转|上接|紧接))[^。]{{4,40}}?(?:\s++|(?:…{{1,4}}|\.{{2,8}}"
    rf"|\s*+[>»▶→]{{1,3}})\s*+)[(\[]?(?:(?:第\s*)?(?:[A-Z]?\d{{1,2}}"
    rf"|[{NUMERALS}]{{1,3}})\s*版|[A-Z]\d{{1,2}})[)\]]?"
)
# The same with the page in front, under its label.   + A03 老街改造明年动工   - 03年高考
INDEX_LINE_AHEAD: Final = re.compile(
    r"[(\[]?(?:第\s*)?(?:[A-Z]\d{1,2}\s*版?|\d{1,2}\s*版)[)\]]?[\s:·]++[^。]{4,40}"
)
# What stands over them.   + 导读   + 【今日看点】   - 导读者
INDEX_LABEL: Final = re.compile(
    r"[【\[■◆●▌|]?\s*(?:今日|本期|本报|版面|新闻|要闻)?(?:导\s*读|要目|看点|导航|提要|索引)\s*[】\]■◆●▌|:]?"
)
# Half a page label on its own line, its number on the line above.   + 版 经济·体育   - 版面导航
HALF_LABEL: Final = re.compile(r"版(?:\s+\S{2,12})?$")
# The other half of it.   + 2   + A2   - 版
BARE_NUMBER: Final = re.compile(r"[A-Z]?\d{1,2}")
# A page number and a section above the line with paper and date.   + 2 聚焦市第五次党代会   - 2021年
NUMBERED_SECTION: Final = re.compile(
    rf"(?P<label>[A-Z]?\d{{1,2}})\s+[{HAN}·—“”、 ]{{2,16}}"
)
LONGEST_SECTION_LINE: Final = 14
