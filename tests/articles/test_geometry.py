"""Lines on a page to rectangles: columns are one, headlines and other columns stand apart."""

import pytest

from articles.geometry import Rectangle, rectangles_of

# A headline over two columns; three lines in the left one, two in the right one.
HEADLINE = (0, 10, 1000, 1000, 5000, 1400)
LINES = [
    HEADLINE,
    (12, 30, 1100, 1500, 2900, 1600),
    (30, 50, 1000, 1620, 2900, 1720),
    (50, 60, 1000, 1740, 2000, 1840),
    (62, 80, 3100, 1500, 5000, 1600),
    (80, 100, 3100, 1620, 5000, 1720),
]


def test_the_lines_of_a_column_are_one_rectangle():
    assert rectangles_of([(12, 60)], LINES) == [(1000, 1500, 2900, 1840)]


def test_another_column_is_another_rectangle():
    assert rectangles_of([(12, 100)], LINES) == [
        (1000, 1500, 2900, 1840),
        (3100, 1500, 5000, 1720),
    ]


def test_a_headline_stands_apart_from_the_columns_under_it():
    [headline, *columns] = rectangles_of([(0, 100)], LINES)
    assert headline == HEADLINE[2:]
    assert len(columns) == 2


def test_a_piece_of_a_line_stands_where_the_line_does():
    assert rectangles_of([(55, 56)], LINES) == [(1000, 1740, 2000, 1840)]


@pytest.mark.parametrize("span", [(10, 12), (60, 62), (100, 120), (30, 30)])
def test_what_is_in_no_line_stands_nowhere(span):
    assert rectangles_of([span], LINES) == []


def test_pieces_of_one_place_stand_there_once():
    whole = [(0, 90, 0, 0, 10_000, 9000)]
    assert rectangles_of([(0, 10), (20, 30)], whole) == [(0, 0, 10_000, 9000)]


@pytest.mark.parametrize(("top", "count"), [(1950, 1), (1970, 2)])
def test_lines_that_stand_far_apart_are_two_rectangles(top, count):
    lines = [LINES[3], (60, 62, 1000, top, 2000, top + 100)]
    assert len(rectangles_of([(50, 62)], lines)) == count


@pytest.mark.parametrize(("left", "count"), [(850, 1), (840, 2)])
def test_a_line_that_reaches_beyond_the_column_stands_apart(left, count):
    lines = [LINES[3], (60, 62, left, 1850, 1500, 1950)]
    assert len(rectangles_of([(50, 62)], lines)) == count


def test_a_rectangle_knows_how_large_it_is():
    rectangle = Rectangle(10, 20, 40, 90)
    assert (rectangle.width, rectangle.height) == (30, 70)


@pytest.mark.parametrize(
    ("edges", "is_held"),
    [
        ((10, 20, 40, 90), True),
        ((11, 21, 39, 89), True),
        ((9, 20, 40, 90), False),
        ((10, 19, 40, 90), False),
        ((10, 20, 41, 90), False),
        ((10, 20, 40, 91), False),
    ],
)
def test_a_rectangle_holds_what_does_not_reach_beyond_it(edges, is_held):
    whole = Rectangle(10, 20, 40, 90)
    assert whole.holds(Rectangle(*edges)) == is_held
