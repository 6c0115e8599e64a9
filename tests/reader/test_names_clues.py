"""Names that clues decide, the clues themselves, and how their worths are fitted."""

from __future__ import annotations

import pytest

from bench import fit_names, given_names
from bench.labelled_sentences import Sentence
from reader.names.candidates.japanese import japanese
from reader.names.candidates.surnamed import surnamed
from reader.names.clues import fitted
from reader.names.clues.given_names import given_odds, surname_odds
from reader.names.clues.own_clues import surname_of
from reader.names.weighing.candidate import weighed
from reader.names.weights import WEIGHTS
from reader.names.words import cut_words
from tests.reader.named import names_in


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("晏大山就把鱼挑到了集上。", "晏大山"),
        ("村口的邵力川抵达时雨已停了。", "邵力川"),
        ("木工戴冬梅的手艺最细。", "戴冬梅"),
        ("日本画家岩谷健太郎在湖边写生。", "岩谷健太郎"),
        ("画家池田千代子说，湖光正好。", "池田千代子"),
        ("古巴医生何塞·莫拉莱斯和两名护士同来。", "何塞·莫拉莱斯"),
        ("记者采访时哈布德·阿里回答了问题。", "哈布德·阿里"),
        ("团长颂猜·维拉蓬致了辞。", "颂猜·维拉蓬"),
        ("（日本）、汉斯·穆勒（德国）、", "汉斯·穆勒"),
        ("宇航员加加林说，地球是蓝的。", "加加林"),
        (
            "省体校的少年棋手有：甘肃瞿昭晨、山西冀珺安、湖南向淼、广西甘骎然。",
            "瞿昭晨 冀珺安 向淼 甘骎然",
        ),
        ("跳高第一名巨春梅，第二名母金桂。", "巨春梅 母金桂"),
        ("日本友人龟田得三到会，穗积一郎致辞。", "龟田得三 穗积一郎"),
        ("守门员鲜长胜把球挡了出去。", "鲜长胜"),
        ("由孙道平、乔榛林、丁建国三人主演。", "孙道平 乔榛林 丁建国"),
    ],
)
def test_clues_find_names(text: str, names: str) -> None:
    assert names_in(text) == names.split()


@pytest.mark.parametrize(
    "text",
    [
        "柳宗元医药集团昨天挂牌。",
        "邵逸夫图书馆旁新栽了两排树。",
        "苏东坡诗集又印了一版。",
        "书架上还有三本《安徒生童话》和《鲁迅小传》。",
        "街坊把新房子盖到了杨家湾口。",
        "3月13日,南湖县第一批早稻在连栋大棚里完成育秧。",
        "政协委员应邀参加，代表列席。",
        "参赛的有甘肃白银、江苏常州、湖南岳阳、安徽安庆。",
        "第一名高出第二名两分。",
        "有关部门释放了善意，也解释了原因。",
        "新鲜长豆角上市，村里的小岛上种满了橘子。",
    ],
)
def test_what_is_named_after_somebody_and_places_are_no_mentions(
    text: str,
) -> None:
    assert names_in(text) == []


def test_what_looks_better_with_its_surname_stays_so() -> None:
    words = cut_words("黑田之介说，很好。")
    better = next(one for one in surnamed(words) if one.span == (0, 4))
    assert not list(japanese(words, {(0, 4): better}))
    assert list(japanese(words, {}))


def test_a_decree_about_somebody_mentions_them() -> None:
    text = "会上宣读了《关于晏大山同志任职的通知》。"
    assert names_in(text) == ["晏大山"]


def test_clues_decide_only_what_rules_leave_open() -> None:
    words = cut_words("晏大山就走了。")
    open_one = weighed(words, 0, 3, 1.5)
    assert fitted.is_fitted(open_one)
    assert not fitted.is_fitted(open_one._replace(form=WEIGHTS.dotted))
    assert not fitted.is_fitted(open_one._replace(form=-3.0))
    assert not fitted.is_fitted(open_one.raised(WEIGHTS.accept))
    sure = open_one._replace(form=WEIGHTS.accept + WEIGHTS.clues_against)
    assert not fitted.is_fitted(sure)
    doubted = open_one._replace(form=3.0, before=0.75, after=0.5)
    assert fitted.is_fitted(doubted)
    assert not fitted.is_fitted(doubted._replace(before=3.0, form=1.0))


def test_a_doubtful_run_never_outweighs_a_sure_one() -> None:
    words = cut_words("晏大山就走了。")
    name = weighed(words, 0, 3, 1.5)
    (raised,) = fitted.fitted(words, [name])
    assert WEIGHTS.accept <= raised.points
    assert raised.points <= WEIGHTS.accept + WEIGHTS.clues_above


def test_clues_name_what_stands_around_a_run() -> None:
    words = cut_words("渔民晏 山（左）、")
    start = words.text.index("晏")
    name = weighed(words, start, start + 3, 1.0)
    clues = dict(fitted.clues_of(words, name))
    assert clues["surname clear of 2"] == 1
    assert clues["padded"] == 1
    assert "before 民" not in clues
    assert clues["behind ("] == 1
    inside = cut_words("市委书记陆景行在座谈会上作了部署。")
    cut = weighed(inside, 4, 7, 1.0)
    assert dict(fitted.clues_of(inside, cut))["behind inside"] == 1


def test_given_names_have_odds() -> None:
    both, least = given_odds("文炳") or (0, 0)
    assert both > least > 1
    only, same = given_odds("琳") or (0, 0)
    assert only == same > 1
    assert given_odds("一二三") is None
    low, _ = given_odds("的了") or (0, 0)
    assert low < -3
    assert surname_odds("晏") > surname_odds("时")


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("欧阳明", ("compound", 2)),
        ("池田大作", ("japanese", 2)),
        ("王明", ("clear", 1)),
        ("林明", ("frequent", 1)),
        ("时明", ("wordy", 1)),
        ("哈明", ("rare", 1)),
        ("秀巧", ("no", 0)),
    ],
)
def test_surnames_are_of_kinds(name: str, kind: tuple[str, int]) -> None:
    assert surname_of(name) == kind


def test_what_clues_are_worth_is_fitted() -> None:
    names = [
        fit_names.Example({"good": 1, "size": 2, "seldom": 1}, is_name=True),
        *[fit_names.Example({"good": 1, "size": 2}, is_name=True)] * 20,
        *[fit_names.Example({"bad": 1, "size": 1}, is_name=False)] * 20,
    ]
    worths = fit_names.fit(names)
    assert worths["good"] > 0 > worths["bad"]
    assert "seldom" not in worths
    assert fit_names.fit(names) == worths


def test_a_third_of_the_sentences_is_left_out() -> None:
    sentences = fit_names.marked_sentences()
    assert len(sentences) > 800
    left_out = list(filter(fit_names.is_left_out, sentences))
    assert 0.25 < len(left_out) / len(sentences) < 0.4
    assert (
        not fit_names.is_left_out(Sentence("甲乙丁", frozenset())) or left_out
    )


def test_characters_are_counted_in_names_and_words() -> None:
    places = given_names.Places()
    for entry in (
        given_names.Entry("王文炳", 9, "nr"),
        given_names.Entry("王炳", 9, "nr"),
        given_names.Entry("王文炳", 1, "nr"),
        given_names.Entry("文化", 9, "n"),
        given_names.Entry("文化宫", 9, "n"),
    ):
        places.count(entry)
    assert places.first.names == {"文": 1}
    assert places.second.names == places.only.names == {"炳": 1}
    assert places.surname.names == {"王": 1}
    assert places.first.words == {"文": 3}
    assert places.second.words == {"化": 3}
    assert places.second.tenths("炳") > 0 > places.second.tenths("化")
