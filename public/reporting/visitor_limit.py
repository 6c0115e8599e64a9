"""How often one visitor may send something: counted in the cache, under no address."""

from __future__ import annotations

from ipaddress import IPv4Address, IPv6Address, ip_address

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest
from django.utils.crypto import salted_hmac

MOST_IN_THE_TIME = 5
SECONDS = 60 * 60
SALT = "public.reporting"
# A household or an office has so many bits of an IPv6 address to itself.
OWN_BITS = 64


def may_send(request: HttpRequest) -> bool:
    """Count one sending of this visitor; return False beyond ``MOST_IN_THE_TIME``."""
    key = _key(request)
    sent = cache.get(key, 0)
    if sent >= MOST_IN_THE_TIME:
        return False
    cache.set(key, sent + 1, SECONDS)
    return True


def _key(request: HttpRequest) -> str:
    network = _network(request)
    digest = salted_hmac(SALT, network)
    return f"reports:{digest.hexdigest()}"


def _network(request: HttpRequest) -> str:
    """Return whose connection it is; behind a proxy, the last one that the proxy has seen."""
    seen = request.META.get("REMOTE_ADDR", "")
    if settings.BEHIND_PROXY:
        forwarded = request.META.get("HTTP_X_FORWARDED_FOR", seen)
        seen = forwarded.rpartition(",")[2].strip()
    try:
        address = ip_address(seen)
    except ValueError:
        return seen
    return _shortened(address)


def _shortened(address: IPv4Address | IPv6Address) -> str:
    if isinstance(address, IPv4Address):
        return str(address)
    number = int(address)
    network = number >> OWN_BITS
    return f"{network:x}"
