"""What the words look like that give a person a post.

``+`` marks what a row must match, ``-`` what it must not. Text is folded first
(``reader.layout.lines.fold_width``)."""

from __future__ import annotations

import re
from typing import Final

from reader.patterns.characters import HAN, SPACES, row
from reader.patterns.people_words import PERSON_WORDS, POST_TITLES
from reader.patterns.printed_names import ANNOTATION

# The title that ends the name of an office.   + 市委(书记)   - 村民
POST: Final = re.compile("|".join(sorted(POST_TITLES, key=len, reverse=True)))
LONGEST_POST: Final = 6
JOINS_POSTS: Final = frozenset("\u3001兼")
# What somebody is by trade, told in front of the name like a post.   + 运输部(司机), 市第三中学(教师)   - 村民
TRADES: Final = row(
    "教师 司机 教练 主教练 总教练 主帅 工程师 驾驶员 律师 医生 预报员 车工 电工 鼓手 技师 工长 探伤工 值班员"
)
# What somebody is besides the post in front of it, between that and the name.
#   + 市政协委员(、竹编传承人)   - 市政协委员(、竹编)
BESIDES: Final = re.compile(
    f"\u3001[{HAN}]{{0,8}}?(?:{'|'.join(sorted(PERSON_WORDS, key=len, reverse=True))})$"
)
# Of these none is an office that somebody is given.   + (市机床厂车工)   - 任市长
TRADE_END: Final = re.compile(f"(?:{'|'.join(TRADES)})[{SPACES}]*$")
# The words of a post end with a title or a trade.   + 市委书记, 公交集团驾驶员   - 书记处
POST_END: Final = re.compile(
    f"(?:{'|'.join(sorted((*POST_TITLES, *TRADES), key=len, reverse=True))})$"
)
# The last word of a body's name and the first of its head's title in one.
#   + 住建(局局长), 卫生(院院长)   - 局长
DOUBLED: Final = re.compile("([局厅处院科所站馆校镇乡村县区社队厂组会部])\\1长")
# The short name of a body in front of that.   + 市住建, 与住建   - 在
SHORT_BODY: Final = re.compile(
    rf"[省市县区州镇乡][{HAN}]{{1,4}}$"
    rf"|(?:^|[、,;\u3002在由与和向对请])((?:(?![在由与和向对请])[{HAN}]){{2,4}}$)"
)
LONGEST_SHORT_BODY: Final = 5
# What an office is called besides its name; not part of the post.   + 新任市公安局局长   + ——记市劳模
#   - 原市长, 时任市长
BEFORE_POSTS: Final = re.compile(
    "(?:[记访以](?=[省市县区州镇村])|新任|现任|其|该|本|我|各|一些|有关|相关|众)"
)
# A part in a meeting, or a trade without a body, no post.   + 大会执行主席, 教师, 湖北司机   - 主席, 第三中学教师
NO_POST: Final = re.compile(f"执行主席$|值班主席$|^教师$|^[{HAN}]{{2}}司机$")
# A post that several hold at a time, so that it holds for a whole list.   + 副市长甲、乙, 市委常委甲、乙   -
# 市长甲、乙
OF_SEVERAL: Final = re.compile(
    "副|(?:委员|常委|成员|顾问|委员|代表|董事|理事|院士|教授|常务主席)$"
)
# What stands between two names of one list, nothing where they are run together.
#   + 、, (女)、, 和, 以24票、   - , , ,秘书长
NEXT_OF_LIST: Final = re.compile(
    f"(?:(?:{ANNOTATION.pattern})?[{SPACES}]*(?:[以得获]\\d{{1,4}}票)?(?:\u3001|和|与|及|以及)[{SPACES}]*)?"
)
# The rest of a clause, in which a post stands that is stated behind the name.
CLAUSE: Final = "([^\u3001\u3002,;:!?()\n\u201c\u201d]*)"
# The post behind a name that begins a line of a list.   + 尹 力(女) 护士长   - 尹力和护士长
SAID_BEHIND: Final = re.compile(f"(?:{ANNOTATION.pattern})?[{SPACES}]+{CLAUSE}")
# The post that is given to a name in front of it.   + 赵明当选为市长   + 赵明(女,苗族)为市长   - 赵明曾任市长,
# 赵明不再担任市长   + 赵明以352票当选为市长   + 赵明得63票,当选市长
GIVEN_POST: Final = re.compile(
    f"(?:(?:{ANNOTATION.pattern})?(?:同志)?"
    "(?:[以得获]\\d{1,4}(?:张)?(?:赞成)?票(?:赞成)?[,\uff0c]?|[全高]票)?"
    f"(?:当选为?|出任|担任|被任命为|被选为|被推选为|兼任|任|为)|\\(){CLAUSE}"
)
# Words inside the name of an office that the segmenter takes for verbs or qualities.
#   + 派驻某市督导组组长, 市卫生健康委员会主任   - 健康的主任
OFFICE_VERBS: Final = frozenset(
    row(
        "派驻 驻 常务 执行 联合 协调 领导 管理 监督 检察 检查 监察 指导 督导 督查 巡视 巡察 服务 工作 执法 教育 组织 宣传 联络 代理 助理 "
        "卫生 健康 安全 办 站 简报"
    )
)
# A word that cannot be part of an office, so the office begins behind it.   - 由(市总工会主席), 与(副市长)
NOT_OFFICE: Final = frozenset(
    row(
        "和 与 及 以及 由 在 向 对 为 是 请 让 经 从 到 把 被 给 等 了 的 地 得 着 过 将 并 也 还 都 就 则 而 位 名 个 同志 一行 陪同 有 记者 "
        "讨论 分组讨论 分团讨论 审议 听取 审查 观看 收看 学习 参观"
    )
)
# Of these, the characters at which a word the segmenter made up is cut.   + 由市 | 总工会
CUTS_OFFICE: Final = frozenset("由在与和向对为是请让被把给据访赴")
# The segmenter's tags of words that name offices: nouns, short forms, attributes, places and
# bodies, verbal nouns.
OFFICE_TAG: Final = re.compile("n|j|b|l|i|s|g|zg|vn")
# The segmenter's tags of numbers and marks.
NUMBERS_AND_MARKS: Final = frozenset("mx")
# A number inside the name of an office.   + 第八, 十三届, 市一 (医院)   - 27
ORDINAL: Final = re.compile("第.+|[省市县区州]?[一二三四五六七八九十]+届?")
# What stands in front of 和 in the name of one body.   + 市发展(和改革委员会), 人力资源(和社会保障局)   - 市财政局(和教育局)
FIRST_OF_BODY: Final = re.compile(
    rf"(?:国家|[省市县区州])(?:(?![和局厅会委部院办校厂]|公司)[{HAN}]){{2,8}}和$"
    rf"|(?:人力资源|住房保障|住房|文化|发展|工业)和$"
)
# What such a body goes on with.   + 改革委员会, 城乡建设局   - 教育局局长
REST_OF_BODY: Final = re.compile(
    rf"(?:改革|社会保障|城乡建设|城市建设|房产|旅游|信息化|计划生育|自然资源|体育|出版|广播|商务|[{HAN}]{{2,4}}管理)[{HAN}]*(?:局|厅|委|部|中心)"
)
