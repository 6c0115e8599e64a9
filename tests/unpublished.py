"""Records and facts that nobody may see, beside published ones."""

from __future__ import annotations

import datetime as dt

from django.utils import timezone

from articles.models import Article, Byline, Evidence, Photographer
from editorial.models import Correction, Review
from editorial.publishing import withdraw
from events.models import (
    AgendaItem,
    Candidacy,
    Delegation,
    Election,
    Event,
    MeetingBody,
    Participation,
    Resolution,
    ShortTitle,
    TenureBound,
    Visit,
    Vote,
)
from importing.models import ImportRun
from people.models import Membership, Organization, OtherName, Post
from tests.builders import (
    make_article,
    make_event,
    make_evidence,
    make_finding,
    make_issue,
    make_mention,
    make_newspaper,
    make_page,
    make_participation,
    make_person,
    make_photo,
    make_user,
    saved,
    show_as_it_stands,
)
from tests.public_walk import (
    HIDDEN,
    HIDDEN_DAY,
    HIDDEN_NUMBER,
    HIDDEN_QUERY,
    HIDDEN_TIME,
)
from tests.published import picture, state_field


def hide_one(public: Article, status: str) -> Article:
    """Make an article of this status whose every text is hidden, and facts that only it states."""
    texts = {
        name: f"{HIDDEN}{name}"
        for name in (
            "kicker",
            "headline",
            "subtitle",
            "dateline_source",
            "dateline_place",
        )
    }
    body = f"{HIDDEN}人主持。{HIDDEN_QUERY}{HIDDEN}。八百人到会。"
    read = {f"read_{name}": f"{HIDDEN}原样" for name in Article.TEXT_FIELDS}
    fields = {
        **texts,
        **read,
    }
    article = make_article(page=public.page, body=body, status=status, **fields)
    saved(Byline(article=article, name=f"{HIDDEN}记者", role="reporter"))
    photo = make_photo(
        article=article,
        caption=f"{HIDDEN}照片",
        creators=f"{HIDDEN}摄影\n助理",
        credit_line=HIDDEN,
    )
    photo.image.save("hidden.png", picture())
    person = make_person(name=f"{HIDDEN}人")
    public_person = public.mentions.get().person
    for name, who in ((f"{HIDDEN}摄影", person), ("助理", public_person)):
        saved(Photographer(photo=photo, name=name, person=who))
    saved(OtherName(person=person, name=f"{HIDDEN}别名"))
    make_mention(article=article, name=f"{HIDDEN}人", person=person)
    make_mention(
        article=article, name=HIDDEN, person=person, part="caption", photo=photo
    )
    words = make_evidence(article=article, words=f"{HIDDEN}人主持")
    organization = saved(Organization(name=f"{HIDDEN}机构{status}"))
    post = saved(Post(label=f"{HIDDEN}职务", organization=organization))
    bearer = public.mentions.get().person
    words.memberships.add(saved(Membership(person=bearer, post=post)))
    session = public.evidence.get().events.get(parent__isnull=False)
    make_event(
        title=f"{HIDDEN}会",
        place=f"{HIDDEN}地",
        parent=session.parent,
        evidence=words,
    )
    make_participation(
        event=session,
        person=bearer,
        evidence=words,
        role=f"{HIDDEN}角色{status}",
    )
    saved(
        Delegation(
            event=session,
            number=article.position,
            origin=f"{HIDDEN}代表团",
            evidence=words,
        )
    )
    saved(
        AgendaItem(
            event=session,
            rank=article.position,
            text=f"{HIDDEN}议程",
            evidence=words,
        )
    )
    saved(
        Vote(
            event=session,
            subject=f"{HIDDEN}决议{status}",
            in_favour=HIDDEN_NUMBER,
            evidence=words,
        )
    )
    hide_facts(session, bearer, words, article.position)
    Event.objects.update(
        attendance_expected=HIDDEN_NUMBER, attendance_evidence=words
    )
    state_hidden_fields(session, words)
    other = f"{HIDDEN}又名{status}"
    saved(OtherName(person=bearer, name=other))
    return article


def state_hidden_fields(event: Event, words: Evidence) -> None:
    """Let hidden words state of an event what published words state too, and more."""
    told = {
        "title": f"{HIDDEN}开幕",
        "kind": "visit",
        "edtf": HIDDEN_DAY,
        "place": f"{HIDDEN}会场",
        "time": HIDDEN_TIME,
    }
    event.evidence.add(words)
    for field, value in told.items():
        state_field(event, field, words, value)
        setattr(event, field, value)
    event.time = dt.time.fromisoformat(HIDDEN_TIME)
    event.save()


def withdraw_what_was_hidden(articles: list[Article]) -> None:
    """Publish the articles that are withdrawn, and take one back from now on and one with all that
    was published and printed of it.
    """
    editor = make_user(username="publisher", superuser=True)
    [near] = [each for each in articles if each.status == "withdrawn"]
    far = make_article(
        page=near.page, headline=f"{HIDDEN}要闻", body=f"{HIDDEN}正文。"
    )
    for article in (near, far):
        article.status = Article.Status.PUBLISHED
        article.save()
        show_as_it_stands(article)
        withdraw(article, editor, "已撤回。", everything=article == far)


def change_at_the_desk(article: Article) -> None:
    """Change whatever a published article says and states, without a signature."""
    texts = dict.fromkeys(Article.TEXT_FIELDS, f"{HIDDEN}改")
    changed = Article.objects.filter(pk=article.pk)
    changed.update(status=Article.Status.IMPORTED, **texts)
    article.photos.update(caption=HIDDEN, creators=HIDDEN, credit_line=HIDDEN)
    article.bylines.update(name=HIDDEN)
    article.mentions.update(name=HIDDEN, exact=HIDDEN)
    article.evidence.update(exact=HIDDEN, prefix=HIDDEN)
    told = Event.objects.filter(evidence__article=article)
    told.update(title=HIDDEN, place=HIDDEN)
    stated = Participation.objects.filter(evidence__article=article)
    stated.update(role=HIDDEN)


def hide_facts(session: Event, person, words, number: int) -> None:
    """State facts of a public event and of a public person in hidden words only."""
    stated = {"event": session, "evidence": words}
    text = f"{HIDDEN}事项{number}"
    if not session.bodies.exists():
        saved(MeetingBody(body="other", name=text, **stated))
    saved(ShortTitle(text=text, **stated))
    saved(Resolution(rank=number, text=text, **stated))
    saved(Visit(person=person, number=HIDDEN_NUMBER + number, **stated))
    election = saved(Election(office=text, **stated))
    saved(
        Candidacy(
            election=election,
            person=person,
            outcome="elected",
            votes=HIDDEN_NUMBER,
            evidence=words,
        )
    )
    membership = words.memberships.get()
    membership.start_date = "2021-09"
    membership.save()
    saved(
        TenureBound(
            membership=membership,
            edge="begins",
            manner="election",
            **stated,
        )
    )


def hide_elsewhere(public: Article, hidden: list[Article]) -> None:
    """Hide a whole paper, a half of a published article, words edited away, and the editors' own
    work.
    """
    issue = make_issue(
        newspaper=make_newspaper(name=f"{HIDDEN}日报", slug="hidden"),
        date=dt.date(2021, 9, 29),
    )
    rest = make_article(
        page=make_page(issue=issue, label="B7", section=f"{HIDDEN}版"),
        headline=HIDDEN,
        body=HIDDEN,
    )
    Article.objects.filter(pk=public.pk).update(continuation=rest)
    gone = make_mention(
        article=public,
        name="大会",
        person=make_person(name=f"{HIDDEN}者"),
        check_again=True,
    )
    gone.exact = HIDDEN
    gone.save()
    editor, now = make_user(username=HIDDEN), timezone.now()
    make_finding(page=public.page, article=public, message=f"{HIDDEN}疑问")
    saved(
        Correction(
            article=public,
            part="body",
            start=0,
            old=HIDDEN,
            new=HIDDEN,
            reason=HIDDEN,
            version=1,
            by=editor,
        )
    )
    signer = make_user(username=f"{HIDDEN}审")
    saved(
        Review(
            article=hidden[0],
            step="first",
            decision="approved",
            opinion=f"{HIDDEN}意见",
            version=1,
            by=signer,
        )
    )
    run = ImportRun(
        source_name=f"{HIDDEN}.txt",
        outcome="created",
        message=HIDDEN,
        started_at=now,
        finished_at=now,
    )
    saved(run)
