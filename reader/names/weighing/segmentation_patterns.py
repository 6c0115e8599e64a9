"""Words and tags of the segmenter that speak for a name or against it.

``+`` marks what a row must match, ``-`` what it must not. Text is folded first
(``reader.layout.lines.fold_width``)."""

from __future__ import annotations

import re
from typing import Final

from reader.patterns.characters import row
from reader.patterns.words_beside_names import NEVER_LEFT_OVER

# Verbs of speech of one character.
SAYS: Final = frozenset("说称道")
# A given name that says which child it is.   + 吴(老五), 冯(小二)   - 王(大妈)
NICKNAME: Final = re.compile(
    "[小老大阿][一二三四五六七八九毛宝根妹弟哥姐牛虎龙狗娃丫满]"
)
# What the segmenter's tag of a lone first character takes from a name.   + 于洋   - 主任和专家表示, 强信心
NO_SURNAME: Final = {
    **dict.fromkeys("pcdur", "grammar_surname"),
    **dict.fromkeys("mva", "wordy_surname"),
}
# Of these tags, those of words of grammar, which no name is made of: prepositions, conjunctions,
# particles, pronouns.
GRAMMAR: Final = frozenset("pcur")
# The preposition that is far oftener a surname behind a title, and the segmenter's tags of what
# follows it as one.
#   + 教练于春水   - 主任于昨日, 书记于北京
YU: Final = "于"
WHEN_AND_WHERE: Final = ("t", "m", "s", "r", "q", "ns")
# Surnames that are words of grammar: a new word with one is none of a role.   - 员工应知
MODALS: Final = frozenset("应可能须要曾经由从为向和与")
# What stands before a surname as a familiar name.   + 小王, 老周
FAMILIAR: Final = frozenset("\u5c0f\u8001\u5927\u963f")
# The segmenter's tags of words that are no names: verbs, adjectives, adverbs, conjunctions,
# pronouns.
NEVER_NAMES: Final = frozenset("vadcprubt")
# The segmenter's tags of dictionary words that are given names or like them.   + 桂兰, 英杰   - 发展
GIVEN_TAGS: Final = ("nr", "ns", "nz")
# The segmenter's tags of the words before a lone last character of a name, and of that character,
# behind which the sentence goes on instead.
NEVER_BEFORE_LAST: Final = NEVER_LEFT_OVER - {"m", "d"}
NEVER_LAST: Final = NEVER_LEFT_OVER | {"f"}
# The segmenter's tags of words for what somebody is like.   + 舒畅, 明亮   - 强调
QUALITIES: Final = frozenset(("a", "ad", "an"))
# Dictionary words that the segmenter takes for persons and that sentences go on with.   + 丈夫 | 田野
# - 丈夫 | 苏醒后
COMMON_WORDS: Final = frozenset(
    row(
        "康复 苏醒 陈述 祝贺 祝福 祝寿 贺喜 张罗 胡闹 谢谢 谢恩 许可 许诺 陈列 陈设 张贴 张望 张扬 殷勤 周转 周密 周全 周旋 辛勤 陶醉 杜绝 黎明 胡同 胡说 "
        "毛巾 孙女 孙儿 岳父 岳母 叶子 胡子 段子 雷达 陆军 王朝 "
        "丘陵 范畴 梅花 桂花 钟声 雷声 凌晨 麻木 麻醉 涂抹 慕名 陈旧 牟利 饶恕 凌辱 凌空 耿直 陶冶 屈膝 钱财 庄园 杜撰 龙虾 孔雀 黄蜂 毛驴 许昌 康德 武汉 "
        "高考 高中 初中 毕业 明白 安心 方便 应聘 从业 扬言 盛赞 荣获 荣膺 荣立 满怀 弘扬 封锁 冷笑 齐声 原谅 容纳 安抚 晋升 修正 过敏 诸如 任凭 承蒙 平添 "
        "查明 查清 练兵 练功 从军 从政 "
        "归顺 施舍 宣言 高喊 令人 武功 保健 荣誉 顾客 权威 公正 祖先 玉米 师生 滑雪 滑冰 卫冕 惠民 安保 付清 文明 古老 高潮 齐全 洪水 师兄 师姐 师母 师弟 "
        "卫星 宫殿 宁可 双拥 晋级 高薪 时髦 高兴 满意 高超 高明 高大 高尚 成熟 强大 富裕 容易 明显 丰富 温暖 充足 广泛 公开 公平 明智 强壮 强健 常见 全面"
    )
)
# Adverbs that the segmenter's dictionary calls nouns.   - 市长全程陪同, 书记高度评价
ADVERBS: Final = frozenset(
    row(
        "双手 任上 曾经 常常 毕竟 尚未 从来 马上 陆续 连忙 何必 从未 连连 从不 从小 时常 尤为 连夜 连声 常年 幸亏 从没 迟早 时而 初次 连年 迟迟 原定 何尝 "
        "由衷 尚可 何在 何苦 高举 高新 向上 从此 于是 和盘 "
        "许多 时年 时任 来稿 谈心 盛赞 扬言 强调 解释 明确 严格 严肃 郑重 严厉 明显 成功 公开 强烈 连续 单独 隆重 冷静 耐心 坦率 温馨 应邀 应约 安排 和解 "
        "连线 从事 计划 计算 解释 时隔 常务 向来 高呼 高喊 高声 高唱 高调 应声 应答 谈到 谈起 谈及 解读 解答 "
        "任命 商讨 申请 申明 承诺 承认 承担 保证 召集 召开 展示 揭晓 关注 关心 查看 查阅 修改 强化 顾及 过问 路过 辛苦 幸福 万分 习惯 包括 应当 应该 需要 "
        "来到 来自 来信 来电 从头 从中 从严 从重 从轻 齐声 通过 "
        "全面 全力 全程 全部 全体 全年 全天 全员 项目 方案 时间 文件 高度 高位 高标 常年 时时 时刻 连日 单位 方面 当前 当时 原本 应急 严密 明确 成功 和平 安全"
    )
)
