"""Runs that look like names by their form and are none.

``+`` marks what a row must match, ``-`` what it must not. Text is folded first
(``reader.layout.lines.fold_width``)."""

from __future__ import annotations

import re
from typing import Final

from reader.patterns.characters import row

# Surnames that count things: behind a number or a pronoun they are no surname.   + 张明   - 那张表上, 一段路
COUNTING_SURNAMES: Final = frozenset(
    "余张项段席包车门支束顿卷单封扇宗党丛员连路"
)
COUNTS: Final = frozenset(
    "一二两三四五六七八九十百千几这那每数半某第0123456789"
)
# What is grown and what is done with it.   - 黄桃种到山上
GROWING: Final = frozenset("种植产苗树熟采卖养销")
GROWN: Final = re.compile(
    "[桃梨橘柚枣莓瓜果豆薯米麦稻茶菜鱼][种植产苗树熟采卖养销]$"
)
# What a family's or a village's elders are called: no name.   - 沈二爷, 王三叔   + 孙二娘
NICKNAME: Final = re.compile("..?[一二三四五六七八九大老][爷叔婶伯嫂哥姐婆爹]")
# Where something came from.   - 从桥上, 从村里   + 从善如
FROM_PLACE: Final = re.compile("从.{1,2}[上下里内外中边前后]")
# Words that begin with a surname, the next word run on to them.   - 祝贺棠, 冷笑说, 任副(书记), 钱塞回
BEGIN_AS_VERB: Final = row("祝贺 祝愿 冷笑 任副 钱塞 钱还 钱给 钱递 钱汇")
# Words that begin with a surname and look like names, but are none.   - 左图, 黄金周
NOT_PEOPLE: Final = frozenset(
    row(
        "黄金周 杜鹃花 许可证 胡萝卜 张家口 黎巴嫩 夏威夷 卢森堡 慕尼黑 孟加拉 张家界 王府井 钱塘江 吴淞口 罗布泊 梅花鹿 黄绿色 陆海空 陈列室 夏令营 郁金香 龙卷风 "
        "康师傅 苏黎世 秦皇岛 "
        "贺兰山 卢旺达 卢浮宫 罗汉堂 毛利人 鄂温克 庄稼汉 庄稼人 苏州人 段时间 雷阵雨 龙井茶 孔雀石 叶绿素 叶绿体 花岗岩 古建筑 青少年 贡献者 维生素 季后赛 金字塔 "
        "马尾松 石英砂 吉普车 全家福 玉米棒 "
        "左图 左上图 左下图 左上 左下 左一 左二 左三 左四 左起 左侧 左边 公开栏 时年 东方人 东方红 廉政关 戈壁滩 印尼盾 王屋山 米老鼠 贺年卡 "
        "公开赛 银行卡 高尔夫 沙尘暴 马拉松 高水平 常见病 洪泽湖 金沙江 黄鹤楼 易边 陆家嘴 鹦鹉洲 董事会 黄花菜 白兰地 白皮书 高中生 申请书 申请人 幸存者 青壮年 "
        "荣誉奖 纪念展"
    )
)
