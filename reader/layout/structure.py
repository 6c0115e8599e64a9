"""See what the lines are among their neighbours: captions, headings, bare bylines, verse and lines
that stand alone.
"""

from __future__ import annotations

from reader.layout.bylines.byline_places import (
    see_bare_bylines,
    see_closing_names,
)
from reader.layout.captions.captions_by_place import see_captions
from reader.layout.headings.beginnings import see_headings
from reader.layout.headings.labels import see_labels
from reader.layout.neighbours import Neighbours
from reader.layout.paragraphs.crossheads import see_crossheads
from reader.layout.paragraphs.letters import see_letters
from reader.layout.paragraphs.names_in_lines import see_names_in_lines
from reader.layout.paragraphs.verse import see_verse
from reader.layout.segments import Kind, Segment


def see_structure(segments: list[Segment]) -> None:
    """Settle the kinds that only the neighbours tell, in place."""
    page = Neighbours.of(
        [segment for segment in segments if segment.kind is not Kind.FURNITURE]
    )
    see_captions(page)
    see_letters(page)
    see_labels(page)
    see_names_in_lines(page.segments)
    see_closing_names(page)
    see_bare_bylines(page.segments)
    see_verse(page)
    see_headings(Neighbours(segments, page.usual_gap))
    see_crossheads(page)
