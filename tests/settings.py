"""The site's settings on a tester's machine: no secrets needed, fast passwords, no file of the site
touched.
"""

import os
import tempfile

os.environ.setdefault("ZZCMS_DEBUG", "1")
# The tests ask faster than any reader.
os.environ.setdefault("API_RATE", "100000/min")
# Each worker has pictures of its own, and the processes that it starts have the same.
WORKER = os.environ.get("PYTEST_XDIST_WORKER", "alone")
if os.environ.get("MEDIA_ROOT_OF") != WORKER:
    os.environ["MEDIA_ROOT"] = tempfile.mkdtemp(prefix="zzcms-media-")
    os.environ["ORIGINALS_ROOT"] = tempfile.mkdtemp(prefix="zzcms-originals-")
    os.environ["MEDIA_ROOT_OF"] = WORKER

from zzcms.settings import *  # noqa: E402, F403

# WhiteNoise warns of a directory that is not there.
STATIC_ROOT = tempfile.mkdtemp(prefix="zzcms-static-")
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
# Tests change records under the site's feet; those of kept pages ask for them.
KEPT_PAGES_BYTES = 0
# A test's rows need not outlive the server: a commit waits for no disk.
if DATABASES["default"]["ENGINE"].endswith("postgresql"):  # noqa: F405
    options = DATABASES["default"].setdefault("OPTIONS", {})  # noqa: F405
    options["options"] = "-c synchronous_commit=off"
