"""Read who did what: printed lists of people matched against the table of roles."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reader.events.delegations import delegation_numbers
from reader.events.sighting.sentence_bounds import (
    sentence_end,
    sentence_start,
    up_to,
)
from reader.passages import Passage
from reader.patterns.sentences import CLAUSE, MARK
from reader.results import ReadParticipant, Span
from reader.rosters import TITLE, Roster, rosters

# What follows is said, not done: 指出,… 他说:“…
SPEECH = re.compile(
    r"指出|强调|认为|希望|要求|介绍|回忆|坦言|感慨|勉励|(?:他|她|者|表|的)?说[,\uff0c:\uff1a]|表示|[:\uff1a][\u201c\"]"
)
# Closing marks that belong to the sentence before: …。”
CLOSING = "\u201d\u2019\"')\uff09\u300d \u3000"


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
    RoleForm("致辞", after=rf"{_ALSO}致(?:欢迎|开幕|闭幕|贺|祝|答谢)?[辞词]"),
    RoleForm(
        "讲话", after=rf"{_ALSO}(?:讲了?话|作指示)(?!精神|要求|指示|中|时|里)"
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
    RoleForm("发言", after=rf"{_ALSO}(?:作了?|交流|表态|先后)?发言"),
    RoleForm("揭牌", after=rf"{_ALSO}(?:揭牌|揭幕)(?!仪式|活动)"),
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
        after=rf"{_ALSO}(?:到会祝贺|出席)(?!人|[^\u3002\uff1b;,\uff0c]{{0,16}}代表(?!大会|团))",
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
# A formula or a title of state, not a guest: 习近平新时代…, 以某某同志为核心, 某某总书记关于
FORMULA_AFTER = re.compile(r"新时代|同志为核心|总书记|重要|关于|思想")
# Somebody else begins here: 甲到会致辞,市委副书记、市长乙主持; not 甲主持会议,并讲话
NEXT_SUBJECT = re.compile(
    r"[,\uff0c](?=[\u4e00-\u9fff、]{0,20}(?:书记|[省市县区州院校厅局部处科会]长|秘书长|主席|主任|常委))"
)
# 受甲委托, 代表甲; 甲等11人名单
DEPUTY_AFTER = re.compile(r"(?:同志)?(?:的)?委托|等?\d*[人名]?名单")

# So much of the sentence around a list is looked at, and so far its evidence reaches.
_BEFORE = 60
_AFTER = 160
_SENTENCE = 400


@dataclass(frozen=True, slots=True)
class StatedPart:
    """One participant with the place in the passage from which the part belongs to an event."""

    offset: int
    participant: ReadParticipant


@dataclass(frozen=True, slots=True)
class _Listed:
    """A printed list with its sentence, and the words around it that are about its people."""

    passage: Passage
    roster: Roster
    sentence: Span
    before: str
    after: str

    def parts(self) -> Iterator[StatedPart]:
        """Yield the part of each person in each role that the words give."""
        if DEPUTY_AFTER.match(self.after):
            return
        for role in self._roles():
            for participant in self._participants(role):
                yield StatedPart(self.roster.start, participant)

    def _participants(self, role: str) -> Iterator[ReadParticipant]:
        """Yield the people of the list in one role, in printed order."""
        evidence = self.passage.on_page(*self.sentence)
        delegations = self._visited(role)
        for rank, name in self.roster.ranked:
            yield ReadParticipant(
                name.name,
                role,
                rank,
                span=self.passage.on_page(*name.span),
                evidence=evidence,
                delegations=delegations,
            )

    def _visited(self, role: str) -> tuple[int, ...]:
        """Return the delegations in which the people take part."""
        if role != TAKES_PART:
            return ()
        return tuple(delegation_numbers(self.after))

    def _roles(self) -> Iterator[str]:
        """Yield each role that the words give, a printed title behind it in brackets."""
        seen: set[str] = set()
        for form in ROLES:
            if form.role in seen:
                continue
            if form.fits(self.before, self.after):
                seen.add(form.role)
                yield form.named(self.before)


def parts(passage: Passage) -> Iterator[StatedPart]:
    """Yield the parts that a passage states, in printed order."""
    for roster, room in _with_room(passage):
        if not FORMULA_AFTER.match(passage.text, roster.end):
            listed = _listed(passage, roster, room)
            yield from listed.parts()


def _with_room(passage: Passage) -> Iterator[tuple[Roster, Span]]:
    """Yield each list with the room for its words: from the list before to the one behind it."""
    lists = list(rosters(passage))
    ends = [roster.end for roster in lists]
    starts = [roster.start for roster in lists]
    floors = [0, *ends]
    ceilings = [*starts[1:], len(passage.text)]
    rooms = zip(floors, ceilings, strict=False)
    yield from zip(lists, rooms, strict=False)


def _listed(passage: Passage, roster: Roster, room: Span) -> _Listed:
    floor, ceiling = room
    text = passage.text
    first, last = _sentence(text, roster)
    start = max(floor, first, roster.start - _BEFORE)
    end = min(ceiling, last, roster.end + _AFTER)
    return _Listed(
        passage,
        roster,
        sentence=(first, last),
        before=text[start : roster.start],
        after=_own_words(text[roster.end : end]),
    )


def _own_words(after: str) -> str:
    """Return the words behind a list as far as it is still told what these people did."""
    done = up_to(SPEECH, after)
    return up_to(NEXT_SUBJECT, done)


def _sentence(text: str, roster: Roster) -> Span:
    """Return the sentence around a list, without the marks that close the one before."""
    start = sentence_start(text, roster.start, _SENTENCE)
    while start < roster.start and text[start] in CLOSING:
        start += 1
    end = sentence_end(text, roster.end, _SENTENCE)
    return start, end
