"""What announces a list of people, so that even everyday words in it are names.

``+`` marks what a row must match, ``-`` what it must not. Text is folded first
(``reader.layout.lines.fold_width``)."""

from __future__ import annotations

import re
from typing import Final

from reader.patterns.characters import HAN
from reader.patterns.people_words import GROUP_WORDS, PERSON_WORDS, POST_TITLES

# How far in front of a list its announcement may begin.
REACH: Final = 32
# Words that announce nothing but people, and end where the first name begins.
#   + 执行主席是:(盛开), 在主席台前排就座的还有(黄河), 推选(房山)为会长, 提案人:(孔雀)   - 主席团会议研究, 成员单位有(石化)
PEOPLE_FOLLOW: Final = re.compile(
    "(?:(?:执行主席|常务主席|就[座坐]|主席团|监票人|计票人|常务委员会|委员|理事|监事|召集人|组长|秘书长|评委|裁判|陪同)"
    f"(?!会议)[{HAN}()0-9 ]{{0,12}}?(?:有|是|为|:)|(?:推选|推举|选举|任命|聘任|聘请|增选|补选|当选的?[有是])(?:产生|出|了)?"
    "|(?:提案人|附议人|联名人|联系人|主讲人|领奖人):)[: ]*"
)
# Words that announce people or bodies.   + 出席座谈会的有(黄河), 参加会议的还有(安康)   - 参加了三次, 出席情况
GUESTS_FOLLOW: Final = re.compile(
    f"(?:出席|列席|参加|应邀|到会|名单|成员|人员|授予|表彰)[{HAN}() ]{{0,14}}?(?:有|是|为|包括|:)[: ]*|授予|表彰"
)
# What stands behind the last of a list of nothing but people.   + (白雪)等同志, (安康)当选为, (任务)陪同   -
# (苹果)等水果
PEOPLE_BEFORE: Final = re.compile(
    f"同志|先生|女士|(?<![第前])[两三四五六七八九十0-9]{{1,3}}[位名][{HAN}]{{0,6}}?"
    f"(?:{'|'.join((*POST_TITLES, *PERSON_WORDS, *GROUP_WORDS))})|"
    "等[^\u3001,]{0,6}?(?:同志|领导|委员|代表)(?!小组|团|大会|机构)|等?(?:分别|也|都|同时)?(?:当选|出席|列席|到会|到场|就[座坐]|"
    "陪同|前排就|在主席台|榜上有名|受到?表彰)"
    "|等?参加(?:座谈|会议|调研|活动|视察|学习|审议|讨论|慰问|研讨)|等?(?:先后|分别|依次|交流)?发言|为[^\u3001,]{0,8}(?:会长|主席|委员|理事|"
    "院长|主任|局长|[市县区镇乡]长)"
)
# What stands behind a list of people or of teams.   + (万全)分获第二、三名   - (长沙)获批
WINNERS_BEFORE: Final = re.compile(
    "分获|分列|并列|[夺获摘]得|荣获|获[一二三等第金银铜]|摘[金银铜]|包揽|分享|对阵|晋级|出线"
)
# What goes on behind the name in the last item of such a list.   + (安康)等, (白雪)为副会长   - (安康)杯
GOES_ON: Final = re.compile(
    f"等|(?:和|与|及|为|任|到|在)(?=.)|{PEOPLE_BEFORE.pattern}|{WINNERS_BEFORE.pattern}|"
    f"主持|参加|当场|当即|立即|观看|说|表示"
)
# What 等 ends that is no list of people.   + 等同志, 等10人, 等出席   - 等城市, 等省的代表队
OF_THINGS: Final = re.compile(
    f"等[{HAN}0-9]{{0,3}}?(?:省|市|县|区|乡|镇|地|国|州|城市|单位|部门|企业|公司|学校|项目|节目|产品|品种|"
    f"水果|蔬菜|作物|内容|方面|工作|活动|景区|景点)"
)
# An item that 和 joins to one more with a title.   + (季节)和学生代表海燕   - 和平
JOINED: Final = re.compile(f"([{HAN}]{{2,3}})(?:和|与|及|以及)(?=[{HAN}]{{3}})")
