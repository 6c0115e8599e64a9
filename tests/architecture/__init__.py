"""Rules of the house, as functions from source text to complaints.

``house`` says who may know whom, ``source`` reads each file once; every other module holds
rules, and the tests beside this package hold the tree to them and show that each can fail.
"""

from tests.architecture.house import PACKAGES, ROOT
from tests.architecture.source import sources

__all__ = ["PACKAGES", "ROOT", "sources"]
