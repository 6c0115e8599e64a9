"""What other packages' pages show from the index."""

from django import template

from search.keywords import related

register = template.Library()

register.simple_tag(related, name="related_articles")
