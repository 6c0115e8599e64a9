"""Two people in an article that readers see, and what makes one record of several."""

from editorial.merging import MergingPeople
from editorial.merging.merger import merge

BODY = "林向晚主持会议。林向皖出席。"


def merged(stays, *goes, by, kind=MergingPeople, **more):
    return merge(
        kind,
        stays.pk,
        [record.pk for record in goes],
        by=by,
        reason="同一人。",
        **more,
    )
