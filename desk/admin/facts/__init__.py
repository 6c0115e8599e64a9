"""Facts of events and people that have screens or rows of their own."""
