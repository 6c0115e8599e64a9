#!/usr/bin/env python3
"""Run Django's command-line tool."""

import os
import sys


def main() -> None:
    """Hand the command line to Django."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "zzcms.settings")
    if sys.argv[1:2] == ["read_page"]:
        # It serves nobody and opens no database: no secret is at stake.
        os.environ.setdefault("ZZCMS_DEBUG", "1")
    from django.core.exceptions import ImproperlyConfigured
    from django.core.management import execute_from_command_line

    try:
        execute_from_command_line(sys.argv)
    except ImproperlyConfigured as error:
        sys.exit(
            f"{error} (or ZZCMS_DEBUG=1 on your own machine; all settings are in the README)"
        )


if __name__ == "__main__":
    main()
