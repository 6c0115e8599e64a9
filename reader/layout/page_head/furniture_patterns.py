"""What belongs to the page and to no article: editors, rights, navigation.

Patterns run on folded text. ``+`` marks what a row must match, ``-`` what it must not.
"""

from __future__ import annotations

import re
from typing import Final

from reader.patterns.characters import HAN, NUMERALS

_DUTIES: Final = (
    r"(?:本版|本期|今日|值班|执行|版面|版式|视觉|图片|文字|美术|新闻|责任|网络|出版|终审|轮值|总|主管|见习|统筹|特约|当班)*"
    r"(?:编辑|责编|美编|值班|校对|校检|校审|版式|制图|总编|编委|主编|(?<=[\u4e00-\u9fff])(?:主任|总监)|策划"
    r"|统筹|监制|监审|审读|审核|审校|编审|设计|检校|终审|二审|三审|初审|复审|组版|校读|责校|视觉|美术|版面|图编|文编|统稿"
    r"|审签|审定|出品|出品人|排版|照排|制作|签发)"
)
# One duty with its people.   + 责任编辑:甲乙   + 校对 丙丁   + 版式/戊己 庚辛   - 编辑部消息:
DUTY: Final = re.compile(
    rf"{_DUTIES}\s?[:/|]\s?[{HAN}·]{{1,6}}(?:[ 、,/][{HAN}·]{{1,4}}"
    rf"(?![{HAN}]*\s?[:/|]))*|{_DUTIES} +(?!{_DUTIES})(?:[{HAN}] [{HAN}]"
    rf"|[{HAN}·]{{1,4}})(?=[ |;\])】]|$)"
)
# One of these stands behind every duty: a line without any names none.
BEHIND_DUTY: Final = frozenset(":/| ")
# What may stand between the duties of a line.
DUTY_MARKS: Final = " ;|/,、■□●◆()[]【】"
# An address behind them.   + 邮箱:a@b.cn   + 电话:88886666   - 电话亭
DUTY_CONTACT: Final = re.compile(
    r"(?:(?:E-?mail|电子[邮信]箱|(?:新闻|广告|发行|投稿|报料|本版|编辑部)?(?:邮箱|电话|热线)"
    r"|投稿)\s*[:/ ]?\s*\S{5,40}|(?:社址|地址|电话)\s*:\s*\S.{3,60})$",
    re.IGNORECASE,
)
LONGEST_DUTIES: Final = 160
# A duty behind the text.   + 。(责任编辑:甲乙)   + 。(责任编辑 甲乙)   + 。 校对:丙丁   - 由责任编辑甲乙
DUTIES_TAIL: Final = re.compile(
    rf"\({_DUTIES} +[{HAN}·]{{2,4}}\)$"
    rf"|[ 【\[(■|]{{1,3}}"
    rf"(?:{_DUTIES}\s?[:/|]\s?[{HAN}·、 ]{{1,12}}[ ;|]{{0,2}}){{1,4}}[】\])]?$"
)
# Where a text was taken from.   + 来源:某报   + 作者:甲乙 编辑:丙丁   - 来源于
#   + 2021-09-29 08:00 来源:某报   + 时间:2021-09-29 08:00   - 时间:9月29日上午
ORIGIN_LINE: Final = re.compile(
    r"(?:\d{4}[-./年]\d{1,2}[-./月]\d{1,2}日?\s+(?:\d{1,2}:\d{2}"
    r"(?::\d{2})?\s+)?)?[【\[(]?(?:(?:稿件|文章|信息|新闻|图片)?来源|作者|编辑|责编|发布时间|发布日期"
    r"|发布|(?:时间|日期)(?=\s*[:|]\s*\d{4}[-./]\d)|浏览(?:次数|量)?"
    r"|阅读(?:次数|量)?|点击(?:次数|量)?|字号|字体|分享到?|原标题|关键词|标签|网址"
    r"|版次|记者编号)\s*[:|]\s*.{0,80}$"
)
# Who wrote it, in such a line.   + 作者:甲乙 编辑:丙丁   - 作者单位:某校
AUTHOR: Final = re.compile(
    r"作者\s*[:|]\s*(?P<names>[^:|]{2,40}?)\s*(?=$|[|\s](?:编辑|责编|责任编辑|来源|时间|发布|日期|校对|版次|阅读|浏览|点击))"
)
# Lines that are furniture as a whole.
WHOLE_LINES: Final[dict[str, re.Pattern[str]]] = {
    # + 版权所有 未经授权   - 版权所有者表示认可,
    "rights": re.compile(
        r".{0,40}(?:版权所有|All Rights Reserved|Copyright|未经(?:书面)?(?:授权|许可"
        r"|允许).{0,12}(?:转载|复制|使用)|版权声明|ICP备|公网安备).{0,80}$",
        re.IGNORECASE,
    ),
    # + 上一篇:某题   + 下一版   + 返回目录   - 上一篇文章里
    "navigation": re.compile(
        r"[\[【(<>«»\s|◆]*(?:上一[篇版期]|下一[篇版期]|返回(?:首页|目录|列表|顶部|版面)|回到?首页|标题导航"
        r"|版面(?:导航|目录|概览)|往期回顾|本版新闻|放大|缩小|默认|打印(?:本页|此页)?|关闭(?:窗口)?|大 中 小|首页|收藏"
        r"|朗读|PDF版?|扫码(?:看|阅读).{0,12})"
        r"(?:\s*[:：>]\s*.{0,60}|[\]】)<>«»\s|]*|[ +\-/|]+.{0,40})$"
    ),
    # + 今日天气:多云转阴,偏南风三级,气温十九度到二十七度。   + 天气 阴有小雨 4℃~7℃   - 天气预报:明起降温
    "weather": re.compile(
        r"(?:今[日天]|明[日天]|本市|市区|城区)?天气(?:预报)?[: ]"
        rf"(?=.*(?:晴|阴|多云|[雨雪雾]))(?=.*[\d{NUMERALS}] ?(?:℃|°|度)).{{6,80}}$"
    ),
    # + (完)   + (全文完)   + (未完待续)   - (完成)
    "end": re.compile(
        r"[(\[【](?:全?文?完|本报综合|(?:未完)?待续|连载待续)[)\]】]$"
    ),
    # + ISSN 1000-0000   + 国内统一连续出版物号 CN 43-0003   + 邮发代号41-9   - 邮发代号是
    "numbers": re.compile(
        r"(?!.*出版社).{0,30}(?:ISSN|CN\s?\d{2}[—-]\d{4}|国内统一(?:连续出版物|刊)号|邮发代号"
        r"|总?第\s?\d{2,6}\s?期|今日.{0,8}\d{1,3}\s?版|零售价?|定价|每份|代号\d{2}-\d+).{0,80}$"
    ),
    # + 新闻热线:0731-28829110   + 电子邮箱:a@b.cn   + 广告热线 28829110   - 热线接到   - 联系人:甲先生 电话:…   - 监督电话:…。
    "contacts": re.compile(
        r"(?!.*(?:\d日$|。)|联系人|(?:监督|举报|咨询|报名|联系|受理)(?:电话|邮箱)).{0,24}(?:热线|电话|邮箱|邮编"
        r"|网址|地址|传真|E-?mail|公众号|微信号|QQ群?)\s*[:： ]\s*.{0,60}(?:\d{5,}"
        r"|[\w.-]+@[\w.-]+|www\.|\.c(?:n|om)).{0,40}$",
        re.IGNORECASE,
    ),
    # + 印刷:某县印刷厂 准印证号:…   + 投稿须知:来稿请勿一稿多投   - 印刷的报纸   - 主办单位:市林业局 (of a motion)
    "imprint": re.compile(
        r"(?!主办单位\s*:.*[局会府院厅校委]$)(?:本报)?"
        r"(?:主办|主管|编印|出版|印刷|承印|印务|投稿须知|投稿邮箱|来稿须知|本版(?:联系)?电话|本报地址|社址|发行"
        r"|订阅热线|法律顾问|常年法律顾问)(?:单位|厂)?\s*[:/]\s*.{2,90}$"
    ),
    "address": re.compile(r"\s*(?:https?://|www\.)\S+\s*$", re.IGNORECASE),
    # + - 3 -   + 03   + 第3页   - 2021年
    "page_number": re.compile(
        r"[-—·•|]*\s*(?:第\s*)?[A-Z]?\d{1,3}\s*页?(?:\s*/\s*(?:共\s*)?\d{1,3}\s*页?)?\s*[-—·•|]*$"
    ),
    # + ————   + ***   - ——副题
    "rule": re.compile(r"[-—=*_~.·•#+|■□◆◇●○▲△▼▽★☆※<>/\\\s]{1,80}$"),
}
# A closing word behind the text.   + 。(完)   + 。■   - (完成)
END_TAIL: Final = re.compile(
    r"(?<=[。!?…”)])\s*(?:[(\[【](?:全?文?完|(?:未完)?待续)[)\]】]|[■□◆●▲★])\s*$"
)
# The pages beside this one, in an e-paper's navigation.   + 上一版:A01 要闻   + 下一版   - 5版
NEIGHBOUR: Final = re.compile(
    rf"[<«◀◁←\[(]{{0,3}}\s?[上下前后]一?[版页期篇](?:\s*[:(>»▶→]?\s*(?:第\s*)?"
    rf"(?:[A-Z]?\d{{1,3}}"
    rf"|[{NUMERALS}]{{1,3}})\s*版?(?![年月日\d./-])"
    rf"(?:\s*:\s*[{HAN}·]{{2,8}})?)?[)\]>»▶▷→]{{0,3}}"
)
# A page in a list of the pages.   + 第01版:要闻   + A2:时政   - 要闻
LISTED_PAGE: Final = re.compile(
    rf"(?:第?\s?(?:\d{{1,2}}|[{NUMERALS}]{{1,3}})\s?版"
    rf"|[A-Z]\d{{1,2}}版?)(?:\s*[:·—-]?\s*[{HAN}·]{{2,8}})?"
)
NAVIGATION_MARKS: Final = " |/,、:[]()<>«»◀▶◁▷←→►◄☞■●·-—"
LONGEST_HEAD: Final = 90
