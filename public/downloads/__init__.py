"""What readers take away: references, calendars, records as text and as data."""
