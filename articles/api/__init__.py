"""Newspapers, issues, pages, articles and photos in the API."""

from articles.api.article import ArticleViewSet, PhotoViewSet
from articles.api.paper import IssueViewSet, NewspaperViewSet, PageViewSet

__all__ = ["ArticleViewSet", "IssueViewSet", "NewspaperViewSet", "PageViewSet", "PhotoViewSet"]
