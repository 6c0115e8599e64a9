"""Taking a load back: what it made and nobody has touched since is removed; the delivered files
stay kept.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import Model, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.models import Article, Evidence, Issue, Mention, Page
from editorial.models import Correction, Review, Step
from editorial.steps.loads.as_loaded import is_untouched
from editorial.turns import Turn, await_turn
from events.models import Event, MergedEvent
from importing.models import ImportRun
from people.models import Membership, Organization, Person, Post

PERMISSION = "articles.delete_page"
STORED = (ImportRun.Outcome.CREATED, ImportRun.Outcome.UPDATED)


@dataclass
class TakingBack:
    """What taking a load back would remove, and what stands against it; asked for when the load is
    kept from others, or for a look.
    """

    run: ImportRun
    problems: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page = self.run.page
        self.problems = list(self._problems())

    @property
    def articles(self) -> QuerySet[Article]:
        return Article.objects.filter(page=self.run.page_id)

    @property
    def people(self) -> list[Person]:
        """The people whom only this page names, and no person has touched."""
        named = Q(mentions__article__page=self.run.page_id)
        known = Person.objects.filter(named).distinct().order_by("pk")
        return [person for person in known if self._is_only_here(person)]

    def _is_only_here(self, person: Person) -> bool:
        elsewhere = person.mentions.exclude(article__page=self.run.page_id)
        return is_untouched(person) and not elsewhere.exists()

    def _problems(self) -> Iterator[str]:
        if self.page is None or self.run.outcome != ImportRun.Outcome.CREATED:
            yield _("Only the load that made a page can be taken back.")
            return
        later = self.page.import_runs.filter(pk__gt=self.run.pk)
        if later.filter(outcome__in=STORED).exists():
            yield _("The page was loaded again since.")
        if self.page.publications.exists():
            yield _("Readers have seen something of this page.")
        yield from self._work()

    def _work(self) -> Iterator[str]:
        """Say who has worked on the page; signatures and corrections are steps too, but for those
        of old.
        """
        articles = self.articles.values("pk")
        on_page = Q(page=self.page) | Q(article__in=articles)
        every = Step.objects.of_people()
        steps = every.filter(on_page | Q(changed__in=articles))
        last = steps.select_related("by").order_by("-pk").first()
        if last is not None and last.by is not None:
            words = {
                "name": last.by.get_full_name() or last.by.get_username(),
                "day": timezone.localdate(last.at),
            }
            yield _("%(name)s has worked on it, last on %(day)s.") % words
            return
        signed = Review.objects.filter(article__in=articles)
        corrected = Correction.objects.filter(article__in=articles)
        if signed.exists() or corrected.exists():
            yield _("People have worked on it.")


def undo_load(run: ImportRun, by: User, reason: str) -> None:
    """Remove what a load made: its page with articles and findings, the facts they state, and the
    people and events of which nothing is left. The load stays on record as taken back.

    Raise ``PermissionDenied``, or ``ValidationError`` without a reason, and where people have
    worked on the page or readers have seen it; then nothing is changed.
    """
    if not by.has_perm(PERMISSION):
        raise PermissionDenied
    if not reason.strip():
        raise ValidationError(_("Say why the load was wrong."))
    with transaction.atomic():
        await_turn(Turn.LOAD)
        current = ImportRun.objects.select_related("page__issue").get(pk=run.pk)
        taking = TakingBack(current)
        if taking.problems:
            raise ValidationError(taking.problems)
        _remove(taking)
        current.refresh_from_db()
        current.outcome = ImportRun.Outcome.TAKEN_BACK
        name = by.get_full_name() or by.get_username()
        current.message = f"{name}: {reason.strip()}"
        current.save()


def _remove(taking: TakingBack) -> None:
    page = taking.page
    if page is None:
        return
    people = taking.people
    words = Evidence.objects.filter(article__page=page)
    events = _events_stated(words)
    memberships = list(Membership.objects.filter(evidence__in=words).distinct())
    _remove_facts(page)
    Mention.objects.filter(article__page=page).delete()
    words.delete()
    _remove_memberships(memberships)
    _remove_events(events)
    issue = page.issue
    page.articles.all().delete()
    # What the load changed elsewhere stays told.
    Step.objects.filter(page=page).update(page=None)
    page.delete()
    for person in people:
        if not _is_tied(person):
            person.delete()
    _remove_empty(issue)


def _events_stated(words: QuerySet[Evidence]) -> list[Event]:
    """Return the events that these words state or state facts of, those within others first."""
    keys = set(
        Event.objects.filter(evidence__in=words).values_list("pk", flat=True)
    )
    for model, name in _stating():
        if hasattr(model, "event_id"):
            rows = model.objects.filter(**{f"{name}__in": words})
            keys |= set(rows.values_list("event", flat=True))
    parents = Event.objects.filter(children__in=keys)
    keys |= set(parents.values_list("pk", flat=True))
    found = Event.objects.filter(pk__in=keys).order_by("-parent", "pk")
    return sorted(found, key=lambda event: event.parent_id is None)


def _stating() -> Iterator[tuple[Any, str]]:
    """Yield the kinds of facts that words state, each with its column of words."""
    for relation in Evidence._meta.related_objects:
        if relation.one_to_many and relation.related_model is not Event:
            yield relation.related_model, relation.field.name


def _remove_facts(page: Page) -> None:
    for model, name in _stating():
        model.objects.filter(**{f"{name}__article__page": page}).delete()
    counted = Event.objects.filter(attendance_evidence__article__page=page)
    for event in counted:
        event.attendance_evidence = None
        event.attendance_expected = None
        event.attendance_absent = None
        event.attendance_present = None
        event.save()


def _remove_memberships(memberships: Iterable[Membership]) -> None:
    """Remove the posts that no words state any more and nobody has touched."""
    for membership in memberships:
        if _is_told_still(membership):
            continue
        if is_untouched(membership):
            membership.delete()
            _remove_bare(membership.post)


def _is_told_still(membership: Membership) -> bool:
    """Tell whether words or a list state a post yet."""
    if membership.evidence.exists():
        return True
    return membership.roster_rows.exists()


def _remove_bare(post: Post) -> None:
    """Remove a post that nobody holds, and an organization without posts, that only loads made."""
    if _has_rows(post, Post) or not is_untouched(post):
        return
    organization = post.organization
    post.delete()
    if organization is None or _has_rows(organization, Organization):
        return
    if is_untouched(organization):
        organization.delete()


def _remove_events(events: Iterable[Event]) -> None:
    for event in events:
        if is_untouched(event) and not _is_told(event):
            event.delete()


def _is_told(event: Event) -> bool:
    """Tell whether anything is left that states an event, or stands within it."""
    if MergedEvent.objects.filter(stays=event).exists():
        return True
    return event.evidence.exists() or _has_rows(event, Event)


def _is_tied(person: Person) -> bool:
    """Tell whether anything is left that is a person's."""
    return _has_rows(person, Person)


def _has_rows(record: Any, model: type[Model]) -> bool:
    """Tell whether rows of other tables point to a record, but for what goes along by itself."""
    along = {"pair", "fieldevidence"}
    for relation in model._meta.related_objects:
        related: Any = relation.related_model
        if related._meta.model_name in along or not relation.one_to_many:
            continue
        rows = related._base_manager.filter(**{relation.field.name: record})
        if rows.exists():
            return True
    return False


def _remove_empty(issue: Issue) -> None:
    """Remove an issue without pages, and a newspaper without issues, that only loads made."""
    if issue.pages.exists() or not is_untouched(issue):
        return
    newspaper = issue.newspaper
    issue.delete()
    if newspaper.issues.exists() or not is_untouched(newspaper):
        return
    newspaper.delete()
