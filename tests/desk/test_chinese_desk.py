"""The Chinese desk is Chinese: a walk of its pages finds no word in Latin letters but names."""

import re
from urllib.parse import unquote

import pytest
from django.contrib import admin
from django.urls import NoReverseMatch, reverse

from editorial.correcting import correct
from importing.models import ImportRun
from tests.builders import (
    make_article,
    make_event,
    make_evidence,
    make_finding,
    make_mention,
    make_page,
    make_participation,
    make_person,
    make_photo,
    make_user,
)

pytestmark = pytest.mark.django_db
WORD = re.compile(r"[A-Za-z]{3,}")
LEFT_OUT = re.compile(
    r"<(script|style|kbd|code|option)\b.*?</\1>|<[^>]+>|&\w+;", re.DOTALL
)
# Whole, or as Django shows that of a password: a few characters, then asterisks.
DIGEST = re.compile(r"[\w+/=$]{30,}|[\w+/=.]+\*{4,}", re.ASCII)
# Names of forms, formats and marks that the trade writes so, and the other language's own name.
NAMES = {
    *{
        "English",
        "CSV",
        "docx",
        "xlsx",
        "ISSN",
        "EDTF",
        "SHA",
        "zip",
        "IPTC",
        "XMP",
        "EXIF",
        "PDF",
    },
    *{"Esc", "Enter", "Shift", "Ctrl", "Unicode", "IIM", "JPEG", "PNG"},
    *{"Control", "Command", "Mac", "LDAP"},
    # A file, and its place in it; how names are spelled; how Django names a tick and a cross.
    *{"issue", "pdf", "lin", "xiang", "wan", "binjiangribao", "True", "False"},
    # The groups that only tests have.
    *{"Editors", "Reviewers"},
}


def latin_words(html):
    seen = re.findall(r'(?:aria-label|title|placeholder|alt)="([^"]*)"', html)
    body = html[html.index("<body") :]
    texts = " ".join([LEFT_OUT.sub(" ", body), *seen])
    return set(WORD.findall(DIGEST.sub(" ", texts))) - NAMES


@pytest.fixture
def article():
    page = make_page(label="三版", source_name="三版", section="要闻")
    article = make_article(page=page, body="林向晚主持会议。")
    person = make_person()
    make_mention(article=article, name="林向晚", person=person)
    words = make_evidence(article=article, words="林向晚主持会议")
    event = make_event(evidence=words)
    make_participation(event=event, person=person, evidence=words)
    make_photo(article=article)
    make_finding(page=page, article=article)
    make_finding(page=page, article=article, rule="other_reading")
    return article


@pytest.fixture
def root(client, article):
    root = make_user(username="甲", superuser=True, first_name="周编辑")
    client.force_login(root)
    correct(article, texts={"headline": "新题"}, by=root, version=1)
    at = article.page.loaded_at
    ImportRun.objects.create(
        page=article.page,
        source_name="三版",
        outcome="created",
        by=root,
        started_at=at,
        finished_at=at,
    )
    return client


def screens(article):
    """Yield the addresses of the desk's own screens."""
    page = article.page
    finding = page.findings.first()
    mention = article.mentions.get()
    bench = f"/admin/desk/page/{page.pk}/"
    yield from (bench, f"{bench}?same={finding.pk}")
    yield f"{bench}?name={mention.pk}"
    yield f"{bench}?edit={article.pk}:body:0"
    for name in ("review", "story", "clash"):
        yield f"/admin/desk/{name}/{article.pk}/"
    yield f"/admin/desk/story/{article.pk}/?restore=1"
    yield f"/admin/desk/proofs/{page.issue_id}/"
    yield "/admin/desk/colleagues/"


def lists_and_forms():
    """Yield the addresses of lists, of forms to add, of the first record and of its history."""
    yield "/admin/"
    for model in admin.site._registry:
        options = model._meta
        name = f"admin:{options.app_label}_{options.model_name}"
        yield reverse(f"{name}_changelist")
        yield reverse(f"{name}_add")
        first = model._default_manager.first()
        if first is not None:
            for view in ("change", "history", "delete"):
                try:
                    yield reverse(f"{name}_{view}", args=[first.pk])
                except NoReverseMatch:
                    continue


def test_no_word_in_latin_letters(root, article):
    found = {}
    walked = 0
    for address in [*screens(article), *lists_and_forms()]:
        answer = root.get(address)
        if answer.status_code != 200:
            continue
        walked += 1
        words = latin_words(answer.content.decode())
        if words:
            found[unquote(address)] = sorted(words)
    assert walked > 60
    assert not found, "\n".join(f"{a} {w}" for a, w in found.items())
