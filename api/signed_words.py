"""What the content of a publication says of names, and of the other half of its article."""

from __future__ import annotations

from typing import Any

from articles.models import Publication
from articles.models.selector import CONTEXT_LENGTH, Part
from events.models import Statement
from people.models import PublicPerson

# The texts of a publication, by part and, of captions, by the key of the photo.
Texts = dict[tuple[str, int | None], str]


def mentions_of(publication: Publication) -> list[Statement]:
    """Return the names in a publication, in its order, each with the person it leads to: rows that
    are never stored.

    A name that could be more than one leads to None."""
    texts = _texts_of(publication)
    people = _people_in(publication)
    mentions = []
    for mark in publication.content["marks"]:
        mention = _mention(mark, texts)
        mention.publication = publication
        mention.person = people.get(mention.mark)
        mentions.append(mention)
    return mentions


def _texts_of(publication: Publication) -> Texts:
    content = publication.content
    texts: Texts = {}
    for part in content["read"]:
        texts[part, None] = content[part]
    for photo in content["photos"]:
        texts[Part.CAPTION.value, photo["photo"]] = photo["caption"]
    return texts


def _people_in(publication: Publication) -> dict[int, PublicPerson]:
    """Return who is named, by the key of the mark; of those who were merged, who stays."""
    named = publication.statements.filter(field=Statement.MENTION)
    keys = dict(named.values_list("mark", "subject"))
    people = PublicPerson.objects.in_bulk(set(keys.values()))
    return {mark: people[key] for mark, key in keys.items() if key in people}


def _mention(mark: dict[str, Any], texts: Texts) -> Statement:
    text = texts[mark["part"], mark["photo"]]
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
        exact=text[start:end],
        prefix=text[max(0, start - CONTEXT_LENGTH) : start],
        suffix=text[end : end + CONTEXT_LENGTH],
    )


def rest_of(publication: Publication) -> Publication | None:
    """Return the current publication of the article that this one goes on in."""
    rest = publication.content["continuation"]
    if rest is None:
        return None
    current = Publication.objects.current().defer("content")
    return current.filter(article=rest).first()


def beginning_of(publication: Publication) -> Publication | None:
    """Return the current publication of the article that goes on in this one: it is printed in the
    same issue.
    """
    if publication.headline and not publication.continued_from:
        return None
    same_issue = Publication.objects.current().filter(
        newspaper=publication.newspaper_id, day=publication.day
    )
    key = publication.article_id
    return same_issue.filter(content__continuation=key).first()
