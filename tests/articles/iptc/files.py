"""Small pictures whose files say something of themselves."""

import io

from PIL import Image
from PIL.PngImagePlugin import PngInfo

FOR_ALL = '<rdf:Alt><rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt>'
SAYS = {
    "caption": f"<dc:description>{FOR_ALL}</dc:description>",
    "creators": "<dc:creator><rdf:Seq><rdf:li>%s</rdf:li></rdf:Seq></dc:creator>",
    "credit_line": "<ps:Credit>%s</ps:Credit>",
    "alt_text": f"<c:AltTextAccessibility>{FOR_ALL}</c:AltTextAccessibility>",
    "people_shown": "<e:PersonInImage><rdf:Bag><rdf:li>%s</rdf:li></rdf:Bag></e:PersonInImage>",
}
PACKET = """<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:ps="http://ns.adobe.com/photoshop/1.0/"
xmlns:c="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/"
xmlns:e="http://iptc.org/std/Iptc4xmpExt/2008-02-29/">
<rdf:Description rdf:about="">%s</rdf:Description></rdf:RDF></x:xmpmeta>"""


def xmp(**says: str) -> bytes:
    """Return a packet that says these fields; of several names, ``</rdf:li><rdf:li>`` between."""
    return (
        PACKET % "".join(SAYS[name] % value for name, value in says.items())
    ).encode()


def picture_file(
    kind: str = "JPEG", *, colour: str = "teal", mode: str = "RGB", **options
) -> bytes:
    """Return a picture of 80 by 60 pixels; ``xmp`` goes into PNG files too."""
    packet = options.pop("xmp", b"")
    if packet and kind == "PNG":
        options["pnginfo"] = PngInfo()
        options["pnginfo"].add_itxt("XML:com.adobe.xmp", packet.decode())
    elif packet:
        options["xmp"] = packet
    output = io.BytesIO()
    Image.new(mode, (80, 60), colour).save(output, kind, **options)
    return output.getvalue()


def said(kind: str = "JPEG", **says: str) -> bytes:
    """Return a picture whose packet says these fields."""
    return picture_file(kind, xmp=xmp(**says))
