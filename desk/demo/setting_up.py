"""Load the demonstration once: pages, pictures, a decided finding, three reviews, publication."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from django.contrib.auth.models import User
from django.core.files.base import ContentFile

from articles.models import Article, Page, Photo
from desk.demo import second_set
from desk.demo.drawing import draw
from desk.demo.editors import (
    CORRECTOR,
    PUBLISHER,
    REVIEWERS,
    keep_passwords,
    make_editors,
)
from editorial.change_log import logged
from editorial.deciding import accept
from editorial.models import Finding, Review, Rule
from editorial.publishing import publish
from editorial.reviewing import sign
from importing.one_page import load_page

PAGES = Path(__file__).parent / "pages"

# The pictures in the order of their captions on the two pages.
PICTURES = (
    ("podium", "示意图：讲台前一人讲话，身后十面红旗。"),
    ("hall", "示意图：会场全景，前方是主席台。"),
    ("theatre", "示意图：舞台灯光下的两名演员。"),
    ("seats", "示意图：会场里一排排代表席。"),
)
# What the credit of each picture says: a sketch.
SOURCE = "示意图"
# What each reviewer writes.
OPINION = "与报样核对，同意。"


def set_up(passwords_file: Path) -> bool:
    """Load the demonstration into an empty database; return False, and change nothing, where pages
    already are.

    All in one transaction; the editors' passwords go to the file before it ends, so that none is
    ever lost.
    """
    with logged():
        if Page.objects.exists():
            return False
        passwords = make_editors()
        load_pages(PAGES)
        illustrate()
        load_pages(second_set.PAGES)
        illustrate_second_set()
        second_set.join_people(editor(CORRECTOR))
        second_set.state_facts()
        decide()
        review()
        keep_passwords(passwords_file, passwords)
    return True


def editor(username: str) -> User:
    """Return one of the demonstration's editors."""
    return User.objects.get(username=username)


def load_pages(folder: Path) -> None:
    """Import the sample pages of a folder, text and PDF, as the desk would."""
    by = editor(CORRECTOR)
    for file in sorted(folder.iterdir()):
        newspaper, date, label = file.stem.split("_")
        load_page(
            file.read_bytes(),
            source_name=file.name,
            newspaper=newspaper,
            date=dt.date.fromisoformat(date),
            page=label,
            by=by,
        )


def illustrate() -> None:
    """Give each caption its drawn picture, and say everywhere that it is one."""
    photos = Photo.objects.order_by(
        "article__page__label",
        "start",
    )
    for photo, picture in zip(photos, PICTURES, strict=True):
        hang(photo, *picture)


def illustrate_second_set() -> None:
    """Give the captions of the second set their drawn pictures."""
    photos = Photo.objects.filter(
        article__page__issue__newspaper__name__in=second_set.PAPERS
    )
    for photo in photos:
        hang(photo, *second_set.scene_of(photo))


def hang(photo: Photo, scene: str, alt_text: str) -> None:
    """Give one photo the drawing of a scene, named as one; a picture that its page brought
    stays.
    """
    photo.alt_text = alt_text
    photo.source = SOURCE
    if photo.image:
        photo.save()
    else:
        photo.image.save(f"{scene}.jpg", drawing_of(scene))


def drawing_of(scene: str) -> ContentFile:
    """Return the drawing of a scene as a file to be kept."""
    return ContentFile(draw(scene))


def decide() -> None:
    """Accept the one finding that a fixed expression settles; the others wait for whoever tries the
    desk.
    """
    by = editor(CORRECTOR)
    findings = Finding.objects.filter(
        rule=Rule.FIXED_EXPRESSION,
    )
    for finding in findings:
        accept(finding, by)


def review() -> None:
    """Sign each article's three reviews by three people, and publish it."""
    reviewers = [editor(name) for name in REVIEWERS]
    publisher = editor(PUBLISHER)
    for article in Article.objects.all():
        for step, by in zip(Review.Step.values, reviewers, strict=True):
            approve(article, step, by)
        article.refresh_from_db()
        publish(article, publisher)


def approve(article: Article, step: str, by: User) -> None:
    """Sign one step of an article's review as it stands now."""
    article.refresh_from_db()
    sign(
        article,
        step=step,
        decision=Review.Decision.APPROVED,
        opinion=OPINION,
        by=by,
        version=article.version,
    )
