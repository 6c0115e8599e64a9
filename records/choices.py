"""Words that a field may hold.

A field is given them as a function, so that a migration names the function: a new word is one line
in one place and changes no table.
"""

from __future__ import annotations

from typing import Any

Choices = list[tuple[Any, Any]]
