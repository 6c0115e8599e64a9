"""What the words of a signature are: roles, bodies and what says nothing about a person.

Patterns run on folded text. ``+`` marks what a row must match, ``-`` what it must not.
"""

from __future__ import annotations

import re
from typing import Final

from reader.patterns.characters import HAN

# What a role is called; the longest word of a row wins. Modifiers such as 全媒体 stand before it.
ROLES: Final[dict[str, str]] = {
    "见习记者": "intern",
    "实习记者": "intern",
    "实习生": "intern",
    "见习生": "intern",
    "见习": "intern",
    "实习": "intern",
    "记者": "reporter",
    "特派员": "reporter",
    "特约撰稿人": "writer",
    "撰稿人": "writer",
    "撰稿": "writer",
    "撰文": "writer",
    "特约评论员": "commentator",
    "评论员": "commentator",
    "通讯员": "correspondent",
    "文字": "writer",
    "文": "writer",
    "作者": "writer",
    "执笔": "writer",
    "图": "photo",
    "摄": "photo",
    "摄影": "photo",
    "供图": "photo",
}
MODIFIERS: Final = (
    "全媒体",
    "融媒体",
    "首席",
    "特约",
    "特派",
    "摄影",
    "文字",
    "视频",
    "高级",
    "资深",
    "驻京",
    "驻站",
    "新闻",
    "学生",
    "小",
)
# A role word inside a run of letters, with its modifiers.   + 云江日报全媒体记者   + 记者甲乙   - 记者会, 记者站
ROLE_WORD: Final = re.compile(
    rf"(?:{'|'.join(MODIFIERS)})*(?P<role>见习记者|实习记者|实习生|见习生|记者|特派员|通讯员|特约评论员"
    rf"|评论员|特约撰稿人|撰稿人|撰稿|撰文|执笔)(?![会站证们团文])"
)
# The first half of a padded name run on to its role.   + 记者甲| 乙   - 记者甲乙
ROLE_AND_SURNAME: Final = re.compile(rf"{ROLE_WORD.pattern}[{HAN}]$")
# What the people named before it did to the text.   + 甲乙整理   + 甲乙 编译
DOES: Final[dict[str, str]] = {
    "整理": "compiler",
    "编译": "compiler",
    "辑": "compiler",
    "综合整理": "compiler",
}
# A word of a byline; what was done stands apart even when run on.   + 甲乙|整理   + 记者|甲乙
_DONE: Final = rf"(?:{'|'.join(DOES)}|采写|撰写|供稿|采访|编写)(?=$|[\s)\]】])"
BYLINE_WORD: Final = re.compile(
    rf"{_DONE}|(?:(?!{_DONE})[^\s、,/|:;&()\[\]【】■□◆◇●○◎⊙▲△★☆▌~—-])+"
)
# A word that tells where from or what for, not who.   + 北京报道   + 发自某地   + 受访者供图   - 甲乙
BYLINE_PHRASE: Final = re.compile(r".{0,6}报道$|发自.*|采写$|.*(?:提供|供图)$")
# Words between names that say nothing about a person.   + 报道, 发自   - 报
BYLINE_NOISE: Final = frozenset(
    [
        "报道",
        "摄影报道",
        "文图",
        "图文",
        "发自",
        "联合报道",
        "综合报道",
        "采写",
        "撰写",
        "采访",
        "采访者",
        "采访人",
        "编写",
        "等",
        "本报",
        "本网",
        "供稿",
        "据",
        "综合",
    ]
)
# Who took the pictures did that, whatever the role.   + 图/本报记者 甲乙   - 图/甲乙
PICTURES_BY: Final = re.compile(
    rf"((?:图片?|摄影|摄)\s*[/:]\s*)([{HAN}]{{0,8}}?(?:记者|通讯员|实习生))"
)
# A body that gives or holds pictures: no person's name ends so.   + 市档案局, 县委宣传部   - 甲乙
BODY_NAME: Final = re.compile(
    rf"[{HAN}·]{{1,20}}(?:局|委|办|社|部|公司|中心|馆|学院|大学|学校|中学|小学|支队|大队|协会|会|处|所|站"
    rf"|电视台|网|报|店|厂|镇|乡|街道|医院|集团|单位|法院|检察院|政府|剧院|客户端|组|团)$"
)
