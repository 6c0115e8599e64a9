"""What a person made of an event stands when its page is loaded again."""

import pytest

from editorial.models import Finding
from events.models import Event
from tests.builders import make_event
from tests.by_hand import changed_by_hand, deleted_by_hand
from tests.importing.delivered import FRONT, deliver

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]

CHANGED = FRONT.replace("石磊", "石垒")
SECOND = "市第九次党代会主席团举行第一次会议"


def loaded_again() -> None:
    """Deliver the page once more, with a change in a place that tells no event."""
    deliver(CHANGED)


def told() -> dict[str, int]:
    """Return every event by its title, with the number of those who take part."""
    return {
        event.title: event.participations.count()
        for event in Event.objects.order_by("pk")
    }


@pytest.fixture
def meeting() -> Event:
    """The page's meeting, as it was loaded first."""
    deliver(FRONT)
    return Event.objects.get(kind=Event.Kind.MEETING)


def test_a_renamed_event_is_not_made_anew(meeting):
    changed_by_hand(meeting, title="主席团首次会议")
    before = told()
    loaded_again()
    assert told() == before


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("edtf", "2019-03-13"),
        ("kind", Event.Kind.SESSION),
        ("part_of_day", "evening"),
        ("place", "市会议中心二楼"),
    ],
)
def test_an_event_put_right_stays_right_and_raises_nothing(
    meeting, field, value
):
    changed_by_hand(meeting, title="主席团首次会议", **{field: value})
    before = told()
    findings = Finding.objects.count()
    loaded_again()
    meeting.refresh_from_db()
    assert getattr(meeting, field) == value
    assert told() == before
    assert Finding.objects.count() == findings


def test_a_deleted_event_stays_deleted(meeting):
    deleted_by_hand(*meeting.participations.all(), meeting)
    before = told()
    loaded_again()
    assert told() == before
    loaded_again()
    assert told() == before


def test_one_renamed_and_another_deleted_stay_so_together(meeting):
    opening = Event.objects.get(kind=Event.Kind.SESSION)
    changed_by_hand(opening, title="开幕大会", place="人民会堂")
    deleted_by_hand(*meeting.participations.all(), meeting)
    before = told()
    loaded_again()
    assert told() == before
    opening.refresh_from_db()
    assert opening.place == "人民会堂"


def test_another_page_may_tell_what_was_deleted_from_this_one(meeting):
    title = meeting.title
    deleted_by_hand(*meeting.participations.all(), meeting)
    deliver(FRONT, label="B3", date="2019-03-15")
    assert Event.objects.filter(title=title).count() == 1


def test_an_event_of_the_old_title_takes_no_part_of_the_renamed_one(meeting):
    old = meeting.title
    changed_by_hand(meeting, title="主席团首次会议")
    namesake = make_event(
        title=old,
        kind=meeting.kind,
        edtf=meeting.edtf,
        part_of_day=meeting.part_of_day,
        parent=meeting.parent,
    )
    loaded_again()
    assert namesake.participations.count() == 0
    assert namesake.evidence.count() == 0


@pytest.fixture
def congress() -> Event:
    deliver(FRONT)
    return Event.objects.get(kind=Event.Kind.CONGRESS)


def test_a_renamed_congress_is_not_made_anew(congress):
    changed_by_hand(congress, title="第九次党代会（滨江）")
    before = told()
    loaded_again()
    assert told() == before
    assert Event.objects.filter(parent=congress).exists()


def test_a_deleted_congress_stays_deleted(congress):
    for part in congress.children.all():
        changed_by_hand(part, parent=None)
    deleted_by_hand(congress)
    before = told()
    findings = Finding.objects.count()
    loaded_again()
    assert told() == before
    assert Finding.objects.count() == findings
