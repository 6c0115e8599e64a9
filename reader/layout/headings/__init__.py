"""The lines above an article: where they begin, and which is kicker, headline and subtitle."""
