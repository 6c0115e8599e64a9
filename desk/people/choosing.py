"""People told apart where one is chosen by name: number, posts, papers and years."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.contrib import admin
from django.contrib.admin.views.autocomplete import AutocompleteJsonView
from django.db.models import Max, Min

from articles.models import Mention
from people.models import Membership, Person

MOST_TOLD = 2


class NamesakesView(AutocompleteJsonView):
    """Django's own answer to what is typed, with what tells people of one name apart."""

    admin_site = admin.site

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        shown = context["object_list"]
        people = [each for each in shown if isinstance(each, Person)]
        self.labels = namesake_labels(people)
        return context

    def serialize_result(self, obj: Any, to_field_name: str) -> dict[str, str]:
        result = {"id": str(getattr(obj, to_field_name)), "text": str(obj)}
        if isinstance(obj, Person):
            result["text"] = self.labels[obj.pk]
        return result


def namesake_labels(people: Iterable[Person]) -> dict[int, str]:
    """Return, by key, a name with number, posts, and papers with the years in which they name the
    person; two questions for all of them.
    """
    found = {person.pk: person for person in people}
    told: dict[int, list[str]] = defaultdict(list)
    if found:
        _tell_posts(told, found)
        _tell_papers(told, found)
    labels = {}
    for key, person in found.items():
        parts = [f"{person.name} №{key}", *told[key]]
        labels[key] = " · ".join(filter(None, [*parts, person.note[:40]]))
    return labels


def _tell_posts(told: dict[int, list[str]], keys: Iterable[int]) -> None:
    held = Membership.objects.filter(person__in=keys)
    newest = held.select_related("post").order_by("-stated_on", "pk")
    for membership in newest:
        posts = told[membership.person_id]
        label = membership.post.label
        if len(posts) < MOST_TOLD and label not in posts:
            posts.append(label)


def _tell_papers(told: dict[int, list[str]], keys: Iterable[int]) -> None:
    marks = Mention.objects.filter(person__in=keys).order_by()
    by_paper = marks.values_list(
        "person", "article__page__issue__newspaper__name"
    )
    spans = by_paper.annotate(Min("article__day"), Max("article__day"))
    for key, paper, first, last in spans.order_by("article__day__min"):
        years = {str(first.year): None, str(last.year): None}
        told[key].append(f"{paper} {'–'.join(years)}")
