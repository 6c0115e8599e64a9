"""Names at congresses: who leads, who moves a motion, and what only looks like a name."""

from __future__ import annotations

import pytest

from tests.reader.named import names_in


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("市长井泉到会。会议由井泉主持。", ["井泉", "井泉"]),
        ("会议由王磊主持。", ["王磊"]),
        ("执行主席是：由军、王磊、李芳。", ["由军", "王磊", "李芳"]),
        ("昨天，出席区政协三届一次会议的委员报到。", []),
        ("区建国当选副主席。", ["区建国"]),
        (
            "副主席令狐云到会。令狐云作提案工作报告",
            ["令狐云", "令狐云"],
        ),
        ("提案人：钱多多、孔雀", ["钱多多", "孔雀"]),
        ("产品：钱多多、孔雀", []),
    ],
)
def test_names_at_a_congress(text: str, names: list[str]) -> None:
    assert names_in(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # A name may end as the word begins that follows it.
        ("会议选举李芳为主席，陈大为为副主席。", ["李芳", "陈大为"]),
        ("市长王建和和市委书记李芳出席。", ["王建和", "李芳"]),
        ("社区成为为民服务的主任站。", []),
        ("市人大常委会秘书长柳如是出席会议。", ["柳如是"]),
        ("来的有李芳、柳如是、王建和。", ["李芳", "柳如是", "王建和"]),
        ("秘书长柳如是主持的会议开了一天。", ["柳如"]),
        # Who counts the votes, or stands at the ballot.
        (
            "总监票人巩固、监票人于是、计票人管小炉宣布结果。",
            ["巩固", "于是", "管小炉"],
        ),
        ("大会通过了监票人应有的名单。", []),
        ("代表成千上在投票。", ["成千上"]),
        ("今天，委员万千里正在发言。", ["万千里"]),
        ("代表万千里路走来。", []),
        # Behind a post, in front of what only people do.
        ("市委书记解放作重要讲话。", ["解放"]),
        ("县委副书记车同轨代表县委、县政府致贺。", ["车同轨"]),
        ("厂长耿直当场表态。", ["耿直"]),
        ("主席郑和顺致开幕词，书记赵国强到会讲话。", ["郑和顺", "赵国强"]),
        ("主任向大会作报告。", []),
        ("市长解放思想。", []),
        # 区 is a surname and a district.
        ("区侨联换届，区侨联主席司徒美说。", ["司徒美"]),
        ("区文联说，区文彬也说。", ["区文彬"]),
        # Roles in front, verbs behind.
        ("代表团团长席慕插话：“好。”", ["席慕"]),
        ("会务员苗青背着我跑。", ["苗青"]),
        ("出席的有市长文武，计春华等在职市级领导。", ["文武", "计春华"]),
        ("20名明星受到表彰，危正、包成功等榜上有名。", ["危正", "包成功"]),
    ],
)
def test_names_beside_words_of_congresses(text: str, names: list[str]) -> None:
    assert names_in(text) == names


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("江口造纸厂　常有理", ["常有理"]),
        ("水乡退休教师 穆老实", ["穆老实"]),
        ("江口造纸厂　下雨了", []),
        ("江口造纸厂　常有理由", []),
        ("江口造纸厂出了 常有理", []),
    ],
)
def test_who_signs_a_letter(line: str, names: list[str]) -> None:
    assert names_in(f"桥坏了。\n{line}") == names
