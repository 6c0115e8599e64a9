"""Find the people a page names, and the posts its words give them."""

from reader.names.people import find_people
from reader.names.posts import find_posts

__all__ = ["find_people", "find_posts"]
