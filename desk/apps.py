from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

# What Django says at the desk and has no Chinese for: it takes ours.
SAID_BY_DJANGO = (
    gettext_noop("Model name"),
    gettext_noop("Add link"),
    gettext_noop("Change or view list link"),
    gettext_noop(
        "After you’ve created a user, you’ll be able to edit more user options."
    ),
)


class DeskConfig(AppConfig):
    name = "desk"
    verbose_name = _("Editors' desk")
