"""What belongs to the page and to no article: page heads, editors, rights, navigation.

Patterns run on folded text. ``+`` marks what a row must match, ``-`` what it must not.
"""

from __future__ import annotations

import re
from typing import Final

from reader.patterns.layout import HAN, NUMERALS

_DUTIES: Final = (
    r"(?:本版|本期|值班|执行|版面|版式|视觉|图片|文字|美术|新闻|责任|网络|出版|终审|轮值|主管|见习|统筹|特约|当班)*"
    r"(?:编辑|责编|美编|校对|校检|校审|版式|制图|总编|编委|主编|(?<=[\u4e00-\u9fff])(?:主任|总监)|策划|统筹|监制|监审|审读|审核|审校|编审|设计|检校|终审|二审|三审|初审|复审|组版|校读|责校|视觉|美术|版面|图编|文编|统稿|审签|审定|出品|出品人|排版|照排|制作|签发)"
)
# One duty with its people.   + 责任编辑:甲乙   + 校对 丙丁   + 版式/戊己 庚辛   - 编辑部消息:
DUTY: Final = re.compile(
    rf"{_DUTIES}\s?[:/|]\s?[{HAN}·]{{1,6}}(?:[ 、,/][{HAN}·]{{1,4}}(?![{HAN}]*\s?[:/|]))*|{_DUTIES} +(?!{_DUTIES})(?:[{HAN}] [{HAN}]|[{HAN}·]{{1,4}})(?=[ |;\])】]|$)"
)
# What may stand between the duties of a line, and an address behind them.
DUTY_MARKS: Final = " ;|/,、■□●◆()[]【】"
DUTY_CONTACT: Final = re.compile(
    r"(?:(?:E-?mail|电子邮箱|(?:新闻|广告|发行|投稿|报料|本版|编辑部)?(?:邮箱|电话|热线)|投稿)\s*[:/ ]?\s*\S{5,40}|(?:社址|地址|电话)\s*:\s*\S.{3,60})$",
    re.IGNORECASE,
)
LONGEST_DUTIES: Final = 160
# A duty behind the text.   + 。(责任编辑:甲乙)   + 。(责任编辑 甲乙)   + 。 校对:丙丁   - 由责任编辑甲乙
DUTIES_TAIL: Final = re.compile(
    rf"\({_DUTIES} +[{HAN}·]{{2,4}}\)$|[ 【\[(■|]{{1,3}}(?:{_DUTIES}\s?[:/|]\s?[{HAN}·、 ]{{1,12}}[ ;|]{{0,2}}){{1,4}}[】\])]?$"
)
# Where a text was taken from.   + 来源:某报   + 作者:甲乙 编辑:丙丁   - 来源于
#   + 2021-09-29 08:00 来源:某报
ORIGIN_LINE: Final = re.compile(
    r"(?:\d{4}[-./年]\d{1,2}[-./月]\d{1,2}日?\s+(?:\d{1,2}:\d{2}(?::\d{2})?\s+)?)?[【\[(]?(?:(?:稿件|文章|信息|新闻|图片)?来源|作者|编辑|责编|发布时间|发布日期|发布|时间|日期|浏览(?:次数|量)?|阅读(?:次数|量)?|点击(?:次数|量)?|字号|字体|分享到?|原标题|关键词|标签|网址|版次|记者编号)\s*[:|]\s*.{0,80}$"
)
# Who wrote it, in such a line.   + 作者:甲乙 编辑:丙丁   - 作者单位:某校
AUTHOR: Final = re.compile(
    r"作者\s*[:|]\s*(?P<names>[^:|]{2,40}?)\s*(?=$|[|\s](?:编辑|责编|责任编辑|来源|时间|发布|日期|校对|版次|阅读|浏览|点击))"
)
# Lines that are furniture as a whole.
WHOLE_LINES: Final[dict[str, re.Pattern[str]]] = {
    # + 版权所有 未经授权   - 版权所有者表示认可,
    "rights": re.compile(r".{0,40}(?:版权所有|All Rights Reserved|Copyright|未经(?:书面)?(?:授权|许可|允许).{0,12}(?:转载|复制|使用)|版权声明|ICP备|公网安备).{0,80}$", re.IGNORECASE),
    # + 上一篇:某题   + 下一版   + 返回目录   - 上一篇文章里
    "navigation": re.compile(
        r"[\[【(<>«»\s|◆]*(?:上一[篇版期]|下一[篇版期]|返回(?:首页|目录|列表|顶部|版面)|回到?首页|标题导航|版面(?:导航|目录|概览)|往期回顾|本版新闻|放大|缩小|默认|打印(?:本页|此页)?|关闭(?:窗口)?|大 中 小|首页|收藏|朗读|PDF版?|扫码(?:看|阅读).{0,12})"
        r"(?:\s*[:：>]\s*.{0,60}|[\]】)<>«»\s|]*|[ +\-/|]+.{0,40})$"
    ),
    # + (完)   + (全文完)   - (完成)
    "end": re.compile(r"[(\[【](?:全?文?完|本报综合)[)\]】]$"),
    # + ISSN 1000-0000   + 国内统一连续出版物号 CN 43-0003   + 邮发代号41-9   - 邮发代号是
    "numbers": re.compile(r"(?!.*出版社).{0,30}(?:ISSN|CN\s?\d{2}[—-]\d{4}|国内统一(?:连续出版物|刊)号|邮发代号|总?第\s?\d{2,6}\s?期|今日.{0,8}\d{1,3}\s?版|零售价?|定价|每份|代号\d{2}-\d+).{0,80}$"),
    # + 新闻热线:0731-28829110   + 电子邮箱:a@b.cn   + 广告热线 28829110   - 热线接到   - 联系人:甲先生 电话:…   - 监督电话:…。
    "contacts": re.compile(r"(?!.*(?:\d日$|。)|联系人|(?:监督|举报|咨询|报名|联系)(?:电话|邮箱)).{0,24}(?:热线|电话|邮箱|邮编|网址|地址|传真|E-?mail|公众号|微信号|QQ群?)\s*[:： ]\s*.{0,60}(?:\d{5,}|[\w.-]+@[\w.-]+|www\.|\.c(?:n|om)).{0,40}$", re.IGNORECASE),
    # + 印刷:某县印刷厂 准印证号:…   + 投稿须知:来稿请勿一稿多投   - 印刷的报纸
    "imprint": re.compile(r"(?:本报)?(?:主办|主管|编印|出版|印刷|承印|印务|投稿须知|投稿邮箱|来稿须知|本版(?:联系)?电话|本报地址|社址|发行|订阅热线|法律顾问|常年法律顾问)(?:单位|厂)?\s*[:/]\s*.{2,90}$"),
    "address": re.compile(r"\s*(?:https?://|www\.)\S+\s*$", re.IGNORECASE),
    # + - 3 -   + 03   + 第3页   - 2021年
    "page_number": re.compile(r"[-—·•|]*\s*(?:第\s*)?[A-Z]?\d{1,3}\s*页?(?:\s*/\s*(?:共\s*)?\d{1,3}\s*页?)?\s*[-—·•|]*$"),
    # + ————   + ***   - ——副题
    "rule": re.compile(r"[-—=*_~.·•#+|■□◆◇●○▲△▼▽★☆※<>/\\\s]{1,80}$"),
}  # fmt: skip
# A closing word behind the text.   + 。(完)   + 。■   - (完成)
END_TAIL: Final = re.compile(
    r"(?<=[。!?…”)])\s*(?:[(\[【](?:全?文?完)[)\]】]|[■□◆●▲★])\s*$"
)

# --- The page head: a line all of whose parts are known
# ----------------------------------------------------------

# + 云江日报   + 某某晚报   - 据某某日报报道
PAPER: Final = re.compile(
    rf"(?<![{HAN}])[{HAN}]{{2,6}}?(?:日报|晚报|早报|晨报|商报|时报|导报|快报|都市报|青年报|工人报|周报|周刊|农村报|法制报|法治报)(?:数字报|电子报|电子版|新闻网)?(?![{HAN}])"
    # Any other paper's name stands apart.   + 竹岗重工报   - 海报   - 捷报
    rf"|(?<!\S)[{HAN}]{{2,7}}(?<![海喜捷战简情电通公汇预回申墙举播])报(?:数字报|电子报|电子版)?(?!\S)"
)
# A paper's name set wide.   + 岚 州 日 报   - 岚 州
PADDED_PAPER: Final = re.compile(rf"(?:[{HAN}] +){{3,7}}报")
_DATE_ENDS: Final = rf"(?!\d)(?:(?=星期|周|第|农历|总第|编辑|责)|(?![{HAN}]))"
# + 2021年9月28日   + 2021-09-28   + 2021.9.28   + 二〇二一年九月二十八日   - 2021年12月31日截止
FULL_DATE: Final = re.compile(
    rf"(?P<year>\d{{4}})\s*(?:年|[-./])\s*(?P<month>\d{{1,2}})\s*(?:月|[-./])\s*(?P<day>\d{{1,2}})\s*日?{_DATE_ENDS}"
)
HAN_DATE: Final = re.compile(
    rf"(?P<year>[二一][{NUMERALS}○O]{{3}})年(?P<month>[{NUMERALS}]{{1,3}})月(?P<day>[{NUMERALS}]{{1,3}})日{_DATE_ENDS}"
)
WEEKDAY: Final = re.compile(
    rf"(?<![{HAN}])(?:星期|周|礼拜)[一二三四五六日天](?![{HAN}])|(?<=日)星期[一二三四五六日天](?![{HAN}])"
)
# + 9月28日 (beside a weekday)   - 9月28日上午
SHORT_DATE: Final = re.compile(rf"\d{{1,2}}月\d{{1,2}}日(?![{HAN}])")
# + C2版   + 第02版   + A2   + 第三版   - 3月   - A4纸   - 上一版   - 今日8版
PAGE_LABEL: Final = re.compile(
    rf"(?<![上下前后共开])(?<!今日)(?:第\s*)?(?P<label>[A-Z]\s?\d{{1,2}}|\d{{1,2}}|[{NUMERALS}]{{1,3}})\s*版(?![次名面式权图])|(?<![\w])(?P<bare>[A-Z]\d{{1,2}})(?![\w])|(?:版次)\s*:?\s*(?P<named>[A-Z]?\d{{1,2}})"
)
LUNAR: Final = re.compile(
    rf"(?:农历)?[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年?(?:闰?[正{NUMERALS}冬腊]{{1,2}}月(?:初|廿|卅)?[{NUMERALS}]{{1,3}})?|农历.{{2,8}}"
)
# A page label in a jump line is another page's.   + (上接第一版)   - 第一版
JUMPS: Final = re.compile(r"上接|下转|紧接|[详转]见|接第")
# The paper's name in Latin letters.   + YUNJIANG RIBAO   + Yunjiang Daily   - G60
MASTHEAD: Final = re.compile(r"[A-Z][A-Za-z]{2,}(?:[ ·][A-Z][A-Za-z]+){0,5}$")
LATIN: Final = re.compile(
    r"(?<![A-Za-z])[A-Z][A-Za-z]{2,}(?:[ ·][A-Z][A-Za-z]+){0,5}"
)
# A page number at the edge of a page head.   + 02 时事 某某晚报   - 2021年
EDGE_NUMBER: Final = re.compile(r"^\s*(\d{1,2})(?=\s)|(?<=\s)(\d{1,2})\s*$")
# The pages beside this one, in an e-paper's navigation.   + 上一版:A01 要闻   + 5版 is none of them   -
# 上一版
NEIGHBOUR: Final = re.compile(
    rf"[<«◀◁←\[(]{{0,3}}\s?[上下前后]一?[版页期篇](?:\s*[:(>»▶→]?\s*(?:第\s*)?(?:[A-Z]?\d{{1,3}}|[{NUMERALS}]{{1,3}})\s*版?(?![年月日\d./-])(?:\s*:\s*[{HAN}·]{{2,8}})?)?[)\]>»▶▷→]{{0,3}}"
)
# A page in a list of the pages.   + 第01版:要闻   + A2:时政   - 第01版
LISTED_PAGE: Final = re.compile(
    rf"(?:第?\s?(?:\d{{1,2}}|[{NUMERALS}]{{1,3}})\s?版|[A-Z]\d{{1,2}}版?)(?:\s*[:·—-]?\s*[{HAN}·]{{2,8}})?"
)
NAVIGATION_MARKS: Final = " |/,、:[]()<>«»◀▶◁▷←→►◄☞■●·-—"
# A line of the index of other pages.   + 我省高考成绩明日可查 3版   + 某题……A5版   - (下转第三版)   - 改版
INDEX_LINE: Final = re.compile(
    rf"(?!.*(?:下转|上接|紧接))[^。]{{4,40}}?(?:\s+|…{{1,4}}|\.{{2,8}}|\s*[>»▶→]{{1,3}})\s*[(\[]?(?:(?:第\s*)?(?:[A-Z]?\d{{1,2}}|[{NUMERALS}]{{1,3}})\s*版|[A-Z]\d{{1,2}})[)\]]?"
)
# What stands over them.   + 导读   + 【今日看点】   - 导读者
INDEX_LABEL: Final = re.compile(
    r"[【\[■◆●▌|]?\s*(?:今日|本期|本报|版面|新闻|要闻)?(?:导\s*读|要目|看点|导航|提要|索引)\s*[】\]■◆●▌|:]?"
)
# Half a page label on its own line, its number on the line above.   + 版 经济·体育   - 版面导航
HALF_LABEL: Final = re.compile(r"版(?:\s+\S{2,12})?$")
BARE_NUMBER: Final = re.compile(r"[A-Z]?\d{1,2}")
# A page number and a section above the line with paper and date.   + 2 聚焦市第五次党代会   - 2021年
NUMBERED_SECTION: Final = re.compile(
    rf"(?P<label>[A-Z]?\d{{1,2}})\s+[{HAN}·—“”、 ]{{2,16}}"
)
LONGEST_SECTION_LINE: Final = 14
# What a paper prints of itself in its head.   + 准印证号:(岭)内字第0036号   + 第8846期   + 版名:文旅   + 中共某县委主管
# - 准印
IMPRINT: Final = re.compile(
    rf"(?:准印证号?|登记证号?|国内统一(?:连续出版物|刊)号|国内刊号|邮发代号|刊号|ISSN|CN)\s*:?\s*[\w()〔〕\[\]—./-]+(?:\s\d{{2}}[—-]\w{{4}})?|总?第\s?\d{{1,6}}\s?期|今日.{{0,4}}\d{{1,3}}\s?版|内部资料|免费(?:交流|赠阅)|[{HAN}]{{2,16}}(?:主管主办|主管|主办|承办|编印|出版)(?![{HAN}])|版名\s*:\s*[{HAN}·]{{2,8}}|(?<!\d)[·•—|-]\s?\d{{1,3}}\s?[·•—|-](?!\d)"
)
# + 电话:0731-12345678   + 新闻热线 12345678
HEAD_PHONE: Final = re.compile(
    r"(?:新闻|广告|发行|投稿)?(?:电话|热线|邮箱|E-?mail)\s*[:/]?\s*(?:[\d-]{5,}|[\w.@-]{6,})",
    re.IGNORECASE,
)
HEAD_PARTS: Final = (
    HEAD_PHONE,
    LATIN,
    IMPRINT,
    DUTY,
    FULL_DATE,
    HAN_DATE,
    WEEKDAY,
    SHORT_DATE,
    LUNAR,
    PAGE_LABEL,
    PAPER,
    EDGE_NUMBER,
)
# What a section is called: a page label alone proves a page head only beside such a name.   + A2 要闻
#   - G60 科创走廊
SECTION_NAME: Final = re.compile(
    r"要闻|新闻|综合|时政|经济|社会|文化|文艺|副刊|体育|国内|国际|中国|世界|天下|本市|县区|理论|评论|专题|专版|特刊|广告|周刊|民生|教育|健康|财经|要目|聚焦|深度|视点|头版|报道|导读|公告|生活|法治|旅游|党建|读者|党代会|两会|都市|特别|悦读|人物|区域|民主|身边|时评|公益|消费|科技|农业|工业|军事|娱乐|艺术|书画|数字报"
)
SECTIONS: Final = re.compile(
    rf"(?:\d{{1,2}}\s+)?(?:(?:{SECTION_NAME.pattern})[·/\s|—-]*){{1,3}}(?:版|周刊)?(?:\s*\d{{1,2}})?"
)
# Lines of a page head that name no page.
NAMELESS: Final = re.compile(rf"{SECTIONS.pattern}|{MASTHEAD.pattern}")
# What may be left of a page head: the section and decoration.   + 要闻   + 时政·综合   - 大会今日开幕
SECTION: Final = re.compile(rf"[{HAN}A-Za-z·/ |:—\-【】\[\]()■◆●,.]*$")
LONGEST_SECTION: Final = 8
LONGEST_NAMED_SECTION: Final = 18
LONGEST_HEAD: Final = 90
HEAD_LINES: Final = 8
