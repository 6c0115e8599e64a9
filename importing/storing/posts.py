"""Posts that the page's words give its people: organization, post, membership, evidence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from articles.models import Evidence
from editorial.steps.loads.as_loaded import states_with
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
# A body of one character, such as 市, is none of its own.
SHORTEST_BODY = 2
# Person and post: who holds what.
Tenure = tuple[int, int]


@dataclass(frozen=True, slots=True)
class StatedPost:
    """Words that give a person a post."""

    person: Person
    label: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class _Title:
    """The body and the function of a post as printed.

    The body is "" where only the paper's place explains it, or no function ends the post."""

    body: str
    role: str


def gather_posts(load: PageLoad, anchors: Anchors) -> list[StatedPost]:
    """Return the posts that can be recorded; the others are reported.

    A post needs a person without doubt, and words in one part of an article.
    """
    statements = []
    for read in _each_post_once(load):
        fact = f"{read.name} {read.post}"
        person = load.people.get(read.name)
        evidence = anchors.state(read.span, fact)
        if evidence is None:
            continue
        if person and fits(Post, label=read.post):
            statement = StatedPost(person, read.post, evidence)
            statements.append(statement)
        else:
            load.doubt_fact(read.span, fact)
    return statements


def _each_post_once(load: PageLoad) -> Iterable[ReadPost]:
    return dict.fromkeys((*load.read.posts, *_elected(load)))


def _elected(load: PageLoad) -> Iterator[ReadPost]:
    for event in load.events_read():
        yield from event.elected


def save_posts(load: PageLoad, statements: list[StatedPost]) -> None:
    """Create what is new of organizations, posts and memberships, and link the evidence."""
    if not statements:
        return
    posts = _posts(load, {statement.label for statement in statements})
    stated = [(one.person, posts[one.label]) for one in statements]
    held = _memberships(load, stated)
    links = []
    for statement, holding in zip(statements, stated, strict=True):
        membership = held.get(_tenure(*holding))
        if membership:
            links.append((statement.evidence, membership))
    _link_evidence(links)


def _link_evidence(links: list[tuple[Evidence, Membership]]) -> None:
    link = Evidence.memberships.through
    rows = [
        link(
            evidence=words,
            membership=one,
        )
        for words, one in links
    ]
    link.objects.bulk_create(rows, ignore_conflicts=True)


# Posts


def _posts(load: PageLoad, labels: set[str]) -> dict[str, Post]:
    """Return the posts of these labels; those not known yet are created."""
    titles = {label: _title_of(label) for label in labels}
    organizations = _organizations(load, titles.values())
    known = _relabelled_posts(load, labels) | _known_posts(titles)
    new = {}
    for label in sorted(labels - known.keys()):
        title = titles[label]
        new[label] = _new_post(label, title, organizations.get(title.body))
    load.create(new.values())
    return known | new


def _new_post(
    label: str, title: _Title, organization: Organization | None
) -> Post:
    return Post(
        label=label,
        role=title.role,
        organization=organization,
    )


def _known_posts(titles: dict[str, _Title]) -> dict[str, Post]:
    """Return the stored posts of these labels whose organization is the one they name."""
    stored = Post.objects.filter(label__in=titles)
    return {
        post.label: post
        for post in stored.select_related("organization")
        if _body_of(post) == titles[post.label].body
    }


def _relabelled_posts(load: PageLoad, labels: set[str]) -> dict[str, Post]:
    """Return the posts that loads recorded by these labels and a person gave others since."""
    if load.is_new:
        return {}
    keys = {
        state.values["label"]: state.key
        for state in states_with(Post, "label", labels)
        if state.is_loaded
    }
    posts = Post.objects.in_bulk(keys.values())
    return {label: posts[key] for label, key in keys.items() if key in posts}


def _body_of(post: Post) -> str:
    return post.organization.name if post.organization else ""


def _organizations(
    load: PageLoad, titles: Iterable[_Title]
) -> dict[str, Organization]:
    """Return the organizations that titles name; those not known yet are created."""
    names = {title.body for title in titles if title.body}
    if not names:
        return {}
    known = _known_organizations(names)
    unknown = sorted(names - known.keys())
    new = {name: Organization(name=name) for name in unknown}
    load.create(new.values())
    return known | new


def _known_organizations(names: set[str]) -> dict[str, Organization]:
    stored = Organization.objects.filter(name__in=names)
    return {organization.name: organization for organization in stored}


def _title_of(label: str) -> _Title:
    role = ROLE.search(label)
    if role is None:
        return _Title("", "")
    body = label[: role.start()]
    if not _is_telling(body):
        body = ""
    return _Title(body, role[0])


def _is_telling(body: str) -> bool:
    """Tell whether words name an organization wherever they stand."""
    if len(body) < SHORTEST_BODY:
        return False
    if RELATIVE.match(body):
        return False
    return fits(Organization, name=body)


# Memberships


def _memberships(
    load: PageLoad, stated: list[tuple[Person, Post]]
) -> dict[Tenure, Membership]:
    """Return the memberships that this day's issue states; those not known yet are created.

    One that a person changed is the one meant still; one that a person took out stays out.
    """
    people = {person.pk for person, _post in stated}
    recorded = _recorded_before(load, people)
    held = _known_memberships(load, people)
    new = {}
    for person, post in stated:
        tenure = _tenure(person, post)
        if tenure in held:
            continue
        if tenure not in recorded:
            new[tenure] = _new_membership(load, person, post)
        elif changed := recorded[tenure]:
            held[tenure] = changed
    load.create(new.values())
    return held | new


def _tenure(person: Person, post: Post) -> Tenure:
    return person.pk, post.pk


def _known_memberships(
    load: PageLoad, people: set[int]
) -> dict[Tenure, Membership]:
    """Return what these people are on record to hold, as stated on the issue's day."""
    stored = Membership.objects.filter(
        person__in=people, stated_on=load.page.issue.date
    )
    return {(one.person_id, one.post_id): one for one in stored.order_by()}


def _recorded_before(
    load: PageLoad, people: set[int]
) -> dict[Tenure, Membership | None]:
    """Return what loads recorded of these people for the issue's day, as it was read: the
    membership as it is now, None for one that a person took out.
    """
    if load.is_new:
        return {}
    day = load.page.issue.date
    keys = {
        (state.values["person_id"], state.values["post_id"]): state.key
        for state in states_with(Membership, "person_id", people)
        if state.is_loaded and state.values["stated_on"] == day
    }
    standing = Membership.objects.in_bulk(keys.values())
    return {tenure: standing.get(key) for tenure, key in keys.items()}


def _new_membership(load: PageLoad, person: Person, post: Post) -> Membership:
    return Membership(
        person=person,
        post=post,
        role=_title_of(post.label).role,
        stated_on=load.page.issue.date,
    )
