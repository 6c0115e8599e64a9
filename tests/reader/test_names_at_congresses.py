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
