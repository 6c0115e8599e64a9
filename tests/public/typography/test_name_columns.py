"""Long lists of names are set in columns, in the order of print."""

from articles.pieces import Piece
from public.typography.name_columns import FEWEST_NAMES, stretches_of

NAMES = [f"{surname}一帆" for surname in "赵钱孙李周吴郑王冯陈褚卫"]
LIST = "、".join(NAMES)


def joined(pieces: list[Piece]) -> str:
    return "".join(piece.text for piece in pieces)


def test_a_long_list_is_parted_from_the_words_around_it():
    paragraph = [
        Piece("主席团成员"),
        Piece(NAMES[0], person=7),
        Piece(LIST.removeprefix(NAMES[0])),
        Piece("等到会。"),
    ]
    before, roster, behind = stretches_of(paragraph, NAMES)
    assert joined(before.pieces) == "主席团成员"
    assert joined(behind.pieces) == "等到会。"
    listed = [joined(name) for name in roster.names]
    assert listed == [f"{name}、" for name in NAMES[:-1]] + [NAMES[-1]]
    assert roster.names[0][0].person == 7


def test_one_name_that_is_not_known_belongs_to_the_list():
    _, roster, _ = stretches_of([Piece(LIST)], NAMES[:5] + NAMES[6:])
    assert len(roster.names) == FEWEST_NAMES


def test_the_mark_behind_the_last_name_stays_with_it():
    _, roster, behind = stretches_of([Piece(f"{LIST}。会议开始。")], NAMES)
    assert joined(roster.names[-1]) == f"{NAMES[-1]}。"
    assert joined(behind.pieces) == "会议开始。"


def test_a_short_list_and_a_list_of_things_run_on():
    short = [Piece("、".join(NAMES[:-1]))]
    things = [Piece("、".join(["农田"] * FEWEST_NAMES))]
    for paragraph in (short, things):
        (whole,) = stretches_of(paragraph, NAMES)
        assert whole.pieces == paragraph
