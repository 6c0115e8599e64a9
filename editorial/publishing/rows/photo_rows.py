"""The rows of the photos of a current publication, and of who took them."""

from __future__ import annotations

from articles.models import PhotoCreator, Publication, PublicPhoto
from articles.models.public_photo import creators_of, photos_in


def store_photos(publication: Publication) -> None:
    """Store the photos that a publication holds; one that was moved here from another article is
    seen here.
    """
    photos = list(photos_in(publication))
    keys = [photo.pk for photo in photos]
    PublicPhoto.objects.filter(pk__in=keys).delete()
    PublicPhoto.objects.bulk_create(photos)
    PhotoCreator.objects.bulk_create(creators_of(photos))
