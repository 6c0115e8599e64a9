"""What goes along with a record that is deleted, as the page that asks names it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.contrib import admin
from django.http import HttpRequest
from django.utils.text import capfirst

Nested = list[Any]


class NamedDeletion(admin.ModelAdmin):
    """A record whose deletion is asked for without the rows that only link it with others."""

    def get_deleted_objects(
        self, objs: Any, request: HttpRequest
    ) -> tuple[Nested, dict[str, int], set[str], Nested]:
        told, counts, lacking, protected = super().get_deleted_objects(
            objs, request
        )
        links = set(_links())
        shown = {
            name: count for name, count in counts.items() if name not in links
        }
        begin = tuple(map(capfirst, links))
        kept = _without(begin, told)
        return kept, shown, lacking, protected


def _links() -> Iterator[str]:
    """Yield what Django calls rows of the tables that it made itself, one and several."""
    models = apps.get_models(include_auto_created=True)
    for model in models:
        options = model._meta
        if not options.auto_created:
            continue
        yield str(options.verbose_name)
        yield str(options.verbose_name_plural)


def _without(links: tuple[str, ...], told: Nested) -> Nested:
    """Return what is told but for what begins with the name of such rows; a list within it tells
    of what goes with the record before it.
    """
    kept: Nested = []
    for each in told:
        if isinstance(each, list):
            inner = _without(links, each)
            kept.append(inner)
        elif not each.startswith(links):
            kept.append(each)
    return kept
