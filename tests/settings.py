"""The site's settings on a tester's machine: no secrets needed, fast passwords, no file of the site
touched.
"""

import os
import tempfile

os.environ.setdefault("ZZCMS_DEBUG", "1")
os.environ.setdefault(
    "API_RATE", "100000/min"
)  # The tests ask faster than any reader.
os.environ.setdefault("MEDIA_ROOT", tempfile.mkdtemp(prefix="zzcms-media-"))

from zzcms.settings import *  # noqa: F403

STATIC_ROOT = tempfile.mkdtemp(
    prefix="zzcms-static-"
)  # WhiteNoise warns of a directory that is not there.
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
