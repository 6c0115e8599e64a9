"""Posts that the page's words give its people: organization, post, membership, and the words that
state them.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from articles.models import Evidence
from importing.storing.page_load import PageLoad, fits
from importing.storing.selectors import Anchors
from people.models import Membership, Organization, Person, Post
from reader.results import ReadPost

# The function at the end of a post in full: 副部长 of 滨江市委组织部副部长, 总书记; the words before it name the
# body.
ROLE = re.compile(
    r"(?:第一|常务|代理?|名誉)?副?(?:总书记|书记|省长|市长|州长|县长|区长|镇长|乡长|部长|厅长|局长|处长|科长|所长|院长|校长|行长|"
    r"会长|理事长|董事长|总经理|经理|组长|队长|团长|馆长|社长|台长|站长|厂长|主任委员|主任|主席|秘书长|总编辑|检察长|委员|成员|代表)$"
)
# 市委, 省委组织部, 全市…: which city or province is meant depends on the paper, so such a body gets no
# record.
RELATIVE = re.compile(r"[省市州县区镇乡村旗本我全该各]")


@dataclass(frozen=True, slots=True)
class Statement:
    """Words that give a person a post."""

    person: Person
    post: ReadPost
    evidence: Evidence


def gather_posts(load: PageLoad, anchors: Anchors) -> list[Statement]:
    """Return the posts that can be recorded: a person without doubt, words in one part of an
    article.
    """
    elected = [
        post
        for article in load.read.articles
        for event in article.events
        for post in event.elected
    ]
    statements = []
    for post in dict.fromkeys((*load.read.posts, *elected)):
        person = load.people.get(post.name)
        evidence = anchors.state(post.span, f"{post.name} {post.post}")
        if person and evidence and fits(Post, label=post.post):
            statements.append(Statement(person, post, evidence))
        elif evidence:
            load.doubt_fact(post.span, f"{post.name} {post.post}")
    return statements


def save_posts(load: PageLoad, statements: list[Statement]) -> None:
    """Create what is new of organizations, posts and memberships, and link the evidence."""
    posts = _posts(load, {statement.post.post for statement in statements})
    stated_on = load.page.issue.date
    wanted = {(s.person.pk, posts[s.post.post].pk): s for s in statements}
    held = _memberships(wanted, stated_on)
    for key, statement in wanted.items():
        post = posts[statement.post.post]
        held.setdefault(
            key,
            Membership(
                person=statement.person,
                post=post,
                role=_split(post.label)[1],
                stated_on=stated_on,
            ),
        )
    load.create(membership for membership in held.values() if membership.pk is None)
    link = Evidence.memberships.through
    rows = [
        link(evidence=s.evidence, membership=held[s.person.pk, posts[s.post.post].pk])
        for s in statements
    ]
    link.objects.bulk_create(rows, ignore_conflicts=True)


def _posts(load: PageLoad, labels: set[str]) -> dict[str, Post]:
    bodies = {label: _split(label)[0] for label in labels}
    organizations = _organizations(load, {body for body in bodies.values() if body})
    if labels:
        stored = Post.objects.filter(label__in=labels).select_related("organization")
    else:
        stored = []
    posts = {
        post.label: post
        for post in stored
        if (post.organization.name if post.organization else "") == bodies[post.label]
    }
    new = {
        label: Post(
            label=label,
            role=_split(label)[1],
            organization=organizations.get(bodies[label]),
        )
        for label in sorted(labels - posts.keys())
    }
    load.create(new.values())
    return posts | new


def _organizations(load: PageLoad, names: set[str]) -> dict[str, Organization]:
    if names:
        known = {
            body.name: body for body in Organization.objects.filter(name__in=names)
        }
    else:
        known = {}
    new = {name: Organization(name=name) for name in sorted(names - known.keys())}
    load.create(new.values())
    return known | new


def _memberships(
    wanted: dict[tuple[int, int], Statement], stated_on: dt.date
) -> dict[tuple[int, int], Membership]:
    if not wanted:
        return {}
    people = {person for person, _post in wanted}
    stored = Membership.objects.filter(
        person__in=people, stated_on=stated_on
    ).order_by()
    return {
        (m.person_id, m.post_id): m
        for m in stored
        if (m.person_id, m.post_id) in wanted
    }


def _split(label: str) -> tuple[str, str]:
    """Return the body and the function of a post as printed; "" for a body that only the paper's
    place explains.
    """
    role = ROLE.search(label)
    body = label[: role.start()] if role else ""
    named_in_full = (
        len(body) > 1 and not RELATIVE.match(body) and fits(Organization, name=body)
    )
    return (body if named_in_full else ""), role[0] if role else ""
