"""The address an alarm asks: whether jobs wait and nobody does them."""

from __future__ import annotations

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
        missing = what_is_missing()
        if missing:
            raise ServiceWarning(missing)
