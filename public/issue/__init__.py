"""The newest issues ranked on the front page, and calendars of all."""
