"""What printed rosters look like.

Units and names, line-ups with numbers, prizes with works and their makers.
``+`` marks what a row must match, ``-`` what it must not. Text is folded first
(``reader.layout.lines.fold_width``)."""

from __future__ import annotations

import re
from typing import Final

from reader.patterns.characters import HAN, SPACES
from reader.patterns.printed_names import ANNOTATION, DOTTED, PADDED

# One roster, or one sentence that holds no roster.   + 一车间:高 山、车小兵   - (line break)
UNIT: Final = re.compile("[^\u3002!?\u201c\u201d\n]+")
# What brackets say, a work with the kind of work in front, the number of a player: they part names,
# no more.
#   + (女), 木雕《大江东去》, 15-, 12号   - 柏 松
NOTES: Final = re.compile(
    rf"{ANNOTATION.pattern}|[{HAN}]{{0,6}}\u300a[^\u300a\u300b\n]{{1,24}}\u300b"
    rf"|(?<![0-9])[0-9]{{1,2}}(?:\u53f7|[-.])[{SPACES}]?(?=[{HAN}])"
)
# Of these, those that speak for names.   + 15-, 《大江东去》, (女,苗族), (10人)
SPEAKING: Final = re.compile("[0-9]|\u300a|[女男族]")
# A label in front of names: a unit, a post, a prize.   + 焊接班:, 组 长:   - 有:无
LABEL: Final = re.compile(
    rf"(?<![{HAN}0-9\0])(?:[{HAN}][{SPACES}]{{1,3}}[{HAN}]|[{HAN}0-9\0]{{1,24}})[{SPACES}]?:"
)
# Of these, a label of people: a unit, a post, a rank.   + 焊接班:, 一等奖:, 委员(19名):   - 产品:, 景点:
OF_PEOPLE: Final = re.compile(
    rf"(?:[组队部厂室处科班局院校所站社团镇乡村县区市类奖等级员长任记席委者星手]|中心|"
    rf"公司|车间|街道|支部|名单|阵容|首发|替补|"
    rf"秘书|理事|监事|代表|教授|顾问|导演|主演|编导|队友)\0*[{SPACES}]?:$"
)
# One item behind a label.   + 柏 松, 卓玛·央金, 焊接班   - ,
ITEM: Final = re.compile(
    rf"{PADDED.pattern}(?![{HAN}{SPACES}\u00b7])"
    rf"|{PADDED.pattern}(?=[{SPACES}]{{1,3}}[{HAN}]{{2}})"
    rf"|{DOTTED.pattern}|[^\u3001;,/:{SPACES}\0\n]+"
)
# A name by its length.   + 王力, 第五大江, 阿不都拉   - 王, 向全市人民
NAME: Final = re.compile(f"{PADDED.pattern}|{DOTTED.pattern}|[{HAN}]{{2,4}}")
