"""The authority of people: names, organizations, posts and who held them; reference lists."""

from people.models.person import (
    Membership,
    MergedPerson,
    Organization,
    OtherName,
    Person,
    Post,
)
from people.models.roster import RosterEntry

__all__ = [
    "Membership",
    "MergedPerson",
    "Organization",
    "OtherName",
    "Person",
    "Post",
    "RosterEntry",
]
