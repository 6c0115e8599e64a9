"""A printed time with the words around it, and what they say about it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from reader.patterns.printed_times import PARTS, TIME_LINE
from reader.times.tokens import Tokens, printed_weekday
from reader.vocabulary import PartOfDay

# So many characters before and behind a time are looked at for what they say about it.
_BEFORE = 16
_AFTER = 60
# A decision that a day belongs to is looked for so far in front of it.
_DECIDED = 70

# 约9月27日, 9月27日前后, 8时许, 9时左右; not 合约 (the character in front is looked at)
ABOUT_BEFORE = re.compile(r"(?<![合条契公相])(?:大约|约|将近|近)$")
ABOUT_AFTER = re.compile(r"前后|左右|许")
# The text speaks of what is to come: 将于10月8日, 定于, 有效期至, 截至; not 本届将士 (将 must end a word)
FUTURE_BEFORE = re.compile(
    r"(?:将|拟|定|计划|预计|预定|争取|力争|确保|截至|截止|期至|延期|推迟)[于在到至]?[^\u3002\uff1b;,\uff0c]{0,8}$"
)
# 10月1日起施行, 19日起在我市举办, 10月8日将举行, 即将, 前完成, 截止; not 将军, not 将近
FUTURE_AFTER = re.compile(
    r"[^\u3002\uff1b;]{0,40}?(?:起(?:正式|全面)?(?:施行|实施|执行|开放|运行|启用|停止)|"
    r"起(?:在[^\u3002\uff1b;,\uff0c]{2,20}?)?(?:举办|举行|展出|上演|公演)|"
    r"将(?![军领近士帅门])|即将|前完成|截止|开抢|开售|报名|停[水电气运航课诊产](?!了|以来)|封闭施工|禁止通行)"
)
# The same, told at length: 全会决定,中国共产党某市第六次代表大会于1月28日 ; not 决定的事项已于
DECIDED_BEFORE = re.compile(
    r"(?:决定|同意|建议|提议)(?!的)[^\u3002\uff1b;]{0,50}(?<!已)[于在]$"
)
LEADS_TO_DAY = frozenset("于在")
# 大会于9月27日开幕,会期三天: how long it all took, told aside
SPAN_AFTER = re.compile(
    r"[^\u3002\uff1b;,\uff0c]{0,12}(?:开幕|召开|开始|举行)[,\uff0c](?:会期|历时|为期)"
)
# of these, the ones that settle the year even when the day of this year has long passed: 将于1月5日,
# 1月1日起施行
SURELY_FUTURE_BEFORE = re.compile(r"(?:将|拟|定|计划|预计)于?$")
SURELY_FUTURE_AFTER = re.compile(r"起(?:正式|全面)?(?:施行|实施|执行)")
# What has been done by then: ,书记和区长看望了委员 ; not 了解
DONE_AFTER = re.compile(
    r"[^\u3002\uff1b;]{0,40}?[\u4e00-\u9fff]了(?![解结如断])"
)
# These words count from the date named last: 次年, 同月, 当晚; not 今年
LAST_NAMED = re.compile(r"[当同次翌第]")
# Years named to look back or ahead.
OTHER_YEARS = "去前明"


@dataclass(frozen=True, slots=True)
class Printed:
    """A printed time: its tokens, where it stands, and the words around it.

    ``future`` says that it is to come, ``sure`` settles that; ``listed`` that it stands in a line
    of its own.
    """

    tokens: Tokens
    start: int
    end: int
    words: str
    before: str
    after: str
    future: bool
    sure: bool
    listed: bool

    def has(self, *kinds: str) -> bool:
        """Tell whether a token of one of these kinds is printed."""
        return not self.tokens.keys().isdisjoint(kinds)

    def word(self, kind: str) -> str:
        """Return the printed token of that kind."""
        return self.tokens[kind].group()

    @property
    def weekday(self) -> int | None:
        """Return the printed weekday, Monday = 0, None where none is printed."""
        return printed_weekday(self.tokens)

    @property
    def part_of_day(self) -> PartOfDay | None:
        """Return the printed part of day, None where none is printed."""
        if not self.has("part"):
            return None
        return PARTS[self.word("part")]

    @property
    def has_about(self) -> bool:
        """Tell whether 约 stands in it or in front of it."""
        if "约" in self.words:
            return True
        return ABOUT_BEFORE.search(self.before) is not None

    @property
    def is_approximate(self) -> bool:
        """Tell whether the words around it say that it is not exact."""
        if self.has_about:
            return True
        return ABOUT_AFTER.match(self.after) is not None

    @property
    def has_approximate_clock(self) -> bool:
        """Tell whether its clock says that it is not exact: 8时许."""
        if not self.has("clock"):
            return False
        return ABOUT_AFTER.search(self.word("clock")) is not None

    @property
    def names_other_year(self) -> bool:
        """Tell whether it looks back or ahead to another year: 去年, 明年."""
        if not self.has("rel_year"):
            return False
        return self.word("rel_year")[0] in OTHER_YEARS

    @property
    def begins_a_span(self) -> bool:
        """Tell whether something long began then, told aside: 于9月27日开幕,会期三天."""
        span = SPAN_AFTER.match(self.after)
        return span is not None

    @property
    def is_done(self) -> bool:
        """Tell whether its clause says what has been done: 当晚,他们看望了委员."""
        done = DONE_AFTER.match(self.after)
        return done is not None

    @property
    def counts_from_last(self) -> bool:
        """Tell whether it counts from the date named last: 次日, 当晚."""
        matches = self.tokens.values()
        return any(LAST_NAMED.match(match.group()) for match in matches)


def printed_in(text: str, tokens: Tokens) -> Printed:
    """Return the tokens of one time with what the text around them says."""
    matches = list(tokens.values())
    start = matches[0].start()
    end = matches[-1].end()
    before = text[max(0, start - _BEFORE) : start]
    after = text[end : end + _AFTER]
    return Printed(
        tokens,
        start,
        end,
        words=text[start:end],
        before=before,
        after=after,
        future=_is_to_come(before, after) or _is_decided(text, start),
        sure=_surely_comes(before, after),
        listed=_is_listed(text, start, end, before),
    )


def _is_to_come(before: str, after: str) -> bool:
    if FUTURE_BEFORE.search(before):
        return True
    return FUTURE_AFTER.match(after) is not None


def _is_decided(text: str, start: int) -> bool:
    """Tell whether a decision in front of a time says that it is to come."""
    last = start - 1
    if text[last:start] not in LEADS_TO_DAY:
        return False
    first = max(0, start - _DECIDED)
    before = text[first:start]
    decided = DECIDED_BEFORE.search(before)
    return decided is not None


def _surely_comes(before: str, after: str) -> bool:
    if SURELY_FUTURE_BEFORE.search(before):
        return True
    return SURELY_FUTURE_AFTER.match(after) is not None


def _is_listed(text: str, start: int, end: int, before: str) -> bool:
    is_whole_line = end - start == len(text)
    return is_whole_line or TIME_LINE.search(before) is not None
