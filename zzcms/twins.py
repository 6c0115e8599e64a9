"""Where the page shown stands in each language, for the frame of a page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest, QueryDict
from django.urls import get_script_prefix
from django.utils import translation

from zzcms.language import language_at
from zzcms.urls import SPOKEN

# Which part of a list is shown makes another page; a version or a mark of one does not.
LASTING_KEYS = ("initial", "surname", "organization", "year", "page")


@dataclass(frozen=True, slots=True)
class Twin:
    """A page in one language: the language's code, the page's path and its question mark with all
    after it; ``lasting`` is the full address that search engines keep.
    """

    code: str
    path: str
    query: str
    lasting: str

    @property
    def name(self) -> str:
        """The language in its own words."""
        language = translation.get_language_info(self.code)
        return language["name_local"]

    @property
    def tag(self) -> str:
        """The language as ``lang`` and ``hreflang`` write it."""
        language, hyphen, script = self.code.partition("-")
        return f"{language}{hyphen}{script.title()}"


def twins(request: HttpRequest) -> dict[str, Any]:
    """Give templates ``twins``: the page shown in each language, the home pages where it has only
    one address; and ``is_spoken``, whether it has one in each.
    """
    match = request.resolver_match
    is_spoken = match is not None and match.url_name in SPOKEN
    codes = [code for code, _ in settings.LANGUAGES]
    if is_spoken:
        bare = _bare(request.path_info)
        found = [_twin(request, code, bare) for code in codes]
    else:
        found = [_home(code) for code in codes]
    return {"twins": found, "is_spoken": is_spoken}


def path_in(code: str, bare: str) -> str:
    """Return the path of a page in a language; ``bare`` is what all its paths end in."""
    lead = get_script_prefix()
    if code != settings.LANGUAGE_CODE:
        lead = f"{lead}{code}/"
    return f"{lead}{bare}"


def _bare(path: str) -> str:
    language = language_at(path)
    if language == settings.LANGUAGE_CODE:
        return path[1:]
    return path.removeprefix(f"/{language}/")


def _twin(request: HttpRequest, code: str, bare: str) -> Twin:
    path = path_in(code, bare)
    lasting = QueryDict(mutable=True)
    for key in LASTING_KEYS:
        if key in request.GET:
            lasting[key] = request.GET[key]
    address = request.build_absolute_uri(f"{path}{_marked(lasting)}")
    return Twin(code, path, _marked(request.GET), address)


def _home(code: str) -> Twin:
    path = path_in(code, "")
    return Twin(code, path, "", path)


def _marked(query: QueryDict) -> str:
    if not query:
        return ""
    return f"?{query.urlencode()}"
