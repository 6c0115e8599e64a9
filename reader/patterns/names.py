"""What a person's name, a title and a list of names look like in a Chinese newspaper.

Every row is data: a form met tomorrow is a word or a row added here. ``+`` marks what a row must
match, ``-`` what it must not. Text is folded first (``reader.layout.lines.fold``), so every mark
has one form. Weights are in the points of ``reader.names.candidates.shapes``."""

from __future__ import annotations

import re
from typing import Final

HAN: Final = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
DOTS: Final = "\u00b7"
SPACES: Final = " "


def row(words: str) -> tuple[str, ...]:
    """Return the words of one table row."""
    return tuple(words.split())


# Surnames that are hardly ever the first character of another word.
CLEAR_SURNAMES: Final = frozenset(
    "王李张刘陈杨赵黄周吴徐孙胡朱郭何罗宋郑谢韩唐冯董萧程曹袁邓许傅沈彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪姜范姚谭廖邹熊陆郝"
    "习崔邱秦侯邵孟龚黎庞樊殷陶翟颜倪俞葛聂邢岳覃霍翁阮柯闫肖易贺赖尹汤钱段雷龙毛孔康韦伍詹靳祁裴褚邬臧姬郜晏栾郁喻窦鄢虞卞竺冼佟栗匡巩"
    "卿蔺谌胥岑荆鞠巫缪邝鄂佘揭蒯禹苟奚屠瞿滕饶辜闵桂柏鲍屈甄欧耿牟祝梅庄辛涂舒凌霍亢呙訾郄郇隗芮阚桓厉嵇宦裘狄贲羿汲邴钭韶郦郤璩扈郏庾寇殳夔厍谯尧蹇琚綦庹雒郃隋戚丘芦郎邸敖糜逄亓麻慕晁逯宓沃昝湛骆樊梁杭仉佴茆禤蔄檀翦褟佀旷邾瑞凃仝"
)
# Surnames that are also everyday words or parts of many: they need more around them.
#   + 高原表示   - 高原地区, 万元, 时光, 石桥区
WORDY_SURNAMES: Final = frozenset(
    "曾年储伊过区于高方文万石江金白田任路关古米来全应原官单华强包左车房边党商计和向时连从成明常武安史顾温兰齐焦严牛季章鲁申尤毕丛柳管谷苗费纪盛童项曲游阳席卫查植甘景薄司宁解柴冉吉刁池晋苑畅宫简娄盖符木穆燕冀谈蒙迟宇"
    "冷卓花仇艾蓝稽井练仲乐封衣楚宗台桑银扬沙伏保乔林马洪施耐公令尚修初岩占危召展幸库德忻惠承朴水涛濮牧玉甫由皮矫砚秋税笪粟红缴臣茅荀荣莘蒲蓟衡豆贝贡赫逢邰那邓郗酆钮铁阙隆雍靖革鹿斯代冶凤刀励劳双青师昌浦丰归巢滑戎平云元莫卜宣诸索寿农容满闻居益盘付操苍富弓廉祖怀印扶茹慎弘禄蔚勾融麦帅束松乌漆宰杭"
)
# Surnames that are far oftener words: a title, a cue or a list must speak for them.   + 质检员火统元   -
# 火车到站
RARE_SURNAMES: Final = frozenset(
    "哈回展步支经干羊於仰暴咸籍能通鱼戈国广利越权相养空门火电战信敬母厚海达图仁奉赏招巨竹善沐虎黑斗候律旷撒税公过商"
)
# Of the surnames that are also words, the ones so frequent that a name is as likely as a word.
FREQUENT_SURNAMES: Final = frozenset("曾林马高金田洪石白江顾史任方常万安武乔文")
# Surnames that count things: behind a number or a pronoun they are no surname.   + 张明   - 那张表上, 一段路
COUNTING_SURNAMES: Final = frozenset("余张项段席包车门支束顿卷单封扇宗党丛员连路")
COUNTS: Final = frozenset("一二两三四五六七八九十百千几这那每数半某第0123456789")
COMPOUND_SURNAMES: Final = frozenset(
    row(
        "欧阳 尉迟 司马 司徒 上官 诸葛 皇甫 令狐 慕容 东方 西门 南宫 夏侯 公孙 轩辕 端木 百里 呼延 独孤 宇文 长孙 澹台 公冶 宗政 濮阳 淳于 单于 "
        "段干 梁丘 左丘 乐正 漆雕 公良 夹谷 壤驷 宰父 谷梁 羊舌 微生 公羊 公西 巫马 第五 太史 东郭 南门 子车 贺兰 哥舒 叱干 "
        "太叔 申屠 仲孙 钟离 闾丘 鲜于 司空 亓官 司寇 拓跋 万俟 闻人 赫连 完颜 纳兰 叶赫"
    )
)
# Of these, the ones that are also words.   + 装配工第五大江   - 第五大湖
WORDY_COMPOUNDS: Final = frozenset(
    row("第五 百里 东郭 南门 西门 乐正 太史 公羊 公良 子车 微生")
)

# Surnames of two characters in Japanese names.   + 小林健二   - 清水流过
JAPANESE_SURNAMES: Final = frozenset(
    row(
        "佐藤 铃木 高桥 田中 渡边 伊藤 山本 中村 小林 加藤 吉田 山田 佐佐 山口 松本 井上 木村 清水 斋藤 安倍 岸田 福田 麻生 小泉 鸠山 野田 石破 村上 川端 大江 "
        "黑泽 宫崎 池田 前田 藤田 冈田 后藤 长谷 石川 近藤 坂本 远藤 青木 藤井 西村 太田 三浦 冈本 松田 中岛 中野 原田 小野 竹内 金子 和田 中山 石原 森田 河野 "
        "福原 早田 羽生 本田 桥本 渡部 植田 上野 丰田 松下 盛田 稻盛"
    )
)
LONG_SURNAMES: Final = COMPOUND_SURNAMES | JAPANESE_SURNAMES
SURNAMES: Final = CLEAR_SURNAMES | WORDY_SURNAMES | RARE_SURNAMES | LONG_SURNAMES
# Of these, those that a word does not begin with oftener than a name.
USUAL_SURNAMES: Final = SURNAMES - RARE_SURNAMES

# Characters no given name holds.
NOT_GIVEN: Final = frozenset(
    "不的了是某我你他她它这那们或被把说着吗呢吧啊么个些每该此您咱谁啥么并但却地等而"
)
# Characters that end a place or a body far oftener than a name.   + 石桥区, 文化局   - 王建国
PLACE_ENDS: Final = frozenset(
    "班嫂婶奶妈爸牌栏卡岛箱券费款额派赛奖杯节区县市镇乡街路厂馆店局厅署院校所站队组社寺庙祠殿桥寨屯巷弄桥站港湾村州省部委办团会网报台感型性化式级类率"
)
# Characters that end a place and also a name.   + 王村, 刘家湾   - 陈江, 李岭
SOFT_ENDS: Final = frozenset(
    "梨桃橘柚枣莓瓜薯稻鸡鸭肉虾蟹糕饼奶汤粉菜鱼山苑译著河江湖岭坪冲塘坡洞楼阁园城门口关岛滩沟家里业人族语"
)

# Characters that end a dictionary word of three characters which is a place or a thing.   + 钟点工,
# 吕梁山   - 陈凯歌
THING_ENDS: Final = SOFT_ENDS | frozenset("工茶酒菜舞鱼草树木粉油虫鸟车戏病品记")

# Characters that end a thing of two characters oftener than a name.   + 栾树, 姜茶   - 常树
SOFT_SECONDS: Final = frozenset(
    "苑园简岭坪冲塘坡洞滩沟湾桃梨橘柚枣莓瓜果豆薯米麦稻树茶菜鱼草饭汤面湾庄屋楼寨"
)

# The last characters of what lists name besides people: places, dishes, plants.   + 黄龙洞、金鞭溪,
# 红烧肉、白切鸡
LISTED_THINGS: Final = (
    THING_ENDS | SOFT_SECONDS | frozenset("溪界谷峡肉鸡鸭虾蟹糕饼奶汁蛋花")
)

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
    "法定代表人 业主 老板 司机 家长 母亲 父亲 妈妈 爸爸 丈夫 妻子 儿子 女儿 夫人 哥哥 弟弟 姐姐 妹妹 爷爷 奶奶 爱人 孙子 孙女 老汉 大爷 大妈 男子 女子 男孩 女孩 男童 "
    "女童 小伙 小伙子 姑娘 烈士 劳模 先锋 战友 同事 嫌疑人 被告人 被告 原告 当事人 受害人 证人 议员 主持人 传承人 获得者 得主 作者 助理 上将 中将 少将 "
    "大校 上校 中校 少校 元帅 将军 皇帝 将领 领袖 导师 户主 贫困户 脱贫户 养殖户 种植户 农户 保安 护工 股东 主帅 主将 前锋 后卫 门将 中锋 皇后 "
    "太子 总督 巡抚 知县 县令 大臣 公主 女士 先生 徒弟 学徒 工友 室友 网红 主播 掌门人 带头人 主理人 经纪人 候选人 继承人 合伙人 名叫 叫做 姓名 "
    "人名 名为 署名 化名 笔名 原名 本名 真名 艺名 任命 免去 补选 推选 聘请 追授 陪同 是由 住户 监票人 总监票人 计票人 总计票人 "
    "绣娘 茶农 果农 菜农 花农 蜂农 老农 老兵 歌手 歌唱家 店主 船工 会计 出纳 木匠 石匠 铁匠 篾匠 裁缝 厨子 羊倌 支教 少年 少女 媳妇 老伴 师傅 小将 老将 女将 名将 外援 客商 船主 摊主 车主 房东 寨老 歌师 银匠 队医 射手 球星 棋手 骑手 鼓手 乐手 猎手 指挥家 钢琴家 提琴家 作曲家 舞蹈家 书法家 教育家 批评家 评论家 收藏家 剧作家 摄影家 慈善家 司务长 勤务员 通信员 老支书 老班长 老队长 老厂长 表哥 表弟 表姐 表妹 表姑 表叔 堂哥 堂弟 姑父 姨父 舅妈 婶婶 伯伯 叔叔 阿姨 外婆 外公 祖父 祖母 养女 养子 长子 次子 长女 次女 独子 独女 "
    "其弟 其兄 其妻 其夫 其子 其女 其父 其母 其妹 其姐 前夫 前妻 女婿 儿媳 外孙 外甥 侄子 侄女 岳父 岳母 伯父 叔父 舅舅 姑姑 主创 领唱 旗手 推举"
)
# Whole groups: a name may follow, and so may anything.   + 村民王小明   - 村民安全, 群众方便
GROUP_WORDS: Final = row(
    "代表 党员 干部 职工 员工 工人 农民 村民 居民 市民 学生 同学 大学生 研究生 青年 群众 人员 官员 成员 会员 学员 队员 球员 选手 运动员 志愿者 义工 乘客 旅客 游客 "
    "读者 网友 患者 老人 专家 学者 消防员 英雄 模范 作家 画家 校友 企业家 科学家 艺术家 社员 亲属 邻居 秘书 老同志 老干部 老领导 老战士 老教师 老工人 老人家 牧民 渔民 工程师 中学生 高中生 初中生 小学生 男生 女生 考生 新生 毕业生 护林员 团员 委员 职员 市领导 县领导 省领导 区领导 州领导 领导"
)
BEFORE: Final[dict[str, float]] = {
    **dict.fromkeys("\u3001\u3002 ,;:!?(/\u201c\u201d\u2014\u25a0\u25b2", 0.5),
    **dict.fromkeys(
        row("的 由 经 叫 与 和 向 对 给 让 请 跟 及 是 以 为 被 把 使 替 找 见 受 听"),
        0.5,
    ),
    **dict.fromkeys(
        row(
            "他叫 她叫 选举 授予 表彰 奖励 邀请 会见 见到 遇到 找到 看到 感谢 采访 看望 慰问 纪念"
        ),
        1.0,
    ),
    "岁的": 2.0,
    "年级的": 2.0,
    **dict.fromkeys(GROUP_WORDS, 2.0),
    **dict.fromkeys(PERSON_WORDS, 2.1),
    "图为": 1.0,
    **dict.fromkeys(POST_TITLES, 3.0),
}
# What a title in front and a mark or verb behind add together: least points of the title, of what
# stands behind, of the form, and the points added; the first row that holds counts.
#   + 秘书长成长久;, 丈夫石金花,, 方成同志, 馆长高兴说, 居民平安今年67岁   - 书记明确指出, 记者高兴地说, 群众方便
FRAMED: Final = (
    (2.1, 2.0, -3.0, 3.0),
    (2.0, 2.2, -3.0, 3.0),
    (3.0, 0.5, -1.5, 2.0),
    (3.0, 0.6, -2.5, 3.0),
    (2.0, 0.5, 0.5, 1.0),
    (2.1, 0.5, 0.0, 1.5),
    (0.75, 0.5, 1.5, 0.25),
    (0.0, 2.5, 0.0, 2.0),
    (0.5, 2.2, 0.5, 1.0),
    (0.5, 2.6, -1.5, 2.0),
)
# The last character of a word that says what a person is.   + 质检员, 理发师, 策展人, 环卫工   - 国家, 增长, 或者, 施工
ROLE_ENDS: Final = frozenset(
    "户员师工匠家手者人长兵友弟妹哥姐嫂妻夫爷婆爸妈伯叔姨舅徒将帅"
)
# Of these, those that end what one person is.   + 环卫工, 测量员   - 消费者
TRADE_ENDS: Final = frozenset("员师工匠兵妻夫")

# What stands right behind a name.   + 赵明指出, 赵明同志, 赵明(女)   - 赵明区
SPEECH: Final = row(
    "通报 前来 提醒 指出 强调 表示 认为 介绍 告诉 提出 要求 坦言 透露 回忆 宣布 宣读 感慨 说道 解释 直言 呼吁 建议 希望 勉励 叮嘱 称赞 笑着 高兴地 激动地 补充 "
    "主持 出席 参加 列席 会见 会晤 考察 调研 视察 检查 走访 慰问 看望 致辞 致词 讲话 发言 汇报 传达 部署 当选 担任 带队 率队 率领 带领 陪同 一行 "
    "来到 深入 先后 分别 逝世 去世 牺牲 荣获 获得 夺得 供图 报道 摄影 撰文 作了 作工作 作报告 代表市 代表中共 主讲 主演 导演 饰演 扮演 创作 主编 "
    "出生 生于 毕业 接受 签署 点评 总结 领誓 领学 亲自 专程 随后 一一 介绍说 正在 曾任 现任 历任 不幸 当即 立即 连忙 赶紧 说起 执导 主唱 编剧 领衔 到会 到场 赶到 到校 坦承 笑道 另案 "
    "记得 觉得 明白 相信 担心 想起 知道 分析 分析说 判断 预测 预计 推测 坚信 感叹 直呼 自豪 调侃 打趣 证实 反映 抱怨 念叨 嘀咕 琢磨 若有所思 感激 欣慰 哽咽 动情 笑呵呵 乐呵呵 "
    "分获 分列 摘得 捧得 折桂 夺冠 问鼎 替补 首发 破门 执裁 执棒 执教 掌勺 献唱 起身 蹲在 坐在 站在 走进 走到 拿着 拿出 捧着 指着 背着 抱着 扛着 领着 掏出 翻开 骑着 握着"
)
# Of what stands behind a name, what only a person does.
SAYING: Final = row(
    "记得 觉得 感叹 念叨 打趣 抱怨 若有所思 哽咽 笑呵呵 乐呵呵 说 称 道 告诉 表示 介绍 介绍说 坦言 回忆 感慨 说道 笑道 笑着 直言 提醒"
)
# The last characters of a new word that more often go on with the sentence.   + 冯默 | 和同事   - 李和
GOES_ON: Final = frozenset(
    "和与在对向将为从已也还又把到说及带来去就因被让给以虽却副则既"
)
# The points of a title behind a name, where it is a word of its own.   + 赵明书记   - 赵明在主席台
TITLE_BEHIND: Final = 1.5
# The points of a mark behind a name.
MARKED: Final = 0.6
# Characters that follow a name again and again and are not its last.   - 赵明家, 赵明案
NO_LAST: Final = frozenset("家案等们队班组版杯奖书著译摄图文说吗的")
AFTER: Final[dict[str, float]] = {
    **dict.fromkeys(row("同志任 同志为"), 4.5),
    **dict.fromkeys(SPEECH, 2.0),
    **dict.fromkeys(SAYING, 2.2),
    **dict.fromkeys(
        row(
            "同志 先生 女士 小姐 老师 医生 律师 博士 警官 将军 元帅 教练 导演 老人 夫妇 夫妻 烈士 一家 等人 等同志 等领导 等市领导 摄"
        ),
        2.5,
    ),
    **dict.fromkeys(POST_TITLES, TITLE_BEHIND),
    "家庭": 2.0,
    **dict.fromkeys(
        row(
            "的妻子 的丈夫 的爱人 的父亲 的母亲 的爸爸 的妈妈 的儿子 的女儿 的哥哥 的姐姐 的弟弟 的妹妹 的爷爷 的奶奶 的孙子 的孙女 的徒弟 的师傅 的学生 的老师 的同事 的战友 的邻居 的老伴"
        ),
        2.0,
    ),
    **dict.fromkeys(row("原名 本名 笔名 艺名 化名 小名 别名 自称"), 2.5),
    **dict.fromkeys(
        row("父母 今年 家住 家里 家中 老家 和妻子 和丈夫 和儿子 和女儿"), 1.5
    ),
    **dict.fromkeys(
        (
            *"时前后在是被将为对向和与及等把也还又就便从到任率作获给让带以已都则曾正并刚因随副",
            "第一",
            "率先",
            "首先",
        ),
        0.5,
    ),
    **dict.fromkeys("\u3001\u3002 ,;:!?()/\u201d\u2014", MARKED),
    "的": 0.5,
}
# Verbs of speech of one character.
SAYS: Final = frozenset("说称道")
# Verbs of speech and titles of one character that also end words.   + 赵明 | 道   - 梅岭 | 古道
LATE_IN_WORDS: Final = frozenset("道称")
# A word that makes a place, a body or a verb of what it follows.   + 中山 | 路, 李宁 | 公司, 高兴 | 了   - 王伟
# | 路过
NOT_BEHIND_NAMES: Final = frozenset(
    row(
        "区 县 市 镇 乡 村 省 路 街 桥 河 湖 寺 庙 山庄 大道 公路 公司 集团 大桥 景区 社区 水库 机场 小学 中学 了 着 过 吗 呢"
    )
)
LONGEST_BEFORE: Final = max(map(len, BEFORE))
LONGEST_AFTER: Final = max(map(len, AFTER))
# Where none of these stands, no word of the tables ends or begins.
LAST_OF_BEFORE: Final = frozenset(word[-1] for word in BEFORE)
FIRST_OF_AFTER: Final = frozenset(word[0] for word in AFTER)

# A given name that says which child it is.   + 吴(老五), 冯(小二)   - 王(大妈)
NICKNAME: Final = re.compile(
    "[小老大阿][一二三四五六七八九毛宝根妹弟哥姐牛虎龙狗娃丫满]"
)
# What follows a surname as a name for people one does not call by their given name.   + 王先生, 李大妈
# - 王建国
FORMS_OF_ADDRESS: Final = frozenset(
    (
        *POST_TITLES,
        *PERSON_WORDS,
        *GROUP_WORDS,
        *row(
            "大叔 大婶 大嫂 大姐 大哥 大伯 阿姨 婆婆 师傅 氏 老 总 工 家 姓 姐 哥 叔 嫂 爷 奶 婶 伯 副 阿婆 阿公 阿叔 阿嫂 阿哥 阿姐 阿爷 阿伯 阿妈 阿爸 某 太太 夫人 老太 老师傅"
        ),
    )
)
# What the segmenter's tag of a lone first character takes from a name.   + 于洋   - 主任和专家表示, 强信心
NO_SURNAME: Final = {
    "p": 2.0,
    "c": 2.0,
    "d": 2.0,
    "u": 2.0,
    "r": 2.0,
    "m": 1.0,
    "v": 1.0,
    "a": 1.0,
}
# Of these tags, those of words of grammar, which no name is made of: prepositions, conjunctions,
# particles, pronouns.
GRAMMAR: Final = frozenset("pcur")
# The preposition that is far oftener a surname behind a title, and the segmenter's tags of what
# follows it as one.
#   + 教练于春水   - 主任于昨日, 书记于北京
YU: Final = "于"
WHEN_AND_WHERE: Final = ("t", "m", "s", "r", "q", "ns")
# Surnames that are words of grammar: a new word with one is none of a role.   - 员工应知
MODALS: Final = frozenset("应可能须要曾经由从为向和与")
# What stands before a surname as a familiar name.   + 小王, 老周
FAMILIAR: Final = frozenset("\u5c0f\u8001\u5927\u963f")
# The segmenter's tags of words that are no names: verbs, adjectives, adverbs, conjunctions,
# pronouns.
NEVER_NAMES: Final = frozenset("vadcprubt")
# The segmenter's tags of words that go on with what a person does.   + 赵明 | 赴, 赵明 | 不   - 赵明 | 家
GOING_ON: Final = frozenset("vdpc")
# The segmenter's tags of lone characters that are words of the sentence.   + 李明 | 笑 | 了   - 宋知 | 远
# | 教授
NEVER_LEFT_OVER: Final = frozenset("vdpcurmx")
# What a word that goes on with the sentence adds.
WEAK: Final = 0.5
# The segmenter's tags of dictionary words that are given names or like them.   + 桂兰, 英杰   - 发展
GIVEN_TAGS: Final = ("nr", "ns", "nz")
# The segmenter's tags of words for what somebody is like.   + 舒畅, 明亮   - 强调
QUALITIES: Final = frozenset(("a", "ad", "an"))
# The characters that begin a surname.
SURNAMES_BEGIN: Final = "".join(sorted({surname[0] for surname in SURNAMES}))
# Where a surname may begin a name: the start of every candidate.   + 王小明 (王)   - 小明
SURNAME_AT: Final = re.compile(
    f"(?=([{SURNAMES_BEGIN}])(?:[{HAN}]|[{SPACES}]{{1,3}}[{HAN}]))"
)
# One or two characters that can follow a surname.   + 王(建国)   - 王(的人)
GIVEN: Final = re.compile(f"(?:(?![{''.join(sorted(NOT_GIVEN))}])[{HAN}]){{1,2}}")
# What brackets or the next clause say of a person.   + 今年42岁, (女), (女,苗族), (左二), (化名)   -
# (以上排名不分先后)
PERSONAL: Final = re.compile(
    r"\([^()\n]{0,8}?(女|男|族|化名|左|右|中|前排|后排|饰|岁|兼|国籍)[^()\n]{0,6}\)|, ?([男女])(?=[,\u3001])|,?(?:今年)?(?:\d{1,3}|[一二三四五六七八九十]{2,3})岁"
)
# Those of them that only stand behind names.   + 田汉(女,土家族), 张大方,男,   - 高山(左)
ROSTER_MARKS: Final = frozenset(("女", "男", "族", "化名"))
# An office given to the name in front.   + (应志坚)为省人大代表, (赵明)当选为市长   - (赵明)为人正直
APPOINTED: Final = re.compile(
    f"(?:当选为?|出任|担任|任|为)[{HAN}]{{0,16}}?(?:{'|'.join(POST_TITLES)})(?![{HAN}])"
)
# An age in front of who somebody is.   + 89岁的老桨手(江流)   - 13岁以下的选手
AGED: Final = re.compile(f"[0-9一二三四五六七八九十]岁的?[{HAN}]{{1,8}}$")
# What is grown and what is done with it.   - 黄桃种到山上
LONGEST_AGE: Final = 14
GROWN: Final = re.compile("[桃梨橘柚枣莓瓜果豆薯米麦稻茶菜鱼][种植产苗树熟采卖养销]$")
# A two-character name padded to three places by the typesetter.   + 柏 松   - 柏松, 王 小明
PADDED: Final = re.compile(f"[{HAN}][{SPACES}]{{1,3}}[{HAN}]")
# A whole item of a list that may be a name.   + 热地, 咸辉, 柏 松   - 市委书记处, 李岚等
SHORT_NAME: Final = re.compile(f"[{HAN}]{{2,4}}(?<![等们的了])|{PADDED.pattern}")
# What is said of one person of a list, in brackets behind the name.   + (女), (蒙古族)   -
# (以上排名不分先后按姓氏笔画)
ANNOTATION: Final = re.compile(r"\([^()\n]{1,12}\)")
# A 、 inside what a list of people won.   + 分获男、女, 第二、三名   - 王男、李女
NO_SEPARATOR: Final = re.compile(
    "(?<=男)\u3001(?=女)|(?<=[一二三四五六七八九0-9金银])\u3001(?=[一二三四五六七八九十0-9银铜])"
)
# A stretch that one list of names cannot outrun.   + ...主席是 | A、B、C | 。
STRETCH: Final = re.compile("[^\u3002;:!?,\u201c\u201d\u300a\u300b\n]+")
# What parts the items of a list.
SEPARATOR: Final = re.compile(f"[\u3001{SPACES}]")
# What stands behind a whole item that is not the last.   + 于谦和 | 、   - 沈浪 | 将与
ENDS_ITEM: Final = frozenset("\u3001( ")
# The items of a list: between 、, or between spaces where a stretch has none.
LAST_BUT_ONE: Final = re.compile(
    f"(?:[{HAN}]{{2,4}}|{PADDED.pattern})\0*(以及|和|与|及)(?=[{HAN}]{{2}})"
)
# What joins two names, and what brackets may say between.   + 郝美玲(左)和张日, 师佳宁/尚春晓   - 郝美玲、张日
JOINED: Final = re.compile("(?:\\([^()\n]{1,12}\\))?[和与及/]")
BETWEEN_COMMAS: Final = re.compile("[^\u3001]+")
BETWEEN_SPACES: Final = re.compile(f"{PADDED.pattern}(?![{HAN}])|[^{SPACES}\0]+")
LONGEST_CUE: Final = 5
# What introduces a list of names.   + 在主席台就座的有:, 代表名单, 执行主席是:   - 提出三点要求:
LIST_CUE: Final = re.compile(
    "(?:有|是|为|名单|人员|成员|委员|主席|代表|如下|排序|主席团|参加|出席|同志|授予|任命|表彰)[:(]?$"
)
# A theory whose name the segmenter keeps whole, its author in it; the author is a mention.   +
# 毛泽东思想   - 列宁主义
FORMULA: Final = re.compile("毛泽东(?=思想)|邓小平(?=理论)")
# What joins two such names.   + 肖恩·约翰逊(和)纳斯蒂娅·柳金   - 和·约翰逊
JOINS_DOTTED: Final = re.compile(f"[和与](?=[{HAN}]{{1,8}}[{DOTS}])")
# A name in several parts: minority and foreign names.   + 帕巴拉·格列朗杰, 列奥纳多·达·芬奇, 让-马克·杜邦   - 《英·雄》,
# 日报·掌上
DOTTED: Final = re.compile(
    f"(?:[{HAN}]{{1,4}}-)?(?:[{HAN}]{{1,8}}|[A-Z])(?:[{DOTS}](?:[{HAN}]{{1,8}}|[A-Z](?=[{DOTS}])))+"
)
# A line that begins with a name and says behind it who it is.   + 李明 市公交公司驾驶员, 尹 力(女) 护士长
HEAD_OF_LINE: Final = re.compile(
    f"({PADDED.pattern}|[{HAN}]{{2,4}}|{DOTTED.pattern})(?={ANNOTATION.pattern}|[{SPACES}:])"
)
