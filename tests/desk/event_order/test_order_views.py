"""The printed order of participants, on one screen."""

import pytest
from django.urls import reverse

from editorial.models import Step
from events.models import Participation
from tests.builders import (
    make_article,
    make_event,
    make_evidence,
    make_participation,
    make_person,
)
from tests.desk.members import member, text_of
from tests.desk.saved_forms import one_step, undone

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]
NAMES = "李明 王芳 张伟 刘洋"


@pytest.fixture
def desk():
    return member("an-editor", "Editors")


@pytest.fixture
def event():
    article = make_article(body=f"执行主席：{NAMES}，陈静主持。")
    words = make_evidence(article=article, words=NAMES)
    event = make_event(evidence=words)
    for rank, name in enumerate(NAMES.split(), start=1):
        make_participation(
            event=event,
            person=make_person(name=name),
            evidence=words,
            role="执行主席",
            rank=rank,
        )
    make_participation(
        event=event, person=make_person(name="陈静"), evidence=words
    )
    return event


def address(event):
    return reverse("desk-printed-order", args=[event.pk])


def order(event):
    rows = event.participations.in_printed_order().exclude(rank=None)
    return {row.person.name: row.rank for row in rows}


def sent(desk, event, **places):
    """The fields of the screen as it stands, with these places typed by name."""
    shown = desk.get(address(event))
    data = {"seen": shown.context["seen"]}
    for _role, rows in shown.context["lists"]:
        for row, place in rows:
            data[f"place-{row.pk}"] = places.get(row.person.name, place)
    return data


def test_a_number_typed_moves_the_others_along_in_one_step(desk, event):
    before = order(event)
    step = one_step(desk, address(event), sent(desk, event, 刘洋="2"))
    assert order(event) == {"李明": 1, "刘洋": 2, "王芳": 3, "张伟": 4}
    assert step.by == desk.user
    assert "undone" in undone(desk, step)
    assert order(event) == before


def test_who_goes_down_stands_at_the_number_typed(desk, event):
    desk.post(address(event), sent(desk, event, 李明="3"))
    assert list(order(event)) == ["王芳", "张伟", "李明", "刘洋"]


def test_numbers_that_differ_stay_as_typed_and_none_takes_one_out(desk, event):
    data = sent(desk, event, 李明="2", 王芳="1", 刘洋="9", 张伟="")
    desk.post(address(event), data)
    assert order(event) == {"王芳": 1, "李明": 2, "刘洋": 9}


def test_gaps_of_the_printed_list_stay(desk, event):
    desk.post(address(event), sent(desk, event, 刘洋="6", 陈静="1"))
    desk.post(address(event), sent(desk, event, 刘洋="2"))
    ranks = order(event)
    assert ranks.pop("陈静") == 1
    assert ranks == {"李明": 1, "刘洋": 2, "王芳": 3, "张伟": 6}


def test_nothing_typed_is_no_step(desk, event):
    answer = desk.post(address(event), sent(desk, event), follow=True)
    assert "0 moved." in text_of(answer)
    assert not Step.objects.exists()


def test_a_stale_order_is_refused_with_what_was_typed(desk, event):
    data = sent(desk, event, 刘洋="2")
    other = member("another-editor", "Editors")
    other.post(address(event), sent(other, event, 张伟="1"))
    before = order(event)
    refused = desk.post(address(event), data)
    assert refused.status_code == 409
    assert "A colleague has changed this" in text_of(refused)
    last = Participation.objects.get(person__name="刘洋")
    assert f'id="place-{last.pk}"\n' in text_of(refused)
    assert 'value="2"' in text_of(refused)
    assert order(event) == before


@pytest.mark.parametrize("typed", ["0", "-1", "第二", "10000", "²"])
def test_what_is_no_place_is_refused(desk, event, typed):
    refused = desk.post(address(event), sent(desk, event, 刘洋=typed))
    assert refused.status_code == 409
    assert "Places are numbers from 1 to 9999." in text_of(refused)
    assert not Step.objects.exists()


def test_the_event_leads_there_and_who_may_not_is_kept_out(desk, event):
    page = desk.get(reverse("admin:events_event_change", args=[event.pk]))
    assert f'href="{address(event)}"' in text_of(page)
    nobody = member("a-reviewer", "Reviewers")
    assert nobody.get(address(event)).status_code == 403
    alone = make_event(title="闭幕大会")
    assert "Nobody is on record" in text_of(desk.get(address(alone)))
