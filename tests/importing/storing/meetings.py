"""Meetings as pages tell them, and how tests look at what was stored of them."""

from events.models import Event
from importing.models import ImportRun
from importing.one_page import load_page

ASSEMBLY = """滨江市第九届人民代表大会第二次会议选举产生市长

本报讯(记者 韩冰) 3月14日上午,滨江市第九届人民代表大会第二次会议举行第三次全体会议。会议由高长林主持。

会议有两项议程:一是听取选举办法的说明;二是选举市长、副市长。

会议以318票赞成、2票反对、1票弃权,表决通过了选举办法。监票人名单以320票赞成、1票反对获得通过。

随后投票选举。沈立秋当选为滨江市市长。高长林、蔡溪当选滨江市副市长。
"""


def session() -> Event:
    return Event.objects.get(kind__in=["meeting", "session"])


def findings(run: ImportRun, rule: str) -> str:
    return " | ".join(
        run.page.findings.filter(rule=rule).values_list("message", flat=True)
    )


OTHER = "北岭日报"


ROUND_TABLE = """全市春耕备耕工作座谈会召开

本报讯(记者 韩冰) 3月14日上午,全市春耕备耕工作座谈会在滨江宾馆召开。会议由市委副书记高长林主持。
"""


def deliver_other(text: str, label: str = "1", **options: object) -> ImportRun:
    """Load a page of another newspaper of the same day."""
    return load_page(
        text.encode(), source_name=f"{OTHER}_2019-03-15_{label}.txt", **options
    )
