"""One sheet as every program prints it: two articles, each in two columns under a headline that is
set to the left; and one that is read downwards.
"""

from __future__ import annotations

# Fonts for Chinese alone hold no half-width marks and digits.
FULL = str.maketrans("(),", "\uff08\uff09\uff0c")

HEAD = "北岭晚报 二〇二三年三月十七日 星期五 第三版 乡村"
UPPER = "早稻育秧开始"
UPPER_FIRST = (
    "本报讯(记者 石磊) 三月十六日,南湖县的连栋大棚里一片新绿,今年第一批早稻完成育秧,"
    "比去年早了五天,农技员一早就到田头查看苗情。"
).translate(FULL)
UPPER_SECOND = (
    "合作社的社员说,只等天气转暖就能下田,农机也都检修过了,种子和肥料三月初就送到了各村,"
    "大家心里有底。"
).translate(FULL)
LOWER = "老街修缮完工"
LOWER_FIRST = (
    "本报讯(记者 钟鸣) 修了一年的老街昨天重新开放,青石板路铺到了河边,两旁的木楼换上了"
    "新瓦,街坊们又坐在了一起。"
).translate(FULL)
LOWER_SECOND = (
    "社区里的志愿者为来客指路,老茶馆的灶火也点着了,晚上还有一场皮影戏,孩子们早早地占好了"
    "前排的小板凳。"
).translate(FULL)
TWO_ARTICLES = (
    HEAD,
    UPPER,
    UPPER_FIRST,
    UPPER_SECOND,
    LOWER,
    LOWER_FIRST,
    LOWER_SECOND,
)

DOWNWARDS_HEADLINE = "育秧大棚"
DOWNWARDS = (
    "南湖县的连栋大棚里一片新绿今年第一批早稻完成育秧",
    "农技员一早到田头查看苗情发现问题当场解决",
)


def bare(text: str) -> str:
    """Return a text without white space."""
    return "".join(text.split())
