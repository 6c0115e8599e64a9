"""What a role is called in the language spoken; a role that nobody translated stays as printed."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import get_language, pgettext_lazy

from events.chinese_numbers import speaks_chinese
from events.common_roles import ELECTED
from events.role_signs import plain_role

PRINTED_LANGUAGE = "zh-Hans"
# The roles of ``COMMON_ROLES``, and those that the reader finds beside them.
ROLE_NAMES: dict[str, str | Promise] = {
    "主席团常务主席": pgettext_lazy("role", "executive chair of the presidium"),
    "主席团常务委员会委员": pgettext_lazy(
        "role", "member of the presidium’s committee"
    ),
    "执行主席": pgettext_lazy("role", "executive chair"),
    "秘书长": pgettext_lazy("role", "secretary-general"),
    "主持人": pgettext_lazy("role", "chair"),
    "主持": pgettext_lazy("role", "chairing"),
    "作报告": pgettext_lazy("role", "report"),
    "讲话": pgettext_lazy("role", "speech"),
    "致辞": pgettext_lazy("role", "address"),
    ELECTED: pgettext_lazy("role", "elected"),
    "宣布开幕": pgettext_lazy("role", "declared it open"),
    "宣布闭幕": pgettext_lazy("role", "declared it closed"),
    "宣布开始": pgettext_lazy("role", "declared it begun"),
    "宣布开工": pgettext_lazy("role", "declared work begun"),
    "宣布启动": pgettext_lazy("role", "launched it"),
    "宣布成立": pgettext_lazy("role", "declared it founded"),
    "宣布开馆": pgettext_lazy("role", "opened the house"),
    "宣布开赛": pgettext_lazy("role", "declared the games open"),
    "作说明": pgettext_lazy("role", "explanation"),
    "宣读": pgettext_lazy("role", "reading out"),
    "传达": pgettext_lazy("role", "passing on"),
    "总监票人": pgettext_lazy("role", "chief scrutineer"),
    "监票人": pgettext_lazy("role", "scrutineer"),
    "发言": pgettext_lazy("role", "statement"),
    "汇报": pgettext_lazy("role", "account"),
    "揭牌": pgettext_lazy("role", "unveiling"),
    "剪彩": pgettext_lazy("role", "ribbon-cutting"),
    "奠基": pgettext_lazy("role", "laying the foundation stone"),
    "签约": pgettext_lazy("role", "signing"),
    "颁奖": pgettext_lazy("role", "presenting awards"),
    "会见": pgettext_lazy("role", "receiving"),
    "调研": pgettext_lazy("role", "inspection"),
    "慰问": pgettext_lazy("role", "visit of sympathy"),
    "主席台就座": pgettext_lazy("role", "on the rostrum"),
    "前排就座": pgettext_lazy("role", "in the front row"),
    "陪同": pgettext_lazy("role", "accompanying"),
    "参加": pgettext_lazy("role", "taking part"),
    "出席": pgettext_lazy("role", "attending"),
    "列席": pgettext_lazy("role", "sitting in"),
    "参观": pgettext_lazy("role", "visiting"),
    "观看": pgettext_lazy("role", "watching"),
}


@dataclass(frozen=True, slots=True)
class RoleName:
    """The name of a role, its language, and the office behind it as printed, if it has one."""

    text: str
    language: str
    office: str = ""


def role_name(role: str) -> RoleName:
    """Return what a role as printed is called in the language spoken."""
    plain = plain_role(role)
    known = ROLE_NAMES.get(plain)
    if known is None or speaks_chinese():
        return RoleName(role, PRINTED_LANGUAGE)
    language = get_language() or ""
    office = role.removeprefix(plain)
    return RoleName(str(known), language, office)
