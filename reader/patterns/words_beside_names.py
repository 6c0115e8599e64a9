"""What stands right before and right behind names, by the weights of ``reader.names.weights``.

``+`` marks what a row must match, ``-`` what it must not. Text is folded first
(``reader.layout.lines.fold_width``)."""

from __future__ import annotations

import re
from typing import Final

from reader.patterns.characters import HAN, row
from reader.patterns.people_words import GROUP_WORDS, PERSON_WORDS, POST_TITLES

# What stands right in front of a name, each with its weight.   + 市长赵明, 、赵明   - 小赵明
BEFORE: Final[dict[str, str]] = {
    **dict.fromkeys(
        "\u3001\u3002 ,;:!?(/\u201c\u201d\u2014\u25a0\u25b2", "parted"
    ),
    **dict.fromkeys(
        row(
            "的 由 经 叫 与 和 向 对 给 让 请 跟 及 是 以 为 被 把 使 替 找 见 受 听"
        ),
        "linked",
    ),
    **dict.fromkeys(
        row(
            "他叫 她叫 选举 授予 表彰 奖励 邀请 会见 见到 遇到 找到 看到 感谢 采访 看望 慰问 纪念"
        ),
        "acted_on",
    ),
    "岁的": "aged",
    "年级的": "aged",
    **dict.fromkeys(GROUP_WORDS, "group"),
    **dict.fromkeys(PERSON_WORDS, "person"),
    "图为": "acted_on",
    **dict.fromkeys(POST_TITLES, "post"),
}
# What stands right behind a name.   + 赵明指出, 赵明同志, 赵明(女)   - 赵明区
SPEECH: Final = row(
    "通报 前来 提醒 指出 强调 表示 认为 介绍 告诉 提出 要求 坦言 透露 回忆 宣布 宣读 感慨 说道 解释 直言 呼吁 建议 希望 勉励 叮嘱 称赞 笑着 高兴地 激动地 补充 "
    "主持 出席 参加 列席 会见 会晤 考察 调研 视察 检查 走访 慰问 看望 致辞 致词 讲话 发言 汇报 传达 部署 当选 担任 带队 率队 率领 带领 陪同 一行 "
    "来到 深入 先后 分别 逝世 去世 牺牲 荣获 获得 夺得 供图 报道 摄影 撰文 作了 作工作 作报告 代表市 代表中共 主讲 主演 导演 饰演 扮演 创作 主编 "
    "出生 生于 毕业 接受 签署 点评 总结 领誓 领学 亲自 专程 随后 一一 介绍说 正在 曾任 现任 历任 不幸 当即 立即 连忙 赶紧 说起 执导 主唱 编剧 领衔 到会 到场 "
    "赶到 到校 坦承 笑道 另案 剪彩 揭牌 揭幕 奠基 按下 启动 见证 讲授 "
    "记得 觉得 明白 相信 担心 想起 知道 分析 分析说 判断 预测 预计 推测 坚信 感叹 直呼 自豪 调侃 打趣 证实 反映 抱怨 念叨 嘀咕 琢磨 若有所思 感激 欣慰 哽咽 "
    "动情 笑呵呵 乐呵呵 "
    "分获 分列 摘得 捧得 折桂 夺冠 问鼎 替补 首发 破门 执裁 执棒 执教 掌勺 献唱 起身 蹲在 坐在 站在 走进 走到 拿着 拿出 捧着 指着 背着 抱着 扛着 领着 掏出 "
    "翻开 骑着 握着 插话 接着说 接过话 接话 发问 提议 补充道 领取 宣誓 投票 在投票"
)
# Of what stands behind a name, what only a person does.
SAYING: Final = row(
    "记得 觉得 感叹 念叨 打趣 抱怨 若有所思 哽咽 笑呵呵 乐呵呵 说 称 道 告诉 表示 介绍 介绍说 坦言 回忆 感慨 说道 笑道 笑着 直言 提醒"
)
# The last characters of a new word that more often go on with the sentence.   + 冯默 | 和同事   - 李和
GOES_ON: Final = frozenset(
    "和与在对向将为从已也还又把到说及带来去就因被让给以虽却副则既"
)
# What stands right behind a name, each with its weight.   + 赵明说, 赵明同志   - 赵明区
AFTER: Final[dict[str, str]] = {
    **dict.fromkeys(row("同志任 同志为"), "named_comrade"),
    **dict.fromkeys(SPEECH, "speech"),
    **dict.fromkeys(SAYING, "saying"),
    **dict.fromkeys(
        row(
            "同志 先生 女士 小姐 老师 医生 律师 博士 警官 将军 元帅 教练 导演 老人 夫妇 夫妻 烈士 一家 等人 等同志 等领导 等市领导 等市级领导 "
            "等在职市级领导 等老领导 等老同志 摄"
        ),
        "addressed",
    ),
    **dict.fromkeys(POST_TITLES, "title_behind"),
    "家庭": "relation",
    **dict.fromkeys(
        row(
            "的妻子 的丈夫 的爱人 的父亲 的母亲 的爸爸 的妈妈 的儿子 的女儿 的哥哥 的姐姐 的弟弟 的妹妹 的爷爷 的奶奶 的孙子 的孙女 的徒弟 的师傅 的学生 的老师 "
            "的同事 的战友 的邻居 的老伴"
        ),
        "relation",
    ),
    **dict.fromkeys(
        row("原名 本名 笔名 艺名 化名 小名 别名 自称"), "other_name"
    ),
    **dict.fromkeys(
        row("父母 今年 家住 家里 家中 老家 和妻子 和丈夫 和儿子 和女儿"),
        "household",
    ),
    **dict.fromkeys(
        (
            *"时前后在是被将为对向和与及等把也还又就便从到任率作获给让带以已都则曾正并刚因随副",
            "第一",
            "率先",
            "首先",
        ),
        "followed",
    ),
    **dict.fromkeys("\u3001\u3002 ,;:!?()/\u201d\u2014", "marked"),
    "的": "followed",
}
# The segmenter's tags of words that go on with what a person does.   + 赵明 | 赴, 赵明 | 不   - 赵明 | 家
GOING_ON: Final = frozenset("vdpc")
# The segmenter's tags of lone characters that are words of the sentence.   + 李明 | 笑 | 了   - 宋知 | 远
# | 教授
NEVER_LEFT_OVER: Final = frozenset("vdpcurmx")
# An office given to the name in front.   + (应志坚)为省人大代表, (赵明)当选为市长   - (赵明)为人正直
FIRST_OF_APPOINTED: Final = frozenset("当出担任为")
APPOINTED: Final = re.compile(
    f"(?:当选为?|出任|担任|任|为)[{HAN}]{{0,16}}?(?:{'|'.join(POST_TITLES)})(?![{HAN}])"
)
