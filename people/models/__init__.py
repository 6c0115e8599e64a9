"""The authority of people: names, organizations, posts and who held them; reference lists."""

from people.models.membership import Membership, Organization, Post
from people.models.pair import Pair
from people.models.person import MergedPerson, OtherName, Person
from people.models.public_person import (
    PublicName,
    PublicPerson,
    PublicPost,
)
from people.models.roster import RosterEntry, RosterRow

__all__ = [
    "Membership",
    "MergedPerson",
    "Organization",
    "OtherName",
    "Pair",
    "Person",
    "Post",
    "PublicName",
    "PublicPerson",
    "PublicPost",
    "RosterEntry",
    "RosterRow",
]
