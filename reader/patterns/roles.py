"""Patterns of rosters and roles: how names follow each other in a list, and which words give them a
part.
"""

from __future__ import annotations

import re

from reader.patterns.events import MARK, N

# Rosters. What stands between two names of one list: 、 和, a space, 同志, (女,苗族), a title; 等在职市级领导,
_TITLE = r"[\u4e00-\u9fff]{1,24}(?:、[\u4e00-\u9fff]{1,24}){0,3}(?<=[长记任席员官事理授师士令表导志委])"
ROSTER_GAP = re.compile(
    r"(?:同志|先生|女士)?(?:[(\uff08][^()\uff08\uff09]{1,14}[)\uff09])?"
    rf"(?:[、\u3000 ]{{0,3}}|[、 ]?(?:和|与|及|以及)|[、,\uff0c]{_TITLE}|等[^{MARK}]{{0,12}}(?:领导|同志|代表|专家|嘉宾|人)[、,\uff0c](?:{_TITLE})?)"
)
ROSTER_BREAK = re.compile(
    r"主持|宣布|出席|参加|代表(?![、,\uff0c]|$)|作|向|在(?!职)|对|被|由|来到|陪同|指出|介绍|说|了"
)


class Row:
    """One role: the words before the names, the words after them, or both."""

    def __init__(
        self, role: str, *, before: str = "", after: str = "", title: str = ""
    ) -> None:
        """Compile the row; ``title`` finds the printed function that is added to the role in
        brackets.
        """
        self.role = role
        self.before = re.compile(before) if before else None
        self.after = re.compile(after) if after else None
        self.title = re.compile(title) if title else None


_CUE = rf"(?:名单)?(?:是|有|为|包括|如下)?[:\uff1a]?(?:{_TITLE})?$"
_ALSO = r"(?:同志|等)?[^\u3002\uff1b;]{0,60}?"
ROLES: tuple[Row, ...] = (
    # 开幕大会的执行主席是:甲、乙; 大会执行主席甲、乙在主席台前排就座
    Row("执行主席", before=rf"执行主席(?:(?:由|是|有|为|[:\uff1a]){_CUE}|$)"),
    # 某组组长、某部副部长甲在主席台前排就座
    Row(
        "前排就座",
        after=r"[^\u3002\uff1b;]{0,12}在?(?:大会)?(?:主席台)?前排就[座坐]",
        title=r"(?:督导|督查|指导|巡视|巡察|工作|考察|观察|调研|检查|联络)[组团]副?[组团]长(?=[\u4e00-\u9fff、]{0,40}$)",
    ),
    Row(
        "前排就座",
        before=rf"前排就[座坐]的?(?:[\u4e00-\u9fff]{{0,8}})(?:有|是|[:\uff1a]){_CUE}",
    ),
    # 在主席台就座的有:甲、乙
    Row(
        "主席台就座",
        before=rf"主席台(?:上)?就[座坐]的?(?:[\u4e00-\u9fff]{{0,8}})(?:有|是|[:\uff1a]){_CUE}",
    ),
    Row("主席台就座", after=r"[^\u3002\uff1b;]{0,20}在主席台就[座坐]"),
    Row(
        "主席团常务委员会委员",
        before=rf"主席团常务委员会(?:委员|成员)?(?:由|是|有|为|[:\uff1a]){_CUE}",
    ),
    Row("主席团常务主席", before=rf"常务主席(?:由|是|有|为|[:\uff1a]){_CUE}"),
    Row("秘书长", before=r"大会(?:的)?秘书长(?:由|是|有|为|[:\uff1a])$"),
    Row("总监票人", before=r"总监票人(?:由|是|有|为|[:\uff1a])$"),
    # 会议由甲主持, 甲主持会议, 主持人:甲; not 受甲委托
    Row("主持人", after=rf"{_ALSO}主持(?!人|词|制定|编|研发|开发|建)"),
    Row("主持人", before=r"主持人?[:\uff1a]$"),
    # 甲代表上届委员会向大会作报告; not 审议报告
    Row(
        "作报告",
        after=r"[^\u3002\uff1b;]{0,60}?(?<!工)作(?:了|的)?(?:题为)?[^\u3002\uff1b;,\uff0c]{0,50}报告(?!的?说明)",
    ),
    Row(
        "作说明",
        after=r"[^\u3002\uff1b;]{0,20}?作(?:了|出)?[^\u3002\uff1b;]{0,80}?说明",
    ),
    Row("致辞", after=rf"{_ALSO}致(?:欢迎|开幕|闭幕|贺|答谢)?[辞词]"),
    Row("讲话", after=rf"{_ALSO}(?:讲话|作指示)(?!精神|要求|指示|中|时|里)"),
    *(
        Row(
            f"宣布{begins}",
            after=rf"[^\u3002\uff1b;]{{0,60}}?宣布[^\u3002\uff1b;,\uff0c]{{0,30}}{begins}",
        )
        for begins in ("开幕", "闭幕", "开始", "开工", "启动", "成立", "开馆", "开赛")
    ),
    Row("宣读", after=rf"{_ALSO}宣读"),
    Row("传达", after=rf"{_ALSO}传达(?:了|学习)?"),
    Row("发言", after=rf"{_ALSO}(?:作了?|交流|表态|先后)?发言"),
    Row("揭牌", after=rf"{_ALSO}(?:揭牌|揭幕)(?!仪式|活动)"),
    Row("签约", after=rf"{_ALSO}(?:签约|签署|签订)(?!仪式|活动|项目|会)"),
    Row("颁奖", after=rf"{_ALSO}(?:颁奖|颁发|授牌)(?!仪式|典礼|大会|晚会)"),
    Row("会见", after=rf"{_ALSO}会见"),
    Row("陪同", after=rf"{_ALSO}陪同"),
    Row("陪同", before=rf"陪同[\u4e00-\u9fff]{{0,8}}(?:有|是|[:\uff1a]){_CUE}"),
    Row("列席", after=rf"{_ALSO}列席"),
    Row("列席", before=rf"列席[\u4e00-\u9fff]{{0,12}}(?:有|是|[:\uff1a]){_CUE}"),
    Row(
        "出席",
        after=rf"{_ALSO}出席(?!人|[^\u3002\uff1b;,\uff0c]{{0,16}}代表(?!大会|团))",
    ),
    Row("出席", before=rf"出席[\u4e00-\u9fff]{{0,16}}(?:有|是|[:\uff1a]){_CUE}"),
    Row("参加", after=rf"{_ALSO}(?:参加(?!工作)|来到[^\u3002\uff1b;]{{0,40}}代表团)"),
    Row("参加", before=rf"参加[\u4e00-\u9fff]{{0,16}}(?:有|是|[:\uff1a]){_CUE}"),
    Row("观看", after=rf"{_ALSO}观看"),
    # not 甲代表市纪律检查委员会作工作报告, 甲任督查组组长
    Row(
        "调研",
        after=rf"{_ALSO}(?:调研|考察|视察|检查|督导|督查|督战|走访)(?!委员会|委|院|组|团|室|机关|报告|员)",
    ),
    Row("慰问", after=rf"{_ALSO}(?:慰问|看望)"),
    Row("参观", after=rf"{_ALSO}参观"),
)
# A formula or a title of state, not a guest: 习近平新时代…, 以某某同志为核心, 某某总书记关于
FORMULA_AFTER = re.compile(r"新时代|同志为核心|总书记|重要|关于|思想")
# Somebody else begins here: 甲到会致辞,市委副书记、市长乙主持; not 甲主持会议,并讲话
NEXT_SUBJECT = re.compile(
    r"[,\uff0c](?=[\u4e00-\u9fff、]{0,20}(?:书记|[省市县区州院校厅局部处科会]长|秘书长|主席|主任|常委))"
)
# 受甲委托, 代表甲
DEPUTY_AFTER = re.compile(r"(?:同志)?(?:的)?委托")

# 第一、第十二、第三代表团; not 各代表团
DELEGATIONS = re.compile(
    rf"第{N}{{1,3}}(?:[、,\uff0c和]第?{N}{{1,3}}){{0,30}}(?:[个]?)代表团"
)
DELEGATION_NUMBER = re.compile(rf"{N}{{1,3}}")
# 第一代表团的代表们主要来自某市; 第三代表团由某区代表组成
ORIGIN = re.compile(
    rf"第(?P<number>{N}{{1,3}})代表团的?(?:代表)?们?(?:主要)?(?:来自|由)(?P<origin>[^{MARK}]{{2,40}}?)(?:的?代表)?(?:组成)?(?=[{MARK}]|$)"
)
