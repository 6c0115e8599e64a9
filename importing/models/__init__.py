"""The records of importing: loads, delivered files, sent files, and the tables the reader is given
that are nobody else's.
"""

from importing.models.earlier_reading import EarlierReading
from importing.models.original import Original, originals
from importing.models.reference_tables import FixedExpression, LookAlike
from importing.models.run import ImportRun
from importing.models.upload import Upload

__all__ = [
    "EarlierReading",
    "FixedExpression",
    "ImportRun",
    "LookAlike",
    "Original",
    "Upload",
    "originals",
]
