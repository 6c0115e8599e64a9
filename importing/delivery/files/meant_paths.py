"""Which file of a delivery the address in a link means."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterable, Iterator
from urllib.parse import SplitResult, unquote, urlsplit

from importing.delivery.files.epaper.dated_folders import folder_day

WEB = frozenset({"", "http", "https"})

Holds = Callable[[str], bool]


def path_meant(address: str, path: str, holds: Holds) -> str:
    """Return the path that an address in the file at a ``path`` means, ``../`` where it leads out
    of the delivery; "" for one to another host, or to nothing.

    An address from the root of a site, or with the site's own host, is looked for (``holds``) as
    seen from each folder around the file; with a host it means nothing that is not there."""
    parts = parts_of(address)
    if parts is None:
        return ""
    linked = unquote(parts.path)
    if "\0" in linked:
        return ""
    if linked.startswith("/"):
        return _from_root(parts, path, holds)
    folder = posixpath.dirname(path)
    whole = posixpath.join(folder, linked)
    return posixpath.normpath(whole)


def _from_root(parts: SplitResult, path: str, holds: Holds) -> str:
    candidates = _from_roots(parts, path)
    found = next(filter(holds, candidates), "")
    return found or _guessed(parts, path)


def parts_of(address: str) -> SplitResult | None:
    """Return the parts of an address, in which browsers take a backslash for a slash; None for
    none of a file on the web.
    """
    parts = _split(address.strip())
    if parts and parts.path and parts.scheme in WEB:
        return parts
    return None


def _split(address: str) -> SplitResult | None:
    plain = address.replace("\\", "/")
    try:
        return urlsplit(plain)
    except ValueError:
        return None


def host_of(address: str) -> str:
    """Return the host that an address names, "" for none."""
    parts = parts_of(address)
    if parts is None:
        return ""
    return parts.netloc.lower()


def without_host(address: str) -> str:
    """Return an address as one from the root of its host."""
    parts = parts_of(address)
    return parts.path if parts else ""


def _from_roots(parts: SplitResult, path: str) -> Iterator[str]:
    """Yield where a path from a site's root may lie: below each folder around a file, the site's
    outer folders perhaps not delivered.
    """
    asked = _names(unquote(parts.path))
    roots = _around(path)
    for start in range(len(asked)):
        inner = asked[start:]
        is_name = len(inner) == 1
        if is_name and not _may_be_beside(parts, path):
            return
        yield from _below(roots, inner)


def _below(roots: Iterable[list[str]], inner: list[str]) -> Iterator[str]:
    for root in roots:
        names = [*root, *inner]
        yield "/".join(names)


def _may_be_beside(parts: SplitResult, path: str) -> bool:
    """Tell whether an address can mean a file of its name alone: it names no folder and no host,
    or a day's folder, which is what was delivered.
    """
    if folder_day(parts.path):
        return "/" not in path
    return not parts.netloc and parts.path.count("/") == 1


def _around(path: str) -> list[list[str]]:
    """Return the folders around a file, the outermost first."""
    folders = _names(posixpath.dirname(path))
    return [folders[:depth] for depth in range(len(folders) + 1)]


def _guessed(parts: SplitResult, path: str) -> str:
    """Return where a file that is not there would lie, told by the outermost folder of its
    address; "" when no folder around the file is called so.
    """
    if parts.netloc:
        return ""
    asked = _names(unquote(parts.path))
    folders = _names(posixpath.dirname(path))
    outermost = asked[0] if len(asked) > 1 else ""
    if outermost not in folders:
        return ""
    return _joined(folders, asked)


def _joined(folders: list[str], asked: list[str]) -> str:
    """Return the path asked for below the folder that holds its outermost one."""
    start = folders.index(asked[0])
    names = folders[:start] + asked
    return "/".join(names)


def _names(path: str) -> list[str]:
    plain = posixpath.normpath(f"/{path}").strip("/")
    return plain.split("/") if plain else []
