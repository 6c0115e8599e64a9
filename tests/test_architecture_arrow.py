"""Whoever stands above may know those below, and nobody the other way round."""

from __future__ import annotations

import pytest
from django.apps import apps

from tests.architecture import arrow, house
from tests.architecture.imports import circles
from tests.architecture.source import Source, code, hold, read
from tests.architecture.source import house as sources_of


def found(rule, source: Source, *given) -> list[str]:
    return [complaint.words for complaint in rule(source, *given)]


# Imports


@pytest.mark.parametrize("package", house.PACKAGES)
def test_imports_follow_the_arrow(package):
    sources = sources_of(package)
    assert sources
    hold(c for source in sources for c in arrow.against_the_arrow(source))


@pytest.mark.parametrize(
    "text",
    [
        "import events.models",
        "from events import models",
        "def late():\n    from events.models import Event",
        "if TYPE_CHECKING:\n    from events.models import Event",
        'import_module("events.models")',
        'import_string("events.models.Event")',
        'apps.get_model("events.Event")',
        'apps.get_model("events", "Event")',
        'models.ForeignKey("events.Event", models.CASCADE)',
        'user.has_perm("editorial.first_review")',
        'class Meta:\n    app_label = "events"',
        "from tests.builders import make_event",
        "import bench.pages",
        "from reader import read_page",
        "import zzcms.urls",
    ],
)
def test_a_reach_against_the_arrow_is_seen(text):
    assert found(arrow.against_the_arrow, Source("articles/citation.py", text))


@pytest.mark.parametrize(
    "text",
    [
        "from people.models import Person\nfrom . import typesetting",
        "from records.days import span",
        'apps.get_model("people", "Person")',
        'template_name = "search/results.html"',
        '"""Told in events.models at length."""',
    ],
)
def test_a_reach_along_the_arrow_passes(text):
    assert not found(
        arrow.against_the_arrow, Source("articles/citation.py", text)
    )


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("desk/views.py", "from public.views import articles"),
        ("public/feeds.py", "from api.urls import router"),
        ("api/urls.py", "import desk"),
        ("desk/admin/page.py", "from reader import read_page"),
        ("public/feeds.py", "from operation import jobs"),
        ("desk/demo/serving.py", 'call_command("run_worker", once=True)'),
        ("desk/admin/page.py", 'import_string("operation.starting.start_job")'),
        ("api/urls.py", 'apps.get_model("operation", "Job")'),
        ("operation/admin.py", 'call_command("load_demo")'),
        ("operation/jobs.py", "from desk.admin import page"),
        ("zzcms/urls.py", "from reader import read_page"),
        ("editorial/undo.py", "from importing.again import three_way"),
        ("importing/one_page.py", "from public.feeds import Latest"),
        ("records/dated.py", "from people.models import Person"),
        ("reader/read.py", "from records.dates import PartialDate"),
    ],
)
def test_fronts_ground_and_reader_keep_apart(path, text):
    assert found(arrow.against_the_arrow, Source(path, text))


def test_importing_enters_the_reader_and_the_site_stands_on_all():
    for path, text in [
        ("importing/one_page.py", "from reader.results import ReadPage"),
        ("operation/jobs.py", "from importing.one_page import load"),
        ("operation/jobs.py", 'call_command("import_pages", "migrate")'),
        ("desk/demo/serving.py", 'call_command("load_demo")'),
        (
            "zzcms/urls.py",
            "import desk.urls, public.urls, api.urls, operation.urls",
        ),
    ]:
        assert not found(arrow.against_the_arrow, Source(path, text))


@pytest.mark.parametrize(
    "text",
    [
        'dependencies = [("events", "0001_initial")]',
        'run_before = [("desk", "0001_initial")]',
        'models.ForeignKey(to="events.event", on_delete=models.CASCADE)',
        'migrations.CreateModel("Cited", bases=("events.event",))',
        "def seed(apps, editor):\n    from importing.models import LookAlike",
        'def seed(apps, editor):\n    apps.get_model("importing", "LookAlike")',
        'def seed(apps, editor):\n    apps.get_app_config("importing")',
        "from reader.data import expressions",
    ],
)
def test_a_migration_against_the_arrow_is_seen(text):
    assert found(
        arrow.against_the_arrow,
        Source("articles/migrations/0002_more.py", text),
    )


def test_a_migration_along_the_arrow_passes():
    text = 'dependencies = [("people", "0001_initial"), ("articles", "0001_initial")]'
    assert not found(
        arrow.against_the_arrow,
        Source("articles/migrations/0002_more.py", text),
    )


# Circles


def test_imports_go_in_no_circle():
    hold(circles(code()))


def test_a_circle_is_seen_and_told(tmp_path):
    room = tmp_path / "search" / "ranking"
    room.mkdir(parents=True)
    (room / "__init__.py").write_text(
        "from search.ranking.weights import WEIGHTS"
    )
    (room / "weights.py").write_text(
        "def late():\n    from search.ranking.order import ORDER"
    )
    (room / "order.py").write_text("from search.ranking import WEIGHTS")
    (room / "apart.py").write_text("from search.ranking import order")
    (circle,) = circles(read(tmp_path, "search"))
    told = set(circle.words.split(" imports "))
    assert told == {
        "search.ranking",
        "search.ranking.weights",
        "search.ranking.order",
    }


# Relations


def own_models() -> list:
    models = apps.get_models(include_auto_created=True)
    return [
        model for model in models if model._meta.app_label in house.PACKAGES
    ]


def test_relations_follow_the_arrow(monkeypatch):
    models = own_models()
    assert len(models) > 20
    assert arrow.relations_against_the_arrow(models) == []
    monkeypatch.setitem(house.MAY_IMPORT, "events", {"articles"})
    seen = arrow.relations_against_the_arrow(models)
    assert "Participation.person points to people" in seen


def test_no_package_follows_a_relation_upward():
    above = arrow.names_from_above(own_models())
    upward = [
        complaint
        for source in code()
        for complaint in arrow.relations_named_upward(
            source, above.get(source.package, {})
        )
    ]
    hold(upward)


@pytest.mark.parametrize(
    "text",
    [
        "person.mentions.all()",
        "self.model.mentions.rel.related_model.objects.published()",
        "Person.objects.filter(mentions__article=1)",
        "Q(mentions=None)",
        "people.order_by('-mentions__start')",
        "Prefetch('mentions', words)",
        "Count('mentions')",
    ],
)
def test_a_relation_followed_upward_is_seen(text):
    above = arrow.names_from_above(own_models())["people"]
    assert above["mentions"] == "articles"
    assert found(
        arrow.relations_named_upward, Source("people/models.py", text), above
    )
    passing = Source(
        "people/models.py", "person.other_names.filter(name='mentions')"
    )
    assert not found(arrow.relations_named_upward, passing, above)
