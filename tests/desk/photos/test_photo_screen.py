"""The page of one photo at the desk, its verbs, and its thumbnail wherever it is met."""

import io

import pytest
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image, ImageDraw

from articles.models import Photo, Photographer
from editorial.models import Step
from editorial.steps.undoing import undo
from tests.builders import make_article, make_page, make_person, make_photo
from tests.desk.members import member, text_of
from tests.desk.typed import typed

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]


def scene(colour: str = "white", width: int = 320, kind: str = "JPEG") -> bytes:
    """Return a picture with something to tell it by."""
    picture = Image.new("RGB", (320, 240), "navy")
    drawing = ImageDraw.Draw(picture)
    drawing.ellipse((40, 30, 200, 210), fill=colour)
    drawing.polygon([(210, 230), (300, 20), (318, 200)], fill="orange")
    output = io.BytesIO()
    picture.resize((width, width * 3 // 4)).save(output, kind)
    return output.getvalue()


@pytest.fixture
def editor():
    return member("an-editor", "Editors")


@pytest.fixture
def article():
    return make_article(page=make_page())


@pytest.fixture
def photo(article):
    photo = make_photo(
        article=article, caption="农技人员查看秧苗。", creators="石磊"
    )
    photo.image.save("field.jpg", ContentFile(scene()))
    return photo


@pytest.fixture
def address(photo):
    return reverse("desk-photo", args=[photo.pk])


def do(client, photo, verb, **data):
    return client.post(reverse("desk-photo-verb", args=[photo.pk, verb]), data)


# What it shows


def test_a_picture_is_described_on_its_page(editor, photo, address):
    html = text_of(editor.get(address))
    assert "Nobody can sign the article before" in html
    answer = do(editor, photo, "describe", words="两人蹲在田边。")
    assert (answer.status_code, answer["Location"]) == (303, address)
    photo.refresh_from_db()
    assert photo.alt_text == "两人蹲在田边。"
    html = text_of(editor.get(address))
    assert "Nobody can sign the article before" not in html


def test_the_caption_is_offered_and_taken_by_a_person(editor, photo):
    do(editor, photo, "describe", words="", take="caption")
    photo.refresh_from_db()
    assert photo.alt_text == "农技人员查看秧苗。"


def test_nothing_typed_is_refused_on_the_page_itself(editor, photo):
    answer = do(editor, photo, "describe", words=" ")
    assert answer.status_code == 409
    assert "Say in words" in text_of(answer)


def test_nobody_describes_over_a_colleague(editor, photo):
    do(editor, photo, "describe", words="田边", base="")
    answer = do(editor, photo, "describe", words="两人", base="")
    assert answer.status_code == 409
    assert "“田边”" in text_of(answer)
    assert ">两人</textarea>" in text_of(answer)
    answer = do(editor, photo, "describe", words="两人", base="田边")
    assert answer.status_code == 303


@pytest.mark.parametrize(
    ("screen", "back"),
    [
        ("admin:articles_article_change", True),
        ("desk-review", True),
        ("https://elsewhere.example/", False),
    ],
)
def test_whoever_describes_it_comes_back_to_where_they_were(
    editor, photo, address, screen, back
):
    sent_from = screen
    if back:
        sent_from = reverse(screen, args=[photo.article_id])
        html = text_of(editor.get(sent_from))
        assert "Nobody can sign before" in html
        assert f'value="{sent_from}"' in html
    answer = do(editor, photo, "describe", words="田边", back=sent_from)
    assert answer["Location"] == (sent_from if back else address)
    if back:
        assert "Nobody can sign before" not in text_of(editor.get(sent_from))


def test_who_may_only_look_is_offered_nothing_to_press(photo, address):
    reviewer = member("a-reviewer", "Reviewers")
    html = text_of(reviewer.get(address))
    assert "<textarea" not in html
    assert do(reviewer, photo, "describe", words="田边").status_code == 403


# Who took it


def test_the_one_person_of_a_name_is_offered_and_never_chosen(
    editor, photo, address
):
    person = make_person(name="石磊")
    html = text_of(editor.get(address))
    assert "one person bears the name" in html
    assert f"№{person.pk}" in html
    assert "checked" not in html
    answer = do(editor, photo, "credit", name="石磊", person=str(person.pk))
    assert answer.status_code == 303
    html = text_of(editor.get(address))
    assert "one person bears the name" not in html
    assert html.count("checked") == 1
    assert Photographer.objects.get().person == person


def test_an_editor_takes_back_what_was_said_and_done(editor, photo, article):
    person = make_person(name="石磊")
    do(editor, photo, "credit", name="石磊", person=str(person.pk))
    undo(Step.objects.get(), editor.user)
    assert not Photographer.objects.exists()
    do(editor, photo, "remove")
    undo(Step.objects.order_by("-pk").first(), editor.user)
    assert Photo.objects.get().article == article


def test_namesakes_are_told_apart_and_nobody_is_an_answer(
    editor, photo, address
):
    for note in ("摄影部", "读者"):
        make_person(name="石磊", note=note)
    html = text_of(editor.get(address))
    assert "several people bear the name" in html
    assert "摄影部" in html
    do(editor, photo, "credit", name="石磊", person="none")
    html = text_of(editor.get(address))
    assert "several people bear the name" not in html


def test_a_link_whose_name_left_the_credit_is_said_so(editor, photo, address):
    person = make_person(name="石磊")
    do(editor, photo, "credit", name="石磊", person=str(person.pk))
    Photo.objects.filter(pk=photo.pk).update(creators="韩冰")
    html = text_of(editor.get(address))
    assert "check again" in html
    assert "石磊" in html


def test_no_choice_is_refused(editor, photo):
    answer = do(editor, photo, "credit", name="石磊")
    assert answer.status_code == 409
    assert "Choose who it is." in text_of(answer)


# Where it belongs


def test_a_photo_is_moved_and_removed_from_its_page(
    editor, photo, article, address
):
    other = make_article(page=article.page, headline="另一篇")
    assert "另一篇" in text_of(editor.get(address))
    answer = do(editor, photo, "move", article=other.pk, reason="版面如此")
    assert answer["Location"] == address
    photo.refresh_from_db()
    assert photo.article == other
    assert "版面如此" in text_of(editor.get(address))
    answer = do(editor, photo, "remove")
    assert answer["Location"] == reverse("desk-page", args=[article.page_id])
    assert not Photo.objects.exists()
    assert Step.objects.filter(kind="photo").count() == 2
    assert editor.get(address).status_code == 404


def test_articles_of_other_pages_are_offered_where_no_words_are_printed(
    editor, photo, article, address
):
    there = make_page(issue=article.page.issue, label="B9")
    elsewhere = make_article(page=there, headline="另一版的文章")
    offered = f'<option value="{elsewhere.pk}">B9 1 另一版的文章</option>'
    assert offered in text_of(editor.get(address))
    photo.blocks.create(
        page=article.page, article=article, kind="caption", place="1"
    )
    assert offered not in text_of(editor.get(address))


def test_a_move_that_cannot_be_is_refused_with_the_reason_typed(
    editor, photo, article
):
    answer = do(editor, photo, "move", article=article.pk, reason="版面如此")
    assert answer.status_code == 409
    assert "of this article already" in text_of(answer)
    assert 'value="版面如此"' in text_of(answer)


def test_there_is_no_other_verb(editor, photo):
    assert do(editor, photo, "burn").status_code == 404


# Its thumbnail


@pytest.mark.parametrize(
    "screen",
    [
        lambda photo: reverse("admin:articles_photo_changelist"),
        lambda photo: reverse("admin:articles_photo_change", args=[photo.pk]),
        lambda photo: reverse(
            "admin:articles_article_change", args=[photo.article_id]
        ),
        lambda photo: reverse("desk-page", args=[photo.article.page_id]),
        lambda photo: reverse("desk-review", args=[photo.article_id]),
        lambda photo: reverse("admin:index"),
    ],
    ids=["list", "fields", "article", "workbench", "review", "queue"],
)
def test_editors_see_the_picture_wherever_they_meet_the_photo(
    editor, photo, address, screen
):
    html = text_of(editor.get(screen(photo)))
    picture = reverse("desk-photo-picture", args=[photo.pk, "card"])
    assert f'href="{address}"' in html
    assert f'src="{picture}?file=' in html


def test_the_workbench_removes_a_photo_where_its_caption_stands(
    editor, photo, article
):
    html = text_of(editor.get(reverse("desk-page", args=[article.page_id])))
    assert "no alternative text" in html


def test_the_picture_is_sent_to_editors_alone(editor, client, photo):
    address = reverse("desk-photo-picture", args=[photo.pk, "card"])
    answer = editor.get(address)
    assert answer["Content-Type"] == "image/webp"
    assert "private" in answer["Cache-Control"]
    assert client.get(address).status_code == 302
    stranger = member("a-clerk", "Reviewers")
    stranger.user.groups.clear()
    assert stranger.get(address).status_code == 403


@pytest.mark.parametrize("broken", ["size", "file", "none"])
def test_a_picture_that_cannot_be_shown_is_none(editor, photo, broken):
    size = "huge" if broken == "size" else "card"
    if broken == "file":
        photo.image.save("torn.jpg", ContentFile(scene()[:300]))
    if broken == "none":
        Photo.objects.update(image="")
    address = reverse("desk-photo-picture", args=[photo.pk, size])
    assert editor.get(address).status_code == 404


# Pictures that look alike


def test_pictures_that_look_alike_stand_side_by_side(
    editor, photo, article, address
):
    assert "None on record." in text_of(editor.get(address))
    for number, (data, caption) in enumerate(
        [
            (scene(width=160, kind="PNG"), "小图"),
            (scene("black"), "另一幅"),
        ]
    ):
        other = make_photo(article=article, caption=caption)
        other.image.save(f"{number}.jpg", ContentFile(data))
    html = text_of(editor.get(address))
    assert "小图" in html
    assert "另一幅" not in html


def test_who_sends_a_picture_is_told_what_looks_like_it(editor, photo, article):
    second = make_article(page=article.page, headline="另一篇")
    make_photo(article=second)
    page = reverse("admin:articles_article_change", args=[second.pk])
    data = typed(editor.get(page)) | {
        "photos-0-image": SimpleUploadedFile("b.jpg", scene(width=200))
    }
    answer = editor.post(page, data, follow=True)
    assert "1 photo on record looks like this picture" in text_of(answer)
