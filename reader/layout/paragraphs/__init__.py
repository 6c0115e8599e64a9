"""The body of an article: paragraphs, verse, and what a page prints twice."""
