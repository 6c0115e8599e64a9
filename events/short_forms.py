"""Short forms of what an event is: some characters, one character, a word for an address."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _
from pypinyin import Style, lazy_pinyin

from events.chinese_numbers import number_of, number_told
from events.models.occurrence import Occurrence
from events.models.proceedings.sitting import MeetingBody

# So many characters of a printed short title fit in a cell of the table.
LONGEST_LABEL = 8
# 第二次会议, 第十一次全体会议: the number, as printed.
NUMBERED = re.compile(
    "第(?P<number>[一二三四五六七八九十\\d]{1,3})次(?:全体)?(?:大会)?会议"
)
# 中国共产党滨江市第七次代表大会: the place, and the number of the congress.
CONGRESS = re.compile(
    "(?:中国共产党|中共)?(?P<place>[^第]*?)[省市县区州盟旗]?"
    "第(?P<number>[一二三四五六七八九十百\\d]+)[次届]"
)
# 滨江市第八届人民代表大会第四次会议, 区政协三届一次会议: the place with the body where no place is
# named, the term, and the number of the session in it.
SESSION = re.compile(
    "(?P<place>[^第]+?)第?(?P<term>[一二三四五六七八九十百\\d]+)届(?P<body>[^第]*?)"
    "第?(?P<number>[一二三四五六七八九十\\d]+)次(?:全体)?会议"
)
PLACE_ENDS = "省市县区州盟旗"
LONGEST_WORD = 60


class ShortForm(NamedTuple):
    """What a title may say, its short form, one character for it, and the word of an address."""

    in_title: re.Pattern[str]
    label: str | Promise
    sign: str | Promise
    word: str


# The first that a title holds is taken.
SHORT_FORMS = (
    ShortForm(
        re.compile("预备会议"),
        _("pre-meeting"),
        pgettext_lazy("one character", "R"),
        "yubei",
    ),
    ShortForm(
        re.compile("开幕"),
        _("opening"),
        pgettext_lazy("one character", "O"),
        "kaimu",
    ),
    ShortForm(
        re.compile("闭幕"),
        _("closing"),
        pgettext_lazy("one character", "C"),
        "bimu",
    ),
    ShortForm(
        re.compile("预选"),
        _("pre-election"),
        pgettext_lazy("one character", "P"),
        "yuxuan",
    ),
    ShortForm(
        re.compile("选举"),
        _("election"),
        pgettext_lazy("one character", "E"),
        "xuanju",
    ),
    ShortForm(
        re.compile("报到"),
        _("arrival"),
        pgettext_lazy("one character", "A"),
        "baodao",
    ),
    ShortForm(
        re.compile("审议|讨论"),
        _("debate"),
        pgettext_lazy("one character", "D"),
        "shenyi",
    ),
    ShortForm(
        re.compile("全会|全体会议"),
        _("plenum"),
        pgettext_lazy("one character", "F"),
        "quanhui",
    ),
)
SIGNS: dict[str, str | Promise] = {
    Occurrence.Kind.CONGRESS: pgettext_lazy("one character", "G"),
    Occurrence.Kind.SESSION: pgettext_lazy("one character", "S"),
    Occurrence.Kind.DELIBERATION: pgettext_lazy("one character", "D"),
    Occurrence.Kind.MEETING: pgettext_lazy("one character", "M"),
    Occurrence.Kind.PERFORMANCE: pgettext_lazy("one character", "T"),
    Occurrence.Kind.CEREMONY: pgettext_lazy("one character", "Y"),
    Occurrence.Kind.VISIT: pgettext_lazy("one character", "V"),
    Occurrence.Kind.ACTIVITY: pgettext_lazy("one character", "K"),
    Occurrence.Kind.OTHER: pgettext_lazy("one character", "X"),
}
BODY_WORDS = {
    MeetingBody.Body.PRESIDIUM: "zhuxituan",
    MeetingBody.Body.COMMITTEE: "weiyuanhui",
    MeetingBody.Body.PLENARY: "dahui",
}


def label_of(event: Any) -> str:
    """Return what a public event is called where there is little room: a short title as printed,
    what its title says, or its kind.
    """
    short = event.short_title
    if short and len(short) <= LONGEST_LABEL:
        return str(short)
    title = event.title
    numbered = NUMBERED.search(title)
    if numbered:
        number = number_told(number_of(numbered["number"]))
        return gettext("meeting %(number)s") % {"number": number}
    form = _form_of(title)
    if form:
        return str(form.label)
    kind = event.get_kind_display()
    return str(kind)


def sign_of(event: Any) -> str:
    """Return one character for a public event."""
    title = event.title
    numbered = NUMBERED.search(title)
    if numbered:
        printed = numbered["number"]
        number = number_told(number_of(printed))
        return number[-1]
    form = _form_of(title)
    sign = form.sign if form else SIGNS[event.kind]
    return str(sign)


def word_of(event: Any) -> str:
    """Return the word that an address may call a public event by, others of the name left aside."""
    if event.kind == Occurrence.Kind.CONGRESS:
        return _congress_word(event.title)
    numbered = NUMBERED.search(event.title)
    if numbered:
        body = BODY_WORDS.get(event.body, "huiyi")
        number = number_of(numbered["number"])
        return f"{body}-{number}"
    form = _form_of(event.title)
    if form:
        return form.word
    return str(event.kind)


def _form_of(title: str) -> ShortForm | None:
    for form in SHORT_FORMS:
        if form.in_title.search(title):
            return form
    return None


def _congress_word(title: str) -> str:
    """Return place and number of a congress, behind it that of its session, or else its title, in
    pinyin.
    """
    session = SESSION.match(title)
    if session:
        return _session_word(session)
    named = CONGRESS.match(title)
    if named is None:
        return _pinyin(title) or Occurrence.Kind.CONGRESS.value
    place = _pinyin(named["place"]) or Occurrence.Kind.CONGRESS.value
    return f"{place}-{number_of(named['number'])}"


def _session_word(session: re.Match[str]) -> str:
    """Return the word of one session of an assembly: another is told from it by its number."""
    place = session["place"].rstrip(PLACE_ENDS)
    if not place:
        place = session["place"] + session["body"]
    term = number_of(session["term"])
    number = number_of(session["number"])
    return f"{_pinyin(place)}-{term}-{number}"


def _pinyin(text: str) -> str:
    syllables = lazy_pinyin(text, style=Style.NORMAL)
    letters = re.sub("[^a-z0-9]", "", "".join(syllables).lower())
    return letters[:LONGEST_WORD]
