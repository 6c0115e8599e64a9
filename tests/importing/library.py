"""ALTO and METS files as libraries write them, composed for tests."""

V3 = "http://www.loc.gov/standards/alto/ns-v3#"
V4 = "http://www.loc.gov/standards/alto/ns-v4#"
HEADLINE = '<TextLine><String CONTENT="育秧开始"/></TextLine>'
BODY = (
    '<TextLine><String CONTENT="大"/><String CONTENT="棚里"/></TextLine>'
    '<TextLine><String CONTENT="一片新绿。"/></TextLine>'
)
ISSUE = """<dmdSec ID="d"><mdWrap><xmlData><mods xmlns="http://www.loc.gov/mods/v3">
<titleInfo><title>{title}</title></titleInfo>
<originInfo><dateIssued>{date}</dateIssued></originInfo></mods></xmlData></mdWrap></dmdSec>"""


def block(name: str, lines: str) -> str:
    return f'<TextBlock ID="{name}" HPOS="1" VPOS="2">{lines}</TextBlock>'


def alto(*blocks: str, namespace: str = V3, before: str = "") -> str:
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><alto xmlns="{namespace}">'
        f"{before}<Layout><Page ID='P1'><PrintSpace>{''.join(blocks)}"
        "</PrintSpace></Page></Layout></alto>"
    )


def line(*parts: str) -> str:
    return f"<TextLine>{''.join(parts)}</TextLine>"


def mets(
    *pages: tuple[str, str, str],
    issue: str = ISSUE.format(title="滨江日报", date="2021/9/28"),
    articles: str = "",
) -> str:
    """Return a METS file of pages: attributes of the division, address of words and of picture."""
    files, divisions = "", ""
    for number, (attributes, words, picture) in enumerate(pages):
        for kind, address in (("A", words), ("I", picture)):
            files += (
                f'<file ID="{kind}{number}"><FLocat LOCTYPE="URL" '
                f'xlink:href="{address}"/></file>'
            )
        divisions += (
            f'<div TYPE="page" {attributes}><fptr FILEID="I{number}"/>'
            f'<fptr><area FILEID="A{number}"/></fptr></div>'
        )
    return (
        '<mets:mets xmlns:mets="http://www.loc.gov/METS/" '
        'xmlns="http://www.loc.gov/METS/" '
        f'xmlns:xlink="http://www.w3.org/1999/xlink">{issue}'
        f"<fileSec><fileGrp>{files}</fileGrp></fileSec>"
        f'<structMap TYPE="PHYSICAL"><div TYPE="issue">{divisions}</div>'
        f"</structMap>{articles}</mets:mets>"
    )
