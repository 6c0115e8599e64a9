"""Roles in front of a name and notes behind it that are told by their form.

``+`` marks what a row must match, ``-`` what it must not. Text is folded first
(``reader.layout.lines.fold_width``)."""

from __future__ import annotations

import re
from typing import Final

from reader.patterns.characters import HAN, row

# The last character of a word that says what a person is.   + 质检员, 理发师, 策展人, 环卫工   - 国家, 增长, 或者, 施工
ROLE_ENDS: Final = frozenset(
    "户员师工匠家手者人长兵友弟妹哥姐嫂妻夫爷婆爸妈伯叔姨舅徒将帅"
)
# Of these, those that end what one person is.   + 环卫工, 测量员   - 消费者
TRADE_ENDS: Final = frozenset("员师工匠兵妻夫")
# Verbs of speech and titles of one character that also end words.   + 赵明 | 道   - 梅岭 | 古道
LATE_IN_WORDS: Final = frozenset("道称")
# A word that makes a place, a body or a verb of what it follows.   + 中山 | 路, 李宁 | 公司, 高兴 | 了   - 王伟
# | 路过
NOT_BEHIND_NAMES: Final = frozenset(
    row(
        "区 县 市 镇 乡 村 省 路 街 桥 河 湖 寺 庙 山庄 大道 公路 公司 集团 大桥 景区 社区 水库 机场 小学 中学 了 着 过 吗 呢"
    )
)
# The weights of words behind a name that count where they are words of their own.
#   + 赵明书记   - 赵明在主席台
WHOLE_WORDS: Final = frozenset(("title_behind", "household"))
# What brackets or the next clause say of a person.   + 今年42岁, (女), (女,苗族), (左二), (化名)   -
# (以上排名不分先后)
PERSONAL: Final = re.compile(
    r"\([^()\n]{0,8}?(女|男|族|化名|左|右|中|前排|后排|饰|岁|兼|国籍)[^()\n]{0,6}\)|, "
    r"?([男女])(?=[,\u3001])|,?(?:今年)?(?:\d{1,3}|[一二三四五六七八九十]{2,3})岁"
)
FIRST_OF_PERSONAL: Final = frozenset("(,今0123456789")
# Those of them that only stand behind names.   + 田汉(女,土家族), 张大方,男,   - 高山(左)
ROSTER_MARKS: Final = frozenset(("女", "男", "族", "化名"))
# An age in front of who somebody is.   + 89岁的老桨手(江流)   - 13岁以下的选手
AGED: Final = re.compile(f"[0-9一二三四五六七八九十]岁的?[{HAN}]{{1,8}}$")
LONGEST_AGE: Final = 14
# Words that end like a role and are none.   + 国家, 增长   - 厂长
NOT_ROLE: Final = frozenset(
    row(
        "国家 大家 人家 自家 回家 一家 厂家 商家 全家 居家 当家 搬家 万家 增长 成长 延长 特长 生长 身长 伸长 助长 漫长 擅长 或者 再者 双手 联手 携手 着手 "
        "动手 入手 分手 "
        "左手 右手 亲手 握手 出手 转手 随手 伸手 施工 开工 竣工 复工 加工 手工 用工 分工 动工 完工 停工 罢工 打工 化工 军工 人工 动员 全员 满员 复员 裁员 "
        "人人 个人 他人 别人 本人 某人 众人 行人 为人 动人 感人 惊人 迷人 令人 成人 有人 无人 用人 做人 育人 树人 引人 机器人 党人 国人 世人 古人 今人 后人 "
        "落户 入户 开户 账户 门户 每户 挨户 全户 立户 千家万户 功夫 大夫 即将 必将 终将 麻将 友好 校友 亲友 战友 出师 会师 誓师 教师节"
    )
)
