"""Events of a congress that readers see, and what their pages say."""

from django.test import Client

from events.models import Event, PublicEvent
from tests.builders import (
    make_article,
    make_event,
    make_evidence,
    published_once,
)

FIELDS = ("edtf", "part_of_day", "time", "kind", "place")


def shown(client, address: str, status: int = 200) -> str:
    response = client.get(address)
    assert response.status_code == status, address
    return response.content.decode()


def overview(congress: Event) -> str:
    """Return the address of a congress that readers see."""
    return PublicEvent.objects.get(pk=congress.pk).get_absolute_url()


class EnglishClient(Client):
    """A client that asks for the English page of an address."""

    def get(self, path, *args, **kwargs):
        return super().get(f"/en{path}", *args, **kwargs)


@published_once()
def happening(
    congress: Event, title: str, *, published: bool = True, **fields: object
) -> Event:
    article = make_article(body=f"{title}举行。", published=published)
    return make_event(
        title=title,
        parent=congress,
        evidence=make_evidence(article=article, words=title),
        **fields,
    )
