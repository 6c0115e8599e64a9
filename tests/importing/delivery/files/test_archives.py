"""Zip archives and directories: what is taken from them, under which name, and what is refused."""

import hashlib
import io
import zipfile
from pathlib import Path

import pytest

from importing.delivery.files import Refused, gather, pages_in
from importing.refusal import ImportRefused

pytestmark = pytest.mark.usefixtures("english")


def packed(
    *entries: tuple[str | zipfile.ZipInfo, bytes],
    how: int = zipfile.ZIP_DEFLATED,
) -> bytes:
    output = io.BytesIO()
    with zipfile.ZipFile(output, "w", how) as archive:
        for name, data in entries:
            archive.writestr(name, data, how)
    return output.getvalue()


def found(
    path: Path, data: bytes | None = None
) -> tuple[dict[str, str], dict[str, str]]:
    """Return the text of each page and the reason for each refusal, by name without the folder."""
    if data is not None:
        path.write_bytes(data)
    texts, refused = {}, {}
    for item in gather([path]):
        if isinstance(item, Refused):
            refused[item.name.removeprefix(f"{path.parent}/")] = item.reason
            continue
        try:
            for page in pages_in(item.files):
                texts[page.name.removeprefix(f"{path.parent}/")] = (
                    page.content().text
                )
        except ImportRefused as refusal:
            refused[item.files[0].name.removeprefix(f"{path.parent}/")] = str(
                refusal
            )
    return texts, refused


def renamed(data: bytes, name: bytes, other: bytes) -> bytes:
    """Write another name of the same length into both places where a zip archive keeps it."""
    assert len(name) == len(other)
    assert data.count(name) == 2
    return data.replace(name, other)


def test_entries_are_pages_and_archives_inside_are_opened(tmp_path):
    inner = packed(("A2.txt", "第二版".encode()), ("notes.md", b"no page"))
    entries = [
        ("2019/A1.txt", "第一版".encode()),
        ("2019/rest.zip", inner),
        ("photo.jpg", b""),
        ("2019/", b""),
    ]
    texts, refused = found(tmp_path / "issue.zip", packed(*entries))
    assert texts == {
        "issue.zip/2019/A1.txt": "第一版",
        "issue.zip/2019/rest.zip/A2.txt": "第二版",
    }
    assert refused == {}


def test_archives_in_directories_are_opened_and_hidden_files_are_not(tmp_path):
    folder = tmp_path / "pages"
    folder.mkdir()
    (folder / "issue.zip").write_bytes(
        packed(
            ("A1.txt", b"one"),
            ("__MACOSX/._A1.txt", b"\x00"),
            ("._A1.txt", b"\x00"),
            (".hidden.txt", b"no"),
        )
    )
    (folder / "A2.txt").write_bytes(b"two")
    (folder / ".A3.txt").write_bytes(b"three")
    assert found(folder) == (
        {"pages/A2.txt": "two", "pages/issue.zip/A1.txt": "one"},
        {},
    )


def test_names_packed_in_big5_are_read(tmp_path):
    name = "東江日報_2021-09-28_A3.txt"
    raw = name.encode("big5")
    data = renamed(packed(("x" * len(raw), b"one")), b"x" * len(raw), raw)
    assert found(tmp_path / "issue.zip", data)[0] == {
        f"issue.zip/{name}": "one"
    }


def test_names_that_windows_packed_in_gbk_are_read(tmp_path):
    name = "滨江日报_A1.txt"
    raw = name.encode("gbk")
    data = renamed(packed(("x" * len(raw), b"one")), b"x" * len(raw), raw)
    assert found(tmp_path / "issue.zip", data)[0] == {
        f"issue.zip/{name}": "one"
    }
    data = renamed(packed(("a/b.txt", b"two")), b"a/b.txt", b"a\\b.txt")
    assert found(tmp_path / "second.zip", data)[0] == {
        "second.zip/a/b.txt": "two"
    }


@pytest.mark.parametrize(
    "name",
    ["../A1.txt", "/etc/A1.txt", "a/../../A1.txt", "C:\\A1.txt", "..\\A1.txt"],
)
def test_a_name_that_leads_out_of_the_archive_is_refused(tmp_path, name):
    plain = "x" * len(name)
    data = renamed(
        packed((plain, b"out"), ("A2.txt", b"two")),
        plain.encode(),
        name.encode(),
    )
    texts, refused = found(tmp_path / "issue.zip", data)
    assert texts == {"issue.zip/A2.txt": "two"}
    assert list(refused.values()) == ["its name leads out of the archive"]
    assert list(tmp_path.iterdir()) == [tmp_path / "issue.zip"]


def test_a_name_that_stands_twice_is_refused_the_second_time(tmp_path):
    data = renamed(
        packed(("A1.txt", b"one"), ("A2.txt", b"two")), b"A2.txt", b"A1.txt"
    )
    texts, refused = found(tmp_path / "issue.zip", data)
    assert texts == {"issue.zip/A1.txt": "one"}
    assert refused == {"issue.zip/A1.txt": "the archive holds this name twice"}


def test_encrypted_entries_are_refused(tmp_path):
    data = bytearray(packed(("A1.txt", b"one"), ("A2.txt", b"two")))
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    texts, refused = found(tmp_path / "issue.zip", bytes(data))
    assert texts == {"issue.zip/A2.txt": "two"}
    assert refused == {"issue.zip/A1.txt": "encrypted: it needs a password"}


def test_limits_of_size_number_depth_and_ratio(tmp_path, settings):
    bomb = packed(("A1.txt", b"0" * 5_000_000))
    reason = "unpacks to more than 100 times its size"
    assert found(tmp_path / "bomb.zip", bomb) == ({}, {"bomb.zip": reason})
    padded = packed(
        ("A1.txt", b"0" * 5_000_000),
        ("pad.bin", bytes(range(256)) * 300),
        how=zipfile.ZIP_STORED,
    )
    with zipfile.ZipFile(io.BytesIO(bomb)) as archive:
        assert archive.infolist()[0].compress_size < 50_000
    assert found(tmp_path / "stored.zip", padded)[1] == {
        "stored.zip/A1.txt": "too large: more than 4000000 bytes"
    }
    settings.MAX_ARCHIVE_ENTRIES = 1
    two = packed(("A1.txt", b"one"), ("A2.txt", b"two"))
    assert found(tmp_path / "two.zip", two) == (
        {},
        {"two.zip": "more than 1 entries"},
    )
    settings.MAX_ARCHIVE_DEPTH = 1
    deep = packed(("in.zip", packed(("A1.txt", b"one"))))
    assert found(tmp_path / "deep.zip", deep) == (
        {},
        {"deep.zip/in.zip": "archives in archives lie deeper than 1"},
    )
    settings.MAX_ARCHIVE_DEPTH, settings.MAX_FILE_BYTES = 2, 10
    assert found(tmp_path / "wide.zip", deep) == (
        {},
        {"wide.zip/in.zip": "too large: more than 10 bytes"},
    )


def test_a_bomb_beside_harmless_entries_is_one_refusal(tmp_path):
    noise = b"".join(
        hashlib.sha256(bytes([i // 256, i % 256])).digest() for i in range(4000)
    )
    data = packed(
        ("A1.txt", b"0" * 5_000_000), ("A2.txt", b"two"), ("noise.bin", noise)
    )
    texts, refused = found(tmp_path / "issue.zip", data)
    assert texts == {"issue.zip/A2.txt": "two"}
    assert refused == {
        "issue.zip/A1.txt": "unpacks to more than 100 times its size"
    }


def test_damaged_archives_and_entries_are_one_line(tmp_path):
    good = packed(("A1.txt", b"one" * 100), ("A2.txt", b"two"))
    texts, refused = found(tmp_path / "cut.zip", good[:-10])
    assert texts == {}
    assert (
        refused["cut.zip"]
        == "no readable zip archive: it is damaged or something else"
    )
    at = good.index(b"A1.txt") + 8
    texts, refused = found(
        tmp_path / "bad.zip",
        good[:at] + bytes([good[at] ^ 0xFF]) + good[at + 1 :],
    )
    assert texts == {"bad.zip/A2.txt": "two"}
    assert refused["bad.zip/A1.txt"].startswith("damaged in the archive: ")
    assert found(tmp_path / "none.zip", packed(("a.jpg", b""))) == (
        {},
        {"none.zip": "there are no page files in this archive"},
    )


class Nameless(zipfile.ZipInfo):
    """An entry without a name, which the standard library cannot write."""

    def is_dir(self) -> bool:
        return False


def test_an_entry_without_a_name_is_one_line_and_the_others_are_read(tmp_path):
    first = ("A1.txt", b"one")
    texts, refused = found(
        tmp_path / "none.zip", packed(first, (Nameless(""), b"two"))
    )
    assert texts == {"none.zip/A1.txt": "one"}
    assert refused == {"none.zip/": "it is damaged"}
    cut_off = renamed(packed(first, ("xA2.txt", b"two")), b"xA2", b"\0A2")
    texts, refused = found(tmp_path / "cut.zip", cut_off)
    assert texts == {"cut.zip/A1.txt": "one"}
    assert refused == {
        "cut.zip/\ufffdA2.txt": "its name leads out of the archive"
    }


def test_a_name_is_told_on_one_line(tmp_path):
    data = packed(("A1\n2.txt", b"one"))
    assert found(tmp_path / "issue.zip", data) == (
        {"issue.zip/A1\ufffd2.txt": "one"},
        {},
    )


@pytest.mark.parametrize("how", [zipfile.ZIP_LZMA, zipfile.ZIP_BZIP2])
def test_an_entry_that_cannot_be_unpacked_is_one_line(tmp_path, how):
    data = packed(("A1.txt", b"one" * 100), how=how)
    at = data.index(b"A1.txt") + 10
    broken = data[:at] + b"\xff" * 5 + data[at + 5 :]
    texts, refused = found(tmp_path / "issue.zip", broken)
    assert texts == {}
    assert list(refused) == ["issue.zip/A1.txt"]
    assert refused["issue.zip/A1.txt"].startswith("damaged in the archive: ")


def test_e_papers_inside_an_archive_follow_their_links(tmp_path):
    entries = [
        ("html/node_1.htm", b"<map><area href='content_1.htm'></map>"),
        (
            "html/content_1.htm",
            "<h1>育秧开始</h1><div id='ozoom'>大棚里一片新绿。</div>".encode(),
        ),
    ]
    texts, refused = found(tmp_path / "site.zip", packed(*entries))
    assert texts == {"site.zip/html/node_1.htm": "育秧开始\n\n大棚里一片新绿。"}
    assert refused == {}


def test_an_archive_that_changed_is_read_anew(tmp_path):
    path = tmp_path / "issue.zip"
    assert found(path, packed(("A1.txt", b"one")))[0] == {
        "issue.zip/A1.txt": "one"
    }
    assert found(path, packed(("A1.txt", b"eins"), ("A2.txt", b"two")))[0] == {
        "issue.zip/A1.txt": "eins",
        "issue.zip/A2.txt": "two",
    }


def test_what_lies_hidden_or_open_beside_pages_is_no_page(tmp_path):
    for name in (".git/a.txt", "~$page.docx", "A1.txt"):
        file = tmp_path / name
        file.parent.mkdir(exist_ok=True)
        file.write_text("第一版", encoding="utf-8")
    [unit] = gather([tmp_path])
    assert [file.path for file in unit.files] == ["A1.txt"]


def test_pages_in_files_that_are_not_read_are_not_passed_over(tmp_path):
    names = ("a.doc", "b.RAR", "c.wps", "d.css")
    for name in names:
        (tmp_path / name).write_bytes(b"x")
    refused = gather([tmp_path])
    assert [(Path(each.name).name, each.reason) for each in refused] == [
        ("a.doc", "files ending in .doc are not read"),
        ("b.RAR", "files ending in .rar are not read"),
        ("c.wps", "files ending in .wps are not read"),
    ]
