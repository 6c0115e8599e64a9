"""Print the page of the demonstration that is a PDF file: ``python -m tests.browser.print_page``.

Its words are in ``printed_page.html`` beside this module; needs Chromium and the Noto fonts for
Chinese. What it makes is committed.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from desk.demo.drawing import draw
from tests.architecture import ROOT
from tests.browser.conftest import started_chromium

SOURCE = Path(__file__).parent / "printed_page.html"
PAGES = ROOT / "desk" / "demo" / "second_pages"
TARGET = PAGES / "云汀日报_2023-11-24_A1.pdf"


def main() -> None:
    """Print the page with its drawing."""
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "page.html"
        page.write_bytes(SOURCE.read_bytes())
        page.with_name("seats.jpg").write_bytes(draw("seats"))
        with started_chromium() as chromium:
            window = chromium.new_page()
            window.goto(page.as_uri())
            window.pdf(path=TARGET, prefer_css_page_size=True)


if __name__ == "__main__":
    main()
