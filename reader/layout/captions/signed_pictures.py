"""Find the captions of articles whose byline credits pictures and that show none."""

from __future__ import annotations

from reader.layout.captions.caption_patterns import ONE_SCENE
from reader.layout.drafts import RoughArticle
from reader.layout.neighbours import in_threes
from reader.layout.segments import Kind, Segment

# A line no longer than this may be a caption, between paragraphs that are longer.
LONGEST_SCENE = 36


def see_signed_pictures(drafts: list[RoughArticle]) -> None:
    """Make captions, in place, of lines telling one scene where a byline credits pictures and none
    is seen.
    """
    for draft in drafts:
        if _lacks_pictures(draft):
            _see_scenes(draft.of(Kind.TEXT))


def _lacks_pictures(draft: RoughArticle) -> bool:
    if draft.has(Kind.CAPTION, Kind.CREDIT):
        return False
    return any(one.pictures_by for one in draft.segments)


def _see_scenes(body: list[Segment]) -> None:
    for before, segment, after in in_threes(body):
        shortest = min(before.size, after.size)
        if shortest > LONGEST_SCENE and _tells_a_scene(segment):
            segment.kind = Kind.CAPTION


def _tells_a_scene(segment: Segment) -> bool:
    if not segment.matches(ONE_SCENE):
        return False
    short = segment.size <= LONGEST_SCENE
    return short and segment.opens_line
