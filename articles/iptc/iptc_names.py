"""What a photo's fields are called in files: IPTC's record 2 (IIM 4.2), XMP (IPTC 2025.1) and EXIF.

``people_shown`` is no field of a photo: who is named in its caption."""

from __future__ import annotations

from enum import StrEnum

PEOPLE_SHOWN = "people_shown"
# Several values of these stand one a line.
LISTS = frozenset({"creators", PEOPLE_SHOWN})

# By field: number, and how many bytes IIM allows.
IN_IPTC = {
    "caption": (120, 2000),
    "creators": (80, 32),
    "creator_job_title": (85, 32),
    "credit_line": (110, 32),
    "source": (115, 32),
    "copyright_notice": (116, 128),
    "date_created": (55, 8),
}


class Namespace(StrEnum):
    """The namespaces of XMP, by the prefixes that they usually have."""

    X = "adobe:ns:meta/"
    RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
    DC = "http://purl.org/dc/elements/1.1/"
    PHOTOSHOP = "http://ns.adobe.com/photoshop/1.0/"
    CORE = "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/"
    EXT = "http://iptc.org/std/Iptc4xmpExt/2008-02-29/"


def in_namespace(namespace: Namespace, name: str) -> str:
    """Return a name of XMP as ElementTree spells it."""
    braced = f"{{{namespace}}}"
    return braced + name


# An item of a property with several, and the language of one of them.
ITEM = in_namespace(Namespace.RDF, "li")
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
DEFAULT = "x-default"


class PropertyShape(StrEnum):
    """How a property of XMP holds its value."""

    PLAIN = ""
    LANGUAGES = "Alt"
    ORDERED = "Seq"
    UNORDERED = "Bag"


IN_XMP = {
    "caption": (
        in_namespace(Namespace.DC, "description"),
        PropertyShape.LANGUAGES,
    ),
    "creators": (in_namespace(Namespace.DC, "creator"), PropertyShape.ORDERED),
    "creator_job_title": (
        in_namespace(Namespace.PHOTOSHOP, "AuthorsPosition"),
        PropertyShape.PLAIN,
    ),
    "credit_line": (
        in_namespace(Namespace.PHOTOSHOP, "Credit"),
        PropertyShape.PLAIN,
    ),
    "source": (
        in_namespace(Namespace.PHOTOSHOP, "Source"),
        PropertyShape.PLAIN,
    ),
    "copyright_notice": (
        in_namespace(Namespace.DC, "rights"),
        PropertyShape.LANGUAGES,
    ),
    "date_created": (
        in_namespace(Namespace.PHOTOSHOP, "DateCreated"),
        PropertyShape.PLAIN,
    ),
    "alt_text": (
        in_namespace(Namespace.CORE, "AltTextAccessibility"),
        PropertyShape.LANGUAGES,
    ),
    PEOPLE_SHOWN: (
        in_namespace(Namespace.EXT, "PersonInImage"),
        PropertyShape.UNORDERED,
    ),
}
