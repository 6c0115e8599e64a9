"""The names in a publication, each with its words and the person it leads to."""

from __future__ import annotations

from typing import Any

from articles.models import Publication
from articles.models.selector import Part
from articles.quotation import quoted
from articles.typesetting import Texts
from events.models import Statement
from people.models import PublicPerson


def mentions_of(publication: Publication) -> list[Statement]:
    """Return the names in a publication, in its order: rows that are never stored.

    A name that could be more than one leads to None."""
    texts = Texts.corrected(publication)
    people = _people_in(publication)
    mentions = []
    for mark in publication.content["marks"]:
        mention = _mention(mark, texts)
        mention.publication = publication
        mention.person = people.get(mention.mark)
        mentions.append(mention)
    return mentions


def _people_in(publication: Publication) -> dict[int, PublicPerson]:
    """Return who is named, by the key of the mark; of those who were merged, who stays."""
    named = publication.statements.filter(field=Statement.MENTION)
    keys = dict(named.values_list("mark", "subject"))
    people = PublicPerson.objects.in_bulk(set(keys.values()))
    return {mark: people[key] for mark, key in keys.items() if key in people}


def _mention(mark: dict[str, Any], texts: Texts) -> Statement:
    text = _text(mark, texts)
    start = mark["start"]
    end = mark["end"]
    return Statement(
        field=Statement.MENTION,
        value={"name": mark["name"]},
        mark=mark["mark"],
        part=mark["part"],
        photo=mark["photo"],
        start=start,
        end=end,
        **quoted(text, start, end),
    )


def _text(mark: dict[str, Any], texts: Texts) -> str:
    """Return the text that the offsets of a mark count in."""
    if mark["part"] == Part.CAPTION:
        return texts.captions[mark["photo"]]
    return texts.parts[mark["part"]]
