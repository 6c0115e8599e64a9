"""Words for people: titles, trades, relations, groups, forms of address.

``+`` marks what a row must match, ``-`` what it must not. Text is folded first
(``reader.layout.lines.fold_width``)."""

from __future__ import annotations

from typing import Final

from reader.patterns.characters import row

# Titles of an office. They are posts, and a name that follows one is nearly sure.
#   + 市委副书记, 秘书长, 总书记   - 执行主席 (a part in a meeting), 村民, 女党员
POST_TITLES: Final = row(
    "总书记 书记 主席 总理 总统 首相 委员长 国务卿 议长 大使 总领事 领事 特使 外长 防长 财长 参赞 公使 省长 市长 县长 区长 州长 盟长 旗长 镇长 乡长 村长 "
    "局长 厅长 部长 处长 科长 司长 署长 院长 校长 所长 站长 台长 社长 队长 组长 团长 连长 营长 旅长 师长 军长 排长 行长 会长 庭长 馆长 园长 厂长 矿长 "
    "店长 船长 机长 舰长 室长 股长 理事长 董事长 秘书长 检察长 审判长 参谋长 护士长 指挥长 总指挥 司令员 司令 政委 主任 委员 常委 总裁 总经理 经理 "
    "董事 理事 专员 督学 总监 总编辑 主编 总工程师 总会计师 总经济师 顾问 调研员 巡视员 督导员 参事 院士 教授 研究员 主任医师 主治医师 "
    "领队 列车长 人大代表 政协委员 党代表 发言人 支书 嘎查长 苏木达 都统 里长 保长 会计师 审计长 关长 监狱长 监事长 教导员 指导员 护林长 河长 林长"
)
# Who a person is to others or to the trade, where the last character does not say it.   + 丈夫何山   -
# 职工李明
PERSON_WORDS: Final = row(
    "班长 教师 老师 医生 护士 律师 记者 编辑 编剧 导演 演员 诗人 教练 主教练 冠军 亚军 裁判 警察 民警 交警 辅警 警官 战士 士兵 博士 硕士 博导 创始人 负责人 "
    "法定代表人 业主 老板 司机 家长 母亲 父亲 妈妈 爸爸 丈夫 妻子 儿子 女儿 夫人 哥哥 弟弟 姐姐 妹妹 爷爷 奶奶 爱人 孙子 孙女 老汉 大爷 大妈 男子 女子 男孩 "
    "女孩 男童 "
    "女童 小伙 小伙子 姑娘 烈士 劳模 先锋 战友 同事 嫌疑人 被告人 被告 原告 当事人 受害人 证人 议员 主持人 传承人 获得者 得主 作者 助理 上将 中将 少将 "
    "大校 上校 中校 少校 元帅 将军 皇帝 将领 领袖 导师 户主 贫困户 脱贫户 养殖户 种植户 农户 保安 护工 股东 主帅 主将 前锋 后卫 门将 中锋 皇后 "
    "太子 总督 巡抚 知县 县令 大臣 公主 女士 先生 徒弟 学徒 工友 室友 网红 主播 掌门人 带头人 主理人 经纪人 候选人 继承人 合伙人 名叫 叫做 姓名 "
    "人名 名为 署名 化名 笔名 原名 本名 真名 艺名 任命 免去 补选 推选 聘请 追授 陪同 是由 住户 监票人 总监票人 计票人 总计票人 "
    "绣娘 茶农 果农 菜农 花农 蜂农 老农 老兵 歌手 歌唱家 店主 船工 会计 出纳 木匠 石匠 铁匠 篾匠 裁缝 厨子 羊倌 支教 少年 少女 媳妇 老伴 师傅 小将 老将 女将 "
    "名将 外援 客商 船主 摊主 车主 房东 寨老 歌师 银匠 队医 射手 球星 棋手 骑手 鼓手 乐手 猎手 指挥家 钢琴家 提琴家 作曲家 舞蹈家 书法家 教育家 批评家 评论家 "
    "收藏家 剧作家 摄影家 慈善家 司务长 勤务员 通信员 老支书 老班长 老队长 老厂长 表哥 表弟 表姐 表妹 表姑 表叔 堂哥 堂弟 姑父 姨父 舅妈 婶婶 伯伯 叔叔 阿姨 外婆 "
    "外公 祖父 祖母 养女 养子 长子 次子 长女 次女 独子 独女 "
    "其弟 其兄 其妻 其夫 其子 其女 其父 其母 其妹 其姐 前夫 前妻 女婿 儿媳 外孙 外甥 侄子 侄女 岳父 岳母 伯父 叔父 舅舅 姑姑 主创 领唱 旗手 推举"
)
# Whole groups: a name may follow, and so may anything.   + 村民王小明   - 村民安全, 群众方便
GROUP_WORDS: Final = row(
    "代表 党员 干部 职工 员工 工人 农民 村民 居民 市民 学生 同学 大学生 研究生 青年 群众 人员 官员 成员 会员 学员 队员 球员 选手 运动员 志愿者 义工 乘客 旅客 游客 "
    "读者 网友 患者 老人 专家 学者 消防员 英雄 模范 作家 画家 校友 企业家 科学家 艺术家 社员 亲属 邻居 秘书 老同志 老干部 老领导 老战士 老教师 老工人 老人家 牧民 "
    "渔民 工程师 中学生 高中生 初中生 小学生 男生 女生 考生 新生 毕业生 护林员 团员 委员 职员 市领导 县领导 省领导 区领导 州领导 领导"
)
# What follows a surname as a name for people one does not call by their given name.   + 王先生, 李大妈
# - 王建国
FORMS_OF_ADDRESS: Final = frozenset(
    (
        *POST_TITLES,
        *PERSON_WORDS,
        *GROUP_WORDS,
        *row(
            "大叔 大婶 大嫂 大姐 大哥 大伯 阿姨 婆婆 师傅 氏 老 总 工 家 姓 姐 哥 叔 嫂 爷 奶 婶 伯 副 阿婆 阿公 阿叔 阿嫂 阿哥 阿姐 阿爷 阿伯 阿妈 "
            "阿爸 某 太太 夫人 老太 老师傅"
        ),
    )
)
