"""What the lines around a headline look like, and what can be no heading.

Patterns run on folded text. ``+`` marks what a row must match, ``-`` what it must not.
"""

from __future__ import annotations

import re
from typing import Final

from reader.patterns.characters import HAN, NUMERALS

# Who says the words below.   + 全国人大代表、市长甲乙:   + 市民刘先生:   + 第三代表团:   - 名单如下:   - 代表大会选举:
SPEAKER: Final = re.compile(
    rf"[{HAN}·、“”\d]{{0,20}}?(?:(?:代表|委员|长|主任|书记|记者|市民|村民|居民|网友|读者|专家"
    rf"|教授)(?P<name>[{HAN}]{{2,3}})|(?:先生|女士|师傅|第[{NUMERALS}\d]{{1,3}}代表团)):"
)
# Speech in turns: text, not a heading.   + 问:   + 记者:   - 问题
TURN: Final = re.compile(r"(?:问|答|记者|主持人)\s*:")
# A list too long for a headline, as a column break leaves it.   + 甲、乙、丙、丁、戊、己   - 植树、造林、护绿成风尚
LONG_LIST: Final = re.compile("(?:[^、]*、){5}")
# A line that can be no heading: it ends in the middle or closes a sentence.   + …,   + …。   - …?
# - …!
NOT_HEADING_END: Final = re.compile(
    r"[。,;、(《“]$|(?<!强调|指出|要求|表示|提出|寄语|勉励|希望):$"
)
# A sentence ends inside, or a letter is told: text, not a heading.   + 开幕。大会   + 读者甲乙来信问:   - 《好好》
#  - 读者来信
SENTENCE_INSIDE: Final = re.compile(
    r"。|来[信电函](?:反映|咨询|询问|问|说|称)[:,]"
)

# What the weather will be.   + 今日:晴,西南风2级,6℃~21℃   + 夜间多云,最低温度4度   - 连晴高温
WEATHER_LINE: Final = re.compile(
    r".{0,8}(?:晴|阴|多云|[小中大阵]到?[中大暴]?[雨雪]|雷).*(?:\d级|[一二三四五六七八九]级|\d ?(?:℃|°|度))"
)

# One of several points, which no headline is.   + ●新建改建学校37所   - ●短波   - ●甲乙(云江某某)
POINT: Final = re.compile(r"[●•▪](?!.*\)$)\s*[^\s●○•▪】]{6}")
# A line of prices.   + 白菜0.8元/斤 鸡蛋2.9元/斤   - 一元/斤的白菜
PRICES: Final = re.compile(r".*\d元/[\u4e00-\u9fff].*\d元/")
# A headline that names a document.   + 停电通知   + 关于校园食堂的提案   + 工匠名单   + 致全市人民的感谢信   + 雨(外一首)   - 通知书
DOCUMENT: Final = re.compile(
    r"(?:通知|通告|公告|公示|公报|启事|声明|更正|小启|须知|预告|名单|日程|议程|日程安排|时间表|赛程|大事记|任免|简历|章程|办法|条例|决定"
    r"|决议|倡议书|关于.{4,40}的(?:提案|议案|建议)|[谢开问贺]信|一封信|贺电|\([外组][一二两三四五六七八九]首\))$"
)
# The title of a list of those elected.   + 某区第七届委员会委员、候补委员   + 市委常委   - 委员会议
LIST_TITLE: Final = re.compile(rf"[{HAN}、]{{4,}}(?:委员|常委|代表|人选)$")
# Who signs a letter, behind where he is from.   + 棉纺厂 甲乙   + 某乡中学 甲 乙   - 我市 甲乙当选
SIGNED_FROM: Final = re.compile(
    rf"[{HAN}]{{1,14}}(?:[厂村乡镇校学司局社所院店班街路里队户区县市组站部会行馆场矿]|师范|居民|职工|学生|教师|工人"
    rf"|农民)\s+(?P<name>[{HAN}]{{2,3}}|[{HAN}]\s+[{HAN}])"
)
# In which order a list is, in brackets under its title.   + (按姓氏笔画为序)   - (2022年1月6日通过)
ORDER: Final = re.compile(r"\([^()]{0,24}(?:为序|排列|排序)[^()]{0,12}\)$")
# A numbered line of a list.   + 一、听取报告   + (二)审议   + 3.选举   - 三大亮点   - 3.5万人
NUMBERED: Final = re.compile(
    rf"[{NUMERALS}]{{1,3}}、|\([{NUMERALS}\d]{{1,3}}\)|\d{{1,2}}[.、](?!\d)"
)
# The title of a notice, which stands over it alone.   + 停水通知   + 更正   + 遗失声明   - 市政府发布公告
NOTICE_TITLE: Final = re.compile(
    rf"[{HAN}]{{0,6}}(?:通知|通告|公告|启事|声明|更正|讣告|预告|征文|招聘)$|小启$"
)
# A short title set wide, a space between its characters.   + 征 稿   + 大 事 记   - 征稿启事   - 春到 茶山
SPACED_OUT: Final = re.compile(rf"[{HAN}](?:\s{{1,4}}[{HAN}]){{1,6}}$")
# A line in brackets under a headline says when it was passed or told.   + (2022年1月6日通过)   + (第三号)
# - (一)   - (排名不分先后)
BRACKETED_LINE: Final = re.compile(
    rf"\((?!.*不分先后)(?![{NUMERALS}\d]{{1,3}}\))[^()]{{2,60}}\)$"
)
# The number of a document, under its name.   + 某政人〔2014〕7号   + 〔五届〕第18号   + 第三十六号
#   + (五届)第18号   - 第18号台风
DOCUMENT_NUMBER: Final = re.compile(
    rf"(?:[〔\[(][{HAN}\d]{{1,8}}[〕\])])?\s*第[{NUMERALS}\d]{{1,4}}号$"
    rf"|[{HAN}]{{1,8}}[〔\[(]\d{{4}}[〕\])]第?\d{{1,4}}号$"
)
# A second line that explains the headline.   + ——某市推进纪实   + — 写在前面
SUBTITLE_MARK: Final = re.compile(r"[—–\-~]{1,3}\s*\S")
# A line that says who took part: in front it is a kicker, behind a subtitle.   + 甲乙出席   + 甲乙丙参加审议
# - 工作报告
TOOK_PART: Final = re.compile(
    r"(?:出席|参加|主持|讲话|致辞|致词|(?<!工)作(?!用|为|品).{0,8}报告|陪同|列席|会见|调研|视察|巡察|宣布|就座"
    r"|就坐|揭牌|发言|部署|等观看|批示|作说明|当选)"
)
# A text of the day's news.   + 9月27日上午,   + 近日,   - 秋风起时
NEWS_START: Final = re.compile(
    r"(?:\d{1,4}[年月日]|.{0,6}\d{1,2}日|近日|日前|连日来|昨[日天]|今[日天]|前[日天])"
)
