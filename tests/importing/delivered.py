"""Pages as an archive delivers them, and how a test loads one."""

from __future__ import annotations

from importing.models import ImportRun
from importing.one_page import load_page

NEWSPAPER = "滨江日报"

# Two halves of one issue: the report of the opening jumps from A1 to A2.
FRONT = """实干担当开新局 同心同德谱华章

中国共产党滨江市第九次代表大会开幕

林向晚代表中共滨江市第八届委员会作报告 沈立秋主持

本报讯(记者 周一鸣 通讯员 何田) 3月14日上午,中国共产党滨江市第九次代表大会在市会议中心开幕。大会应出席代表210名,因病、因事请假6名,实到代表204名,符合规定人数。

开幕大会的执行主席是:林向晚、沈立秋、高长林、蔡溪、欧阳文海。

上午9时,沈立秋同志主持大会并宣布大会开幕。全体起立,奏唱国歌。

林向晚同志向大会作工作报告。报告回顾了过去五年走过的路,提出了今后五年要办好的十件实事,其中五件 >>> 下转 A2版

市第九次党代会主席团举行第一次会议

本报讯(记者 韩冰) 3月14日下午,市第九次党代会主席团举行第一次会议。会议由林向晚同志主持。高长林同志就选举办法作了说明。

滨江市委副书记、市长沈立秋在会上作了发言。

代表们步入会场。本报记者 石磊 摄
"""
BACK = """>>> 上接 A1版

与群众的衣食住行有关。会场里响起长时间的掌声。代表们认为,报告说到了大家的心坎上,下一步要把纸上的安排变成地里的庄稼。

今春第一批早稻完成育秧

本报讯(记者 钟鸣) 3月13日,南湖县第一批早稻在连栋大棚里完成育秧,比去年早了五天。
"""


def deliver(
    text: str, label: str = "A1", *, date: str = "2019-03-15", **options: object
) -> ImportRun:
    """Load a page text as a UTF-8 file named as the archive names them."""
    return load_page(
        text.encode(), source_name=f"{NEWSPAPER}_{date}_{label}.txt", **options
    )
