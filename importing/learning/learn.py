"""Train a model on the archive's confirmed names, measure it against the rules, and put its file in
place.
"""

from __future__ import annotations

from collections.abc import Iterator

from django.conf import settings
from django.utils.translation import gettext as _

from importing.learning.evaluation import FOLDS, evaluate
from importing.learning.lessons import lessons
from importing.learning.model_file import write
from importing.learning.score import Evaluation, Score
from importing.learning.training import train, trainer_of


def learn() -> Iterator[str]:
    """Write the model's file and return the report, line by line.

    Raise ``TooLittleError`` before anything is changed when too few names are confirmed.
    """
    pages = lessons()
    trainer = trainer_of(pages, FOLDS)
    evaluation = evaluate(pages, trainer)
    model = train(trainer)
    write(settings.NAME_MODEL, model, evaluation)
    return _report(evaluation)


def _report(evaluation: Evaluation) -> Iterator[str]:
    counts = {
        "names": evaluation.names,
        "pages": evaluation.pages,
        "folds": FOLDS,
    }
    yield (
        _(
            "Learned from %(names)d confirmed names on %(pages)d pages; "
            "measured in %(folds)d parts, on pages not learned from."
        )
        % counts
    )
    yield _("rules alone: %s") % _measures(evaluation.rules)
    yield _("rules and model: %s") % _measures(evaluation.with_model)
    yield _verdict(evaluation)


def _measures(score: Score) -> str:
    return _(
        "precision %(precision).1f%%, recall %(recall).1f%%, F1 %(f1).1f%%"
    ) % {
        name: getattr(score, name) * 100
        for name in ("precision", "recall", "f1")
    }


def _verdict(evaluation: Evaluation) -> str:
    gain = (evaluation.with_model.f1 - evaluation.rules.f1) * 100
    if not evaluation.beats_rules:
        verdict = _(
            "The model does not beat the rules (F1 %(gain)+.1f): "
            "pages are read with the rules alone."
        )
    elif settings.USE_NAME_MODEL:
        verdict = _(
            "The model beats the rules (F1 %(gain)+.1f): "
            "imports use it from now on."
        )
    else:
        verdict = _(
            "The model beats the rules (F1 %(gain)+.1f): "
            "imports use it once USE_NAME_MODEL=1 is set."
        )
    return verdict % {"gain": gain}
