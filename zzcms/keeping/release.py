"""What a page depends on beside the records: the program, its words and its settings."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings

# Those the environment may set, or that say which site this is.
SETTINGS = (
    "LANGUAGE_CODE",
    "MAX_IMAGE_PIXELS",
    "MEDIA_ROOT",
    "OFFER_ORIGINALS",
    "STATIC_URL",
    "TIME_ZONE",
)
DATABASE = ("ENGINE", "NAME", "HOST", "PORT")
MANIFEST = "staticfiles.json"


def release_digest() -> str:
    """Return the SHA-256 of code, templates, catalogue, static files and settings, as hex digits.

    Two processes with the same digest make the same page from the same records.
    """
    digest = hashlib.sha256()
    for stated in _stated():
        digest.update(f"{stated}\n".encode())
    for file in sorted(_files()):
        digest.update(f"{file}\n".encode())
        digest.update(hashlib.sha256(file.read_bytes()).digest())
    return digest.hexdigest()


def _stated() -> Iterator[str]:
    for name in SETTINGS:
        yield f"{name} {getattr(settings, name)}"
    database = settings.DATABASES["default"]
    for name in DATABASE:
        yield f"{name} {database.get(name)}"


def _files() -> Iterator[Path]:
    root = settings.BASE_DIR
    yield from root.glob("requirements.txt")
    yield from root.glob("locale/**/*.mo")
    yield from _below(root / "templates")
    for package in root.glob("*/__init__.py"):
        yield from package.parent.glob("**/*.py")
    yield from _static(root)


def _static(root: Path) -> Iterator[Path]:
    """Yield the list of what was collected, which has the digest of each file; else the files."""
    manifest = Path(settings.STATIC_ROOT) / MANIFEST
    if manifest.exists():
        yield manifest
    else:
        yield from _below(root / "static")


def _below(folder: Path) -> Iterator[Path]:
    return (file for file in folder.glob("**/*") if file.is_file())
