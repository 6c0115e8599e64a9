"""The measurement of names on BIO files: what it reads, and that it counts what it says."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench import labelled_sentences as labelled
from bench import names as bench

BIO = (
    "市 O\n长 O\n宋 B-PER\n廷 I-PER\n玉 I-PER\n说 O\n\n"
    "段\tB_PER\n克\tI_PER\n勤\tI_PER\n宋\tB_PER\n廷\tI_PER\n玉\tI_PER\n到\tO\n"
)


def test_bio_lines_become_sentences_with_spans() -> None:
    first, second = labelled.read_bio(BIO.splitlines())
    assert (first.text, first.persons) == ("市长宋廷玉说", {(2, 5)})
    assert (second.text, second.persons) == ("段克勤宋廷玉到", {(0, 3), (3, 6)})


def test_other_tag_sets_are_read() -> None:
    (sentence,) = labelled.read_bio(
        ["王 B-nr", "明 E-nr", "在 O", "刘 S-PER.NAM", "", ""]
    )
    assert sentence.persons == {(0, 2), (3, 4)}


def test_a_line_without_a_tag_is_named() -> None:
    with pytest.raises(
        ValueError, match="line 2: a character without a tag: '长'"
    ):
        list(labelled.read_bio(["市 O", "长"]))


def test_marked_lines_become_sentences_with_spans() -> None:
    lines = ["", "[[柏 松]]、[[段克勤]]到会", "[1] 无人"]
    assert labelled.is_marked(lines)
    first, second = labelled.read_marked(lines)
    assert (first.text, first.persons) == (
        "柏 松、段克勤到会",
        {(0, 3), (4, 7)},
    )
    assert (second.text, second.persons) == ("[1] 无人", set())


def test_a_file_says_itself_how_its_names_are_marked(tmp_path: Path) -> None:
    bio = tmp_path / "bio"
    bio.write_text("[ O\n[ O\n" + BIO + "\n[ O\n] O\n] O\n", encoding="utf-8")
    marked = tmp_path / "marked"
    marked.write_text("市长[[宋廷玉]]说\n\n没有人\n", encoding="utf-8")
    assert [one.text for one in labelled.read_file(marked)] == [
        "市长宋廷玉说",
        "没有人",
    ]
    assert len(labelled.read_file(bio)) == 3
    assert labelled.read_file(marked)[0].persons == {(2, 5)}


def test_scores_count_spans() -> None:
    page = [labelled.Sentence("甲乙丙", frozenset({(0, 2), (2, 3)}))]
    score = bench.measure(
        [page], lambda sentences: [{(0, 2), (1, 3)} for _ in sentences]
    )
    assert (score.right, score.found, score.there) == (1, 2, 2)
    assert (score.precision, score.recall, score.f1) == (0.5, 0.5, 0.5)


def test_nothing_found_is_zero() -> None:
    score = bench.measure(
        [[labelled.Sentence("甲", frozenset())]],
        lambda sentences: [set() for _ in sentences],
    )
    assert (score.precision, score.recall, score.f1) == (0.0, 0.0, 0.0)


def test_reader_and_jieba_are_measured_in_one_run(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "sample.bio"
    path.write_text(BIO, encoding="utf-8")
    bench.main([str(path), "--page", "2"])
    heading, reader, jieba = capsys.readouterr().out.splitlines()
    assert heading.split() == [
        "file",
        "finder",
        "precision",
        "recall",
        "F1",
        "chars/s",
    ]
    assert reader.split()[:5] == [
        "sample.bio",
        "reader",
        "1.000",
        "1.000",
        "1.000",
    ]
    assert jieba.split()[:2] == ["sample.bio", "jieba"]
