"""People in running text: each row is a text and the names in it, under the difficulty it stands
for.
"""

from __future__ import annotations

import pytest

from reader.results import PageContext
from tests.reader.growth import assert_linear
from tests.reader.named import names_in

FOUND = {
    "a title in front": ("市委书记陆景行在座谈会上作了部署。", "陆景行"),
    "同志 behind": ("会议由魏长卿同志主持。", "魏长卿"),
    "a verb of speech behind": ("邹亦凡指出，要把实事办实。", "邹亦凡"),
    "a role the segmenter knows only by its last character": (
        "质检员孟小满把图纸铺开。",
        "孟小满",
    ),
    "a given name that is a common word": (
        "项目经理彭建设说，工期不等人。",
        "彭建设",
    ),
    "a given name that is a place": (
        "工会主席郭长春、工人代表程武宁先后发言。",
        "郭长春 程武宁",
    ),
    "a title behind": ("记者见到了宋知远教授。", "宋知远"),
    "compound surnames": (
        "副市长欧阳旭、审判长司徒静文、教师诸葛明出席。",
        "欧阳旭 司徒静文 诸葛明",
    ),
    "a rare surname": ("村医昝玉梅背着药箱进了山。", "昝玉梅"),
    "two characters": ("县长姚远陪同调研。", "姚远"),
    "one name in two clauses": (
        "与会者听取了聂海的报告。聂海说，数据要实。",
        "聂海 聂海",
    ),
    "brackets that say a person": (
        "贺小雨（女，苗族）、田大年（左）合影。",
        "贺小雨 田大年",
    ),
    "a formula with a leader's name": (
        "以习近平新时代中国特色社会主义思想为指导",
        "习近平",
    ),
    "theories named after their authors": (
        "毛泽东思想、邓小平理论",
        "毛泽东 邓小平",
    ),
    "a person of history without any title": (
        "从屈原到杜甫，诗人们都写过这条江。",
        "屈原 杜甫",
    ),
    "an office given behind the name": (
        "会议任命阮志成为市民政局局长。",
        "阮志成",
    ),
    "a padded name": ("家住南岸的秦 川是市作协主席秦 川的侄子。", "秦川 秦川"),
    "a foreign name written by its sounds": (
        "塞尔维亚教练斯托扬诺维奇说，队员们尽力了。",
        "斯托扬诺维奇",
    ),
    "sounds before a word of the same characters": (
        "教练斯托扬诺维奇比赛后离开。",
        "斯托扬诺维奇",
    ),
    "a foreign name the dictionary takes for a place": (
        "国务卿安德森说",
        "安德森",
    ),
    "a Japanese name cut into three words": (
        "教授田中国立说，很好。",
        "田中国立",
    ),
    "a Japanese name": ("日本陶艺家小林健二前来驻留。", "小林健二"),
}

LISTS = {
    "after a cue": (
        "出席会议的有：钱一鸣、蒋文、华为民、章平、向阳。",
        "钱一鸣 蒋文 华为民 章平 向阳",
    ),
    "words that are names among names": (
        "参加活动的有段克勤、高原、万里、安宁、时光、徐望舒。",
        "段克勤 高原 万里 安宁 时光 徐望舒",
    ),
    "titles in mid-list": (
        "市人大常委会副主任葛云生、阎立新、冉正，秘书长成长久；副市长汤立新到会。",
        "葛云生 阎立新 冉正 成长久 汤立新",
    ),
    "padded, with sex and nationality": (
        "柏　松、韦　唯（女，壮族）、阿依古丽（女，维吾尔族）、龙大江（苗族）、王　芳（女）",
        "柏松 韦唯 阿依古丽 龙大江 王芳",
    ),
    "between spaces": (
        "段克勤 丁 山 于 洋 马建国 王卫星 欧阳春晓 徐望舒",
        "段克勤 丁山 于洋 马建国 王卫星 欧阳春晓 徐望舒",
    ),
    "the last joined by 和": (
        "副主任鲁平、夏雨和秘书长关山月出席。",
        "鲁平 夏雨 关山月",
    ),
    "spaces behind the mark": (
        "出席的有：王建国、 李明、 张小红。",
        "王建国 李明 张小红",
    ),
    "run together": ("徐望舒宋廷玉钟离岳等出席", "徐望舒 宋廷玉 钟离岳"),
    "between spaces, a line joined behind a note": (
        "马海燕（女）　王　者　韦金花（女，壮族）毛雪峰　文　武　龙　飞（女，苗族）　卢　山　田　野",
        "马海燕 王者 韦金花 毛雪峰 文武 龙飞 卢山 田野",
    ),
    "ending in 等": (
        "授予唐小毛、冯五一、聂老根等10名同志称号。",
        "唐小毛 冯五一 聂老根",
    ),
    "open at the end of the sentence": (
        "民警路远、钟胜利、薛兵将其控制。",
        "路远 钟胜利 薛兵",
    ),
    "names without a Chinese surname": (
        "热地、布赫、段克勤、徐望舒、咸辉、宋廷玉出席。",
        "热地 布赫 段克勤 徐望舒 咸辉 宋廷玉",
    ),
    "joined by 和 and a title in mid-list": (
        "推选马兰、金秋和秘书长高天民、白桦为理事。",
        "马兰 金秋 高天民 白桦",
    ),
    "a word of grammar behind the last": (
        "诗人顾晓风、沈浪将与读者见面。",
        "顾晓风 沈浪",
    ),
    "two, one beyond doubt": ("慰问了生病的职工郝美玲和张日。", "郝美玲 张日"),
    "two, the second beyond doubt": ("慰问了张日和郝美玲教授。", "张日 郝美玲"),
    "a verb behind the last": ("战士李军、赖斌说，看完很感动。", "李军 赖斌"),
    "full-width and half-width alike": (
        "段克勤(女)、徐望舒(回族),宋廷玉",
        "段克勤 徐望舒 宋廷玉",
    ),
}

DOTTED = {
    "a minority name": ("副主席帕尔哈提·吐尔地说", "帕尔哈提·吐尔地"),
    "cut free of the words before": (
        "土陶传承人吐尔逊·艾海提在拉坯",
        "吐尔逊·艾海提",
    ),
    "its last part in two words": (
        "出席的有帕巴拉·格列朗杰",
        "帕巴拉·格列朗杰",
    ),
    "before a bracket": ("艾合买提·阿不都拉（维吾尔族）", "艾合买提·阿不都拉"),
    "three parts": (
        "会见了安德烈·彼得罗维奇·索科洛夫一行",
        "安德烈·彼得罗维奇·索科洛夫",
    ),
    "initials": ("作家J·K·罗琳的新书", "J·K·罗琳"),
    "called by one part again": (
        "卡洛斯·门德斯来了。门德斯说，路很远。",
        "卡洛斯·门德斯 门德斯",
    ),
    "a dynasty in front of the dot": ("清·龚自珍的诗写得好。", "龚自珍"),
    "a hyphen in front that is no part of it": (
        "冠军-外援安德烈·索科洛夫接球。",
        "安德烈·索科洛夫",
    ),
    "more sounds in front than a name has": (
        "阿里门德斯门德斯连科科瓦连科·伊万诺夫古巴。",
        "连科科瓦连科·伊万诺夫",
    ),
    "more sounds behind than a name has": (
        "门德斯加里莫斯科·索科洛夫肖恩巴特尔。",
        "莫斯科·索科洛夫肖恩 巴特尔",
    ),
    "another form of the dot": ("副主席帕尔哈提•吐尔地说", "帕尔哈提•吐尔地"),
}

NOBODY = {
    "a district": "石桥区、高新区和南塘县都来了，石桥区区长讲话。",
    "virtues": "共产党员要廉洁奉公、艰苦奋斗、和睦邻里、勤劳致富。",
    "veterans": "老同志、老党员、老干部座谈。",
    "words the dictionary takes for persons": "创建文明城市、弘扬文明新风，建设智慧城市，增强安全感、幸福感。",
    "the word, not the person": "高原地区时光正好，万里长江一路向东，安宁祥和。",
    "an adverb behind a title": "市委书记明确指出问题，市长全程陪同，主任严格要求。",
    "a conjunction behind a title": "主任和专家表示，局长与群众交流，院长向代表们问好。",
    "no given name": "王先生、李大妈、何某某、张某等人，还有小刘和老周。",
    "a work with a dot": "歌剧《山·海》和杂志《北岸·人文》。",
    "house names with a dot": "北岸日报·掌上北岸讯",
    "two lone characters with a dot": "“山·海”工作室挂牌。",
    "a measure word": "那张表上写着三段路、两项任务、一席话。",
    "a place after a person": "中山路、李宁公司、张家界市、王村镇",
    "plants and dishes": "院里种着香樟、栾树，屋里备着姜茶、黄花菜、胡萝卜。",
    "foreign places": "伊拉克表示欢迎，埃塞俄比亚和哈萨克斯坦说将派队参加。",
    "a verb of surname and noun": "要强信心、明目标、理思路、找差距。",
    "a word that ends like a role": "国家高度重视，增长高位运行，施工方案明确，或者从严处理。",
    "the main stage": "在主席台前排就座。",
    "a space where a compound surname could begin": "他快步走上 前来。",
    "a mark by itself": "顿号“、”用在并列的词之间。",
    "a word that ends like a verb of speech": "春风里，梅岭古道醒了。",
    "idioms in a list": "评委会推选万里长城、高山流水为城市名片。",
    "announced words that no surname begins": "大会表彰的有青春、理想、奋斗。",
    "a list of provinces": "江苏、安徽、湖南、云南、江西五省。",
}


@pytest.mark.parametrize(
    ("text", "names"),
    [*FOUND.values(), *LISTS.values(), *DOTTED.values()],
    ids=[*FOUND, *LISTS, *DOTTED],
)
def test_names_are_found_as_printed(text: str, names: str) -> None:
    assert names_in(text) == names.split()


@pytest.mark.parametrize("text", NOBODY.values(), ids=NOBODY)
def test_words_are_not_taken_for_names(text: str) -> None:
    assert names_in(text) == []


def test_lines_that_begin_with_names_vouch_for_each_other() -> None:
    text = "唐小毛 市轴承厂钳工\n滚兴华（侗族） 寨蒿镇木匠\n仰阿莎（女，苗族） 银饰作坊银匠\n宁国栋 环卫站环卫工"
    assert names_in(text) == ["唐小毛", "滚兴华", "仰阿莎", "宁国栋"]


def test_the_paper_is_named_after_a_place() -> None:
    text = "丘山高铁站昨日开通。\n丘山欢迎您。"
    assert names_in(text, context=PageContext(newspaper="丘山日报")) == []


def test_what_is_a_place_elsewhere_is_no_person() -> None:
    text = "梅山高铁站昨日开通。\n梅山县举行仪式。"
    assert names_in(text) == []


def test_a_dotted_word_that_begins_inside_a_word_is_read() -> None:
    assert names_in("由陕西路·山海关路口向东") == []


def test_two_lines_are_no_list() -> None:
    assert names_in("连翘 五克\n黄芩 三克") == []


@pytest.mark.parametrize(
    "unit",
    [
        "\uff08",
        "王建国、李明、",
        "王建国李明亮",
        "王 ",
        "王",
        "卡·",
        "斯特",
        "王明为",
        "王明和",
        "卓玛",
        "出席的有",
        "推选王、",
        "就座",
    ],
)
def test_time_grows_with_the_text_alone(unit: str) -> None:
    assert_linear(names_in, unit, 2_000)
