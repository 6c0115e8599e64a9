"""Newspapers, their pages, and what was read on them."""

from articles.models.article import Article
from articles.models.block import Block, PageGeometry
from articles.models.byline import Byline
from articles.models.newspaper import FormerSlug, Newspaper
from articles.models.paper import Issue, Page
from articles.models.photo import Photo, Photographer, PictureBand
from articles.models.public_photo import PhotoCreator, PublicPhoto
from articles.models.publication import Publication
from articles.models.selector import Evidence, Mention
from articles.models.states import AnnouncedCorrection

__all__ = [
    "AnnouncedCorrection",
    "Article",
    "Block",
    "Byline",
    "Evidence",
    "FormerSlug",
    "Issue",
    "Mention",
    "Newspaper",
    "Page",
    "PageGeometry",
    "Photo",
    "PhotoCreator",
    "Photographer",
    "PictureBand",
    "PublicPhoto",
    "Publication",
]
