"""Putting articles before readers: publications, and the rows made from them."""

from editorial.publishing.publish import PERMISSION, publish
from editorial.publishing.withdraw import withdraw

__all__ = ["PERMISSION", "publish", "withdraw"]
