"""E-paper sites: the pages in them, and what each of their HTML files holds."""
