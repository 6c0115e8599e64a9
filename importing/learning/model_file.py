"""The model's file: one line of JSON that says how good it is and how to tell damage, then the
model's bytes.
"""

from __future__ import annotations

import hashlib
import json
import os
from dataclasses import asdict
from pathlib import Path

from django.conf import settings
from django.utils.translation import gettext as _

from importing.learning.features import VERSION
from importing.learning.model import NameModel
from importing.learning.score import Evaluation, Score
from importing.refusal import reason_of


class ModelError(ValueError):
    """Say in one line why the model that the settings ask for cannot be used, and what to do."""


def write(path: Path, model: bytes, evaluation: Evaluation) -> None:
    """Put the model and its evaluation in place of what stood there, at once or not at all."""
    told = _told(evaluation)
    head = {"sha256": _digest(told, model), "told": told}
    line = json.dumps(head).encode()
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(path.name + ".new")
    beside.write_bytes(line + b"\n" + model)
    os.replace(beside, path)


def read(path: Path) -> tuple[bytes, Evaluation]:
    """Return the model's bytes and its evaluation; raise ``ModelError`` for a file that is absent,
    damaged or outdated.
    """
    head, _newline, model = _bytes_of(path).partition(b"\n")
    digest, told = _stated(path, head)
    # A damaged model would be read without complaint, or end the process: only whole ones are
    # opened.
    if digest != _digest(told, model):
        raise _unusable(path, _("it is damaged"))
    facts = json.loads(told)
    if facts["features"] != VERSION:
        raise _unusable(path, _("another version of the program wrote it"))
    return model, _evaluation(**facts["evaluation"])


def _bytes_of(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise _unusable(path, reason_of(error)) from error


def _stated(path: Path, head: bytes) -> tuple[str, str]:
    """Return the digest and the facts that a file's first line states."""
    try:
        stated = json.loads(head)
        return stated["sha256"], stated["told"]
    except (ValueError, TypeError, KeyError) as error:
        raise _unusable(path, _("it is damaged")) from error


def model_in_use() -> NameModel | None:
    """Return the model to read with: None while it is switched off or was not found to beat the
    rules.

    Raise ``ModelError`` when it is switched on and its file cannot be used.
    """
    if not settings.USE_NAME_MODEL:
        return None
    model, evaluation = read(settings.NAME_MODEL)
    return NameModel(model) if evaluation.beats_rules else None


def _told(evaluation: Evaluation) -> str:
    facts = {"features": VERSION, "evaluation": asdict(evaluation)}
    return json.dumps(facts, sort_keys=True)


def _evaluation(
    rules: dict[str, int], with_model: dict[str, int], **counts: int
) -> Evaluation:
    return Evaluation(
        rules=Score(**rules), with_model=Score(**with_model), **counts
    )


def _digest(told: str, model: bytes) -> str:
    return hashlib.sha256(told.encode() + model).hexdigest()


def _unusable(path: Path, reason: str) -> ModelError:
    words = {"file": path, "reason": reason}
    return ModelError(
        _(
            "the name model %(file)s cannot be used: %(reason)s; "
            "run learn_names or set USE_NAME_MODEL=0"
        )
        % words
    )
