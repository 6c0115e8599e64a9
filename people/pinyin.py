"""Pinyin for the name index: surnames are read as surnames."""

import re
from string import ascii_uppercase

from pypinyin import Style, lazy_pinyin

# A character read differently when it is a surname; source: 现代汉语词典, the entries marked 姓.
SURNAME_READINGS = {
    "曾": "zeng", "单": "shan", "解": "xie", "仇": "qiu", "区": "ou", "查": "zha", "翟": "zhai",
    "乐": "yue",
    "朴": "piao", "任": "ren", "盖": "ge", "缪": "miao", "尉": "yu", "折": "she", "黑": "he", "秘": "bi",
    "种": "chong", "员": "yun", "纪": "ji", "逄": "pang", "冼": "xian", "郇": "xun", "覃": "qin",
    "召": "shao",
    "卜": "bu", "华": "hua", "哈": "ha", "能": "nai", "繁": "po", "都": "du", "宿": "su", "祭": "zhai",
}  # fmt: skip
COMPOUND_READINGS = {
    "尉迟": ["yu", "chi"], "长孙": ["zhang", "sun"], "万俟": ["mo", "qi"], "澹台": ["tan", "tai"],
    "单于": ["chan", "yu"], "令狐": ["ling", "hu"], "宰父": ["zai", "fu"], "夏侯": ["xia", "hou"],
}  # fmt: skip
# Surnames of two characters; source: 百家姓, those still borne.
COMPOUND_SURNAMES = {
    *COMPOUND_READINGS,
    "欧阳", "上官", "司马", "诸葛", "东方", "皇甫", "公孙", "慕容", "司徒", "司空", "端木", "南宫", "西门",
    "轩辕", "钟离", "宇文", "闻人", "太史", "申屠", "公羊", "赫连", "呼延", "第五",
}  # fmt: skip
# The first character of a name written in Chinese ones.
HAN = re.compile("[\u3400-\u9fff\U00020000-\U0003ffff]")
OTHER_INITIAL = "#"
# The letters of the index, in order.
INITIALS = (*ascii_uppercase, OTHER_INITIAL)


def sort_name_of(name: str) -> str:
    """Return the toneless pinyin of a person's name, a space between syllables, the surname read as
    a surname.
    """
    surname = _surname_readings(name)
    # A surname has one syllable for each character.
    given = lazy_pinyin(name[len(surname) :], style=Style.NORMAL)
    return " ".join([*surname, *given]).lower()


def _surname_readings(name: str) -> list[str]:
    """Return how the surname is read that a name begins with, none if it is read as usual."""
    if name[:2] in COMPOUND_READINGS:
        return COMPOUND_READINGS[name[:2]]
    reading = SURNAME_READINGS.get(name[:1])
    return [reading] if reading else []


def initial_of(sort_name: str) -> str:
    """Return the capital letter a name is listed under, ``#`` when it starts with none."""
    letter = sort_name[:1].upper()
    if "A" <= letter <= "Z":
        return letter
    return OTHER_INITIAL


def chinese_surname(name: str) -> str:
    """Return the surname that a Chinese name begins with, '' for a name of another form."""
    if "\u00b7" in name or not HAN.match(name):
        return ""
    length = 2 if name[:2] in COMPOUND_SURNAMES else 1
    return name[:length]


def romanized(name: str, sort_name: str) -> str:
    """Return a name as English print has it (Cao Huiquan), from its pinyin with a space between
    syllables.

    A name with a dot, as some peoples write theirs, is one word a part."""
    if "\u00b7" in name:
        return sort_name.title()
    syllables = sort_name.split()
    length = len(chinese_surname(name)) or 1
    surname = "".join(syllables[:length])
    given = "".join(syllables[length:])
    return f"{surname.capitalize()} {given.capitalize()}".strip()
