"""A wrong load is taken back: all that only it made goes, nothing that people touched."""

from __future__ import annotations

import pytest
from django.apps import apps
from django.core.exceptions import PermissionDenied, ValidationError

from articles.models import Article, Issue, Newspaper, Page
from editorial.correcting import correct
from editorial.models import Step
from events.models import Event, Participation
from importing.models import ImportRun, originals
from importing.taken_back.take_back import TakingBack, undo_load
from people.models import Person
from tests.builders import make_user
from tests.by_hand import changed_by_hand
from tests.conftest import with_permissions
from tests.importing.delivered import BACK, FRONT, deliver

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]
OURS = ("people", "articles", "events", "editorial", "importing")
# What stays: the load itself, and tables that every load may fill once.
STAYING = {"ImportRun", "EventRole", "ChangeCounter", "Step", "StepRow"}


@pytest.fixture(autouse=True)
def folders(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"
    settings.ORIGINALS_ROOT = tmp_path / "originals"


@pytest.fixture
def by(db):
    user = make_user(first_name="编辑甲")
    return with_permissions(user, "delete_page", "change_article")


def stored() -> dict[str, int]:
    """Return how many records of each kind there are."""
    models = [
        model
        for label in OURS
        for model in apps.get_app_config(label).get_models()
    ]
    return {
        model.__name__: model.objects.count()
        for model in models
        if model.__name__ not in STAYING
    }


def test_all_that_the_load_made_goes_and_the_file_stays_kept(by):
    before = stored()
    run = deliver(FRONT)
    kept = run.page.originals.get().kept_at
    assert Event.objects.exists()
    assert Participation.objects.exists()
    undo_load(run, by, "另一家报纸的版")
    assert stored() == before
    assert not Page.objects.exists()
    run.refresh_from_db()
    assert (run.outcome, run.page) == ("taken_back", None)
    assert run.message == "编辑甲: 另一家报纸的版"
    assert originals().exists(kept)
    again = deliver(FRONT)
    assert again.outcome == "created"
    assert Article.objects.count() == 2


def test_what_another_page_made_or_states_too_stays(by):
    first = deliver(FRONT)
    between = stored()
    second = deliver(BACK, "A2")
    assert Article.objects.filter(continuation__isnull=False).exists()
    undo_load(second, by, "错版")
    assert stored()["Article"] == between["Article"]
    assert set(Page.objects.all()) == {first.page}
    assert Issue.objects.exists()
    people = set(Person.objects.values_list("name", flat=True))
    assert "林向晚" in people
    assert "钟鸣" not in people
    assert not Article.objects.filter(continuation__isnull=False).exists()
    told = Step.objects.get()
    assert (told.kind, told.page) == (Step.Kind.LOAD, None)
    assert told.rows.get().before == {"continuation_id": None}


def test_an_event_of_two_papers_keeps_what_the_other_states(by):
    deliver(FRONT)
    before = {event.title for event in Event.objects.all()}
    other = deliver(FRONT, date="2019-03-16")
    undo_load(other, by, "重了")
    assert {event.title for event in Event.objects.all()} == before
    assert Newspaper.objects.count() == 1
    assert Page.objects.count() == 1


def test_a_person_whom_somebody_touched_stays(by):
    run = deliver(FRONT)
    person = Person.objects.get(name="蔡溪")
    changed_by_hand(person, note="溪水的溪")
    plan = TakingBack(run)
    assert person not in plan.people
    assert plan.articles.count() == 2
    undo_load(run, by, "错版")
    assert Person.objects.get() == person


def test_where_people_have_worked_it_is_refused_with_the_name(by):
    run = deliver(FRONT)
    article = Article.objects.first()
    correct(article, texts={"headline": "开幕"}, by=by, version=article.version)
    with pytest.raises(ValidationError, match="编辑甲 has worked on it"):
        undo_load(run, by, "错版")
    assert Page.objects.exists()


def test_only_the_load_that_made_the_page_is_taken_back(by):
    run = deliver(FRONT)
    again = deliver(FRONT.replace("蔡溪、", ""))
    with pytest.raises(ValidationError, match="made a page"):
        undo_load(again, by, "错版")
    with pytest.raises(ValidationError, match="loaded again since"):
        undo_load(run, by, "错版")
    same = deliver(FRONT.replace("蔡溪、", ""))
    assert same.outcome == ImportRun.Outcome.UNCHANGED


def test_what_readers_see_is_not_taken_back(by):
    from tests.builders import show_as_it_stands

    run = deliver(FRONT)
    article = Article.objects.first()
    article.status = "published"
    article.save()
    show_as_it_stands(article)
    with pytest.raises(ValidationError, match="Readers have seen"):
        undo_load(run, by, "错版")


def test_it_needs_a_right_and_a_reason(by):
    run = deliver(FRONT)
    with pytest.raises(PermissionDenied):
        undo_load(run, make_user(username="nobody"), "错版")
    with pytest.raises(ValidationError, match="Say why"):
        undo_load(run, by, " ")
    assert Page.objects.exists()
