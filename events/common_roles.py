"""The roles that reports of meetings name again and again, with which the table of roles begins."""

from __future__ import annotations

from typing import NamedTuple

# As print says it before the post: 当选市长, 当选为主席.
ELECTED = "当选"


class CommonRole(NamedTuple):
    """A role, the character that stands for it, and how far in front it stands."""

    label: str
    character: str
    weight: int
    needs_presence: bool = True


# From who leads a meeting to who attends it; what a paper prints otherwise is added by editors.
COMMON_ROLES = (
    CommonRole("主席团常务主席", "常", 100),
    CommonRole("主席团常务委员会委员", "委", 95),
    CommonRole("执行主席", "执", 90),
    CommonRole("秘书长", "秘", 85),
    CommonRole("主持人", "主", 80),
    CommonRole("作报告", "报", 75),
    CommonRole("讲话", "讲", 70),
    CommonRole("致辞", "致", 65),
    CommonRole(ELECTED, "选", 60, needs_presence=False),
    CommonRole("宣布开幕", "开", 58),
    CommonRole("宣布闭幕", "闭", 57),
    CommonRole("宣布开始", "始", 56),
    CommonRole("宣布开工", "工", 55),
    CommonRole("宣布启动", "启", 54),
    CommonRole("宣布成立", "成", 53),
    CommonRole("宣布开馆", "馆", 52),
    CommonRole("宣布开赛", "赛", 51),
    CommonRole("作说明", "说", 48),
    CommonRole("宣读", "读", 46),
    CommonRole("传达", "传", 44),
    CommonRole("总监票人", "监", 42),
    CommonRole("监票人", "票", 41),
    CommonRole("发言", "发", 40),
    CommonRole("汇报", "汇", 38),
    CommonRole("揭牌", "揭", 36),
    CommonRole("剪彩", "剪", 35),
    CommonRole("奠基", "奠", 34),
    CommonRole("签约", "签", 33),
    CommonRole("颁奖", "颁", 32),
    CommonRole("会见", "见", 30),
    CommonRole("调研", "调", 28),
    CommonRole("慰问", "慰", 26),
    CommonRole("主席台就座", "台", 22),
    CommonRole("前排就座", "前", 20),
    CommonRole("陪同", "陪", 14),
    CommonRole("参加", "参", 12),
    CommonRole("出席", "出", 10),
    CommonRole("列席", "列", 8),
    CommonRole("参观", "观", 6),
    CommonRole("观看", "看", 4),
)
