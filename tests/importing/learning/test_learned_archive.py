"""Names are learned from an archive whose names the rules do not all find, and used only where that
helps.
"""

from __future__ import annotations

import runpy
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from django.test import TestCase, override_settings

from articles.models import Mention
from importing.learning import model_file
from importing.learning.evaluation import FOLDS
from importing.learning.lessons import lessons
from importing.learning.training import train, trainer_of
from importing.models import ImportRun
from reader.patterns.surnames import SURNAMES
from tests.architecture import ROOT
from tests.importing.learning.composed_pages import (
    PAGES,
    RARE,
    loaded_names,
    make_archive,
    refused,
    told,
    unseen,
)

DAMAGE = {
    "cut short": lambda whole: whole[:-7],
    "one bit": lambda whole: whole[:-9] + bytes([whole[-9] ^ 1]) + whole[-8:],
    "another evaluation": lambda whole: whole.replace(
        b'\\"right\\": ', b'\\"right\\": 9', 1
    ),
    "no head": lambda whole: whole.split(b"\n", 1)[1],
    "another head": lambda whole: b"[1]\n" + whole,
    "a head without a digest": lambda whole: b"{}\n" + whole,
    "empty": lambda whole: b"",
}


class LearnedArchiveTest(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.path = (
            Path(cls.enterClassContext(TemporaryDirectory()))
            / "models"
            / "names"
        )
        make_archive()
        with override_settings(NAME_MODEL=cls.path, USE_NAME_MODEL=False):
            cls.report = told("learn_names")

    def setUp(self):
        self.enterContext(
            override_settings(NAME_MODEL=self.path, USE_NAME_MODEL=True)
        )

    def test_the_rules_do_not_know_these_surnames(self):
        assert not SURNAMES & set(RARE)

    def test_the_report_says_what_is_gained_on_pages_not_learned_from(self):
        evaluation = model_file.read(self.path)[1]
        assert evaluation.pages == PAGES
        assert (
            evaluation.names
            == Mention.objects.count()
            == evaluation.rules.there
            == evaluation.with_model.there
        )
        assert evaluation.with_model.recall > evaluation.rules.recall
        assert evaluation.with_model.precision > 0.95
        gain = (evaluation.with_model.f1 - evaluation.rules.f1) * 100
        assert self.report == [
            f"Learned from {evaluation.names} confirmed names on {PAGES} pages; "
            f"measured in {FOLDS} parts, on pages not learned from.",
            f"rules alone: {self.measures(evaluation.rules)}",
            f"rules and model: {self.measures(evaluation.with_model)}",
            f"The model beats the rules (F1 {gain:+.1f}): "
            "imports use it once USE_NAME_MODEL=1 is set.",
        ]

    def measures(self, score):
        return f"precision {score.precision:.1%}, recall {score.recall:.1%}, F1 {score.f1:.1%}"

    def test_an_import_with_the_model_finds_names_that_the_rules_miss(self):
        text, names = unseen()
        assert len(names) > 8
        with override_settings(USE_NAME_MODEL=False):
            assert loaded_names(text) == {"王建国"}
        found = loaded_names(text, "B2") - {"王建国"}
        assert found <= names
        assert len(found) > 0.7 * len(names)

    def test_the_model_is_in_use_while_it_is_switched_on(self):
        assert model_file.model_in_use() is not None
        with override_settings(USE_NAME_MODEL=False):
            assert model_file.model_in_use() is None

    def test_a_model_that_does_not_beat_the_rules_is_not_used(self):
        model, evaluation = model_file.read(self.path)
        path = self.path.with_name("no-better")
        model_file.write(
            path, model, replace(evaluation, with_model=evaluation.rules)
        )
        with override_settings(NAME_MODEL=path):
            assert model_file.model_in_use() is None
            assert loaded_names(unseen()[0]) == {"王建国"}

    def test_a_damaged_model_is_one_line_and_nothing_is_loaded(self):
        page = self.path.with_name("河口日报_2021-09-29_B1.txt")
        page.write_text(unseen()[0])
        for damage, do in DAMAGE.items():
            path = self.path.with_name("damaged")
            path.write_bytes(do(self.path.read_bytes()))
            with self.subTest(damage), override_settings(NAME_MODEL=path):
                line = (
                    f"the name model {path} cannot be used: it is damaged; "
                    "run learn_names or set USE_NAME_MODEL=0"
                )
                assert refused("import_pages", str(page)) == line
                assert not ImportRun.objects.exists()

    def test_a_model_that_is_not_there_is_one_line(self):
        with override_settings(NAME_MODEL=self.path.with_name("nowhere")):
            assert "no such file" in refused("import_pages", str(self.path))

    def test_a_model_for_other_features_is_one_line(self):
        path, whole = (
            self.path.with_name("outdated"),
            model_file.read(self.path),
        )
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(model_file, "VERSION", 0)
            model_file.write(path, *whole)
        with override_settings(NAME_MODEL=path):
            assert "another version of the program wrote it" in refused(
                "import_pages", str(self.path)
            )

    def test_a_model_that_cannot_be_written_is_one_line(self):
        with override_settings(NAME_MODEL=self.path / "below-a-file" / "names"):
            assert str(self.path) in refused("learn_names")

    def test_the_same_archive_gives_the_same_model(self):
        again = train(trainer_of(lessons(), FOLDS))
        assert again == model_file.read(self.path)[0]


class PlainArchiveTest(TestCase):
    """Every name here is one the rules read: there is nothing to gain."""

    @classmethod
    def setUpTestData(cls):
        make_archive(rare=False)

    def test_the_report_says_that_the_rules_stand_alone(self):
        path = Path(self.enterContext(TemporaryDirectory())) / "names"
        with override_settings(NAME_MODEL=path, USE_NAME_MODEL=True):
            last = told("learn_names")[-1]
            assert last == (
                "The model does not beat the rules (F1 +0.0): "
                "pages are read with the rules alone."
            )
            assert model_file.model_in_use() is None


def test_off_by_default(monkeypatch):
    monkeypatch.setattr(
        "environ.Env.read_env", lambda *_args: None
    )  # A tester's own .env may switch it on.
    for name in ("USE_NAME_MODEL", "NAME_MODEL"):
        monkeypatch.delenv(name, raising=False)
    settings = runpy.run_path(ROOT / "zzcms" / "settings.py")
    assert (settings["USE_NAME_MODEL"], settings["NAME_MODEL"]) == (
        False,
        ROOT / "var" / "names.model",
    )


def test_switched_on_by_the_environment(monkeypatch):
    monkeypatch.setenv("USE_NAME_MODEL", "1")
    monkeypatch.setenv("NAME_MODEL", "/srv/names.model")
    settings = runpy.run_path(ROOT / "zzcms" / "settings.py")
    assert (settings["USE_NAME_MODEL"], settings["NAME_MODEL"]) == (
        True,
        Path("/srv/names.model"),
    )
