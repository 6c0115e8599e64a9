"""Print the sheets with each program once: ``python -m tests.importing.producers.make_sheets``.

Needs what no test needs: chromium, soffice and xelatex on the path, ``pip install typst reportlab
fpdf2``, the fonts Noto Sans CJK SC and Droid Sans Fallback. What it makes is committed."""

from __future__ import annotations

import subprocess
import tempfile
from importlib import import_module
from itertools import pairwise
from pathlib import Path
from types import ModuleType

from tests.importing.producers import sheets

PRINTED = Path(__file__).parent / "printed"
NOTO = "Noto Sans CJK SC"
DROID = Path("/usr/share/fonts/truetype/droid/DroidSansFallbackFull.ttf")
# What is set in two columns, each article as headline, left column, right column.
ARTICLES = (
    (sheets.UPPER, sheets.UPPER_FIRST, sheets.UPPER_SECOND),
    (sheets.LOWER, sheets.LOWER_FIRST, sheets.LOWER_SECOND),
)
BODY_SIZE = 11
HEADLINE_SIZE = 24
COLUMN = 230
ACROSS = COLUMN // BODY_SIZE


def main() -> None:
    """Print every sheet again."""
    PRINTED.mkdir(exist_ok=True)
    for print_sheet in (
        chromium_columns,
        chromium_truetype,
        chromium_downwards,
        chromium_headline_downwards,
        libreoffice,
        xelatex,
        typst_columns,
        reportlab_shuffled,
        reportlab_untold,
        fpdf_by_rows,
    ):
        target = PRINTED / f"{print_sheet.__name__}.pdf"
        print_sheet(target)


def chromium_columns(target: Path) -> None:
    """A browser draws a font of curves itself (Type 3)."""
    _chromium(_columns(NOTO), target)


def chromium_truetype(target: Path) -> None:
    _chromium(_columns("Droid Sans Fallback"), target)


def chromium_downwards(target: Path) -> None:
    """A page that is read downwards, from the right to the left."""
    body = "".join(f"<p>{text}</p>" for text in sheets.DOWNWARDS)
    _chromium(
        "<style>@page{size:400pt 300pt;margin:20pt}"
        f"body{{font:12pt '{NOTO}';writing-mode:vertical-rl;height:240pt}}"
        "h1{font-size:28pt;margin:0 0 0 10pt}p{margin:0;text-indent:2em;line-height:1.5}"
        f"</style><h1>{sheets.DOWNWARDS_HEADLINE}</h1>{body}",
        target,
    )


def chromium_headline_downwards(target: Path) -> None:
    """A headline that runs downwards, to the right of the columns that it belongs to."""
    headline, first, second = ARTICLES[0]
    _chromium(
        "<style>@page{size:595pt 400pt;margin:20pt}"
        f"body{{font:11pt '{NOTO}'}}div{{position:absolute;top:60pt}}"
        "h1{position:absolute;top:50pt;left:480pt;margin:0;font-size:28pt;"
        "writing-mode:vertical-rl}</style>"
        f"<p>{sheets.HEAD}</p>"
        f'<div style="left:20pt;width:210pt">{first}</div>'
        f'<div style="left:250pt;width:210pt">{second}</div><h1>{headline}</h1>',
        target,
    )


def libreoffice(target: Path) -> None:
    """A word processor: flat OpenDocument with sections of two columns."""
    parts = "".join(_odt_article(number) for number in range(len(ARTICLES)))
    _by_way_of_file(
        "sheet.fodt",
        f"{ODT_HEAD}<text:p>{sheets.HEAD}</text:p>{parts}{ODT_END}",
        ["soffice", "--headless", "--convert-to", "pdf"],
        target,
    )


def xelatex(target: Path) -> None:
    """TeX with a font of curves (CID)."""
    parts = "".join(
        rf"\noindent{{\LARGE {headline}}}\par\begin{{multicols}}{{2}}\raggedcolumns "
        rf"{first}\par\columnbreak {second}\end{{multicols}}"
        for headline, first, second in ARTICLES
    )
    _by_way_of_file(
        "sheet.tex",
        r"\documentclass[11pt]{article}\usepackage{fontspec,multicol}"
        r"\usepackage[a4paper,margin=2cm]{geometry}\pagestyle{empty}"
        rf"\setmainfont{{{NOTO}}}\XeTeXlinebreaklocale "
        "zh"
        ""
        r"\XeTeXlinebreakskip=0pt plus 1pt\parindent=2em\begin{document}"
        rf"\noindent {sheets.HEAD}\par {parts}\end{{document}}",
        ["xelatex", "-interaction=batchmode"],
        target,
    )


def typst_columns(target: Path) -> None:
    typst = _library("typst")
    parts = "".join(
        f"#text(size: {HEADLINE_SIZE}pt)[{headline}]\n"
        f"#grid(columns: (1fr, 1fr), gutter: 20pt, [{first}], [{second}])\n\n"
        for headline, first, second in ARTICLES
    )
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "sheet.typ"
        source.write_text(
            f'#set text(font: "{NOTO}", size: {BODY_SIZE}pt, lang: "zh")\n'
            f"#set page(width: 540pt, height: 700pt, margin: 30pt)\n{sheets.HEAD}\n\n{parts}"
        )
        target.write_bytes(typst.compile(str(source)))


def reportlab_shuffled(target: Path) -> None:
    """Columns drawn in any order, as a layout program does: the last first."""
    rows = _rows()
    _reportlab(target, rows[::-1])


def reportlab_untold(target: Path) -> None:
    """A font whose table of characters was taken out."""
    _reportlab(target, _rows())
    data = target.read_bytes()
    target.write_bytes(data.replace(b"/ToUnicode", b"/Unicodeno"))


def fpdf_by_rows(target: Path) -> None:
    """Both columns drawn line by line, as converters do."""
    pdf = _library("fpdf").FPDF(unit="pt", format=(540, 700))
    pdf.add_page()
    pdf.add_font("droid", fname=str(DROID))
    for size, x, y, words in sorted(
        _lines(), key=lambda line: (line[2], line[1])
    ):
        pdf.set_font("droid", size=size)
        pdf.text(x, y, words)
    pdf.output(str(target))


Line = tuple[float, float, float, str]


def _rows() -> list[list[Line]]:
    """Return the lines of each block, blocks in the order in which they are read."""
    blocks: list[list[Line]] = [[(10, 30, 40, sheets.HEAD)]]
    y = 90.0
    for headline, *columns in ARTICLES:
        blocks.append([(HEADLINE_SIZE, 30, y, headline)])
        for number, column in enumerate(columns):
            x = 30 + number * (COLUMN + 22)
            blocks.append(_set(column, x, y + 30))
        y += 30 + 18 * max(map(len, blocks[-2:])) + 40
    return blocks


def _lines() -> list[Line]:
    return [line for block in _rows() for line in block]


def _set(text: str, x: float, y: float) -> list[Line]:
    first = ACROSS - 2
    cuts = [0, *range(first, len(text), ACROSS), len(text)]
    pieces = [text[start:end] for start, end in pairwise(cuts)]
    return [
        (BODY_SIZE, x + (2 * BODY_SIZE if n == 0 else 0), y + 18 * n, piece)
        for n, piece in enumerate(pieces)
    ]


def _reportlab(target: Path, blocks: list[list[Line]]) -> None:
    metrics = _library("reportlab.pdfbase.pdfmetrics")
    fonts = _library("reportlab.pdfbase.ttfonts")
    drawing = _library("reportlab.pdfgen.canvas")
    metrics.registerFont(fonts.TTFont("droid", str(DROID)))
    canvas = drawing.Canvas(str(target), pagesize=(540, 700), invariant=1)
    for block in blocks:
        for size, x, y, words in block:
            canvas.setFont("droid", size)
            canvas.drawString(x, 700 - y, words)
    canvas.save()


def _columns(font: str) -> str:
    parts = "".join(
        f"<h1>{headline}</h1><div>{first}</div><div>{second}</div><br>"
        for headline, first, second in ARTICLES
    )
    return (
        "<style>@page{size:540pt 700pt;margin:30pt}"
        f"body{{font:11pt '{font}';margin:0}}"
        "h1{font-size:20pt;font-weight:normal;margin:20pt 0 8pt;clear:both}"
        "div{float:left;width:225pt;margin-right:20pt;text-indent:2em}br{clear:both}"
        f"</style><p>{sheets.HEAD}</p>{parts}"
    )


def _library(name: str) -> ModuleType:
    """Return a library that no test needs; say how to get it where it is not installed."""
    try:
        return import_module(name)
    except ImportError as error:
        raise SystemExit(
            f"{error}; pip install typst reportlab fpdf2"
        ) from error


def _chromium(body: str, target: Path) -> None:
    run = ["chromium", "--headless", "--no-sandbox", "--disable-gpu"]
    run += ["--no-pdf-header-footer", "--print-to-pdf=sheet.pdf"]
    _by_way_of_file("sheet.html", f"<meta charset=utf-8>{body}", run, target)


def _by_way_of_file(
    name: str, source: str, run: list[str], target: Path
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / name).write_text(source)
        subprocess.run([*run, name], cwd=folder, check=True, timeout=120)
        target.write_bytes((Path(folder) / "sheet.pdf").read_bytes())


ODT_HEAD = (
    '<?xml version="1.0"?><office:document office:version="1.2" '
    'office:mimetype="application/vnd.oasis.opendocument.text" '
    + " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{path}:1.0"'
        for name, path in {
            "office": "office",
            "text": "text",
            "style": "style",
            "fo": "xsl-fo-compatible",
        }.items()
    )
    + "><office:automatic-styles>"
    '<style:style style:name="h" style:family="paragraph"><style:text-properties '
    f'style:font-name-asian="{NOTO}" style:font-size-asian="24pt" fo:font-size="24pt"/>'
    "</style:style>"
    '<style:style style:name="c" style:family="section"><style:section-properties '
    'text:dont-balance-text-columns="false">'
    '<style:columns fo:column-count="2" fo:column-gap="20pt"/>'
    "</style:section-properties></style:style></office:automatic-styles>"
    "<office:body><office:text>"
)
ODT_END = "</office:text></office:body></office:document>"


def _odt_article(number: int) -> str:
    headline, first, second = ARTICLES[number]
    return (
        f'<text:p text:style-name="h">{headline}</text:p>'
        f'<text:section text:style-name="c" text:name="s{number}">'
        f"<text:p>{first}</text:p><text:p>{second}</text:p></text:section>"
    )


if __name__ == "__main__":
    main()
