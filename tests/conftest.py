"""Skip what this machine cannot run, with the reason; where CI is set the same lack is a
failure.
"""

from __future__ import annotations

import os

import pytest

from tests.machine import LACKS


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Ask for what the test's markers need."""
    for marker, lack in LACKS.items():
        reason = lack() if item.get_closest_marker(marker) else ""
        if reason and os.environ.get("CI"):
            pytest.fail(reason, pytrace=False)
        if reason:
            pytest.skip(reason)
