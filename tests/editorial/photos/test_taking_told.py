"""Taking what the file of a picture says: each thing ticked, nothing else, and back again."""

import datetime as dt
import io

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from PIL import Image
from PIL.ExifTags import IFD, Base

from articles.models import Mention, Photo
from editorial.casework.attaching import attach_picture
from editorial.correcting import correct
from editorial.models import Correction, Step
from editorial.photos.taking_told import take_told
from editorial.photos.told_fields import digest_of_told, told_fields
from editorial.steps.undoing import undo
from tests.articles.iptc.files import picture_file, said, xmp
from tests.builders import (
    make_article,
    make_mention,
    make_person,
    make_photo,
    make_user,
)
from tests.conftest import with_permissions

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]

CAPTION = "林向晚在田间查看秧苗。"


@pytest.fixture(autouse=True)
def folder(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def editor(editor):
    return with_permissions(editor, "change_photo", "change_mention")


def stored(data, **fields):
    photo = make_photo(article=make_article(), **{"caption": CAPTION} | fields)
    photo.image.save("a.jpg", io.BytesIO(data))
    return photo


def offered(photo):
    return {each.key: (each.told, each.ours) for each in told_fields(photo)}


def take(photo, by, *keys):
    take_told(photo, keys, digest_of_told(told_fields(photo)), by)


def test_what_differs_is_offered_beside_what_the_record_has():
    exif = Image.Exif()
    exif.get_ifd(IFD.Exif)[Base.DateTimeOriginal] = "2021:09:27 08:00:00"
    data = picture_file(
        exif=exif,
        xmp=xmp(
            caption="林向晚下田。", creators="石磊", credit_line="滨江日报社"
        ),
    )
    photo = stored(data, creators="石磊", credit_line="滨江日报")
    assert offered(photo) == {
        "caption": ("林向晚下田。", CAPTION),
        "credit_line": ("滨江日报社", "滨江日报"),
        "date_created": ("2021-09-27", ""),
    }


def test_a_photo_without_a_picture_is_told_nothing():
    assert told_fields(make_photo(article=make_article())) == []


def test_what_is_ticked_is_taken_and_nothing_else(editor):
    photo = stored(
        said(credit_line="滨江日报社", alt_text="两人", creators="石磊"),
        credit_line="滨江日报",
    )
    version = photo.article.version
    take(photo, editor, "credit_line", "alt_text")
    photo = Photo.objects.get()
    assert (photo.credit_line, photo.alt_text) == ("滨江日报社", "两人")
    assert photo.creators == ""
    assert photo.article.version > version
    assert offered(photo) == {"creators": ("石磊", "")}


def test_a_day_is_stored_as_a_day(editor):
    exif = Image.Exif()
    exif.get_ifd(IFD.Exif)[Base.DateTimeOriginal] = "2021:09:27 08:00:00"
    photo = stored(picture_file(exif=exif))
    take(photo, editor, "date_created")
    assert Photo.objects.get().date_created == dt.date(2021, 9, 27)


def test_taking_is_one_step_and_its_undo_brings_all_back(editor):
    make_person(name="林向晚")
    photo = stored(
        said(
            caption="林向晚下田。",
            credit_line="滨江日报社",
            people_shown="林向晚",
        )
    )
    before = Step.objects.count()
    take(photo, editor, "caption", "credit_line", "shown:林向晚")
    [step] = Step.objects.all()[: Step.objects.count() - before]
    assert (step.kind, step.article) == ("photo", photo.article)
    assert Mention.objects.get().person.name == "林向晚"
    assert Correction.objects.filter(photo=photo).exists()
    undo(step, editor)
    photo = Photo.objects.get()
    assert (photo.caption, photo.credit_line) == (CAPTION, "")
    assert not Mention.objects.exists()
    take(photo, editor, "credit_line")
    assert Photo.objects.get().credit_line == "滨江日报社"


def test_who_is_shown_is_marked_where_the_caption_names_them(editor):
    photo = stored(
        said(people_shown="林向晚</rdf:li><rdf:li>周杰</rdf:li><rdf:li>石磊"),
        caption="林向晚与周杰在田间。",
    )
    for _twice in range(2):
        make_person(name="周杰")
    fields = {each.key: each.hindrance for each in told_fields(photo)}
    assert fields == {
        "shown:林向晚": "",
        "shown:周杰": "",
        "shown:石磊": "not named in the caption",
    }
    take(photo, editor, "shown:周杰")
    mark = Mention.objects.get()
    assert (mark.start, mark.end, mark.part) == (4, 6, "caption")
    assert mark.person is None
    assert "shown:周杰" not in offered(photo)
    with pytest.raises(ValidationError, match="not named in the caption"):
        take(photo, editor, "shown:石磊")


def test_who_only_the_caption_of_the_file_names_is_taken_with_it(editor):
    photo = stored(said(caption="周杰下田。", people_shown="周杰"))
    told = {each.key: (each.waits, each.adds) for each in told_fields(photo)}
    assert told == {"caption": (False, False), "shown:周杰": (True, False)}
    with pytest.raises(ValidationError, match="does not stand in the caption"):
        take(photo, editor, "shown:周杰")
    take(photo, editor, "shown:周杰", "caption")
    assert Mention.objects.get().exact == "周杰"


def test_a_name_within_another_mark_is_not_marked_again(editor):
    photo = stored(said(people_shown="向晚"))
    make_mention(
        article=photo.article, name="林向晚", part="caption", photo=photo
    )
    with pytest.raises(ValidationError, match="does not stand in the caption"):
        take(photo, editor, "shown:向晚")
    assert Mention.objects.count() == 1


def test_of_a_line_the_line_ends_are_spaces_and_what_is_too_long_is_no_offer(
    editor,
):
    photo = stored(said(credit_line="滨江日报社\n摄影部"))
    assert offered(photo) == {"credit_line": ("滨江日报社 摄影部", "")}
    long = stored(said(credit_line="社" * 121))
    with pytest.raises(ValidationError, match="120 characters"):
        take(long, editor, "credit_line")
    assert Photo.objects.get(pk=long.pk).credit_line == ""


def test_offers_that_changed_since_are_looked_through_again(editor):
    photo = stored(said(credit_line="滨江日报社"))
    seen = digest_of_told(told_fields(photo))
    Photo.objects.filter(pk=photo.pk).update(credit_line="别的社")
    with pytest.raises(ValidationError, match="look again"):
        take_told(photo, ["credit_line"], seen, editor)
    assert Photo.objects.get().credit_line == "别的社"


@pytest.mark.parametrize("keys", [[], ["creators"], ["caption", "none"]])
def test_nothing_ticked_that_is_offered_is_refused(editor, keys):
    photo = stored(said(credit_line="滨江日报社"))
    with pytest.raises(ValidationError, match="Tick what is to be taken"):
        take(photo, editor, *keys)


@pytest.mark.parametrize(
    ("rights", "key"),
    [
        (["change_article", "change_mention"], "credit_line"),
        (["change_photo", "change_mention"], "caption"),
        (["change_photo", "change_article"], "shown:林向晚"),
    ],
)
def test_each_thing_asks_for_its_right(rights, key):
    photo = stored(
        said(caption="别的话。", credit_line="社", people_shown="林向晚")
    )
    somebody = with_permissions(make_user(username="somebody"), *rights)
    with pytest.raises(PermissionDenied):
        take(photo, somebody, key)
    assert Photo.objects.get().credit_line == ""


def test_what_was_signed_is_signed_again(editor, sign_all):
    photo = stored(said(credit_line="滨江日报社"), alt_text="两人")
    article = sign_all(photo.article)
    assert article.reviews.filter(voided=False).exists()
    take(photo, editor, "credit_line")
    assert not article.reviews.filter(voided=False).exists()


def test_a_caption_corrected_meanwhile_is_no_stale_save(editor):
    photo = stored(said(caption="林向晚下田。"))
    article = photo.article
    correct(
        article,
        texts={"headline": "别的题"},
        by=editor,
        version=article.version,
    )
    take(photo, editor, "caption")
    assert Photo.objects.get().caption == "林向晚下田。"


def test_a_picture_takes_the_place_of_the_one_that_was_seen(editor):
    photo = stored(picture_file())
    was = photo.image.name
    other = io.BytesIO(picture_file(colour="red"))
    other.name = "b.jpg"
    with pytest.raises(ValidationError, match="another picture meanwhile"):
        attach_picture(photo, _file(other), editor)
    attach_picture(photo, _file(other), editor, was)
    assert Photo.objects.get().image.name != was
    undo(Step.objects.first(), editor)
    assert Photo.objects.get().image.name == was


def _file(stream):
    from django.core.files.base import ContentFile

    return ContentFile(stream.getvalue(), stream.name)
