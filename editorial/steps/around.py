"""The steps that tell the story of a record."""

from __future__ import annotations

from django.db.models import Model, Q, QuerySet

from articles.models import Article
from editorial.models import Step, StepRow
from editorial.steps.tracked import links_to, tracked, tracked_kind


def steps_around(model: type[Model], key: int) -> QuerySet[Step]:
    """Return the steps on a record and on what belongs to it, or belonged, the newest first; on an
    article all that were taken on it or changed what it states.
    """
    if model is Article:
        return Step.objects.about(key).newest_first()
    kind = tracked_kind(model)
    asked = Q(kind=kind, key=key)
    for link in links_to(kind):
        if link.goes_along:
            belong = tracked(link.kind).table.filter(**{link.column: key})
            there = Q(kind=link.kind, key__in=belong.values("pk"))
            was = Q(kind=link.kind, **{f"before__{link.column}": key})
            asked |= there | was
    rows = StepRow.objects.filter(asked)
    steps = Step.objects.filter(pk__in=rows.order_by().values("step"))
    return steps.newest_first()
