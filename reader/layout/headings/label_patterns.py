"""What a column head or label above a headline looks like.

Patterns run on folded text. ``+`` marks what a row must match, ``-`` what it must not.
"""

from __future__ import annotations

import re
from typing import Final

from reader.patterns.characters import HAN, row

# Column heads and labels: they stand above a headline. Decoration around them is stripped first.
#   + 评论员文章   + 【短评】   + 讣 告   - 链接全球
LABELS: Final = frozenset(
    row(
        "社论 评论 短评 微评 微言 微议 短论 三言两语 画里有话 "
        "时评 快评 述评 锐评 漫评 评论员文章 本报评论员文章 "
        "特约评论员文章 评论员观察 今日评论 编者按 编者的话 编后 "
        "编后语 编余 开栏语 开栏的话 开篇语 结束语 核心提示 "
        "内容提要 导读 导语 链接 相关链接 新闻链接 知识链接 "
        "延伸阅读 相关新闻 新闻背景 背景 背景链接 新闻助读 "
        "名词解释 人物名片 人物简介 简介 记者手记 采访手记 "
        "采访札记 手记 特写 侧记 现场特写 现场短新闻 消息 通讯 "
        "综述 综合消息 特稿 专访 专稿 调查 深度 图片新闻 简讯 "
        "快讯 要闻 要闻简报 一句话新闻 声音 声音·观点 言论 "
        "代表风采 代表声音 委员声音 代表委员热议 党代表风采 "
        "读者来信 来信 来信照登 读者之声 编读往来 回音壁 副刊 "
        "诗歌 诗 散文 随笔 小小说 杂文 书评 影评 新闻速递 "
        "党代会特写 党代会日志 会议日志 两会特写 两会日志 公告 "
        "通知 启事 更正 致歉 声明 讣告 今日看点 今日关注 聚焦 "
        "热点 观察 观点 释疑 问答 答疑 答记者问 小贴士 "
        "温馨提示 提示 遗失声明 广告 分类广告 通告 公示 唁电 "
        "祭文 倡议书 感谢信 天气预报 天气 今日天气 征稿启事 "
        "征文启事 招聘启事 招租 勘误 预告 活动预告 对话 "
        "读编往来 群众来信 来函照登 读者信箱 代表信箱 代表之声 委员之声 "
        "代表心声 委员心声 简明新闻 照片新闻"
    )
)
# The column that lists what is on tonight.   + 周末荧屏   + 今晚电视   + 电视节目预告   - 电视剧   - 周末荧屏热闹
PROGRAMME: Final = re.compile(
    r"(?:今[日晚天]|明[日晚天]|本周|周末|一周|一周来)?(?:电视|荧屏|荧幕|广播|影院|影视|银幕|屏幕)"
    r"(?:节目)?(?:预告|预报|导视|之窗|指南|单)?$"
)
# A short line dressed as a label.   + 【聚焦党代会】   + ■党代会特写   + ◆ 链接   - 党代会特写
DRESSED: Final = re.compile(
    rf"[【\[■◆●▌|▶◎※]\s*([{HAN}A-Za-z0-9·“”、 ]{{2,14}})\s*[】\]■◆●▌|◎]?$"
)
LABEL_DRESS: Final = "【】[]■□◆◇●○▌|▶◎※★☆—- :"
# A short line above a headline that names a series or a form.   + 五一特别报道   + 党代会特写   - 特别报道组
LABEL_END: Final = re.compile(
    r"(?:社论|评论员文章|传真|追踪|关注|信息|之窗|好声音|书架|书讯|服务台|公告栏|提醒|热线|连线|直击|点击|看台|视窗|万象"
    r"|广角|茶座|漫笔|随笔|絮语|夜话|漫谈|杂谈|走笔|纵横|来信|论语|快语|微语|言论|话题|报道|特刊|专题|特写|侧记|时评|短评"
    r"|快评|锐评|论坛|风采|花絮|短波|集锦|剪影|短新闻|速览|动态|简讯|快讯|纪实|观察|日志|速递|专栏|手记|访谈|调查|探访|系列"
    r"|声音|回声|故事|聚焦|掠影|见闻|一线|之声|之[一二三四五六七八九十]|[①-⑩])$"
)
# A series named after what it follows, or in two halves.   + 聚焦市两会   + 喜迎党代会   + 走基层·一线见闻   -
# 关注民生，办好实事
LABEL_START: Final = re.compile(
    rf"(?:聚焦|关注|直击|喜迎|庆祝|纪念|解读|走进|新春走基层)[{HAN}\d“”]{{2,8}}$"
    rf"|[{HAN}\d“”]{{2,8}}·[{HAN}\d“”]{{2,8}}$"
)
# A label over several short articles of its own, each under a line.   + 会场花絮   + 简讯
GROUP_LABEL: Final = re.compile(
    r"(?:信息|传真|资讯|播报|扫描|提醒|服务台|[简短要]讯|花絮|短波|速递|集锦|快讯|剪影|短新闻|微语|微博|感言|会场内外|会内会外|要闻|快报|速览|动态|简报)$"
)
# A title over what takes place on several days.   + 大会日程安排   + 党代会日程   - 日程紧凑
SCHEDULE_TITLE: Final = re.compile(r"(?:日程|议程|安排|预告)$")
# What stands in front of each of several short pieces.
ITEM_MARKS: Final = frozenset("■□◆◇●○▲△★☆▪•▶※@")
# A headline that says first where.   + 茶场镇:炒茶能手同台“斗”技   - 核心提示:
PLACE_FIRST: Final = re.compile(rf"[{HAN}]{{2,10}}:[^\s:]")
LONGEST_LABEL: Final = 14
