"""Damaged files: whatever is broken in them, the answer is pages or one line, never another
error.
"""

import io
import time
import zipfile

import pytest
from docx import Document
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from importing.delivery.files import gather, pages_in
from importing.delivery.files.gathering import Refused
from importing.delivery.files.images import image_file
from importing.delivery.files.sources import AtHand, DeliveredFile
from importing.delivery.identity import Identity
from importing.delivery.manifest import read_manifest
from importing.refusal import ImportRefused
from tests.importing.delivery.files.test_images import XMP, encoded, iptc
from tests.importing.epaper import article, figure, index
from tests.importing.printed import Photo, Words, column, jpeg, pdf

pytestmark = pytest.mark.usefixtures("english")
BODY = "三月十四日，全市早稻育秧现场会在南湖县召开，各县区的代表下田察看了连栋大棚里的秧苗。"


def packed(how: int = zipfile.ZIP_DEFLATED) -> bytes:
    output, inner = io.BytesIO(), io.BytesIO()
    with zipfile.ZipFile(inner, "w", how) as archive:
        archive.writestr("A2.txt", "第二版的文字")
    with zipfile.ZipFile(output, "w", how) as archive:
        archive.writestr("A1.txt", "第一版的文字" * 9)
        archive.writestr("in.zip", inner.getvalue())
        archive.writestr("html/node_1.htm", index("content_1.htm"))
        archive.writestr(
            "html/content_1.htm",
            article("育秧开始", BODY, figures=figure("p.jpg", "大棚一角")),
        )
    return output.getvalue()


def word() -> bytes:
    document, output = Document(), io.BytesIO()
    document.add_paragraph(BODY)
    document.add_picture(io.BytesIO(jpeg()))
    document.save(output)
    return output.getvalue()


PRINTED = pdf(
    [
        Words("早稻育秧", 50, 700, 28),
        *column(BODY, 50, 660),
        Photo(jpeg(), 230, 500, 150, 100),
    ],
    column(BODY, 9, 9),
)
WHOLE = {
    "pdf": PRINTED,
    "docx": word(),
    "htm": article("育秧开始", BODY, figures=figure("p.jpg")).encode(),
}
DAMAGE = st.lists(
    st.tuples(st.floats(0, 1, exclude_max=True), st.integers(0, 255)),
    min_size=1,
    max_size=12,
)
CUT = st.one_of(st.none(), st.floats(0, 1))
bounded = settings(
    max_examples=60,
    suppress_health_check=[
        HealthCheck.function_scoped_fixture,
        HealthCheck.too_slow,
    ],
)


def damaged(
    data: bytes, changes: list[tuple[float, int]], cut: float | None
) -> bytes:
    """Return the data with some bytes changed and, perhaps, its end cut off."""
    broken = bytearray(data)
    for place, value in changes:
        broken[int(place * len(broken))] = value
    return bytes(broken if cut is None else broken[: int(cut * len(broken))])


def read_all(name: str, data: bytes) -> None:
    """Read every page; a refusal is one line."""
    try:
        for page in pages_in([DeliveredFile(AtHand(name, data), name)]):
            try:
                content = page.content()
            except ImportRefused as refusal:
                one_line(refusal)
            else:
                content.completed(Identity())
                for picture in content.pictures:
                    look_at(picture.data)
    except ImportRefused as refusal:
        one_line(refusal)


def look_at(data: bytes) -> None:
    try:
        image_file(data, "photos")
    except ImportRefused as refusal:
        one_line(refusal)


def one_line(refusal: ImportRefused) -> None:
    assert str(refusal).strip()
    assert len(str(refusal).splitlines()) == 1


@pytest.mark.parametrize("kind", WHOLE)
@bounded
@given(changes=DAMAGE, cut=CUT)
def test_files_with_changed_bytes_and_lost_ends(kind, changes, cut):
    read_all(f"page.{kind}", damaged(WHOLE[kind], changes, cut))


@pytest.mark.parametrize("kind", WHOLE)
@bounded
@given(data=st.binary(max_size=400))
def test_files_that_are_no_such_file(kind, data):
    read_all(f"page.{kind}", data)
    read_all(f"page.{kind}", WHOLE[kind][:20] + data)


@bounded
@given(
    parts=st.lists(
        st.sampled_from(list(WHOLE["htm"].decode().split(">"))), max_size=40
    ),
    text=st.text(max_size=40),
)
def test_html_in_any_order(parts, text):
    read_all("page.htm", (">".join(parts) + text).encode("utf-8", "replace"))


@bounded
@given(
    part=st.sampled_from(zipfile.ZipFile(io.BytesIO(WHOLE["docx"])).namelist()),
    changes=DAMAGE,
    cut=CUT,
)
def test_docx_whose_parts_are_damaged(part, changes, cut):
    output = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(WHOLE["docx"])) as old,
        zipfile.ZipFile(output, "w") as new,
    ):
        for name in old.namelist():
            data = old.read(name)
            new.writestr(
                name, damaged(data, changes, cut) if name == part else data
            )
    read_all("page.docx", output.getvalue())


@pytest.mark.parametrize(
    "how",
    [
        zipfile.ZIP_STORED,
        zipfile.ZIP_DEFLATED,
        zipfile.ZIP_BZIP2,
        zipfile.ZIP_LZMA,
    ],
)
@bounded
@given(changes=DAMAGE, cut=CUT)
def test_archives(tmp_path, how, changes, cut):
    path = tmp_path / "issue.zip"
    path.write_bytes(damaged(packed(how), changes, cut))
    for item in gather([path]):
        if isinstance(item, Refused):
            one_line(ImportRefused(item.reason))
            continue
        try:
            for page in pages_in(item.files):
                try:
                    page.content()
                except ImportRefused as refusal:
                    one_line(refusal)
        except ImportRefused as refusal:
            one_line(refusal)


@pytest.mark.parametrize(
    "picture",
    [iptc((80, b"x"), (110, b"y")), encoded("PNG"), encoded("WEBP", xmp=XMP)],
    ids=["jpeg", "png", "webp"],
)
@bounded
@given(changes=DAMAGE, cut=CUT)
def test_pictures(picture, changes, cut):
    look_at(damaged(picture, changes, cut))


@bounded
@given(
    data=st.one_of(
        st.binary(max_size=200),
        st.text(max_size=200).map(
            lambda text: f"file,page\n{text}".encode("utf-8", "replace")
        ),
    )
)
def test_manifests(tmp_path, data):
    manifest = tmp_path / "pages.csv"
    manifest.write_bytes(data)
    try:
        read_manifest(manifest)
    except ImportRefused as refusal:
        one_line(refusal)


WIDE = {
    "headings": "<h1>x</h1>{}<p>y</p>",
    "pictures": "<h1>x</h1>{}<div id=ozoom>y</div>",
    "links": "<map><area href=a.htm></map>{}",
    "bodies": "{}y",
}
REPEATED = (
    "<h1>x</h1>",
    "<table><tr><td><img src=a.jpg></table>",
    "<a href=b.htm>x</a>",
    "<div id=ozoom>",
    "<div><p>x",
)


@pytest.mark.parametrize("around", WIDE)
@pytest.mark.parametrize("repeated", REPEATED)
def test_html_that_repeats_itself_is_read_in_time_that_grows_with_its_length(
    around, repeated
):
    html = WIDE[around].format(repeated * 10_000).encode()
    start = time.process_time()
    read_all("page.htm", html)
    assert time.process_time() - start < 10
