"""The printed forms of the roles in which people take part in an event."""

from __future__ import annotations

import re

from reader.patterns.sentences import CLAUSE, MARK, N
from reader.rosters import TITLE


class RoleForm:
    """One printed form of a role: the words before the names, the words after them, or both."""

    def __init__(
        self, role: str, *, before: str = "", after: str = "", title: str = ""
    ) -> None:
        """Compile the form; ``title`` finds a printed function that is added in brackets."""
        self.role = role
        self.before = _compiled(before)
        self.after = _compiled(after)
        self.title = _compiled(title)

    def fits(self, before: str, after: str) -> bool:
        """Tell whether the words around a list give the role."""
        if self.before and self.before.search(before):
            return True
        if self.after is None:
            return False
        return self.after.match(after) is not None

    def named(self, before: str) -> str:
        """Return the role, with the title printed in the words before the list behind it."""
        title = self.title and self.title.search(before)
        if title is None:
            return self.role
        return f"{self.role}({title.group()})"


def _compiled(form: str) -> re.Pattern[str] | None:
    return re.compile(form) if form else None


# The role in which delegates are visited: its delegations are read too.
TAKES_PART = "参加"
_CUE = rf"(?:名单)?(?:是|有|为|包括|如下)?[:\uff1a]?(?:{TITLE})?$"
_ALSO = r"(?:同志|等)?[^\u3002\uff1b;]{0,60}?"
# Read in order: a role is given by the first of its forms that fits; a new role is a row here.
ROLES: tuple[RoleForm, ...] = (
    # 开幕大会的执行主席是:甲、乙; 大会执行主席甲、乙在主席台前排就座
    RoleForm(
        "执行主席", before=rf"执行主席(?:(?:由|是|有|为|[:\uff1a]){_CUE}|$)"
    ),
    # 某组组长、某部副部长甲在主席台前排就座
    RoleForm(
        "前排就座",
        after=r"[^\u3002\uff1b;]{0,12}在?(?:大会)?(?:主席台)?前排就[座坐]",
        title=r"(?:督导|督查|指导|巡视|巡察|工作|考察|观察|调研|检查|联络)[组团]副?[组团]长(?=[\u4e00-\u9fff、]{0,40}$)",
    ),
    RoleForm(
        "前排就座",
        before=rf"前排就[座坐]的?(?:[\u4e00-\u9fff]{{0,8}})(?:有|是|[:\uff1a]){_CUE}",
    ),
    # 在主席台就座的有:甲、乙
    RoleForm(
        "主席台就座",
        before=rf"主席台(?:上)?就[座坐]的?(?:[\u4e00-\u9fff]{{0,8}})(?:有|是|[:\uff1a]){_CUE}",
    ),
    RoleForm("主席台就座", after=r"[^\u3002\uff1b;]{0,20}在主席台就[座坐]"),
    RoleForm(
        "主席团常务委员会委员",
        before=rf"主席团常务委员会(?:委员|成员)?(?:由|是|有|为|[:\uff1a]){_CUE}",
    ),
    RoleForm(
        "主席团常务主席", before=rf"常务主席(?:由|是|有|为|[:\uff1a]){_CUE}"
    ),
    RoleForm("秘书长", before=r"大会(?:的)?秘书长(?:由|是|有|为|[:\uff1a])$"),
    RoleForm(
        "总监票人", before=r"^(?!.*通过).*总监票人(?:由|是|有|为|[:\uff1a])?$"
    ),
    RoleForm("监票人", before=r"(?<!总)监票人(?:由|是|有|为|[:\uff1a])?$"),
    # 会议由甲主持, 甲主持会议, 主持人:甲; not 受甲委托
    RoleForm("主持人", after=rf"{_ALSO}主持(?!人|词|制定|编|研发|开发|建)"),
    RoleForm("主持人", before=r"主持人?[:\uff1a]$"),
    # 甲代表上届委员会向大会作报告; not 审议报告
    RoleForm(
        "作报告",
        after=r"[^\u3002\uff1b;]{0,60}?(?<!工)作(?:了|的)?(?:题为)?"
        r"[^\u3002\uff1b;,\uff0c]{0,50}报告(?!的?说明)",
    ),
    RoleForm(
        "作说明",
        after=r"[^\u3002\uff1b;]{0,20}?作(?:了|出)?[^\u3002\uff1b;]{0,80}?说明",
    ),
    # 甲致贺词, 甲代表县委向大会表示祝贺; not 到会祝贺
    RoleForm("致辞", after=rf"{_ALSO}致(?:欢迎|开幕|闭幕|贺|祝|答谢)?[辞词]"),
    RoleForm(
        "致辞",
        after=rf"{_ALSO}向[^\u3002\uff1b;,\uff0c]{{2,20}}表示[^\u3002\uff1b;,\uff0c]{{0,6}}祝贺",
    ),
    # 甲讲了话, 甲作具体部署, 甲谈了三点意见; 甲在会上说 (what is said is cut off); not 甲在小组会上说
    RoleForm(
        "讲话", after=rf"{_ALSO}(?:讲了?话|作指示)(?!精神|要求|指示|中|时|里)"
    ),
    RoleForm(
        "讲话",
        after=r"(?:同志)?(?:[^\u3002\uff1b;,\uff0c]{0,30}(?<!工)[作就]了?"
        r"[^\u3002\uff1b;,\uff0c]{0,24}(?:动员|部署|总结)(?![会大])"
        rf"|(?:谈了?|提出了?|讲了){N}+[点条]"
        r"|(?!在[^\u3002,\uff0c]*(?:小组|座谈|讨论|分组))"
        r"在[^\u3002\uff1b;,\uff0c]{0,12}[会式]议?上$)",
    ),
    *(
        RoleForm(
            f"宣布{begins}",
            after=rf"[^\u3002\uff1b;]{{0,60}}?宣布[^\u3002\uff1b;,\uff0c]{{0,30}}{begins}",
        )
        for begins in (
            "开幕",
            "闭幕",
            "开始",
            "开工",
            "启动",
            "成立",
            "开馆",
            "开赛",
        )
    ),
    RoleForm("宣读", after=rf"{_ALSO}宣读"),
    RoleForm("传达", after=rf"{_ALSO}传达(?:了|学习)?"),
    RoleForm("发言", after=rf"{_ALSO}(?:作了?|交流|表态|先后)?发了?言"),
    # 甲汇报了工作, 听取甲的工作汇报; not 甲听取汇报, not 汇报会
    RoleForm(
        "汇报",
        after=r"(?:同志|等)?(?:(?!听)[^\u3002\uff1b;]){0,60}?汇报(?!会|材料|演出|制度)",
    ),
    RoleForm("揭牌", after=rf"{_ALSO}(?:揭牌|揭幕)(?!仪式|活动)"),
    RoleForm("奠基", after=rf"{_ALSO}奠基(?!仪式|活动|石|者|人)"),
    RoleForm("剪彩", after=rf"{_ALSO}剪彩(?!仪式|活动)"),
    RoleForm(
        "签约", after=rf"{_ALSO}(?:签约|签署|签订|签字)(?!仪式|活动|项目|会)"
    ),
    RoleForm(
        "颁奖", after=rf"{_ALSO}(?:颁奖|颁发|授牌)(?!仪式|典礼|大会|晚会)"
    ),
    RoleForm("会见", after=rf"{_ALSO}会见"),
    RoleForm("陪同", after=rf"{_ALSO}陪同"),
    RoleForm(
        "陪同", before=rf"陪同[\u4e00-\u9fff]{{0,8}}(?:有|是|[:\uff1a]){_CUE}"
    ),
    RoleForm("列席", after=rf"{_ALSO}列席"),
    RoleForm(
        "列席", before=rf"列席[\u4e00-\u9fff]{{0,12}}(?:有|是|[:\uff1a]){_CUE}"
    ),
    RoleForm(
        "出席",
        after=rf"{_ALSO}(?:[到前]会?来?祝贺|出席)(?!人|[^\u3002\uff1b;,\uff0c]{{0,16}}代表(?!大会|团))",
    ),
    RoleForm(
        "出席", before=rf"出席[\u4e00-\u9fff]{{0,16}}(?:有|是|[:\uff1a]){_CUE}"
    ),
    RoleForm(
        TAKES_PART,
        after=rf"{_ALSO}(?:参加(?!工作)|听取审议|听取讨论|来到[^\u3002\uff1b;]{{0,40}}代表团)",
    ),
    # 甲在市直机关代表团、乙在高新区代表团分别参加讨论; 在锦绣代表团,市委书记甲说
    RoleForm(
        TAKES_PART,
        after=rf"在{CLAUSE}{{2,14}}(?:代表团|小组|界委员)(?:[、,\uff0c和]|分别)",
    ),
    RoleForm(
        TAKES_PART,
        before=rf"参加[\u4e00-\u9fff]{{0,16}}(?:有|是|[:\uff1a]){_CUE}"
        rf"|(?:^|[{MARK}])在{CLAUSE}{{2,14}}代表团[,\uff0c](?:{TITLE})?$",
    ),
    RoleForm("观看", after=rf"{_ALSO}观看"),
    # not 甲代表市纪律检查委员会作工作报告, 甲任督查组组长
    RoleForm(
        "调研",
        after=rf"{_ALSO}(?:调研|考察|视察|检查|督导|督查|督战|走访)(?!委员会|委|院|组|团|室|机关|报告|员)"
        r"|[^\u3002\uff1b;]{0,12}来到[^\u3002\uff1b;]{2,40}[,\uff0c][察查]看",
    ),
    RoleForm("慰问", after=rf"{_ALSO}(?:慰问|看望)"),
    RoleForm("参观", after=rf"{_ALSO}参观"),
)
