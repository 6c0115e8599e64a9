"""The map of the house: its packages, who may import whom, and whose each template is."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent

# From the ground up; each may import those before it.
LAYERS = (
    "records",
    "people",
    "articles",
    "events",
    "search",
    "editorial",
    "importing",
)
# One for each kind of person, and the one that keeps the house running; none imports another.
FRONTS = ("desk", "public", "api", "operation")

MAY_IMPORT: dict[str, set[str]] = {
    "reader": set(),
    **{layer: set(LAYERS[:height]) for height, layer in enumerate(LAYERS)},
    **{front: set(LAYERS) for front in FRONTS},
    "zzcms": {*LAYERS, *FRONTS},
}
# The reader stands beside them all and is entered by one door.
MAY_IMPORT["importing"].add("reader")

PACKAGES = tuple(MAY_IMPORT)
# What stands beside the packages and imports any of them; nothing of ours imports these.
WORKSHOPS = ("tests", "bench")

# Templates of nobody: each front may show them, and they show nothing of a front's.
FRAME = {
    "base.html",
    "400.html",
    "403.html",
    "404.html",
    "500.html",
    "locked_out.html",
    "sent_again.html",
    "_way_back.html",
    "robots.txt",
}


def allowed(package: str) -> set[str]:
    """Return the packages of ours that this one may name, itself included."""
    return MAY_IMPORT[package] | {package}


def owner_of(template: str) -> str:
    """Return the front whose template this is, "" for the frame.

    The name counts from ``templates/``.
    """
    room, _, name = template.rpartition("/")
    if not room and (name in FRAME or name.startswith("_")):
        return ""
    if template.startswith("admin/"):
        return "desk"
    if template.startswith("api/") or template == "api/docs.html":
        return "api"
    return "public"
