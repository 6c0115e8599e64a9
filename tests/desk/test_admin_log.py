"""Whatever an editor changes or deletes of what readers see is in the log: every form of the admin,
field by field and row by row.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django import forms
from django.contrib import admin
from django.db import transaction
from django.urls import reverse

from articles.models import Article, Byline, Mention, Newspaper
from desk.forms.editor_forms import EditorAdmin
from editorial.change_log import (
    RECORDS,
    last_number,
    latest_change,
    since,
)
from events.models import (
    AgendaItem,
    Delegation,
    Event,
    Participation,
    Vote,
)
from importing.models import FixedExpression, LookAlike
from people.models import (
    Membership,
    Organization,
    OtherName,
    Person,
    Post,
    RosterEntry,
)
from tests.builders import (
    make_article,
    make_event,
    make_evidence,
    make_issue,
    make_mention,
    make_newspaper,
    make_page,
    make_participation,
    make_person,
    make_photo,
    make_user,
    saved,
)
from tests.desk.typed import typed
from tests.told import tell_of_all_that_is_public

pytestmark = pytest.mark.django_db

# Readers see nothing of these.
UNSEEN = [FixedExpression, LookAlike, RosterEntry]
MODELS = [
    model
    for model, screen in admin.site._registry.items()
    if isinstance(screen, EditorAdmin) and model not in UNSEEN
]
# Rows that are only shown on the page, and those that something else rests on.
FIXED = {
    "Issue": {"pages"},
    "Page": {"articles"},
    "Event": {"children"},
    "Article": {"evidence"},
    "Organization": {"posts"},
}
# Values that are no words.
SPECIAL = {
    "edtf": "2021-09-26",
    "delegations": "1, 2",
    "slug": "another",
    "start_date": "2021",
    "end_date": "2021",
}


@pytest.fixture
def editor(client):
    client.force_login(make_user(superuser=True))
    return client


@pytest.fixture
def archive():
    """Two public records of each kind, each with all its rows."""
    organizations = [
        saved(Organization(name=name)) for name in ("春耕办公室", "秋收办公室")
    ]
    paper = make_newspaper(organization=organizations[0])
    make_newspaper(name="临江日报", organization=organizations[1])
    issue = make_issue(newspaper=paper)
    people = [make_person(name=name) for name in ("柏松", "林晚")]
    congress = None
    for number, label in enumerate(("A1", "A2")):
        article = make_article(
            page=make_page(issue=issue, label=label),
            headline=f"春耕{number}",
            body="柏松主持大会，林晚出席，八百人到会。",
            published=True,
        )
        saved(Byline(article=article, name="林晚", role="reporter"))
        make_photo(article=article)
        for person in people:
            make_mention(article=article, name=person.name, person=person)
        congress = fill(article, people, organizations[number], congress)
    make_spare()
    tell_of_all_that_is_public()


def make_spare() -> None:
    """Make what every fact could be of instead."""
    make_person(name="顾明")
    make_event(title="他会")
    saved(Post(label="副主任"))


def fill(article, people, organization, parent) -> Event:
    """Give an article all that words can state; return its event."""
    words = make_evidence(article=article, words="柏松主持大会")
    count = make_evidence(article=article, words="八百人到会")
    post = saved(Post(label=f"主任{article.pk}", organization=organization))
    saved(OtherName(person=people[0], name=f"柏公{article.pk}"))
    membership = saved(Membership(person=people[0], post=post))
    words.memberships.add(membership)
    event = make_event(
        title=f"大会{article.pk}",
        evidence=words,
        parent=parent,
        attendance_present=800,
        attendance_evidence=count,
    )
    make_participation(event=event, person=people[0], evidence=words)
    saved(Delegation(event=event, number=1, origin="城关", evidence=words))
    saved(AgendaItem(event=event, rank=1, text="报告", evidence=words))
    saved(Vote(event=event, subject="决议", in_favour=800, evidence=words))
    return event


def other_value(name: str, field: forms.Field, old: object) -> object:
    """Return what an editor could type or choose instead."""
    if name in SPECIAL:
        return SPECIAL[name]
    if isinstance(field, forms.ModelMultipleChoiceField):
        keys = [str(row.pk) for row in field.queryset]
        return [key for key in keys if [key] != old][:1]
    if isinstance(field, forms.ModelChoiceField):
        keys = sorted((row.pk for row in field.queryset), reverse=True)
        return next(str(key) for key in keys if str(key) != old)
    if isinstance(field, forms.ChoiceField):
        words = [value for value, _label in field.choices if value]
        return next(word for word in words if word != old)
    return typed_instead(field, old)


def typed_instead(field: forms.Field, old: object) -> object:
    if isinstance(field, forms.BooleanField):
        return None if old else "on"
    if isinstance(field, forms.IntegerField):
        return int(old or 1) + 1
    if isinstance(field, forms.DateField):
        return "2021-09-30"
    if isinstance(field, forms.TimeField):
        return "10:15"
    return f"{old}改"


def tells_of(record, told: list[str]) -> bool:
    """Tell whether these lines name the record; one without lines of its own is told by others."""
    kinds = {model: kind for kind, model in RECORDS.items()}
    own = kinds.get(type(record))
    if own is None:
        return bool(told)
    return any(f" {own} {record.pk} " in line for line in told)


def form_of(editor, screen, record) -> tuple[str, dict]:
    """Return the address of a record's page and what its form holds."""
    opts = screen.opts
    name = f"admin:{opts.app_label}_{opts.model_name}_change"
    url = reverse(name, args=[record.pk])
    return url, typed(editor.get(url), f"{opts.model_name}_form")


def told_by(editor, url: str, data: dict) -> list[str]:
    """Save a form, and return what the log then says; nothing of it stays."""
    number = last_number()
    with transaction.atomic():
        answer = editor.post(url, data)
        assert answer.status_code == 302, errors_of(answer)
        told = [str(change) for change in since(number, 1000)]
        transaction.set_rollback(True)
    return told


def errors_of(answer) -> object:
    form = answer.context["adminform"].form
    rows = answer.context["inline_admin_formsets"]
    return form.errors, [each.formset.errors for each in rows]


def fields_of(screen, record, rf) -> Iterator[tuple[str, forms.Field]]:
    request = rf.get("/")
    request.user = make_user(username="reader", superuser=True)
    form = screen.get_form(request, record, change=True)(instance=record)
    yield from form.fields.items()


def one_of(model):
    """Return the last record that is public and has what it could be changed to."""
    records = model.objects.order_by("-pk")
    if model in (Article, Newspaper, Organization):
        return records.last()
    if model in (Person, Event, Post):
        return records[1]
    return records[0]


@pytest.mark.parametrize("model", MODELS)
def test_every_field_that_readers_see_is_told(model, archive, editor, rf):
    screen = admin.site._registry[model]
    record = one_of(model)
    untold = []
    for name, field in fields_of(screen, record, rf):
        url, data = form_of(editor, screen, record)
        data[name] = other_value(name, field, data.get(name, ""))
        if data[name] is None:
            del data[name]
        if not tells_of(record, told_by(editor, url, data)):
            untold.append(name)
    assert untold == list(screen.unseen_fields), model


def rows_in(data: dict) -> list[str]:
    """Return the prefixes of the rows of a form that can be taken out."""
    return [
        prefix.removesuffix("-INITIAL_FORMS")
        for prefix, number in data.items()
        if prefix.endswith("-INITIAL_FORMS") and int(number)
    ]


@pytest.mark.parametrize("model", MODELS)
def test_every_row_that_is_taken_out_is_told(model, archive, editor):
    screen = admin.site._registry[model]
    url, data = form_of(editor, screen, one_of(model))
    for prefix in rows_in(data):
        without = {**data, f"{prefix}-0-DELETE": "on"}
        if prefix not in FIXED.get(model.__name__, ()):
            assert told_by(editor, url, without), prefix


@pytest.mark.parametrize("model", MODELS)
def test_a_form_that_changes_nothing_tells_nothing(model, archive, editor):
    screen = admin.site._registry[model]
    url, data = form_of(editor, screen, one_of(model))
    assert told_by(editor, url, data) == []


def test_every_screen_is_tried():
    tried = {model.__name__ for model in MODELS}
    assert tried == {
        "Article",
        "Event",
        "Evidence",
        "Issue",
        "Membership",
        "Mention",
        "Newspaper",
        "Organization",
        "Page",
        "Participation",
        "Person",
        "Post",
    }


@pytest.mark.parametrize("model", UNSEEN)
def test_what_readers_never_see_is_not_told(model, archive, editor):
    screen = admin.site._registry[model]
    own = {"person": one_of(Person), "rank": 1} if model is RosterEntry else {}
    words = {"FixedExpression": {"phrase": "甲", "preferred": "乙"}}
    words["LookAlike"] = {"character": "甲", "mistaken_for": "申"}
    fields = words.get(model.__name__, {"roster": "名单"}) | own
    record = saved(model(authority="文件", **fields))
    url, data = form_of(editor, screen, record)
    assert told_by(editor, url, data | {"authority": "另一文件"}) == []


# Deleting


def delete(editor, record) -> None:
    opts = record._meta
    name = f"admin:{opts.app_label}_{opts.model_name}_delete"
    url = reverse(name, args=[record.pk])
    assert editor.post(url, {"post": "yes"}).status_code == 302


def delete_from_list(editor, record) -> None:
    opts = record._meta
    url = reverse(f"admin:{opts.app_label}_{opts.model_name}_changelist")
    chosen = {"_selected_action": [record.pk], "post": "yes"}
    answer = editor.post(url, {"action": "delete_selected", **chosen})
    assert answer.status_code == 302


@pytest.mark.parametrize("act", [delete, delete_from_list])
@pytest.mark.parametrize("model", [Event, Membership, Mention, Participation])
def test_what_is_deleted_is_told(model, act, archive, editor):
    record = one_of(model)
    number = last_number()
    act(editor, record)
    assert not model.objects.filter(pk=record.pk).exists()
    assert since(number, 100)


def test_a_deleted_event_leaves_its_tombstone(archive, editor):
    event = one_of(Event)
    delete(editor, event)
    assert latest_change("event", event.pk).happened == "deleted"


def test_a_deleted_publisher_is_gone_from_its_newspaper(archive, editor):
    publisher = saved(Organization(name="报社"))
    paper = Newspaper.objects.order_by("pk").first()
    paper.organization = publisher
    paper.save()
    tell_of_all_that_is_public()
    number = last_number()
    delete(editor, publisher)
    assert latest_change("organization", publisher.pk).happened == "deleted"
    assert latest_change("newspaper", paper.pk).number > number


def test_a_name_led_to_another_person_is_told_of_both(archive, editor):
    screen = admin.site._registry[Mention]
    mention = Mention.objects.order_by("pk").first()
    stays = make_person(name="柏松二")
    url, data = form_of(editor, screen, mention)
    told = told_by(editor, url, data | {"person": stays.pk})
    ends = {line.split(" ", 1)[1] for line in told}
    assert f"person {mention.person_id} changed" in ends
    assert f"person {stays.pk} published" in ends
