"""A packet of XMP that says what the record of a photo says."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from xml.etree.ElementTree import (
    Element,
    SubElement,
    register_namespace,
    tostring,
)

from articles.iptc.iptc_names import (
    DEFAULT,
    IN_XMP,
    ITEM,
    LANGUAGE,
    Namespace,
    PropertyShape,
    in_namespace,
)

PREFIXES = {
    "x": Namespace.X,
    "rdf": Namespace.RDF,
    "dc": Namespace.DC,
    "photoshop": Namespace.PHOTOSHOP,
    "Iptc4xmpCore": Namespace.CORE,
    "Iptc4xmpExt": Namespace.EXT,
}
for prefix, namespace in PREFIXES.items():
    register_namespace(prefix, namespace)

# What programs look for that search a file for its packet.
BEGINS = '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'
ENDS = '\n<?xpacket end="w"?>'


def xmp_packet(said: Mapping[str, list[str]]) -> bytes:
    """Return a packet of these fields, each with its values."""
    root = Element(in_namespace(Namespace.X, "xmpmeta"))
    rdf = SubElement(root, in_namespace(Namespace.RDF, "RDF"))
    about = {in_namespace(Namespace.RDF, "about"): ""}
    described = SubElement(
        rdf, in_namespace(Namespace.RDF, "Description"), about
    )
    for field, (name, shape) in IN_XMP.items():
        values = said.get(field)
        if values:
            _state(described, name, shape, values)
    words = tostring(root, encoding="unicode")
    return f"{BEGINS}{words}{ENDS}".encode()


def _state(
    described: Element, name: str, shape: PropertyShape, values: Iterable[str]
) -> None:
    stated = SubElement(described, name)
    if shape == PropertyShape.PLAIN:
        words = " ".join(values)
        stated.text = words
        return
    held = SubElement(stated, in_namespace(Namespace.RDF, shape))
    spoken = {LANGUAGE: DEFAULT} if shape == PropertyShape.LANGUAGES else {}
    for value in values:
        item = SubElement(held, ITEM, spoken)
        item.text = value
