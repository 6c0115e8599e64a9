"""A walk through every public address, and what it must not meet."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product
from urllib.parse import quote

from django.apps import apps
from django.db import connection
from django.test import Client
from django.urls import URLResolver, get_resolver

from articles.citations.citation_files import CITATION_FILES
from articles.models import Article, Issue, Photo
from articles.renditions import WIDTHS
from events.models import AddressWord, PublicEvent
from people.models import Organization
from public.downloads.annals.annals_views import FORMS
from public.sitemaps import SITEMAPS

HIDDEN = "未刊"  # stands in every text that nobody may see, and in no other
HIDDEN_NUMBER = 98765
HIDDEN_DAY = "2019-03-07"
HIDDEN_TIME = "03:33"
# Words to search for: they stand in hidden texts only, and beside the mark above.
HIDDEN_QUERY = "青霜紫电"
OURS = ("articles", "events", "people")
# What only the desk reads: the tables of the records that it works on. The table of roles is none:
# it has a sign and a weight for a role that a publication prints, asked for by that role.
WORKING_TABLES = re.compile(
    r'"(articles_(article|photo|byline|mention|evidence\w*)'
    r"|events_(event(?!role)\w*|fieldevidence|participation|delegation|agendaitem|vote"
    r"|meetingbody|shorttitle|congressspan|resolution|visit|election|candidacy"
    r"|tenurebound)"
    r"|people_(person|othername|membership|rosterentry)"
    r'|editorial_(?!change)\w+|importing_\w+|\w+_historical\w+)"'
)
# Whether a page may be shown whole depends on how many articles it has, and on no word of them.
OF_A_WHOLE_PAGE = "is_wholly_public"


def routes(
    resolver: URLResolver, prefix: str = ""
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield every route below a resolver, namespaces included: its address with %(name)s, and the
    names.
    """
    for key in resolver.reverse_dict:
        for possibilities, *_ in resolver.reverse_dict.getlist(key):
            for address, names in possibilities:
                yield prefix + address, tuple(names)
    for lead, inner in resolver.namespace_dict.values():
        yield from routes(inner, prefix + lead)


def all_routes() -> set[tuple[str, tuple[str, ...]]]:
    return set(routes(get_resolver()))


def values() -> dict[str, list[object]]:
    """Return what each parameter may be: the keys and addresses of all records, hidden ones too."""
    models = [
        model
        for label in OURS
        for model in apps.get_app_config(label).get_models()
    ]
    keys = {
        key
        for model in models
        for key in model.objects.values_list("pk", flat=True)
    }
    articles = list(Article.objects.select_related("page__issue__newspaper"))
    one = ["1"]
    return {
        "pk": sorted(keys),
        "slug": sorted({article.page.issue.newspaper.slug for article in articles}),
        "date": sorted(
            {article.page.issue.date.isoformat() for article in articles}
            | {event.earliest.isoformat() for event in PublicEvent.objects.all()}
        ),
        "edition": sorted(
            {
                f"-{edition}" if edition else ""
                for edition in Issue.objects.values_list("edition", flat=True)
            }
        ),
        "word": sorted({each.word for each in AddressWord.objects.all()}),
        "label": sorted({article.page.label for article in articles}),
        "address_number": sorted(
            {article.address_number for article in articles}
        ),
        "section": sorted(SITEMAPS),
        "number": [1, 2],
        "article": sorted(article.pk for article in articles),
        "size": sorted(WIDTHS),
        "form": sorted(CITATION_FILES),
        "annals": sorted(FORMS),
        "app_label": list(OURS),
        # The admin's: all lead to the login.
        "page": one, "case": one, "user": one, "step": one, "issue": one,
        "version": one,
        "person": one, "pair": one, "token": ["0b0e4a2c-7d0f-4c35-9f8e-1f0a3c1d2e4f"],
        "run": one, "original": one, "ending": ["csv"], "block": one, "mention": one,
        "photo": one,
        "waiting": one, "event": one,
        "verb": ["act"],
        "object_id": one, "_0": one, "_1": one, "content_type_id": one, "url": ["x"],
        # The API's records.
        "id": sorted(keys),
        # Files and the API's own "nothing here".
        "path": picture_files() or ["x"], "rest": ["x"],
    }  # fmt: skip


def picture_files() -> list[str]:
    """Return the names of all pictures of photos."""
    photos = Photo.objects.exclude(image="")
    return sorted(photos.values_list("image", flat=True))


def questions() -> list[str]:
    """Return the query strings to try on every route: no question, and those that ask for what is
    hidden.
    """
    hidden = Article.objects.exclude(publications__is_current=True).first()
    return [
        "",
        "text=printed",
        "text=changes",
        "initial=W",
        f"q={quote(HIDDEN_QUERY)}",
        f"q={quote('八百人')}",
        f"q={quote('柏松')}&order=date",
        *(f"evidence={words.pk}" for words in hidden.evidence.all()),
        *(f"mention={words.pk}" for words in hidden.mentions.all()),
        *(f"person={words.person_id}" for words in hidden.mentions.all()),
        "kind=visit&body=other",
        f"surname={HIDDEN[0]}",
        *(f"organization={key}" for key in organizations_hidden()),
        f"article={hidden.pk}",
        f"about=article-{hidden.pk}",
        "status=imported",
        "search=%E6%9C%AA",
    ]


def organizations_hidden() -> list[int]:
    hidden = Organization.objects.filter(name__startswith=HIDDEN)
    return list(hidden.values_list("pk", flat=True)[:1])


def responses(
    client: Client,
    asked: list[str],
    walked: set[tuple[str, tuple[str, ...]]] | None = None,
) -> Iterator[tuple[str, str, int, str]]:
    """Ask every route, or those ``walked``, for every record, each with these query strings; yield
    the route, the address, the status and the text.
    """
    known = values()
    if walked is None:
        walked = all_routes()
    for route, names in sorted(walked):
        missing = set(names) - set(known)
        assert not missing, f"teach this walk what {missing} may be in {route}"
        for chosen in product(*(known[name] for name in names)):
            address = "/" + route % dict(zip(names, chosen, strict=True))
            for question in asked:
                response = client.get(f"{address}?{question}")
                content = (
                    b"".join(response.streaming_content)
                    if response.streaming
                    else response.content
                )
                text = content.decode(errors="replace")
                # Where a line may end within a heading parts no words.
                yield (
                    route,
                    f"{address}?{question}",
                    response.status_code,
                    text.replace("<wbr>", ""),
                )
                if response.status_code in (301, 302, 404):
                    break
            if response.status_code == 302 and "/login/" in response.url:
                break


def shows_hidden(text: str) -> bool:
    forms = (
        HIDDEN,
        HIDDEN.encode("unicode_escape").decode(),
        quote(HIDDEN),
        str(HIDDEN_NUMBER),
        HIDDEN_DAY,
        HIDDEN_TIME,
        "2019年3月7日",
    )
    return any(form in text for form in forms)


class WatchedClient(Client):
    """A client that notes which working tables a request asks."""

    def __init__(self) -> None:
        super().__init__()
        self.touched: set[str] = set()

    def get(self, *args, **kwargs):
        self.touched = set()
        with connection.execute_wrapper(self.note):
            return super().get(*args, **kwargs)

    def note(self, execute, sql, params, many, context):
        if OF_A_WHOLE_PAGE not in sql:
            self.touched |= {match[1] for match in WORKING_TABLES.finditer(sql)}
        return execute(sql, params, many, context)
