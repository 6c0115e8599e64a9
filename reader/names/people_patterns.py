"""The persons whom papers name without any title.

``+`` marks what a row must match, ``-`` what it must not. Text is folded first
(``reader.layout.lines.fold_width``)."""

from __future__ import annotations

import re
from typing import Final

from reader.patterns.characters import row

# Persons of history whom papers name without any title.   + 从华佗到李时珍   - (the living)
HISTORIC: Final = frozenset(
    row(
        "孔子 孟子 庄子 荀子 墨子 韩非子 屈原 秦始皇 项羽 刘邦 司马迁 张骞 班超 蔡伦 张衡 华佗 张仲景 曹操 刘备 孙权 关羽 张飞 赵云 诸葛亮 周瑜 司马懿 王羲之 "
        "陶渊明 "
        "祖冲之 李世民 武则天 玄奘 李白 杜甫 白居易 韩愈 柳宗元 刘禹锡 孙思邈 颜真卿 柳公权 李商隐 杜牧 王勃 骆宾王 陈子昂 孟浩然 王维 王昌龄 王之涣 岑参 高适 "
        "贾岛 孟郊 元稹 温庭筠 韦应物 李煜 柳永 晏殊 秦观 周敦颐 司马光 纳兰性德 杨万里 范成大 姜夔 苏洵 苏辙 曾巩 米芾 赵孟頫 黄公望 唐伯虎 文徵明 归有光 李贽 "
        "张岱 顾炎武 王夫之 黄宗羲 郑板桥 袁枚 蒲松龄 纪晓岚 龚自珍 严复 林觉民 王安石 欧阳修 范仲淹 苏轼 苏东坡 黄庭坚 李清照 陆游 辛弃疾 岳飞 文天祥 "
        "朱熹 毕昇 沈括 成吉思汗 忽必烈 关汉卿 郑和 朱元璋 戚继光 王阳明 李时珍 徐霞客 汤显祖 吴承恩 曹雪芹 施耐庵 罗贯中 郑成功 林则徐 曾国藩 左宗棠 李鸿章 魏源 "
        "谭嗣同 "
        "康有为 梁启超 孙中山 黄兴 蔡锷 宋教仁 秋瑾 蒋介石 袁世凯 李大钊 陈独秀 瞿秋白 蔡和森 向警予 方志敏 毛泽东 周恩来 刘少奇 朱德 任弼时 邓小平 陈云 彭德怀 "
        "贺龙 陈毅 罗荣桓 "
        "徐向前 聂荣臻 叶剑英 刘伯承 叶挺 左权 杨靖宇 赵一曼 刘胡兰 董存瑞 黄继光 邱少云 罗盛教 杨根思 雷锋 焦裕禄 王进喜 孔繁森 华国锋 胡耀邦 李先念 叶挺 江泽民 "
        "李鹏 朱镕基 乔石 胡锦涛 温家宝 李克强 习近平 宋庆龄 鲁迅 郭沫若 茅盾 巴金 胡适 蔡元培 朱自清 郁达夫 叶圣陶 冰心 闻一多 丰子恺 林语堂 梁实秋 周作人 "
        "张爱玲 萧红 丁玲 赵树理 艾青 臧克家 钱钟书 杨绛 季羡林 汪曾祺 路遥 傅雷 陶行知 梁思成 林徽因 "
        "老舍 曹禺 沈从文 徐志摩 徐悲鸿 齐白石 张大千 梅兰芳 冼星海 聂耳 钱学森 钱三强 邓稼先 袁隆平 华罗庚 陈景润 李四光 竺可桢 马克思 恩格斯 列宁 斯大林 白求恩 "
        "爱因斯坦 牛顿 "
        "达尔文 贝多芬 莫扎特 莎士比亚 托尔斯泰 拿破仑 哥伦布 雨果 巴尔扎克 歌德 泰戈尔 普希金 高尔基 海明威 安徒生 白求恩 南丁格尔 诺贝尔 爱迪生 哥白尼 伽利略 "
        "甘地 曼德拉"
    )
)
# The title of a work, in which nobody is mentioned but whom it calls by an office.   + 《安徒生童话》
# - 《关于张明同志任职的通知》
WORK: Final = re.compile("\u300a(?!关于)[^\u300a\u300b\n]{1,30}\u300b")
