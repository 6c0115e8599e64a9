"""Two groups that the tests know beside the five roles: who keeps records, and who only judges."""

from __future__ import annotations

from django.contrib.auth.models import Group, Permission

JUDGES = (
    "first_review",
    "second_review",
    "final_review",
    "publish_article",
    "undo_steps_of_others",
)


def make_groups() -> None:
    """Make ``Editors``, who do what a responsible editor does but undo others' steps, and
    ``Reviewers``, who read, sign every step and publish.
    """
    of_editors = Permission.objects.filter(group__name="责任编辑")
    editors = Group.objects.create(name="Editors")
    editors.permissions.set(of_editors.exclude(codename=JUDGES[-1]))
    seeing = of_editors.filter(codename__startswith="view_")
    reviewers = Group.objects.create(name="Reviewers")
    reviewers.permissions.set(seeing)
    reviewers.permissions.add(*Permission.objects.filter(codename__in=JUDGES))
