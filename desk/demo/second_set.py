"""The second demonstration: an invented congress of four days, from eight pages of two papers."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from pathlib import Path

from django.contrib.auth.models import User

from articles.models import Article, Evidence, Mention, Photo
from editorial.merging.merger import merge
from editorial.merging.people import MergingPeople
from events.models import (
    CongressSpan,
    Event,
    MeetingBody,
    ShortTitle,
    TenureBound,
)
from people.models import Membership, Person
from records.grouping import grouped

PAGES = Path(__file__).parent / "second_pages"
PAPERS = ("云汀日报", "云汀晚报")
# The drawing of each photo, by what its caption says first.
SCENES: Mapping[str, tuple[str, str]] = {
    "汤景澄在": ("podium", "示意图：讲台前一人讲话，身后十面红旗。"),
    "大会会场": ("hall", "示意图：会场全景，前方是主席台。"),
    "花鼓戏": ("theatre", "示意图：舞台灯光下的两名演员。"),
    "代表举手": ("seats", "示意图：会场里一排排代表席。"),
}
FIRST_DAY = dt.date(2023, 11, 20)
LAST_DAY = dt.date(2023, 11, 23)
SAME_PERSON = "两报所载为同一人。"
ARRIVAL = "出席市第八次党代会的代表昨天报到"
PREPARING = "中国共产党云汀市第八次代表大会举行预备会议"
PLAY = "代表观看花鼓戏《渡口》"
PLENUM = "云汀市委举行八届一次全会"


def scene_of(photo: Photo) -> tuple[str, str]:
    """Return the drawing of a photo of these papers, and its alternative text."""
    return next(
        scene
        for begins, scene in SCENES.items()
        if photo.caption.startswith(begins)
    )


def join_people(by: User) -> None:
    """Make one record of each person whom both papers name: within these pages a name is one
    person's.
    """
    named = Mention.objects.filter(
        article__page__issue__newspaper__name__in=PAPERS
    ).exclude(person=None)
    people = Person.objects.filter(mentions__in=named).distinct()
    keys = grouped(people.values_list("name", "pk"))
    for stays, *goes in map(sorted, keys.values()):
        if goes:
            merge(MergingPeople, stays, goes, by=by, reason=SAME_PERSON)


def state_facts() -> None:
    """Add what the reader does not read, as editors do: each with the words that state it."""
    congress = Event.objects.congresses().get(title__contains="云汀市")
    words = evidence(ARRIVAL, "大会自11月20日开到11月23日,会期四天")
    CongressSpan.objects.create(
        event=congress,
        first_day=FIRST_DAY,
        last_day=LAST_DAY,
        evidence=words,
    )
    tell_of_arrival()
    tell_of_sittings()
    tell_of_plenum(congress)


def evidence(headline: str, words: str) -> Evidence:
    """Mark words of the article under a headline; return the mark."""
    article = Article.objects.get(headline=headline)
    marked = Evidence(article=article, part="body")
    start = article.body.index(words)
    marked.anchor(start, start + len(words))
    same = article.evidence.filter(start=marked.start, end=marked.end)
    known = same.filter(part=marked.part).first()
    if known is None:
        marked.save()
    return known or marked


def event_of(headline: str) -> Event:
    """Return the event that the article under a headline tells, beside the congress."""
    told = Event.objects.filter(evidence__article__headline=headline)
    parts = told.exclude(kind=Event.Kind.CONGRESS)
    return parts.distinct().get()


def tell_of_arrival() -> None:
    """Write the sentence of the chronicle in place of the one made from the facts."""
    arrival = event_of(ARRIVAL)
    arrival.summary = "代表陆续到云汀宾馆报到，7个代表团到中午全部到齐。"
    arrival.save()


def tell_of_sittings() -> None:
    """Say which body met, and how print calls an event in short."""
    words = evidence(PREPARING, "中国共产党云汀市第八次代表大会")
    MeetingBody.objects.create(
        event=event_of(PREPARING),
        body=MeetingBody.Body.PLENARY,
        evidence=words,
    )
    words = evidence(PLAY, "花鼓戏《渡口》")
    ShortTitle.objects.create(
        event=event_of(PLAY), text="花鼓戏《渡口》", evidence=words
    )


def tell_of_plenum(congress: Event) -> None:
    """Put the first meeting of the new committee to the congress, and begin the post it gave."""
    plenum = event_of(PLENUM)
    plenum.parent = congress
    plenum.save()
    words = evidence(PLENUM, "云汀市第八届委员会举行第一次全体会议")
    MeetingBody.objects.create(
        event=plenum,
        body=MeetingBody.Body.COMMITTEE,
        name="市委全会",
        evidence=words,
    )
    held = Membership.objects.get(post__label="市委书记")
    held.start_date = LAST_DAY.isoformat()
    held.save()
    words = evidence(PLENUM, "汤景澄当选为市委书记")
    TenureBound.objects.create(
        membership=held,
        edge=TenureBound.Edge.BEGINS,
        manner=TenureBound.Manner.ELECTION,
        event=plenum,
        evidence=words,
    )
