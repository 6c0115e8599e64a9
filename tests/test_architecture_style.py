"""Small files, short functions, light lines, and habits that stay."""

from __future__ import annotations

import pytest

from tests.architecture import budgets, habits, house
from tests.architecture.source import Source, code, hold, templates
from tests.architecture.source import house as sources_of


def hold_each(rule, sources) -> None:
    """Hold each of these files to a rule."""
    hold(complaint for source in sources for complaint in rule(source))


def of(rule, text: str, path: str = "people/names.py") -> list[str]:
    """Return what a rule has against a made-up file."""
    return [complaint.words for complaint in rule(Source(path, text))]


# Budgets


def test_files_and_functions_keep_their_budgets():
    hold_each(budgets.too_long, [*code(), *sources_of("bench")])


def test_templates_keep_their_budgets():
    assert len(templates()) > 40
    hold_each(budgets.too_long_a_template, templates())


def test_every_line_of_python_keeps_its_budget():
    manage = Source("manage.py", (house.ROOT / "manage.py").read_text())
    everything = [manage, *sources_of(), *sources_of(*house.WORKSHOPS)]
    # Migrations are written by Django.
    ours = [source for source in everything if not source.is_migration]
    hold_each(budgets.too_wide, ours)


def test_commands_are_shells():
    hold_each(budgets.more_than_a_shell, code())


def test_most_functions_are_short():
    everything = [*code(), *sources_of("bench")]
    lengths = [
        budgets.length(f)
        for source in everything
        for f in budgets.functions(source)
    ]
    hold(budgets.too_many_long_functions(lengths))


LONG = "def long():\n" + "    pass\n" * 40
COMMAND = "class Command:\n" + "    a = 1\n" * 25


@pytest.mark.parametrize(
    ("rule", "path", "text"),
    [
        (budgets.too_long, "people/verbs.py", "\n" * 301),
        (budgets.too_long, "people/models.py", "\n" * 351),
        (budgets.too_long, "people/models/person.py", "\n" * 301),
        (budgets.too_long, "people/verbs.py", LONG),
        (budgets.too_long, "people/verbs.py", LONG.replace("def", "async def")),
        (budgets.too_wide, "people/verbs.py", "#" * 101),
        (budgets.too_wide, "people/verbs.py", f'NAME = """\n{"字" * 101}\n"""'),
        (
            budgets.too_long_a_template,
            "templates/people/person_list.html",
            "\n" * 131,
        ),
        (
            budgets.too_long_a_template,
            "templates/people/person_list.html",
            "x" * 161,
        ),
        (
            budgets.more_than_a_shell,
            "desk/management/commands/load.py",
            COMMAND,
        ),
        (
            budgets.more_than_a_shell,
            "desk/management/commands/load.py",
            "def load():\n    1",
        ),
        (
            budgets.more_than_a_shell,
            "desk/management/commands/load.py",
            "class Command:\n    pass\nclass Loader:\n    pass",
        ),
    ],
)
def test_what_is_over_budget_is_seen(rule, path, text):
    assert of(rule, text, path)


@pytest.mark.parametrize(
    ("rule", "path", "text"),
    [
        (budgets.too_long, "people/verbs.py", "\n" * 300),
        (budgets.too_long, "people/models.py", "\n" * 350),
        (
            budgets.too_long,
            "people/verbs.py",
            LONG.replace("pass\n", "pass\n", 1)[:-9],
        ),
        (budgets.too_wide, "people/verbs.py", "字" * 100),
        (
            budgets.too_long_a_template,
            "templates/home.html",
            ("x" * 160 + "\n") * 130,
        ),
        (
            budgets.more_than_a_shell,
            "desk/management/commands/load.py",
            COMMAND[:-10],
        ),
        (budgets.more_than_a_shell, "desk/loading.py", "def load():\n    pass"),
    ],
)
def test_what_is_within_budget_passes(rule, path, text):
    assert not of(rule, text, path)


def test_too_many_long_functions_are_seen():
    assert not list(budgets.too_many_long_functions([5] * 18 + [40]))
    assert len(list(budgets.too_many_long_functions([11] * 19))) == 1
    assert len(list(budgets.too_many_long_functions([5] * 15 + [40] * 4))) == 1


# Light lines


def test_functions_and_lines_are_light():
    hold(budgets.too_dense(budgets.figures(code())["all"]))


HEAVY = "def heavy():\n    return [f(a.b, c[d]) for a, c, d in zip(x, y, z) if a.b or c]\n"
LIGHT = '''def light():
    """Say what it does."""
    # A reason.
    first = read()

    return first
'''


def test_a_functions_weight_is_that_of_its_code():
    (weight,) = budgets.weights(Source("people/names.py", LIGHT))
    # first, its ctx, the assignment, the call, read and its ctx; return, first and its ctx.
    assert weight == budgets.Weight(nodes=9, per_line=4.5, name="light", line=1)
    assert not list(
        budgets.weights(Source("people/names.py", 'def f():\n    """Do."""'))
    )


def test_heavy_code_is_seen():
    sources = [
        Source("people/names.py", LIGHT),
        Source("people/models/person.py", HEAVY * 2),
    ]
    found = budgets.figures(sources, depth=2)
    assert list(found) == ["all", "people", "people/models"]
    assert found["people"] == budgets.Figures(
        functions=1, nodes=9, per_line=4.5
    )
    assert found["all"].functions == 3
    assert len(list(budgets.too_dense(found["all"]))) == 2
    assert not list(budgets.too_dense(found["people"]))
    assert (
        len(list(budgets.too_dense(budgets.Figures(1, nodes=40, per_line=9.1))))
        == 2
    )


# Habits


@pytest.mark.parametrize(
    "habit", habits.HABITS, ids=lambda habit: habit.__name__
)
def test_habits_are_kept(habit):
    hold_each(habit, [*code(), *sources_of("bench")])


def test_private_django_stands_in_one_room():
    hold_each(habits.private_django, sources_of())


@pytest.mark.parametrize(
    ("habit", "text"),
    [
        (habits.clock_at_import, "STARTED = timezone.now()"),
        (
            habits.clock_at_import,
            "class Model:\n    day = Field(default=date.today())",
        ),
        (habits.clock_at_import, "def show(day=date.today()):\n    pass"),
        (habits.clock_at_import, "@since(date.today())\ndef show():\n    pass"),
        (
            habits.catching_everything,
            "try:\n    read()\nexcept Exception:\n    pass",
        ),
        (
            habits.catching_everything,
            "try:\n    read()\nexcept (ValueError, BaseException):\n    pass",
        ),
        (habits.catching_everything, "try:\n    read()\nexcept:\n    pass"),
        (
            habits.text_without_correction,
            "Article.objects.filter(pk=1).update(body='x')",
        ),
        (
            habits.text_without_correction,
            "Article.objects.filter(pk=1).update(**texts)",
        ),
        (
            habits.text_without_correction,
            "Article.objects.bulk_update(articles, ['headline'])",
        ),
        (
            habits.using_signals,
            "from django.db.models.signals import post_save",
        ),
        (habits.using_signals, "from django.db.models import signals"),
        (habits.using_signals, "from django.dispatch import receiver"),
        (habits.private_django, "found._raw_delete(found.db)"),
        (habits.private_django, "record._state.adding = False"),
        (
            habits.private_django,
            "cursor.execute('INSERT INTO people VALUES (1)')",
        ),
        (habits.private_django, "cursor.copy(f'COPY {table} FROM STDIN')"),
        (habits.private_django, "SQL = '''\nUPDATE people SET name = 1'''"),
        (habits.private_django, "cursor.execute(f'DELETE FROM {table}')"),
        (habits.packed_assignments, "start, end = 0, len(text)"),
        (habits.packed_assignments, "self.start, self.end = start, end"),
        (habits.packed_assignments, "def f():\n    (a, b), c = pair, third"),
        (habits.packed_assignments, "SEVERE, WARNING = 1, 2"),
        (habits.choices_in_calls_in_loops, "[f(a if a else b) for a in found]"),
        (
            habits.choices_in_calls_in_loops,
            "{a: g(f(x=b or (c if d else e))) for a in found}",
        ),
        (
            habits.choices_in_calls_in_loops,
            "list(a for a in found if f(a if b else c))",
        ),
    ],
)
def test_a_broken_habit_is_seen(habit, text):
    assert of(habit, text)


@pytest.mark.parametrize(
    ("habit", "text"),
    [
        (
            habits.clock_at_import,
            "class Model:\n    at = Field(default=timezone.now)",
        ),
        (habits.clock_at_import, "def late():\n    return timezone.now()"),
        (
            habits.catching_everything,
            "try:\n    read()\nexcept OSError:\n    pass",
        ),
        (
            habits.text_without_correction,
            "counts.update({'body': 1})\nqs.update(status=1)",
        ),
        (habits.using_signals, "import signal"),
        (habits.private_django, "self._meta.model._base_manager"),
        (habits.private_django, "TEXT = 'Say DELETE FROM whom it may concern'"),
        (habits.packed_assignments, "start, end = match.span()"),
        (habits.packed_assignments, "one, other = other, one"),
        (habits.packed_assignments, "old, new = new, old + new"),
        (habits.packed_assignments, "first, *rest = parts\nboth = 1, 2"),
        (habits.choices_in_calls_in_loops, "[a if a else b for a in found]"),
        (habits.choices_in_calls_in_loops, "sum(a if a else b for a in found)"),
        (habits.choices_in_calls_in_loops, "f(a if b else c)"),
    ],
)
def test_a_good_habit_passes(habit, text):
    assert not of(habit, text)


def test_what_may_be_done_in_one_place_may_be_done_there():
    for path in habits.MAY_UPDATE_TEXT | habits.MAY_USE_PRIVATE_DJANGO:
        assert (house.ROOT / path).exists()
    text = "Article.objects.update(body='x')"
    assert not of(
        habits.text_without_correction, text, "editorial/correcting.py"
    )
    assert not of(
        habits.private_django, "found._raw_delete(using)", "records/bulk.py"
    )
