"""What each role may do, and what is refused: five roles walk through the acts of the desk."""

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import Permission

from desk.colleagues.office_roles import OfficeRole
from editorial.correcting import correct
from editorial.models import Step
from tests.builders import (
    make_article,
    make_mention,
    make_page,
    make_person,
    make_user,
)
from tests.desk.bench.doubted import doubt, words
from tests.desk.members import member

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]
ENTRY, EDITOR, HEAD, CHIEF, KEEPER = OfficeRole
HANDS = {ENTRY, EDITOR, HEAD, CHIEF}
JUDGES = {EDITOR, HEAD, CHIEF}
NO = {302, 403}
Act = Callable[[Any, Any], Any]


def bench(article):
    return f"/admin/desk/page/{article.page_id}/"


def decides(client, article):
    finding = doubt(article, 0, 1)
    return client.post(
        f"{bench(article)}case/{finding.pk}/act/", {"act": "keep"}
    )


def changes_words(client, article):
    sent = words(article, "headline:0", article.headline, "新题")
    return client.post(f"{bench(article)}words/", sent)


def says_who(client, article):
    name = article.body[:2]
    mark = make_mention(
        article=article, name=name, person=make_person(name=name)
    )
    return client.post(f"{bench(article)}name/{mark.pk}/", {"person": "none"})


def settles_readings(client, article):
    return client.post(f"/admin/desk/clash/{article.pk}/")


def undoes_own(client, article):
    changes_words(client, article)
    step = Step.objects.newest_first().first()
    if step is None:
        return client.post(f"{bench(article)}undo/0/")
    return client.post(f"{bench(article)}undo/{step.pk}/")


def of_a_colleague(article):
    colleague = make_user(username="colleague")
    correct(article, texts={"headline": "别题"}, by=colleague, version=1)
    return Step.objects.newest_first().first()


def undoes_a_colleagues(client, article):
    step = of_a_colleague(article)
    return client.post(f"/admin/editorial/step/{step.pk}/undo/")


def restores(client, article):
    of_a_colleague(article)
    sent = {"seen": 2, "reason": "按原稿"}
    return client.post(f"/admin/desk/story/{article.pk}/restore/1/", sent)


def merges(client, article):
    people = [make_person(name=name) for name in ("林向晚", "林向皖")]
    keys = ",".join(str(person.pk) for person in people)
    return client.get(f"/admin/people/person/merge/?ids={keys}")


def keeps_expressions(client, article):
    return client.get("/admin/importing/fixedexpression/add/")


def keeps_colleagues(client, article):
    return client.get("/admin/desk/colleagues/")


def reads(client, article):
    return client.get(f"/admin/desk/story/{article.pk}/")


ACTS: dict[Act, set[OfficeRole]] = {
    reads: set(OfficeRole),
    decides: HANDS,
    changes_words: HANDS,
    says_who: HANDS,
    settles_readings: HANDS,
    undoes_own: HANDS,
    undoes_a_colleagues: JUDGES,
    restores: JUDGES,
    keeps_expressions: JUDGES,
    keeps_colleagues: {KEEPER},
}


@pytest.mark.parametrize("act", ACTS, ids=lambda act: act.__name__)
@pytest.mark.parametrize("role", OfficeRole, ids=lambda role: role.name)
def test_each_role_does_what_it_may_and_nothing_else(role, act):
    article = make_article(page=make_page(), body="林向晚主持会议。")
    client = member("somebody", role.value)
    answer = act(client, article)
    is_refused = answer.status_code == 403
    assert is_refused == (role not in ACTS[act]), answer


RIGHTS = {
    "editorial.first_review": {EDITOR},
    "editorial.second_review": {HEAD},
    "editorial.final_review": {CHIEF},
    "articles.publish_article": {CHIEF},
    "people.delete_person": JUDGES,
    "importing.add_upload": {ENTRY, EDITOR, KEEPER},
    "people.change_rosterrow": {ENTRY, EDITOR, KEEPER},
    "people.add_rosterentry": {ENTRY, EDITOR, KEEPER},
    "auth.change_user": set(),
}


@pytest.mark.parametrize("right", RIGHTS)
def test_each_right_is_of_the_roles_that_need_it(right):
    holders = {
        role
        for role in OfficeRole
        if member(role.name, role.value).user.has_perm(right)
    }
    assert holders == RIGHTS[right]


def test_nobody_writes_what_only_verbs_write():
    written = ("correction", "review", "publication", "step", "draft", "hold")
    for role in OfficeRole:
        rights = Permission.objects.filter(group__name=role.value)
        for model in written:
            kept = rights.filter(content_type__model=model)
            verbs = {each.codename.partition("_")[0] for each in kept}
            assert not verbs & {"add", "change", "delete"}, (role, model)
