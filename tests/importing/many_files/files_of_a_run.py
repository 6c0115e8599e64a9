"""Files for a run over many, and what it takes to stop one."""

import signal
from pathlib import Path

from tests.importing.delivered import FRONT, NEWSPAPER
from tests.importing.printed import Words, column, pdf

BODY = "本报讯(记者 韩冰) 三月十四日，全市早稻育秧现场会在南湖县召开，各县区的代表下田察看了连栋大棚里的秧苗。"


def table(
    folder: Path,
    *rows: str,
    head: str = "file,newspaper,date,page",
    encoding: str = "utf-8",
) -> Path:
    manifest = folder / "pages.csv"
    manifest.write_text("\r\n".join([head, *rows, ""]), encoding=encoding)
    return manifest


def issue(*headlines: str, heads: tuple[str, ...] = ()) -> bytes:
    """Return a PDF file with a page for each headline, some with a page head."""
    pages = [
        [Words(headline, 50, 700, 28), *column(BODY, 50, 660)]
        for headline in headlines
    ]
    for page, head in zip(pages, heads, strict=False):
        page.append(Words(head, 50, 770))
    return pdf(*pages)


def archive_of(folder: Path, number: int) -> Path:
    """Write so many files that a run over them takes a while."""
    for n in range(number):
        text = FRONT.replace("十件实事", f"{n}件实事")
        (
            folder
            / f"{NEWSPAPER}_20{10 + n // 28:02}-02-{n % 28 + 1:02}_A1.txt"
        ).write_text(text, encoding="utf-8")
    return folder


def heed_ctrl_c() -> None:
    signal.signal(signal.SIGINT, signal.SIG_DFL)
