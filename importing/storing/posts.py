"""Posts that the page's words give its people: organization, post, membership, evidence."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
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
    """Return the posts that can be recorded; the others are reported.

    A post needs a person without doubt, and words in one part of an article.
    """
    statements = []
    for post in dict.fromkeys((*load.read.posts, *_elected(load))):
        fact = f"{post.name} {post.post}"
        person = load.people.get(post.name)
        evidence = anchors.state(post.span, fact)
        if person and evidence and fits(Post, label=post.post):
            statements.append(Statement(person, post, evidence))
        elif evidence:
            load.doubt_fact(post.span, fact)
    return statements


def _elected(load: PageLoad) -> Iterator[ReadPost]:
    for article in load.read.articles:
        for event in article.events:
            yield from event.elected


def save_posts(load: PageLoad, statements: list[Statement]) -> None:
    """Create what is new of organizations, posts and memberships, and link the evidence."""
    posts = _posts(load, {statement.post.post for statement in statements})
    keys = [(s.person.pk, posts[s.post.post].pk) for s in statements]
    wanted = dict(zip(keys, statements, strict=True))
    held = _memberships(wanted, load.page.issue.date)
    for key, statement in wanted.items():
        if key not in held:
            post = posts[statement.post.post]
            held[key] = _new_membership(load, statement.person, post)
    load.create(
        membership for membership in held.values() if membership.pk is None
    )
    link = Evidence.memberships.through
    rows = [
        link(evidence=statement.evidence, membership=held[key])
        for key, statement in zip(keys, statements, strict=True)
    ]
    link.objects.bulk_create(rows, ignore_conflicts=True)


def _new_membership(load: PageLoad, person: Person, post: Post) -> Membership:
    _body, role = _split(post.label)
    return Membership(
        person=person,
        post=post,
        role=role,
        stated_on=load.page.issue.date,
    )


def _posts(load: PageLoad, labels: set[str]) -> dict[str, Post]:
    """Return the posts of these labels; those not known yet are created."""
    if not labels:
        return {}
    parts = {label: _split(label) for label in labels}
    bodies = {body for body, _role in parts.values() if body}
    organizations = _organizations(load, bodies)
    posts = {}
    stored = Post.objects.filter(label__in=labels).select_related(
        "organization"
    )
    for post in stored:
        body = post.organization.name if post.organization else ""
        if body == parts[post.label][0]:
            posts[post.label] = post
    new = {}
    for label in sorted(labels - posts.keys()):
        body, role = parts[label]
        organization = organizations.get(body)
        new[label] = Post(label=label, role=role, organization=organization)
    load.create(new.values())
    return posts | new


def _organizations(load: PageLoad, names: set[str]) -> dict[str, Organization]:
    """Return the organizations of these names; those not known yet are created."""
    if not names:
        return {}
    stored = Organization.objects.filter(name__in=names)
    known = {organization.name: organization for organization in stored}
    new = {
        name: Organization(name=name) for name in sorted(names - known.keys())
    }
    load.create(new.values())
    return known | new


def _memberships(
    wanted: dict[tuple[int, int], Statement], stated_on: dt.date
) -> dict[tuple[int, int], Membership]:
    """Return the memberships on record of the wanted people and posts, stated on that day."""
    if not wanted:
        return {}
    people = {person for person, _post in wanted}
    stored = Membership.objects.filter(person__in=people, stated_on=stated_on)
    held = {(one.person_id, one.post_id): one for one in stored.order_by()}
    return {key: one for key, one in held.items() if key in wanted}


def _split(label: str) -> tuple[str, str]:
    """Return the body and the function of a post as printed.

    The body is "" where only the paper's place explains it, or no function ends the post.
    """
    role = ROLE.search(label)
    if role is None:
        return "", ""
    body = label[: role.start()]
    if (
        len(body) < 2
        or RELATIVE.match(body)
        or not fits(Organization, name=body)
    ):
        body = ""
    return body, role[0]
