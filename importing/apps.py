from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ImportingConfig(AppConfig):
    name = "importing"
    verbose_name = _("Importing")

    def ready(self) -> None:
        """Let changes of the tables that rules read be steps like those of other records."""
        from editorial.models import Step
        from editorial.steps.tracked import track
        from importing.models import FixedExpression, LookAlike

        track("fixed_expression", FixedExpression, Step.Kind.TABLE)
        track("look_alike", LookAlike, Step.Kind.TABLE)
