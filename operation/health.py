"""The address an alarm asks: whether jobs wait and nobody does them."""

from __future__ import annotations

from django.db import connection
from health_check.base import (  # type: ignore[import-untyped]  # it has none
    HealthCheck,
)
from health_check.exceptions import (  # type: ignore[import-untyped]  # it has none
    ServiceWarning,
)

from operation.job_list import what_is_missing


class Jobs(HealthCheck):
    """Warn when jobs wait and no worker was heard of."""

    def run(self) -> None:
        # It runs in a thread of its own, which nobody tells to close what it opened.
        with connection.temporary_connection():
            missing = what_is_missing()
        if missing:
            raise ServiceWarning(missing)
