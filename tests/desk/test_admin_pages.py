"""Every record has its list and its page in the admin, and no list costs a query a row."""

import datetime as dt
import re

import pytest
from django.contrib import admin
from django.contrib.auth.models import User
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from articles.models import (
    Article,
    Byline,
    Evidence,
    Issue,
    Mention,
    Newspaper,
    Page,
    Photo,
)
from editorial.models import Correction, Finding, Review, Step
from events.models import (
    AgendaItem,
    Candidacy,
    Delegation,
    Election,
    Event,
    EventRole,
    Participation,
    TenureBound,
    Vote,
)
from importing.models import FixedExpression, ImportRun, LookAlike
from people.models import (
    Membership,
    Organization,
    OtherName,
    Person,
    Post,
    RosterEntry,
    RosterRow,
)
from tests.builders import (
    make_article,
    make_block,
    make_event,
    make_evidence,
    make_finding,
    make_mention,
    make_newspaper,
    make_page,
    make_participation,
    make_person,
    make_photo,
    make_user,
    saved,
)

pytestmark = pytest.mark.django_db
EDITED = [
    Newspaper,
    Issue,
    Page,
    Article,
    Mention,
    Evidence,
    Person,
    Organization,
    Post,
    Membership,
]
EDITED += [Event, Participation, FixedExpression, RosterEntry, LookAlike]
EDITED += [Election, EventRole, RosterRow]
READ = [Photo, ImportRun, Finding, Correction, Review, Step]


def fill(number: int) -> None:
    """One of everything, none shared with another number."""
    organization = saved(
        Organization(name=f"机关{number}", parent=Organization.objects.first())
    )
    paper = make_newspaper(name=f"日报{number}", organization=organization)
    issue = saved(
        Issue(
            newspaper=paper,
            date=dt.date(2021, 9, 1) + dt.timedelta(days=number),
        )
    )
    page = make_page(issue=issue, text=f"第{number}版正文。")
    article = make_article(
        page=page, headline=f"第{number}篇", body="林向晚主持会议。"
    )
    make_block(page=page, article=article, span=(0, 4))
    person, by = (
        make_person(name=f"人物{number}"),
        make_user(username=f"user{number}"),
    )
    photo = make_photo(article=article)
    saved(
        Byline(article=article, name="罗小满", role="reporter", person=person)
    )
    saved(OtherName(person=person, name="别名"))
    post = saved(Post(label=f"职务{number}", organization=organization))
    membership = saved(Membership(person=person, post=post, start_date="2021"))
    make_mention(article=article, name="林向晚", person=person)
    evidence = make_evidence(article=article, words="林向晚主持会议")
    evidence.memberships.add(membership)
    event = make_event(
        title=f"会议{number}", evidence=evidence, parent=Event.objects.first()
    )
    make_participation(event=event, person=person, evidence=evidence)
    saved(Delegation(event=event, number=1, origin="滨江区", evidence=evidence))
    saved(AgendaItem(event=event, rank=1, text="听取报告", evidence=evidence))
    saved(Vote(event=event, in_favour=300, evidence=evidence))
    fill_facts(event, membership, evidence, number)
    row = saved(
        RosterRow(
            sha256="0a" * 32,
            row=number + 1,
            words=f"会计{number}",
            authority="组织部",
            entered_by=by,
            confirmed_by=User.objects.exclude(pk=by.pk).first(),
        )
    )
    row.memberships.add(membership)
    finding = make_finding(
        page=page, article=article, part="caption", photo=photo, start=0, end=1
    )
    values = {"article": article, "by": by, "version": 1}
    saved(
        Correction(
            **values, part="body", start=0, old="甲", new="乙", finding=finding
        )
    )
    Review.objects.create(
        **values, step="first", decision="approved", opinion="同意。"
    )
    Step.objects.create(article=article, page=page, by=by, kind="text")
    now = timezone.now()
    saved(
        ImportRun(
            source_name="a.txt",
            page=page,
            outcome="created",
            started_at=now,
            finished_at=now,
            by=by,
        )
    )
    saved(FixedExpression(phrase=f"提法{number}", preferred="正确提法"))
    saved(RosterEntry(roster="名单", rank=number + 1, person=person))
    saved(LookAlike(character=chr(0x3400 + number), mistaken_for="皖"))


def fill_facts(event, membership, evidence, number: int) -> None:
    """An election with somebody in it, what begins a post, a role."""
    election = saved(Election(event=event, office="主任", evidence=evidence))
    saved(
        Candidacy(
            election=election,
            person=membership.person,
            outcome="elected",
            evidence=evidence,
        )
    )
    saved(
        TenureBound(
            membership=membership,
            edge="begins",
            manner="election",
            event=event,
            evidence=evidence,
        )
    )
    saved(EventRole(label=f"会务{number}", character="会"))


@pytest.fixture
def root(client):
    client.force_login(make_user(username="root", superuser=True))
    client.cookies["django_language"] = "en"
    return client


def address(model, page: str, *args) -> str:
    return reverse(
        f"admin:{model._meta.app_label}_{model._meta.model_name}_{page}",
        args=args,
    )


def queries_of(client, url: str) -> int:
    with CaptureQueriesContext(
        connection,
    ) as queries:
        assert client.get(url).status_code == 200
    return len(queries)


def test_every_record_of_ours_is_in_the_admin():
    ours = {
        model
        for model in admin.site._registry
        if model._meta.app_label
        in ("people", "articles", "events", "editorial", "importing")
    }
    assert ours == {*EDITED, *READ}


def test_lists_and_searches_cost_the_same_with_1_row_and_with_20(root):
    lists = [address(model, "changelist") for model in (*EDITED, *READ)]
    urls = [f"{url}{query}" for url in lists for query in ("", "?q=%E4%BC%9A")]
    fill(0)
    root.get(urls[0])
    before = {url: queries_of(root, url) for url in urls}
    for number in range(1, 20):
        fill(number)
    assert all(model.objects.count() >= 20 for model in (*EDITED, *READ))
    assert {url: queries_of(root, url) for url in urls} == before
    assert max(before.values()) <= 12


def test_every_page_opens(root):
    fill(0)
    for model in (*EDITED, *READ):
        record = model.objects.first()
        assert root.get(address(model, "change", record.pk)).status_code == 200
        if model in EDITED:
            assert (
                root.get(address(model, "history", record.pk)).status_code
                == 200
            )


def test_what_was_done_cannot_be_typed_over(root):
    fill(0)
    for model in READ:
        pk = model.objects.first().pk
        assert (
            root.post(address(model, "change", pk), {"reason": "x"}).status_code
            == 403
        )
        assert root.get(address(model, "add")).status_code == 403
        assert (
            root.post(address(model, "delete", pk), {"post": "yes"}).status_code
            == 403
        )


def test_what_was_delivered_and_read_cannot_be_deleted(root):
    fill(0)
    for model in (Page, Article):
        assert (
            root.post(
                address(model, "delete", model.objects.get().pk),
                {"post": "yes"},
            ).status_code
            == 403
        )
        assert model.objects.exists()


def test_what_is_looked_up_is_found_by_its_words(root):
    """Autocomplete fields ask these searches."""
    fill(0)
    for model in (*EDITED, *READ):
        response = root.get(
            address(model, "changelist"), {"q": "zzz-not-there"}
        )
        assert (model, response.context["cl"].result_count) == (model, 0)


def test_the_raw_text_is_shown_in_its_blocks_and_nowhere_edited(root):
    fill(0)
    page = Page.objects.get()
    html = root.get(address(Page, "change", page.pk)).content.decode()
    assert 'class="block block-paragraph"' in html
    assert "第0篇" in html
    seen = re.search(r'name="_seen" value="(\w+)"', html)
    data = {
        "section": "要闻",
        "text": "改写",
        "label": "Z9",
        "_seen": seen[1],
    }
    data |= {"articles-TOTAL_FORMS": 0, "articles-INITIAL_FORMS": 0}
    assert root.post(address(Page, "change", page.pk), data).status_code == 302
    page.refresh_from_db()
    assert (page.text, page.label, page.section) == (
        "第0版正文。",
        "A1",
        "要闻",
    )


def test_rows_of_a_page_cost_no_query_each(root):
    fill(0)
    article, event = Article.objects.get(), Event.objects.get()
    urls = [
        address(Article, "change", article.pk),
        address(Event, "change", event.pk),
    ]
    for url in urls:
        root.get(url)
    before = [queries_of(root, url) for url in urls]
    body = "".join(f"人物{number}讲话。" for number in range(20, 40))
    Article.objects.filter(pk=article.pk).update(body=article.body + body)
    article.refresh_from_db()
    for number in range(20, 40):
        person = make_person(name=f"人物{number}")
        make_mention(article=article, name=f"人物{number}", person=person)
        evidence = make_evidence(article=article, words=f"人物{number}讲话")
        make_participation(event=event, person=person, evidence=evidence)
        saved(
            AgendaItem(
                event=event, rank=number, text="听取报告", evidence=evidence
            )
        )
        saved(
            Vote(
                event=event,
                subject=person.name,
                in_favour=300,
                evidence=evidence,
            )
        )
        saved(
            Byline(
                article=article,
                name=person.name,
                role="reporter",
                person=person,
            )
        )
    assert [queries_of(root, url) for url in urls] == before
